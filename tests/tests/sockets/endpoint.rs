//! The event endpoint: asked on the person's wish alone, by GET alone, and read with care.

use model::catalogue::{Check, Code, FindingStatus};
use model::dialog::DialogField;
use model::field::Field;
use onboarding::salesforce::Selection;
use onboarding::workflow::VerifyRequest;
use serde_json::{Value, json};
use wiremock::ResponseTemplate;

use crate::fake::{Fake, found};
use crate::stage::Stage;

const PATH: &str = "/services/apexrest/gentrack/events";

fn rest(status: u16, code: &str, message: &str) -> ResponseTemplate {
    let body: Value = json!([{ "errorCode": code, "message": message }]);
    ResponseTemplate::new(status).set_body_json(body)
}

fn page(status: u16) -> ResponseTemplate {
    ResponseTemplate::new(status).set_body_string("<html><body>A proxy</body></html>")
}

#[tokio::test]
async fn each_answer_to_the_get_is_read_as_apex_rest_means_it() {
    use FindingStatus::{Failed, Passed, Unknown, Warning};
    let not_allowed = |allowed: &str| {
        let words = format!("HTTP Method 'GET' not allowed. Allowed are {allowed}");
        rest(405, "METHOD_NOT_ALLOWED", &words)
    };
    let no_match = "Could not find a match for URL /gentrack/events";
    let no_class = "You do not have access to the Apex class named: Events";
    let bare = ResponseTemplate::new;
    let fake = Fake::new().await;
    for (answer, status, code) in [
        (not_allowed("POST"), Passed, Code::EndpointThere),
        (not_allowed("PUT, POST"), Passed, Code::EndpointThere),
        (not_allowed("PATCH"), Warning, Code::EndpointNoPost),
        (bare(405), Unknown, Code::EndpointUnknown),
        (page(405), Unknown, Code::EndpointUnknown),
        (
            rest(405, "METHOD_NOT_ALLOWED", "Not here"),
            Unknown,
            Code::EndpointUnknown,
        ),
        (
            rest(405, "SOMETHING_ELSE", "Allowed are POST"),
            Unknown,
            Code::EndpointUnknown,
        ),
        (
            rest(404, "NOT_FOUND", no_match),
            Failed,
            Code::EndpointNotFound,
        ),
        (page(404), Unknown, Code::EndpointUnknown),
        (
            rest(403, "FORBIDDEN", no_class),
            Warning,
            Code::EndpointNoAccess,
        ),
        (
            rest(403, "FORBIDDEN", "Something else"),
            Unknown,
            Code::EndpointUnknown,
        ),
        (
            rest(403, "MUTUAL_AUTHENTICATION_FAILED", "x"),
            Warning,
            Code::MutualAuthentication,
        ),
        (
            bare(200).set_body_json("ready"),
            Warning,
            Code::EndpointAnswersGet,
        ),
        (bare(204), Warning, Code::EndpointAnswersGet),
        (
            rest(500, "APEX_ERROR", "x"),
            Warning,
            Code::EndpointAnswersGet,
        ),
        (bare(500), Unknown, Code::EndpointUnknown),
        (page(500), Unknown, Code::EndpointUnknown),
        (
            rest(500, "UNKNOWN_EXCEPTION", "x"),
            Unknown,
            Code::EndpointUnknown,
        ),
        (page(503), Unknown, Code::EndpointUnknown),
        (bare(302), Unknown, Code::EndpointUnknown),
        (
            rest(401, "INVALID_SESSION_ID", "x"),
            Unknown,
            Code::EndpointUnknown,
        ),
    ] {
        fake.as_it_should_be().await;
        fake.at(PATH, answer).await;
        let outcome = fake.run(&Selection::AllAndEndpoint(PATH.to_owned())).await;
        let finding = found(&outcome, Check::Endpoint);
        let evidence = &finding.evidence;
        assert_eq!((finding.status, finding.code), (status, code), "{evidence}");
        assert!(evidence.starts_with("HTTP "), "{evidence}");
        assert!(outcome.connection.is_some(), "{code:?}: it never blocks");
        let asked = fake.asked().await;
        let asked: Vec<_> = asked.iter().filter(|one| one.url.path() == PATH).collect();
        assert_eq!(asked.len(), 1);
        assert_eq!(asked[0].method.as_str(), "GET");
    }
}

#[tokio::test]
async fn without_the_persons_wish_nothing_is_asked_of_it() {
    let stage = Stage::new().await;
    let asked = async || stage.fake.count(PATH).await;
    let ask = async |only, endpoint| {
        let request = VerifyRequest {
            only,
            endpoint,
            user_unlocked: false,
        };
        let verified = stage.workspace.verify(stage.id, &request, &|_| ());
        verified.await.unwrap()
    };
    let code = |snapshot: &onboarding::workflow::snapshot::Snapshot| {
        let mut findings = snapshot.verify.findings.iter();
        findings
            .find(|found| found.check == Check::Endpoint)
            .unwrap()
            .code
    };
    let first = ask(None, false).await;
    assert_eq!(code(&first), "endpoint_not_asked");
    ask(Some(Check::Package), false).await;
    assert_eq!(asked().await, 0);
    assert_eq!(code(&ask(None, true).await), "endpoint_not_found");
    assert_eq!(asked().await, 1);
    ask(Some(Check::Endpoint), false).await;
    assert_eq!(asked().await, 2);
    let again = ask(None, false).await;
    assert_eq!(asked().await, 2);
    assert_eq!(
        code(&again),
        "endpoint_not_asked",
        "of this run nothing is known"
    );
}

#[tokio::test]
async fn where_the_portal_wants_no_endpoint_there_is_none_to_ask() {
    let stage = Stage::new().await;
    let before = stage.record();
    stage.amend(|record| record.fields.event_endpoint = String::new());
    let mut shown: std::collections::BTreeSet<_> = DialogField::ALL.into_iter().collect();
    shown.remove(&DialogField::EventEndpoint);
    let told = stage.workspace.dialog_shows(stage.id, shown).unwrap();
    assert!(told.credentials.missing.is_empty());
    let request = VerifyRequest {
        endpoint: true,
        ..VerifyRequest::default()
    };
    let verified = stage.workspace.verify(stage.id, &request, &|_| ()).await;
    let verify = verified.unwrap().verify;
    let finding = verify
        .findings
        .iter()
        .find(|found| found.check == Check::Endpoint);
    assert_eq!(finding.unwrap().code, "endpoint_not_asked");
    assert!(verify.passed);
    let asked = stage.fake.asked().await;
    assert!(asked.iter().all(|one| one.url.path() != "/"));
    let entered = &before.fields.event_endpoint;
    let back = stage
        .workspace
        .save_field(stage.id, Field::EventEndpoint, entered);
    assert!(
        back.unwrap().verify.passed,
        "the sign-in does not hang on it"
    );
}
