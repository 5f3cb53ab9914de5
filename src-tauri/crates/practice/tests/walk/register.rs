//! Creating connectors: once, verified, and never with a secret in the answer.

use serde_json::{Value, json};

use crate::client::send;
use crate::setting::{JSON, Setting, spec};

const INSTANCES: &str = "/v1/connector-instances";

fn status_of<'a>(checks: &'a Value, id: &str) -> &'a Value {
    let checks = checks.as_array().unwrap();
    let check = checks.iter().find(|check| check["id"] == id);
    &check.unwrap()["status"]
}

#[tokio::test]
async fn a_created_connector_is_told_without_a_secret() {
    let setting = Setting::new().await;
    let token = setting.gcis_token().await;
    let proposal = setting.proposal(&token).await;
    let reply = setting
        .gcis_post(&token, INSTANCES, "k", &proposal)
        .await
        .unwrap();
    assert_eq!(reply.status, 201);
    let instance = reply.json();
    assert_eq!(instance["orgId"], setting.card.org_id);
    assert_eq!(instance["status"], "connected");
    assert_eq!(
        status_of(&instance["verification"]["checks"], "sign_in"),
        "passed"
    );
    for secret in [
        &setting.card.password,
        &setting.card.security_token,
        &setting.card.consumer_secret,
    ] {
        assert!(!reply.body.contains(secret.as_str()));
    }
    let location = reply.header("Location").unwrap();
    assert_eq!(setting.gcis_get(&token, location).await.json(), instance);
    let found = setting
        .gcis_get(&token, "/v1/connector-instances?reference=onboarding-1")
        .await
        .json();
    assert_eq!(found["connectorInstances"], json!([instance]));
    let none = setting
        .gcis_get(&token, "/v1/connector-instances?reference=other")
        .await
        .json();
    assert_eq!(none["connectorInstances"], json!([]));
}

#[tokio::test]
async fn a_wrong_password_is_a_failed_check_and_creates_nothing() {
    let setting = Setting::new().await;
    let token = setting.gcis_token().await;
    let mut proposal = setting.proposal(&token).await;
    proposal["credentials"]["password"] = json!("not-the-password");
    let reply = setting
        .gcis_post(&token, INSTANCES, "k", &proposal)
        .await
        .unwrap();
    assert_eq!(reply.status, 422);
    assert_eq!(
        reply.header("Content-Type"),
        Some("application/problem+json")
    );
    let problem = reply.json();
    assert_eq!(problem["type"], "/problems/verification-failed");
    assert_eq!(status_of(&problem["checks"], "sign_in"), "failed");
    assert_eq!(status_of(&problem["checks"], "organization"), "skipped");
    assert!(!reply.body.contains("not-the-password"));
    // What was refused can be put right under the same key.
    let proposal = setting.proposal(&token).await;
    let reply = setting
        .gcis_post(&token, INSTANCES, "k", &proposal)
        .await
        .unwrap();
    assert_eq!(reply.status, 201);
}

#[tokio::test]
async fn a_login_url_elsewhere_is_a_failed_check_and_signs_in_nowhere() {
    let setting = Setting::new().await;
    let token = setting.gcis_token().await;
    let mut proposal = setting.proposal(&token).await;
    proposal["loginUrl"] = json!("login.salesforce.com");
    let reply = setting
        .gcis_post(&token, INSTANCES, "k", &proposal)
        .await
        .unwrap();
    assert_eq!(reply.status, 422);
    let problem = reply.json();
    assert_eq!(status_of(&problem["checks"], "login_url"), "failed");
    assert_eq!(setting.login_history().await.len(), 1);
}

