//! The practice GCIS: its door, its tenants, and trying a connector out.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use crate::client::send;
use crate::setting::{FORM, JSON, Setting};

#[tokio::test]
async fn a_token_is_given_for_http_basic_as_well() {
    let setting = Setting::new().await;
    let pair = STANDARD.encode(format!(
        "{}:{}",
        setting.card.gcis_client_id, setting.card.gcis_client_secret
    ));
    let headers = [FORM, ("Authorization", &format!("Basic {pair}"))];
    let body = "grant_type=client_credentials";
    let reply = send(
        "POST",
        setting.running.gcis(),
        "/oauth2/token",
        &headers,
        body,
    )
    .await
    .unwrap();
    assert_eq!(reply.status, 200);
    assert_eq!(reply.json()["expires_in"], 3600);
}

#[tokio::test]
async fn a_wrong_client_is_refused_in_oauths_words() {
    let setting = Setting::new().await;
    let body = "grant_type=client_credentials&client_id=a&client_secret=b";
    let reply = send(
        "POST",
        setting.running.gcis(),
        "/oauth2/token",
        &[FORM],
        body,
    )
    .await
    .unwrap();
    assert_eq!(
        (reply.status, reply.json()["error"].as_str()),
        (401, Some("invalid_client"))
    );
}

#[tokio::test]
async fn without_a_token_the_api_answers_with_a_problem() {
    let setting = Setting::new().await;
    let reply = setting.gcis_get("dead", "/v1/tenants").await;
    assert_eq!(reply.status, 401);
    assert_eq!(
        reply.header("Content-Type"),
        Some("application/problem+json")
    );
    assert_eq!(reply.header("WWW-Authenticate"), Some("Bearer"));
    assert_eq!(reply.json()["status"], 401);
}

#[tokio::test]
async fn tenants_have_a_product_and_an_environment() {
    let setting = Setting::new().await;
    let tenants = setting
        .gcis_get(&setting.gcis_token().await, "/v1/tenants")
        .await
        .json();
    let tenants = tenants["tenants"].as_array().unwrap();
    assert!(
        tenants
            .iter()
            .any(|tenant| tenant["environment"] == "production")
    );
    assert!(tenants.iter().any(|tenant| tenant["product"] == "junifer"));
}

#[tokio::test]
async fn trying_out_signs_in_for_real_and_creates_nothing() {
    let setting = Setting::new().await;
    let token = setting.gcis_token().await;
    let mut proposal = setting.proposal(&token).await;
    proposal["unheard"] = json!({ "of": "member" });
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
    let checks = reply.json();
    let checks = checks["checks"].as_array().unwrap();
    assert_eq!(checks.len(), 5);
    assert!(
        checks.iter().all(|check| check["status"] == "passed"),
        "{checks:?}"
    );
    let instances = setting
        .gcis_get(&token, "/v1/connector-instances")
        .await
        .json();
    assert_eq!(instances["connectorInstances"], json!([]));
    let gcis = ("203.0.113.24".to_owned(), "Success".to_owned());
    assert!(setting.login_history().await.contains(&gcis));
}
