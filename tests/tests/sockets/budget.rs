//! What a verification costs: who is asked first, how often, and in how many round trips.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use model::Route;
use onboarding::net::PracticeOrigins;
use onboarding::salesforce::{Outcome, Selection};
use onboarding::workflow::VerifyRequest;
use practice::Scenario;
use tokio::net::TcpListener;
use tokio::sync::Barrier;
use tokio::time::timeout;
use url::Url;

use crate::desk::Desk;
use crate::fake::{self, BATCH, HOST, Org, TOKEN, User, client, expectations, rest_error};
use crate::line_of_sight::LineOfSight;

const ENDPOINT: &str = "/services/apexrest/gentrack/events";
/// How many questions the batch holds.
const IN_BATCH: usize = 12;
const MOST_CALLS: usize = 20;
const MOST_ROUND_TRIPS: usize = 3;

/// A Salesforce that lets requests wait for one another: nothing of a wave is answered before all
/// of it has come. What asks one after the other would wait for ever.
struct Waves {
    own: String,
    org: Org,
    has_batch: bool,
    /// Where the requests of each round trip after the sign-in wait for one another.
    round_trips: Vec<Barrier>,
    asked: Mutex<Vec<Asked>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Asked {
    method: Method,
    path: String,
    signed_in: bool,
    /// API calls that Salesforce would count for it.
    calls: usize,
}

impl Waves {
    /// The round trip after the sign-in in which a path is to be asked.
    fn wave(&self, path: &str) -> Option<usize> {
        match path {
            HOST | TOKEN => None,
            BATCH | ENDPOINT => Some(0),
            path if path.contains("/tooling/") => Some(0),
            path if path.starts_with("/id/") => Some(self.round_trips.len() - 1),
            _ => Some(1),
        }
    }
}

async fn answer(
    State(waves): State<Arc<Waves>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let path = uri.path();
    let text = String::from_utf8_lossy(&body);
    let calls = match path {
        HOST | TOKEN => 0,
        // A resource that is not there counts all the same.
        BATCH if waves.has_batch => 1 + text.matches(r#""url""#).count(),
        path if path.starts_with("/id/") => 0,
        _ => 1,
    };
    waves.asked.lock().unwrap().push(Asked {
        method,
        path: path.to_owned(),
        signed_in: headers.contains_key(header::AUTHORIZATION),
        calls,
    });
    if let Some(wave) = waves.wave(path) {
        waves.round_trips[wave].wait().await;
    }
    let (status, json) = if path == BATCH && !waves.has_batch {
        rest_error(404, "NOT_FOUND", "The requested resource does not exist")
    } else {
        let url = Url::parse(&format!("{}{uri}", waves.own)).unwrap();
        waves.org.answer(&waves.own, &url, &body)
    };
    let status = StatusCode::from_u16(status).unwrap();
    (status, axum::Json(json)).into_response()
}

/// Verifies against a Salesforce that answers in these waves, and tells what it was asked.
async fn in_waves(
    has_batch: bool,
    user: User,
    waves: &[usize],
    selection: &Selection,
) -> (Outcome, Vec<Asked>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let own = format!("http://{}", listener.local_addr().unwrap());
    let origin = Url::parse(&own).unwrap();
    let state = Arc::new(Waves {
        own,
        org: Org {
            user,
            ..Org::default()
        },
        has_batch,
        round_trips: waves.iter().map(|size| Barrier::new(*size)).collect(),
        asked: Mutex::default(),
    });
    let router = Router::new()
        .fallback(answer)
        .with_state(Arc::clone(&state));
    let serving = tokio::spawn(async { axum::serve(listener, router).await });
    let origins = PracticeOrigins {
        salesforce: origin.clone(),
        gcis: origin,
    };
    let own = "northwind.my.salesforce.practice";
    let (client, expect) = (client(), expectations());
    let run = fake::run(&client, origins, own, &expect, selection);
    let outcome = timeout(Duration::from_secs(20), run).await;
    serving.abort();
    let asked = state.asked.lock().unwrap().clone();
    let outcome = outcome.unwrap_or_else(|_| panic!("asked one after the other: {asked:?}"));
    (outcome, asked)
}

#[tokio::test]
async fn after_the_sign_in_at_most_three_round_trips_and_twenty_calls() {
    let endpoint = Selection::AllAndEndpoint(ENDPOINT.to_owned());
    for (has_batch, user, selection, waves) in [
        (true, User::Shown, &Selection::All, &[2][..]),
        (true, User::Shown, &endpoint, &[3]),
        (true, User::Refused, &Selection::All, &[2, 1]),
        (true, User::NoRow, &Selection::All, &[2, 1]),
        (false, User::Shown, &Selection::All, &[2, IN_BATCH]),
        (false, User::Refused, &Selection::All, &[2, IN_BATCH, 1]),
        (false, User::Refused, &endpoint, &[3, IN_BATCH, 1]),
    ] {
        assert!(waves.len() <= MOST_ROUND_TRIPS);
        let (outcome, asked) = in_waves(has_batch, user, waves, selection).await;
        assert!(outcome.connection.is_some(), "{:?}", outcome.findings);
        let after: Vec<_> = asked.iter().filter(|one| one.signed_in).collect();
        assert_eq!(after.len(), waves.iter().sum::<usize>(), "{after:?}");
        let calls: usize = after.iter().map(|one| one.calls).sum();
        assert!((IN_BATCH..=MOST_CALLS).contains(&calls), "{calls}");

        let identity = asked.iter().filter(|one| one.path.starts_with("/id/"));
        assert_eq!(identity.count(), usize::from(user != User::Shown));
        assert!(!asked.iter().any(|one| one.path.contains("revoke")));
        let posts: Vec<_> = asked
            .iter()
            .filter(|one| one.method == Method::POST)
            .collect();
        let paths: Vec<_> = posts.iter().map(|one| one.path.as_str()).collect();
        assert_eq!(paths, [TOKEN, BATCH], "all else is read");
    }
}

#[tokio::test]
async fn the_host_is_asked_first_and_without_credentials() {
    let (_, asked) = in_waves(true, User::Shown, &[2], &Selection::All).await;
    let sign_in = asked.iter().position(|one| one.path == TOKEN).unwrap();
    let before = &asked[..sign_in];
    assert!(!before.is_empty());
    for one in before {
        assert_eq!((one.method.as_str(), one.path.as_str()), ("GET", HOST));
    }
    assert!(asked.iter().all(|one| one.signed_in == (one.calls > 0)));
    let sign_ins = asked.iter().filter(|one| one.path == TOKEN);
    assert_eq!(sign_ins.count(), 1);
}

#[tokio::test]
async fn salesforces_own_count_stays_within_twenty() {
    for route in Route::ALL {
        let desk = Desk::on(route).await;
        let sight = LineOfSight::of(&desk).await;
        for scenario in [
            Scenario::Smooth,
            Scenario::BatchAbsent,
            Scenario::LimitsRefused,
            Scenario::OrganizationUnreadable,
            Scenario::ApiDisabled,
        ] {
            let before = sight.calls().await;
            desk.scenario(scenario);
            let request = VerifyRequest {
                endpoint: true,
                ..VerifyRequest::default()
            };
            desk.ask(&request).await;
            desk.scenario(Scenario::Smooth);
            let counted = sight.calls().await - before - 1;
            assert!(counted > 0, "{scenario}");
            assert!(
                counted <= u64::try_from(MOST_CALLS).unwrap(),
                "{scenario}: {counted}"
            );
        }
    }
}

#[tokio::test]
async fn no_token_is_ever_revoked() {
    let desk = Desk::ready_to_register().await;
    let sight = LineOfSight::of(&desk).await;
    desk.workspace.register(desk.id).await.unwrap();
    desk.scenario(Scenario::OtherOrg);
    desk.verify().await.unwrap();
    desk.scenario(Scenario::Smooth);
    desk.verify().await.unwrap();
    // The session is the user's: a token that was had before all that still opens the org.
    assert!(sight.calls().await > 0);
}