#[tokio::test]
async fn an_unknown_event_endpoint_is_only_a_warning() {
    let setting = Setting::new().await;
    let token = setting.gcis_token().await;
    for endpoint in ["/services/apexrest/nowhere", "has spaces", ""] {
        let mut proposal = setting.proposal(&token).await;
        proposal["eventEndpoint"] = json!(endpoint);
        let bearer = format!("Bearer {token}");
        let headers = [JSON, ("Authorization", bearer.as_str())];
        let path = "/v1/verifications";
        let reply = send(
            "POST",
            setting.running.gcis(),
            path,
            &headers,
            &proposal.to_string(),
        )
        .await
        .unwrap();
        assert_eq!(
            status_of(&reply.json()["checks"], "event_endpoint"),
            "warning"
        );
    }
}

#[tokio::test]
async fn the_same_key_and_payload_get_the_first_answer_again() {
    let setting = Setting::new().await;
    let token = setting.gcis_token().await;
    let proposal = setting.proposal(&token).await;
    let first = setting
        .gcis_post(&token, INSTANCES, "k", &proposal)
        .await
        .unwrap();
    let second = setting
        .gcis_post(&token, INSTANCES, "k", &proposal)
        .await
        .unwrap();
    assert_eq!((second.status, second.json()), (201, first.json()));
    assert_eq!(second.header("Location"), first.header("Location"));
}

#[tokio::test]
async fn the_same_key_with_another_payload_is_refused() {
    let setting = Setting::new().await;
    let token = setting.gcis_token().await;
    let mut proposal = setting.proposal(&token).await;
    setting
        .gcis_post(&token, INSTANCES, "k", &proposal)
        .await
        .unwrap();
    proposal["reference"] = json!("onboarding-2");
    let reply = setting
        .gcis_post(&token, INSTANCES, "k", &proposal)
        .await
        .unwrap();
    assert_eq!(
        (reply.status, reply.json()["type"].as_str()),
        (422, Some("/problems/idempotency-key-reused"))
    );
}

#[tokio::test]
async fn requests_at_once_with_one_key_make_one_connector() {
    let setting = Setting::new().await;
    let token = setting.gcis_token().await;
    let proposal = setting.proposal(&token).await;
    let post = || setting.gcis_post(&token, INSTANCES, "k", &proposal);
    let (one, two, three) = tokio::join!(post(), post(), post());
    for reply in [one, two, three] {
        assert!(matches!(reply.unwrap().status, 201 | 409));
    }
    let instances = setting.gcis_get(&token, INSTANCES).await.json();
    assert_eq!(instances["connectorInstances"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_key_is_needed_and_stands_in_quotes() {
    let setting = Setting::new().await;
    let token = setting.gcis_token().await;
    let proposal = setting.proposal(&token).await.to_string();
    let bearer = format!("Bearer {token}");
    for key in [("Idempotency-Key", "bare"), ("X-Other", "")] {
        let headers = [JSON, ("Authorization", bearer.as_str()), key];
        let reply = send(
            "POST",
            setting.running.gcis(),
            INSTANCES,
            &headers,
            &proposal,
        )
        .await
        .unwrap();
        assert_eq!(reply.status, 400);
    }
}

#[tokio::test]
async fn a_second_connector_for_the_same_org_and_tenant_names_the_first() {
    let setting = Setting::new().await;
    let token = setting.gcis_token().await;
    let first = setting.connect(&token).await;
    let proposal = setting.proposal(&token).await;
    let reply = setting
        .gcis_post(&token, INSTANCES, "another", &proposal)
        .await
        .unwrap();
    assert_eq!(
        (reply.status, reply.json()["instanceId"].as_str()),
        (409, Some(first.as_str()))
    );
}

#[tokio::test]
async fn one_account_sees_nothing_of_another() {
    let mut setting = Setting::new().await;
    let instance = setting.connect(&setting.gcis_token().await).await;
    let mut other = spec();
    other.key = "other".to_owned();
    setting.card = setting.running.cloud().open_org(other);
    let token = setting.gcis_token().await;
    let path = format!("{INSTANCES}/{instance}");
    assert_eq!(setting.gcis_get(&token, &path).await.status, 404);
    assert_eq!(
        setting.gcis_get(&token, INSTANCES).await.json()["connectorInstances"],
        json!([])
    );
}
