//! Raw shapes: what a service, or something in its place, can answer.

use model::catalogue::{Check, Code, Finding};
use onboarding::net::PracticeOrigins;
use onboarding::salesforce::{Outcome, Selection};
use serde_json::json;
use url::Url;
use wiremock::matchers::{header, method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::fake::{self, ORG, client, expectations};

pub(crate) const VERSIONS: &str =
    r#"[{"label":"Winter '27","url":"/services/data/v68.0","version":"68.0"}]"#;

async fn salesforce(token: ResponseTemplate) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(method("GET"))
        .and(path("/services/data"))
        .respond_with(ResponseTemplate::new(200).set_body_raw(VERSIONS, "application/json"))
        .mount(&server)
        .await;
    Mock::given(method("POST"))
        .and(path("/services/oauth2/token"))
        .respond_with(token)
        .mount(&server)
        .await;
    server
}

pub(crate) async fn run(server: &MockServer) -> Outcome {
    let origin = Url::parse(&server.uri()).unwrap();
    let origins = PracticeOrigins {
        salesforce: origin.clone(),
        gcis: origin,
    };
    let login = "login.salesforce.practice";
    fake::run(&client(), origins, login, &expectations(), &Selection::All).await
}

fn blocking(outcome: &Outcome) -> Code {
    outcome
        .findings
        .iter()
        .find(|finding| Finding::blocks(finding))
        .unwrap()
        .code
}

fn paths(requests: &[wiremock::Request]) -> Vec<&str> {
    requests.iter().map(|request| request.url.path()).collect()
}

#[tokio::test]
async fn the_sign_in_is_form_encoded_with_the_token_behind_the_password() {
    let server = salesforce(ResponseTemplate::new(400)).await;
    run(&server).await;
    let requests = server.received_requests().await.unwrap();
    let sign_in = requests
        .iter()
        .find(|r| r.url.path().ends_with("token"))
        .unwrap();
    assert_eq!(sign_in.url.query(), None, "nothing stands in the address");
    let form: Vec<(String, String)> = url::form_urlencoded::parse(&sign_in.body)
        .into_owned()
        .collect();
    let value = |name: &str| {
        form.iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
            .unwrap()
    };
    assert_eq!(value("grant_type"), "password");
    assert_eq!(value("password"), "p&ss+w%rdtok#n");
    assert_eq!(value("client_secret"), "s=cret");
    let content_type = sign_in.headers.get("content-type").unwrap();
    assert_eq!(content_type, "application/x-www-form-urlencoded");
}

#[tokio::test]
async fn a_refused_sign_in_is_never_repeated() {
    let refusal = json!({"error": "invalid_grant", "error_description": "authentication failure"});
    let server = salesforce(ResponseTemplate::new(400).set_body_json(refusal)).await;
    assert_eq!(blocking(&run(&server).await), Code::AuthenticationFailure);
    let requests = server.received_requests().await.unwrap();
    assert_eq!(
        paths(&requests),
        ["/services/data", "/services/oauth2/token"]
    );
}

#[tokio::test]
async fn nothing_secret_leaves_before_the_host_has_answered_as_salesforce() {
    for answer in [
        ResponseTemplate::new(200).set_body_string("<html>Sign in to the hotel</html>"),
        ResponseTemplate::new(200).set_body_json(json!({"hello": "there"})),
        ResponseTemplate::new(302).insert_header("Location", "https://evil.example/"),
        ResponseTemplate::new(404),
    ] {
        let server = MockServer::start().await;
        Mock::given(method("GET"))
            .respond_with(answer)
            .mount(&server)
            .await;
        let outcome = run(&server).await;
        assert!(outcome.connection.is_none());
        assert_eq!(
            paths(&server.received_requests().await.unwrap()),
            ["/services/data"]
        );
    }
}

