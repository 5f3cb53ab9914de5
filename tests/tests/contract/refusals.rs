//! What our client makes of a no: it says what GCIS said, without a secret, and knows when it cannot tell.

use model::catalogue::Code;
use model::onboarding::CredentialAction;
use onboarding::credentials::Credentials;
use onboarding::gcis::{Gcis, GcisError, NewInstance, Proposal, Refusal, Replacement};
use secrecy::SecretString;
use serde_json::{Value, json};
use uuid::Uuid;
use wiremock::matchers::{any, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::stage::{client, sign_in};

const SECRETS: [&str; 4] = ["p&ss+w%rd", "tok#n", "c-key", "s=cret"];

/// A GCIS that gives a token and has one answer to all else.
async fn that_answers(status: u16, body: &Value) -> MockServer {
    let server = MockServer::start().await;
    let token = json!({ "access_token": "t", "token_type": "Bearer" });
    Mock::given(path("/oauth2/token"))
        .respond_with(ResponseTemplate::new(200).set_body_json(token))
        .mount(&server)
        .await;
    Mock::given(any())
        .respond_with(ResponseTemplate::new(status).set_body_json(body))
        .mount(&server)
        .await;
    server
}

fn credentials() -> Credentials {
    let [password, security_token, consumer_key, consumer_secret] = SECRETS.map(SecretString::from);
    Credentials::Password {
        username: "gcis@northwind.example".to_owned(),
        password,
        security_token,
        consumer_key,
        consumer_secret,
    }
}

async fn create(gcis: &Gcis<'_>) -> GcisError {
    let new = NewInstance {
        key: Uuid::new_v4(),
        tenant_id: "t",
        login_url: "l",
        event_endpoint: "e",
        sign_in: &credentials(),
    };
    gcis.create(&new).await.unwrap_err()
}

async fn replace(gcis: &Gcis<'_>) -> GcisError {
    let replacement = Replacement {
        key: Uuid::new_v4(),
        instance_id: "i",
        login_url: "l",
        sign_in: &credentials(),
    };
    gcis.replace_credentials(&replacement).await.unwrap_err()
}

async fn rotate(gcis: &Gcis<'_>) -> GcisError {
    let rotating = gcis.start("i", CredentialAction::Rotate, Uuid::new_v4());
    rotating.await.unwrap_err()
}

#[tokio::test]
async fn secrets_that_a_check_repeats_are_taken_out() {
    let echo = format!(
        "refused {} for gcis@northwind.example",
        SECRETS.join(" and ")
    );
    let checks = json!([{
        "id": "sign_in", "title": echo, "status": "failed", "message": echo, "code": echo,
    }]);
    let problem = json!({ "title": "No", "status": 422, "detail": echo, "checks": checks });
    let (server, client) = (that_answers(422, &problem).await, client());
    let gcis = sign_in(&client, &server).await;
    for error in [create(&gcis).await, replace(&gcis).await] {
        let Refusal { checks, code, .. } = error.refusal().unwrap();
        assert_eq!(*code, Code::VerificationRefused);
        assert!(checks[0].message.contains("gcis@northwind.example"));
        let said = format!("{error:?} {error}");
        for secret in SECRETS {
            assert!(!said.contains(secret), "{secret} in {said}");
        }
    }

    let (server, client) = (
        that_answers(200, &json!({ "checks": checks })).await,
        client.clone(),
    );
    let gcis = sign_in(&client, &server).await;
    let proposal = Proposal {
        tenant_id: "t",
        login_url: "l",
        event_endpoint: "e",
        sign_in: &credentials(),
    };
    let said = format!("{:?}", gcis.verify(&proposal).await.unwrap());
    for secret in SECRETS {
        assert!(!said.contains(secret), "{secret} in {said}");
    }
}

#[tokio::test]
async fn its_words_are_cut_to_a_few_sentences() {
    let long = "no and again ".repeat(400);
    let checks =
        json!([{ "id": "sign_in", "title": "Sign-in", "status": "failed", "message": long }]);
    let problem = json!({ "title": "No", "status": 422, "detail": long, "checks": checks });
    let (server, client) = (that_answers(422, &problem).await, client());
    let gcis = sign_in(&client, &server).await;
    let error = create(&gcis).await;
    let refusal = error.refusal().unwrap();
    for words in [&refusal.evidence, &refusal.checks[0].message] {
        assert!(
            words.chars().count() <= 201 && words.ends_with('…'),
            "{words}"
        );
    }
}

#[tokio::test]
async fn a_refusal_behind_the_sign_in_says_nothing_of_the_api_credentials() {
    for status in [401, 403] {
        let problem = json!({ "title": "No", "detail": "Ask for the role connectors.write." });
        let (server, client) = (that_answers(status, &problem).await, client());
        let gcis = sign_in(&client, &server).await;
        let error = create(&gcis).await;
        assert_eq!(error.code(), Code::GcisRefused);
        assert!(error.evidence().contains("connectors.write"), "{error}");
    }
}

#[tokio::test]
async fn while_the_first_request_runs_nobody_can_tell() {
    let problem =
        json!({ "type": "/problems/request-in-progress", "title": "Wait", "status": 409 });
    let (server, client) = (that_answers(409, &problem).await, client());
    let gcis = sign_in(&client, &server).await;
    for error in [
        create(&gcis).await,
        replace(&gcis).await,
        rotate(&gcis).await,
    ] {
        assert_eq!(error.code(), Code::OutcomeUnknown);
        assert!(error.is_ambiguous());
    }
}

#[tokio::test]
async fn a_conflict_names_what_stands_in_the_way() {
    let connected = json!({ "type": "/problems/already-connected", "instanceId": "i-1" });
    let busy = json!({ "type": "/problems/wrong-state", "state": "rotating" });
    let client = client();
    let server = that_answers(409, &connected).await;
    let error = create(&sign_in(&client, &server).await).await;
    let refusal = error.refusal().unwrap();
    assert_eq!(refusal.code, Code::AlreadyConnected);
    assert_eq!(refusal.instance_id.as_deref(), Some("i-1"));
    let server = that_answers(409, &busy).await;
    let error = rotate(&sign_in(&client, &server).await).await;
    assert_eq!(error.code(), Code::CredentialBusy);
    assert!(!error.is_ambiguous());
}

#[tokio::test]
async fn after_a_failure_of_gcis_itself_nobody_can_tell() {
    for (status, body) in [
        (500, json!({})),
        (503, json!("down")),
        (200, json!({ "ok": true })),
    ] {
        let (server, client) = (that_answers(status, &body).await, client());
        let gcis = sign_in(&client, &server).await;
        for error in [
            create(&gcis).await,
            replace(&gcis).await,
            rotate(&gcis).await,
        ] {
            assert!(error.is_ambiguous(), "{status}: {error:?}");
        }
    }
}

#[tokio::test]
async fn only_what_the_contract_lists_for_an_operation_says_what_became_of_it() {
    let operation = json!({ "id": "operation-1", "status": "running" });
    let refused = json!({ "title": "No", "instanceId": "i-1" });
    let client = client();
    // Whether the answer is final, for create, replace and rotate.
    for (status, is_final) in [
        (202, None),
        (204, Some([false, false, false])),
        (302, Some([false, false, false])),
        (307, Some([false, false, false])),
        (400, Some([true, true, true])),
        (401, Some([true, true, true])),
        (403, Some([false, false, false])),
        (404, Some([false, true, true])),
        (408, Some([false, false, false])),
        (409, Some([true, false, true])),
        (413, Some([false, false, false])),
        (422, Some([true, true, true])),
        (425, Some([false, false, false])),
        (429, Some([false, false, false])),
        (502, Some([false, false, false])),
        (504, Some([false, false, false])),
    ] {
        let body = if status < 300 { &operation } else { &refused };
        let server = that_answers(status, body).await;
        let gcis = sign_in(&client, &server).await;
        let [created, replaced] = [create(&gcis).await, replace(&gcis).await];
        let Some([create, replace, start]) = is_final else {
            assert!(
                created.is_ambiguous() && replaced.is_ambiguous(),
                "an operation is no instance"
            );
            let started = gcis.start("i", CredentialAction::Rotate, Uuid::new_v4());
            assert_eq!(started.await.unwrap(), "operation-1");
            continue;
        };
        let rotated = rotate(&gcis).await;
        for (error, is_final) in [(created, create), (replaced, replace), (rotated, start)] {
            assert_eq!(!error.is_ambiguous(), is_final, "{status}: {error:?}");
        }
    }
}
