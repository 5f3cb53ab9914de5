//! Each scenario, as a caller meets it.

use practice::Scenario;
use serde_json::{Value, json};

use crate::client::{Reply, send};
use crate::named_credential::{ROWS, ended};
use crate::setting::Setting;

const INSTANCES: &str = "/v1/connector-instances";

async fn setting(scenario: Scenario) -> Setting {
    let setting = Setting::new().await;
    setting.running.cloud().set_scenario(scenario);
    setting
}

fn oauth_error(reply: &Reply) -> (u16, Value) {
    (reply.status, reply.json()["error"].clone())
}

async fn last_status(setting: &Setting) -> String {
    setting.running.cloud().set_scenario(Scenario::Smooth);
    let mut history = setting.login_history().await;
    history.pop();
    history.pop().unwrap().1
}

async fn limits_code(setting: &Setting) -> (u16, Value) {
    let token = setting.salesforce_token().await;
    let reply = setting
        .salesforce_get(&token, "/services/data/v68.0/limits")
        .await;
    (reply.status, reply.json()[0]["errorCode"].clone())
}

async fn create(setting: &Setting) -> std::io::Result<Reply> {
    let token = setting.gcis_token().await;
    let proposal = setting.proposal(&token).await;
    setting.gcis_post(&token, INSTANCES, "k", &proposal).await
}

#[tokio::test]
async fn salesforce_down_is_a_page_on_every_path() {
    let setting = setting(Scenario::SalesforceDown).await;
    for path in [
        "/services/data",
        "/services/oauth2/token",
        "/id/a/b",
        "/anything",
    ] {
        let reply = send("GET", setting.running.salesforce(), path, &[], "")
            .await
            .unwrap();
        assert_eq!(reply.status, 503);
        assert!(reply.body.starts_with("<!DOCTYPE html>"));
    }
    assert_eq!(create(&setting).await.unwrap().status, 422);
}

#[tokio::test]
async fn gcis_down_is_503_on_every_path() {
    let setting = setting(Scenario::GcisDown).await;
    for path in ["/oauth2/token", "/v1/tenants", "/anything"] {
        assert_eq!(
            send("POST", setting.running.gcis(), path, &[], "")
                .await
                .unwrap()
                .status,
            503
        );
    }
}

#[tokio::test]
async fn a_young_app_is_unknown() {
    let setting = setting(Scenario::AppTooYoung).await;
    assert_eq!(
        oauth_error(&setting.sign_in(&[]).await),
        (400, json!("invalid_client_id"))
    );
}

#[tokio::test]
async fn a_blocked_flow_is_told_by_the_login_history_alone() {
    let setting = setting(Scenario::FlowBlocked).await;
    assert_eq!(
        oauth_error(&setting.sign_in(&[]).await),
        (400, json!("invalid_grant"))
    );
    assert_eq!(
        last_status(&setting).await,
        "Username-Password Flow Disabled"
    );
}

#[tokio::test]
async fn a_locked_user_is_told_by_the_login_history_alone() {
    let setting = setting(Scenario::UserLocked).await;
    assert_eq!(
        oauth_error(&setting.sign_in(&[]).await),
        (400, json!("invalid_grant"))
    );
    assert_eq!(last_status(&setting).await, "Password lockout");
}

#[tokio::test]
async fn an_expired_password_lets_in_and_then_refuses_everything() {
    let setting = setting(Scenario::PasswordExpired).await;
    assert_eq!(
        limits_code(&setting).await,
        (403, json!("INVALID_OPERATION_WITH_EXPIRED_PASSWORD"))
    );
}

#[tokio::test]
async fn an_org_without_api_lets_in_and_then_refuses_everything() {
    let setting = setting(Scenario::ApiDisabled).await;
    assert_eq!(
        limits_code(&setting).await,
        (403, json!("API_DISABLED_FOR_ORG"))
    );
    assert_eq!(create(&setting).await.unwrap().status, 422);
}

