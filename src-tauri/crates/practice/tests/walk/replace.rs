//! Other credentials for a connector that runs: verified first, and without an effect if that fails.

use practice::Scenario;
use serde_json::{Value, json};

use crate::client::Reply;
use crate::named_credential::{ROWS, ended};
use crate::setting::Setting;

/// A setting with a connector by way of the connected app.
struct Connected {
    setting: Setting,
    token: String,
    path: String,
}

impl Connected {
    async fn new() -> Self {
        let setting = Setting::new().await;
        let token = setting.gcis_token().await;
        let id = setting.connect(&token).await;
        Self {
            setting,
            token,
            path: format!("/v1/connector-instances/{id}"),
        }
    }

    async fn read(&self) -> Value {
        self.setting.gcis_get(&self.token, &self.path).await.json()
    }

    async fn put(&self, key: &str, body: &Value) -> std::io::Result<Reply> {
        let path = format!("{}/credentials", self.path);
        let setting = &self.setting;
        setting
            .gcis_change("PUT", &self.token, &path, key, body)
            .await
    }

    /// A body that takes the connector to the external client app.
    fn external(&self) -> Value {
        let card = &self.setting.card;
        json!({
            "loginUrl": card.my_domain,
            "credentials": {
                "route": "external_client_app",
                "consumerKey": card.eca_consumer_key,
                "consumerSecret": card.eca_consumer_secret,
            },
        })
    }

    /// The credentials of the connected app, with one of them replaced.
    async fn connected_app(&self, member: &str, value: &str) -> Value {
        let mut proposal = self.setting.proposal(&self.token).await;
        proposal["credentials"][member] = json!(value);
        json!({ "credentials": proposal["credentials"] })
    }
}

#[tokio::test]
async fn a_connector_takes_the_other_route_and_stays_the_same_connector() {
    let connected = Connected::new().await;
    let before = connected.read().await;
    let reply = connected.put("k", &connected.external()).await.unwrap();
    assert_eq!(reply.status, 200, "{reply:?}");
    let after = reply.json();
    assert_eq!(connected.read().await, after);
    for member in [
        "id",
        "reference",
        "tenantId",
        "orgId",
        "eventEndpoint",
        "createdAt",
    ] {
        assert_eq!(before[member], after[member], "{member}");
    }
    assert_eq!(before["credentialsReplacedAt"], Value::Null);
    assert!(after["credentialsReplacedAt"].is_string());
    assert_eq!(
        (&after["route"], &after["username"], &after["loginUrl"]),
        (
            &json!("external_client_app"),
            &Value::Null,
            &json!(connected.setting.card.my_domain)
        )
    );
    assert!(
        !reply
            .body
            .contains(&connected.setting.card.eca_consumer_secret)
    );
}

#[tokio::test]
async fn from_then_on_the_named_credential_is_written_by_the_user_who_signs_in_now() {
    let connected = Connected::new().await;
    let (setting, token) = (&connected.setting, &connected.token);
    let salesforce = setting.salesforce_token().await;
    let base = format!("{}/named-credential", connected.path);
    let written_by = async || {
        let row = setting.query(&salesforce, ROWS).await.json()["records"][0].clone();
        row["LastModifiedBy"]["Username"].clone()
    };
    let adding = setting.gcis_post(token, &base, "add", &json!({})).await;
    ended(setting, token, &adding.unwrap()).await;
    assert_eq!(written_by().await, setting.card.username);

    let mut browser = setting.browser().await;
    browser.make_user(&[]).await;
    browser.set_password("Verify Account", "Invented-1").await;
    let mut other = connected
        .connected_app("username", "trained@acme.example")
        .await;
    other["credentials"]["password"] = json!("Invented-1");
    other["credentials"]["securityToken"] = json!(browser.reset_token().await);
    let reply = connected.put("k", &other).await.unwrap();
    assert_eq!(reply.status, 200, "{reply:?}");
    assert_eq!(written_by().await, setting.card.username);

    let rotate = format!("{base}/rotate");
    let rotating = setting
        .gcis_post(token, &rotate, "rotate", &json!({}))
        .await;
    ended(setting, token, &rotating.unwrap()).await;
    assert_eq!(written_by().await, "trained@acme.example");
}

#[tokio::test]
async fn without_a_login_url_they_sign_in_where_the_old_ones_did() {
    let connected = Connected::new().await;
    let token = connected.setting.card.security_token.clone();
    let same = connected.connected_app("securityToken", &token).await;
    let reply = connected.put("k", &same).await.unwrap();
    assert_eq!(
        (reply.status, &reply.json()["loginUrl"]),
        (200, &json!("login.salesforce.practice"))
    );
}

#[tokio::test]
async fn credentials_that_fail_are_told_with_checks_and_change_nothing() {
    let connected = Connected::new().await;
    let before = connected.read().await;
    let wrong = connected.connected_app("password", "wrong").await;
    let reply = connected.put("k", &wrong).await.unwrap();
    assert_eq!(reply.status, 422);
    let problem = reply.json();
    assert_eq!(problem["type"], "/problems/verification-failed");
    let mut checks = problem["checks"].as_array().unwrap().iter();
    assert!(checks.any(|check| check["id"] == "sign_in" && check["status"] == "failed"));
    assert_eq!(connected.read().await, before);
    // The refusal freed its key.
    let right = connected.external();
    assert_eq!(connected.put("k", &right).await.unwrap().status, 200);
}

#[tokio::test]
async fn credentials_of_another_org_change_nothing() {
    let connected = Connected::new().await;
    let before = connected.read().await;
    let cloud = connected.setting.running.cloud();
    cloud.set_scenario(Scenario::OtherOrg);
    let reply = connected.put("k", &connected.external()).await.unwrap();
    assert_eq!(reply.status, 422);
    assert!(reply.body.contains("another org"), "{}", reply.body);
    assert_eq!(connected.read().await, before);
}

#[tokio::test]
async fn the_same_key_replaces_once_and_takes_no_other_payload() {
    let connected = Connected::new().await;
    let external = connected.external();
    let first = connected.put("k", &external).await.unwrap();
    let second = connected.put("k", &external).await.unwrap();
    assert_eq!((second.status, second.json()), (200, first.json()));
    let other = connected.connected_app("route", "connected_app").await;
    let reply = connected.put("k", &other).await.unwrap();
    assert_eq!(
        (reply.status, reply.json()["type"].as_str()),
        (422, Some("/problems/idempotency-key-reused"))
    );
}

#[tokio::test]
async fn a_lost_answer_can_be_told_from_a_lost_request() {
    let connected = Connected::new().await;
    let cloud = connected.setting.running.cloud();
    cloud.set_scenario(Scenario::GcisNoAnswer);
    assert!(connected.put("k", &connected.external()).await.is_err());
    let after = connected.read().await;
    assert!(after["credentialsReplacedAt"].is_string());
    assert_eq!(after["route"], "external_client_app");
}

#[tokio::test]
async fn what_is_not_there_cannot_be_changed() {
    let mut connected = Connected::new().await;
    connected.path = "/v1/connector-instances/nobodys".to_owned();
    let reply = connected.put("k", &connected.external()).await.unwrap();
    assert_eq!(reply.status, 404);
}
