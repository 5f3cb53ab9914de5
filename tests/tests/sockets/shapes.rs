//! Answers of any shape, at each place where one is awaited: the host, the token endpoint, the
//! batch, and the questions by themselves.

use model::catalogue::{Check, Code, FindingStatus};
use onboarding::salesforce::{Outcome, Selection};
use serde_json::{Value, json};
use wiremock::{MockServer, ResponseTemplate};

use crate::fake::{BATCH, Fake, HOST, SINGLE, TOKEN, found};

/// A shape, and what it is called at the host question, at the token endpoint and after it;
/// nothing where it is a refusal of one question and no more.
struct Shape {
    answer: ResponseTemplate,
    host: Code,
    token: Code,
    after: Option<Code>,
}

/// The same everywhere.
fn everywhere(answer: ResponseTemplate, code: Code) -> Shape {
    Shape {
        answer,
        host: code,
        token: code,
        after: Some(code),
    }
}

/// JSON of Salesforce's that is no list of versions.
fn said(status: u16, body: Value, token: Code, after: Option<Code>) -> Shape {
    Shape {
        answer: ResponseTemplate::new(status).set_body_json(body),
        host: Code::NotSalesforce,
        token,
        after,
    }
}

fn text(status: u16, body: &str) -> ResponseTemplate {
    ResponseTemplate::new(status).set_body_string(body)
}

