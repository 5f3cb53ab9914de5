//! The wait for a connected app that Salesforce does not know yet.

use std::sync::Mutex;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use model::Route;
use model::diagnosis::words::APP_WAIT_MINUTES;
use onboarding::workflow::VerifyRequest;
use onboarding::workflow::snapshot::{Snapshot, VerifyEvent};
use practice::Scenario;
use tokio::time::timeout;

use crate::desk::Desk;
use crate::fake::{HOST, TOKEN};
use crate::stage::{Stage, refusal, said};

const SHORT: Duration = Duration::from_millis(20);
/// Far more than any wait here, and far less than ten minutes.
const LONGEST: Duration = Duration::from_secs(10);
const UNKNOWN_KEY: (&str, &str) = ("invalid_client_id", "client identifier invalid");
const WRONG_SECRET: (&str, &str) = ("invalid_client", "invalid client credentials");

/// What was told of the waits: when the next try would be, and until when at the longest.
type Waits = Vec<(Timestamp, Timestamp)>;

async fn verify(stage: &Stage) -> (Snapshot, Waits) {
    let waits = Mutex::new(Waits::new());
    let tell = |event| {
        if let VerifyEvent::Waiting { next_try, until } = event {
            waits.lock().unwrap().push((next_try, until));
        }
    };
    let all = VerifyRequest::default();
    let run = stage.workspace.verify(stage.id, &all, &tell);
    let verified = timeout(LONGEST, run).await.unwrap();
    (verified.unwrap(), waits.into_inner().unwrap())
}

fn blocking(snapshot: &Snapshot) -> Option<&'static str> {
    let findings = &snapshot.verify.findings;
    let blocking = findings.iter().find(|finding| finding.blocks);
    blocking.map(|finding| finding.code)
}

#[tokio::test]
async fn a_young_app_is_tried_again_until_salesforce_knows_it() {
    let desk = Desk::with_credentials().await;
    desk.workspace.app_saved(desk.id, true).unwrap();
    let desk = Desk {
        workspace: desk.workspace.with_first_wait(SHORT),
        ..desk
    };
    desk.scenario(Scenario::AppTooYoung);
    let waits = Mutex::new(0);
    let tell = |event| {
        if matches!(event, VerifyEvent::Waiting { .. }) {
            let mut waits = waits.lock().unwrap();
            *waits += 1;
            if *waits == 2 {
                desk.scenario(Scenario::Smooth);
            }
        }
    };
    let all = VerifyRequest::default();
    let verified = desk.workspace.verify(desk.id, &all, &tell).await.unwrap();
    assert!(verified.verify.passed);
    assert_eq!(waits.into_inner().unwrap(), 2);
    assert!(verified.verify.app_known_by.is_some(), "the clock is shown");
}

#[tokio::test]
async fn each_try_is_one_sign_in_and_the_first_other_answer_ends_the_wait() {
    let stage = Stage::new().await.waiting_at_first(SHORT);
    stage.amend(|record| record.facts.app_saved = Some(said(0)));
    let saved = stage.record().facts.app_saved.unwrap().at;
    stage.refuse(WRONG_SECRET.0, WRONG_SECRET.1).await;
    let unknown = refusal(UNKNOWN_KEY.0, UNKNOWN_KEY.1);
    stage.fake.at_first(TOKEN, 2, unknown).await;

    let (snapshot, waits) = verify(&stage).await;
    assert_eq!(blocking(&snapshot), Some("invalid_client_secret"));
    assert_eq!(waits.len(), 2);
    assert_eq!(stage.sign_ins().await, 3);
    let asked = stage.fake.asked().await;
    let paths = asked.iter().map(|one| one.url.path());
    assert!(paths.clone().all(|path| path == HOST || path == TOKEN));

    let last = saved + SignedDuration::from_mins(i64::from(APP_WAIT_MINUTES));
    assert!(
        waits
            .iter()
            .all(|(next, until)| next < until && *until == last)
    );
    let widened = waits[1].0.duration_since(waits[0].0);
    assert!(
        widened >= SignedDuration::try_from(2 * SHORT).unwrap(),
        "{widened}"
    );
}

#[tokio::test]
async fn only_a_young_connected_app_that_salesforce_does_not_know_is_waited_for() {
    for (route, saved, (error, description)) in [
        (Route::ConnectedApp, None, UNKNOWN_KEY),
        (Route::ConnectedApp, Some(said(11)), UNKNOWN_KEY),
        (Route::ConnectedApp, Some(said(0)), WRONG_SECRET),
        (
            Route::ConnectedApp,
            Some(said(0)),
            ("invalid_grant", "authentication failure"),
        ),
        (Route::ExternalClientApp, Some(said(0)), UNKNOWN_KEY),
    ] {
        let stage = Stage::on(route).await.waiting_at_first(SHORT);
        // Both facts: the one route must not wait for what is said of the other.
        stage.amend(|record| {
            record.facts.app_saved = saved;
            record.facts.eca_ready = saved;
        });
        stage.refuse(error, description).await;
        let (snapshot, waits) = verify(&stage).await;
        assert!(blocking(&snapshot).is_some());
        assert_eq!(waits, [], "{route:?} {saved:?} {error}");
        assert_eq!(stage.sign_ins().await, 1, "{route:?} {saved:?} {error}");
    }
}

#[tokio::test]
async fn the_last_try_is_when_the_app_is_ten_minutes_old() {
    let stage = Stage::new().await.waiting_at_first(Duration::from_mins(1));
    stage.refuse(UNKNOWN_KEY.0, UNKNOWN_KEY.1).await;
    stage.amend(|record| {
        let mut saved = said(i64::from(APP_WAIT_MINUTES));
        saved.at += SignedDuration::from_secs(20);
        record.facts.app_saved = Some(saved);
    });
    let waits = Mutex::new(Waits::new());
    let tell = |event| {
        if let VerifyEvent::Waiting { next_try, until } = event {
            waits.lock().unwrap().push((next_try, until));
            stage.workspace.cancel(stage.id);
        }
    };
    let all = VerifyRequest::default();
    let run = stage.workspace.verify(stage.id, &all, &tell);
    timeout(LONGEST, run).await.unwrap().unwrap_err();
    let [(next, until)] = waits.into_inner().unwrap()[..] else {
        panic!("it was not waited for");
    };
    assert_eq!(next, until, "no wait goes beyond");
}