#[tokio::test]
async fn another_org_answers_with_its_own_id_everywhere() {
    let setting = setting(Scenario::OtherOrg).await;
    let answer = setting.sign_in(&[]).await.json();
    let id = answer["id"].as_str().unwrap();
    assert!(!id.contains(&setting.card.org_id));
    let token = answer["access_token"].as_str().unwrap();
    let identity = setting
        .salesforce_get(
            token,
            id.strip_prefix(setting.running.salesforce()).unwrap(),
        )
        .await;
    assert_eq!(identity.status, 200);
    let org = setting
        .query(token, "SELECT Id FROM Organization")
        .await
        .json();
    assert_eq!(org["records"][0]["Id"], identity.json()["organization_id"]);
    assert_ne!(org["records"][0]["Id"], setting.card.org_id);
}

#[tokio::test]
async fn the_wrong_edition_shows_in_the_organization() {
    let setting = setting(Scenario::WrongEdition).await;
    let token = setting.salesforce_token().await;
    let org = setting
        .query(&token, "SELECT OrganizationType FROM Organization")
        .await
        .json();
    assert_eq!(
        org["records"][0]["OrganizationType"],
        "Professional Edition"
    );
}

#[tokio::test]
async fn too_many_sign_ins_are_told_to_wait() {
    let setting = setting(Scenario::RateLimited).await;
    let reply = setting.sign_in(&[]).await;
    assert_eq!(
        (reply.status, reply.header("Retry-After")),
        (429, Some("5"))
    );
}

#[tokio::test]
async fn a_web_page_comes_where_a_token_should() {
    let setting = setting(Scenario::HtmlInsteadOfJson).await;
    let reply = setting.sign_in(&[]).await;
    assert_eq!(reply.status, 200);
    assert!(
        reply
            .header("Content-Type")
            .unwrap()
            .starts_with("text/html")
    );
}

#[tokio::test]
async fn no_tenants_is_an_empty_list() {
    let setting = setting(Scenario::NoTenants).await;
    let token = setting.gcis_token().await;
    assert_eq!(
        setting.gcis_get(&token, "/v1/tenants").await.json(),
        json!({ "tenants": [] })
    );
}

#[tokio::test]
async fn gcis_is_shut_out_although_the_desk_is_not() {
    let setting = setting(Scenario::GcisRefuses).await;
    assert_eq!(setting.sign_in(&[]).await.status, 200);
    let reply = create(&setting).await.unwrap();
    assert_eq!(reply.status, 422);
    assert!(reply.body.contains("ip restricted"), "{}", reply.body);
    let shut_out = ("203.0.113.25".to_owned(), "Restricted IP".to_owned());
    assert!(setting.login_history().await.contains(&shut_out));
}

#[tokio::test]
async fn a_lost_answer_leaves_a_connector_that_can_be_found() {
    let setting = setting(Scenario::GcisNoAnswer).await;
    assert!(create(&setting).await.is_err());
    let token = setting.gcis_token().await;
    let found = setting
        .gcis_get(&token, "/v1/connector-instances?reference=onboarding-1")
        .await
        .json();
    assert_eq!(found["connectorInstances"].as_array().unwrap().len(), 1);
    assert_eq!(
        create(&setting).await.unwrap().json(),
        found["connectorInstances"][0]
    );
}

#[tokio::test]
async fn a_named_credential_that_fails_can_be_added_again() {
    let setting = setting(Scenario::NamedCredentialFails).await;
    let token = setting.gcis_token().await;
    let base = format!(
        "{INSTANCES}/{}/named-credential",
        setting.connect(&token).await
    );
    let reply = setting
        .gcis_post(&token, &base, "one", &json!({}))
        .await
        .unwrap();
    let operation = ended(&setting, &token, &reply).await;
    assert_eq!(operation["status"], "failed");
    assert_eq!(operation["error"]["type"], "/problems/salesforce-refused");
    assert_eq!(
        setting.gcis_get(&token, &base).await.json()["state"],
        "failed"
    );
    let salesforce = setting.salesforce_token().await;
    assert_eq!(
        setting.query(&salesforce, ROWS).await.json()["totalSize"],
        0
    );

    setting.running.cloud().set_scenario(Scenario::Smooth);
    let reply = setting
        .gcis_post(&token, &base, "two", &json!({}))
        .await
        .unwrap();
    assert_eq!(ended(&setting, &token, &reply).await["status"], "succeeded");
}