#[rustfmt::skip]
fn shapes() -> Vec<Shape> {
    let failure = "authentication failure";
    let array = |code: &str| json!([{"errorCode": code, "message": "x"}]);
    let expired = array("INVALID_OPERATION_WITH_EXPIRED_PASSWORD");
    let expired_alone = expired[0].clone();
    let refused = Code::SignInRefused;
    let expired_code = Some(Code::PasswordExpired);
    vec![
        // OAuth objects, whole, without and with an empty description.
        said(400, json!({"error": "inactive_org", "error_description": "organization is locked"}), Code::InactiveOrg, Some(Code::InactiveOrg)),
        said(400, json!({"error": "invalid_grant", "error_description": failure}), Code::AuthenticationFailure, Some(Code::AuthenticationFailure)),
        said(400, json!({"error": "invalid_grant"}), refused, Some(refused)),
        said(400, json!({"error": "invalid_grant", "error_description": null}), refused, Some(refused)),
        // REST's array; its younger parts send one alone; without a message; unknown; of nothing.
        said(403, expired, Code::PasswordExpired, expired_code),
        said(403, expired_alone, Code::PasswordExpired, expired_code),
        said(403, json!([{"errorCode": "API_DISABLED_FOR_ORG"}]), Code::ApiDisabled, Some(Code::ApiDisabled)),
        said(403, json!([{"errorCode": "API_DISABLED_FOR_ORG", "message": null}]), Code::ApiDisabled, Some(Code::ApiDisabled)),
        said(403, array("SOMETHING_NEW"), refused, None),
        said(400, json!([]), Code::UnreadableAnswer, Some(Code::UnreadableAnswer)),
        said(200, json!({"hello": "there"}), Code::UnreadableAnswer, Some(Code::UnreadableAnswer)),
        said(200, json!("text"), Code::UnreadableAnswer, Some(Code::UnreadableAnswer)),
        // Web pages, plain text, nothing, half of something.
        everywhere(text(200, "<!DOCTYPE html><html>Sign in</html>"), Code::NotSalesforce),
        everywhere(text(403, " \n<html>Blocked by your proxy</html>"), Code::NotSalesforce),
        everywhere(text(400, "Bad request"), Code::UnreadableAnswer),
        everywhere(text(200, ""), Code::UnreadableAnswer),
        everywhere(ResponseTemplate::new(400), Code::UnreadableAnswer),
        everywhere(text(200, r#"[{"label":"Winter '27","vers"#), Code::UnreadableAnswer),
        everywhere(text(200, r#"{"access_token":"00D"#), Code::UnreadableAnswer),
        // Redirects are not followed.
        everywhere(ResponseTemplate::new(301), Code::Redirected),
        everywhere(text(302, "<html>Moved</html>").insert_header("Location", "/elsewhere"), Code::Redirected),
        everywhere(text(307, "{}").insert_header("Location", "https://evil.example/"), Code::Redirected),
        // Not now.
        everywhere(text(420, "<html>We are setting things up</html>"), Code::TooManyRequests),
        everywhere(text(429, "Too Many Requests"), Code::TooManyRequests),
        everywhere(text(500, "<html>Sorry</html>"), Code::ServiceDown),
        everywhere(text(503, "<html>Down for maintenance</html>"), Code::ServiceDown),
        everywhere(text(503, r#"{"error":"unavailable"}"#), Code::ServiceDown),
    ]
}

/// The places where a shape can come, the check that tells it there, and what is replaced.
const PLACES: [(&str, Check, &[&str]); 4] = [
    ("host", Check::Host, &[HOST]),
    ("token", Check::SignIn, &[TOKEN]),
    ("batch", Check::Rest, &[BATCH]),
    ("single questions", Check::Rest, &[SINGLE]),
];

/// Runs where an answer comes in the place of the right one.
async fn run(fake: &Fake, place: &str, replaced: &[&str], answer: ResponseTemplate) -> Outcome {
    fake.as_it_should_be().await;
    if place == "single questions" {
        fake.at(BATCH, ResponseTemplate::new(404)).await;
    }
    for path in replaced {
        fake.at(path, answer.clone()).await;
    }
    fake.run(&Selection::All).await
}

#[tokio::test]
async fn each_shape_has_its_name_wherever_it_comes() {
    let fake = Fake::new().await;
    for (index, shape) in shapes().into_iter().enumerate() {
        for (place, check, replaced) in PLACES {
            let outcome = run(&fake, place, replaced, shape.answer.clone()).await;
            let expected = match check {
                Check::Host => Some(shape.host),
                Check::SignIn => Some(shape.token),
                _ => shape.after,
            };
            let finding = found(&outcome, check);
            let named = format!("shape {index} at {place}: {}", finding.evidence);
            match expected {
                Some(code) => {
                    assert_eq!(finding.code, code, "{named}");
                    assert!(finding.blocks(), "{named}");
                    assert!(finding.evidence.starts_with("HTTP "), "{named}");
                    assert!(!finding.evidence.contains('\n'), "{named}");
                }
                None => assert_eq!(finding.status, FindingStatus::Passed, "{named}"),
            }
            assert_eq!(outcome.connection.is_none(), expected.is_some(), "{named}");
        }
    }
}

#[tokio::test]
async fn no_redirect_is_followed_wherever_it_comes() {
    let elsewhere = MockServer::start().await;
    let redirect =
        ResponseTemplate::new(307).insert_header("Location", format!("{}/x", elsewhere.uri()));
    let fake = Fake::new().await;
    for (place, _, replaced) in PLACES {
        run(&fake, place, replaced, redirect.clone()).await;
    }
    assert!(elsewhere.received_requests().await.unwrap().is_empty());
}

#[tokio::test]
async fn how_long_a_service_asks_to_wait_is_told_whatever_shape_it_has() {
    let fake = Fake::new().await;
    let limited = json!({"error": "rate_limit_exceeded", "error_description": "x"});
    for (status, body) in [
        (429, "Too Many Requests".to_owned()),
        (429, limited.to_string()),
        (420, "<html>".to_owned()),
        (503, "<html>Down for maintenance</html>".to_owned()),
        (503, String::new()),
    ] {
        let answer = text(status, &body).insert_header("Retry-After", "5");
        for (place, check, replaced) in PLACES {
            let outcome = run(&fake, place, replaced, answer.clone()).await;
            let evidence = &found(&outcome, check).evidence;
            assert!(
                evidence.starts_with(&format!("HTTP {status}: ")),
                "{evidence}"
            );
            assert!(
                evidence.ends_with("; asks to wait 5 s"),
                "{place}: {evidence}"
            );
        }
    }
}

#[tokio::test]
async fn a_batch_whose_parts_all_fail_fails_as_they_do() {
    let fake = Fake::new().await;
    let part = |status: u16, result: Value| json!({"statusCode": status, "result": result});
    let disabled = json!([{"errorCode": "API_DISABLED_FOR_ORG", "message": "API is not enabled"}]);
    let used_up = json!([{"errorCode": "REQUEST_LIMIT_EXCEEDED", "message": "TotalRequests"}]);
    let hidden = json!([{"errorCode": "INVALID_TYPE", "message": "not supported"}]);
    for (all, last, code) in [
        (part(403, disabled.clone()), None, Some(Code::ApiDisabled)),
        (part(403, used_up), None, Some(Code::ApiLimitUsedUp)),
        (part(400, hidden.clone()), None, None),
        (part(403, disabled), Some(part(400, hidden)), None),
    ] {
        let mut results = vec![all; 12];
        if let Some(last) = last {
            results[11] = last;
        }
        let batch = json!({"hasErrors": true, "results": results});
        fake.as_it_should_be().await;
        fake.at(BATCH, ResponseTemplate::new(200).set_body_json(batch))
            .await;
        let outcome = fake.run(&Selection::All).await;
        let rest = found(&outcome, Check::Rest);
        assert_eq!(rest.code, code.unwrap_or(Code::RestAnswers));
        assert_eq!(outcome.connection.is_none(), code.is_some());
    }
}

#[tokio::test]
async fn closed_limits_are_told_by_the_header_and_are_no_disabled_api() {
    let fake = Fake::new().await;
    let closed = json!([{
        "errorCode": "API_DISABLED_FOR_ORG",
        "message": "limits resource is not enabled",
    }]);
    let answer = ResponseTemplate::new(403).set_body_json(closed);
    let header = ("Sforce-Limit-Info", "api-usage=14000/15000");
    let answer = answer.insert_header(header.0, header.1);
    let only = Selection::Only(Check::ApiCalls, String::new());
    for selection in [&Selection::All, &only] {
        let limits = "/services/data/v68.0/limits";
        let outcome = run(&fake, "single questions", &[limits], answer.clone()).await;
        assert!(outcome.connection.is_some());
        let outcome = fake.run(selection).await;
        let calls = found(&outcome, Check::ApiCalls);
        assert_eq!(calls.code, Code::ApiCallsLow, "{}", calls.evidence);
        assert_eq!(calls.evidence, "1,000 of 15,000");
    }
}

#[tokio::test]
async fn an_unknown_field_is_told_on_one_line() {
    let fake = Fake::new().await;
    let message = "\nSELECT PermissionsManageNamedCredentials FROM UserPermissionAccess\n       \
                   ^\nERROR at Row:1:Column:8\nNo such column 'PermissionsManageNamedCredentials'";
    let unknown = json!([{"errorCode": "INVALID_FIELD", "message": message}]);
    let answer = ResponseTemplate::new(400).set_body_json(unknown);
    let outcome = run(&fake, "single questions", &[SINGLE], answer).await;
    let finding = found(&outcome, Check::CredentialRight);
    assert_eq!(finding.status, FindingStatus::Unknown);
    let begins = "HTTP 400: INVALID_FIELD: SELECT PermissionsManageNamedCredentials FROM";
    assert!(finding.evidence.starts_with(begins), "{}", finding.evidence);
    assert!(
        finding.evidence.contains("No such column"),
        "{}",
        finding.evidence
    );
    assert!(!finding.evidence.contains('\n'));
}

#[tokio::test]
async fn no_part_of_a_secret_is_left_where_long_words_are_cut() {
    let fake = Fake::new().await;
    // The password and its token, at every place around the cut.
    for length in 180..=202 {
        let said = format!("{} p&ss+w%rdtok#n was wrong", "-".repeat(length));
        for answer in [
            text(400, &said),
            ResponseTemplate::new(400)
                .set_body_json(json!({"error": "x", "error_description": said})),
        ] {
            fake.as_it_should_be().await;
            fake.at(TOKEN, answer).await;
            let outcome = fake.run(&Selection::All).await;
            let evidence = &found(&outcome, Check::SignIn).evidence;
            assert!(!evidence.contains("p&"), "{evidence}");
            assert!(evidence.chars().count() < 260, "{evidence}");
        }
    }
}
