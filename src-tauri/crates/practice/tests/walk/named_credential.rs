//! Named credentials: work that takes a moment and shows in Salesforce.

use std::time::Duration;

use serde_json::{Value, json};

use crate::client::Reply;
use crate::setting::Setting;

pub(crate) const ROWS: &str = "SELECT Id, DeveloperName, CreatedDate, LastModifiedDate, LastModifiedBy.Username FROM NamedCredential";

/// Asks until the operation that `reply` announced has ended.
pub(crate) async fn ended(setting: &Setting, token: &str, reply: &Reply) -> Value {
    assert_eq!(reply.status, 202, "{reply:?}");
    assert_eq!(reply.header("Retry-After"), Some("1"));
    let location = reply.header("Location").unwrap();
    loop {
        let operation = setting.gcis_get(token, location).await;
        let body = operation.json();
        if body["status"] != "running" {
            return body;
        }
        assert_eq!(operation.header("Retry-After"), Some("1"));
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

async fn state(setting: &Setting, token: &str, path: &str) -> Value {
    setting.gcis_get(token, path).await.json()["state"].clone()
}

#[tokio::test]
async fn it_is_added_rotated_and_revoked_and_salesforce_shows_each() {
    let setting = Setting::new().await;
    let (token, salesforce) = (setting.gcis_token().await, setting.salesforce_token().await);
    let base = format!(
        "/v1/connector-instances/{}/named-credential",
        setting.connect(&token).await
    );
    assert_eq!(state(&setting, &token, &base).await, "not_enabled");

    let adding = setting
        .gcis_post(&token, &base, "add", &json!({}))
        .await
        .unwrap();
    assert_eq!(state(&setting, &token, &base).await, "adding");
    let added = ended(&setting, &token, &adding).await;
    assert_eq!(
        (&added["kind"], &added["status"]),
        (&json!("named_credential_add"), &json!("succeeded"))
    );
    assert_eq!(state(&setting, &token, &base).await, "active");
    let before = setting.query(&salesforce, ROWS).await.json();
    assert_eq!(before["totalSize"], 1);
    assert_eq!(
        before["records"][0]["LastModifiedBy"]["Username"],
        setting.card.username
    );

    let rotate = format!("{base}/rotate");
    let rotating = setting
        .gcis_post(&token, &rotate, "rotate", &json!({}))
        .await
        .unwrap();
    assert_eq!(state(&setting, &token, &base).await, "rotating");
    ended(&setting, &token, &rotating).await;
    let after = setting.query(&salesforce, ROWS).await.json();
    assert_eq!(after["records"][0]["Id"], before["records"][0]["Id"]);
    assert_ne!(
        after["records"][0]["LastModifiedDate"],
        before["records"][0]["LastModifiedDate"]
    );
    assert!(setting.gcis_get(&token, &base).await.json()["rotatedAt"].is_string());

    let revoke = format!("{base}/revoke");
    let revoking = setting
        .gcis_post(&token, &revoke, "revoke", &json!({}))
        .await
        .unwrap();
    ended(&setting, &token, &revoking).await;
    assert_eq!(state(&setting, &token, &base).await, "revoked");
    assert_eq!(
        setting.query(&salesforce, ROWS).await.json()["totalSize"],
        0
    );
}

#[tokio::test]
async fn what_the_state_does_not_allow_is_a_conflict() {
    let setting = Setting::new().await;
    let token = setting.gcis_token().await;
    let base = format!(
        "/v1/connector-instances/{}/named-credential",
        setting.connect(&token).await
    );
    for action in ["rotate", "revoke"] {
        let reply = setting
            .gcis_post(&token, &format!("{base}/{action}"), action, &json!({}))
            .await
            .unwrap();
        assert_eq!(
            (reply.status, reply.json()["state"].as_str()),
            (409, Some("not_enabled"))
        );
    }
    let adding = setting
        .gcis_post(&token, &base, "add", &json!({}))
        .await
        .unwrap();
    let busy = setting
        .gcis_post(&token, &base, "add again", &json!({}))
        .await
        .unwrap();
    assert_eq!(busy.status, 409);
    ended(&setting, &token, &adding).await;
    let active = setting
        .gcis_post(&token, &base, "add once more", &json!({}))
        .await
        .unwrap();
    assert_eq!(
        (active.status, active.json()["state"].as_str()),
        (409, Some("active"))
    );
}

#[tokio::test]
async fn a_repeated_request_names_the_operation_that_it_began() {
    let setting = Setting::new().await;
    let token = setting.gcis_token().await;
    let base = format!(
        "/v1/connector-instances/{}/named-credential",
        setting.connect(&token).await
    );
    let first = setting
        .gcis_post(&token, &base, "add", &json!({}))
        .await
        .unwrap();
    let second = setting
        .gcis_post(&token, &base, "add", &json!({}))
        .await
        .unwrap();
    assert_eq!(first.json()["id"], second.json()["id"]);
    assert_eq!(first.header("Location"), second.header("Location"));
}