#[tokio::test]
async fn no_redirect_is_followed_with_a_secret() {
    let elsewhere = MockServer::start().await;
    for status in [301, 302, 303, 307, 308] {
        let redirect = ResponseTemplate::new(status).insert_header(
            "Location",
            format!("{}/services/oauth2/token", elsewhere.uri()),
        );
        assert_eq!(
            blocking(&run(&salesforce(redirect).await).await),
            Code::Redirected
        );
    }
    assert!(elsewhere.received_requests().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_token_goes_to_no_address_outside_salesforce() {
    let elsewhere = MockServer::start().await;
    for (instance_url, id) in [
        (elsewhere.uri(), None),
        ("https://evil.example".to_owned(), None),
        ("not an address".to_owned(), None),
        (
            String::new(),
            Some(format!("{}/id/00D/005", elsewhere.uri())),
        ),
    ] {
        let server = MockServer::start().await;
        let own = server.uri();
        let instance_url = if instance_url.is_empty() {
            own.clone()
        } else {
            instance_url
        };
        let granted = json!({
            "access_token": "00D!token",
            "instance_url": instance_url,
            "id": id.unwrap_or(format!("{own}/id/00D/005")),
        });
        Mock::given(path("/services/data"))
            .respond_with(ResponseTemplate::new(200).set_body_raw(VERSIONS, "application/json"))
            .mount(&server)
            .await;
        Mock::given(path("/services/oauth2/token"))
            .respond_with(ResponseTemplate::new(200).set_body_json(granted))
            .mount(&server)
            .await;
        assert_eq!(blocking(&run(&server).await), Code::ForeignAddress);
        let requests = server.received_requests().await.unwrap();
        assert!(
            requests
                .iter()
                .all(|request| !request.headers.contains_key("authorization"))
        );
    }
    assert!(elsewhere.received_requests().await.unwrap().is_empty());
}

#[tokio::test]
async fn answers_of_any_shape_are_survived() {
    let expired = r#"[{"errorCode":"INVALID_OPERATION_WITH_EXPIRED_PASSWORD","message":"x"}]"#;
    for (answer, code) in [
        (
            ResponseTemplate::new(400).set_body_string(expired),
            Code::PasswordExpired,
        ),
        (
            ResponseTemplate::new(400).set_body_json(json!({"error": "invalid_grant"})),
            Code::SignInRefused,
        ),
        (
            ResponseTemplate::new(400).set_body_string(r#"{"error":"invalid_"#),
            Code::UnreadableAnswer,
        ),
        (ResponseTemplate::new(400), Code::UnreadableAnswer),
        (
            ResponseTemplate::new(200).set_body_json(json!([])),
            Code::UnreadableAnswer,
        ),
        (
            ResponseTemplate::new(200).set_body_string("<html>"),
            Code::NotSalesforce,
        ),
        (
            ResponseTemplate::new(420).set_body_string("We are setting things up"),
            Code::TooManyRequests,
        ),
        (ResponseTemplate::new(429), Code::TooManyRequests),
        (
            ResponseTemplate::new(503).set_body_string("<html>maintenance"),
            Code::ServiceDown,
        ),
        (
            ResponseTemplate::new(200).set_body_string("x".repeat(2_000_000)),
            Code::UnreadableAnswer,
        ),
    ] {
        assert_eq!(blocking(&run(&salesforce(answer).await).await), code);
    }
}

/// A Salesforce that signs in, says who it is as `identity` has it, and lets nobody read the org.
async fn salesforce_that_hides_the_org(identity: ResponseTemplate) -> MockServer {
    let server = MockServer::start().await;
    let own = server.uri();
    let granted = json!({
        "access_token": "t", "instance_url": own, "id": format!("{own}/id/{ORG}/005"),
        "issued_at": "1", "signature": "s", "token_type": "Bearer", "something": "new",
    });
    let refusal = json!([{"errorCode": "INVALID_TYPE", "message": "sObject type not supported"}]);
    let versions = ResponseTemplate::new(200).set_body_raw(VERSIONS, "application/json");
    for (at, answer) in [
        ("/services/data", versions),
        (
            "/services/oauth2/token",
            ResponseTemplate::new(200).set_body_json(granted),
        ),
        (
            "/services/data/v68.0/query",
            ResponseTemplate::new(400).set_body_json(refusal),
        ),
    ] {
        Mock::given(path(at))
            .respond_with(answer)
            .mount(&server)
            .await;
    }
    Mock::given(path(format!("/id/{ORG}/005")))
        .and(header("authorization", "Bearer t"))
        .respond_with(identity)
        .mount(&server)
        .await;
    server
}

#[tokio::test]
async fn a_user_that_may_not_read_the_org_is_told_cannot_tell() {
    let who = json!({"organization_id": ORG, "username": "gcis@northwind.example"});
    let identity = ResponseTemplate::new(200).set_body_json(who);
    let outcome = run(&salesforce_that_hides_the_org(identity).await).await;
    let connection = outcome.connection.unwrap();
    assert_eq!(connection.sandbox, None, "cannot tell is not production");
    for check in [Check::Environment, Check::Edition] {
        let finding = outcome.findings.iter().find(|one| one.check == check);
        assert_eq!(finding.unwrap().code, Code::CannotTell, "{check:?}");
    }
}

#[tokio::test]
async fn an_identity_that_may_not_be_read_is_a_warning_and_the_org_is_still_known() {
    let refused = ResponseTemplate::new(403).set_body_string("Bad_OAuth_Token");
    let outcome = run(&salesforce_that_hides_the_org(refused).await).await;
    let connection = outcome.connection.unwrap();
    assert_eq!(connection.org_id, ORG);
    assert_eq!(connection.username, None, "what was typed is no answer");
    assert!(
        outcome
            .findings
            .iter()
            .any(|finding| finding.code == Code::IdentityUnread)
    );
}

#[tokio::test]
async fn secrets_that_an_answer_repeats_are_taken_out() {
    let echo = json!({
        "error": "invalid_grant",
        "error_description": "p&ss+w%rd, tok#n, key, s=cret and p%26ss%2Bw%25rdtok%23n",
    });
    let outcome = run(&salesforce(ResponseTemplate::new(400).set_body_json(echo)).await).await;
    let said = &outcome
        .findings
        .iter()
        .find(|finding| finding.blocks())
        .unwrap()
        .evidence;
    for secret in ["p&ss+w%rd", "tok#n", "key", "s=cret", "p%26ss"] {
        assert!(!said.contains(secret), "{said}");
    }
}

#[tokio::test]
async fn the_newest_version_that_this_program_knows_is_used_whatever_the_order() {
    for (versions, used) in [
        (
            r#"[{"label":"a","version":"68.0"},{"label":"b","version":"61.0"}]"#,
            Some("68.0"),
        ),
        (
            r#"[{"label":"a","version":"64.0"},{"label":"b","version":"99.0"}]"#,
            Some("64.0"),
        ),
        (r#"[{"label":"a","version":"31.0"}]"#, None),
    ] {
        let server = MockServer::start().await;
        let body = ResponseTemplate::new(200).set_body_raw(versions, "application/json");
        Mock::given(path("/services/data"))
            .respond_with(body)
            .mount(&server)
            .await;
        let outcome = run(&server).await;
        let host = &outcome.findings[0];
        assert_eq!(
            host.code == Code::SalesforceAnswers,
            used.is_some(),
            "{versions}"
        );
        if used.is_none() {
            assert_eq!(host.code, Code::ApiVersionRetired);
        }
    }
}
