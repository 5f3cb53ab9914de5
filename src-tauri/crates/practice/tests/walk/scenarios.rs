//! Scenarios that concern GCIS, or both services.

use practice::{Group, Scenario};
use serde_json::json;

use crate::client::{Reply, send};
use crate::named_credential::{ROWS, ended};
use crate::setting::Setting;

const INSTANCES: &str = "/v1/connector-instances";

async fn setting(scenario: Scenario) -> Setting {
    let setting = Setting::new().await;
    setting.running.cloud().set_scenario(scenario);
    setting
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
async fn gcis_can_do_nothing_with_an_org_that_has_no_api() {
    let setting = setting(Scenario::ApiDisabled).await;
    let reply = create(&setting).await.unwrap();
    assert_eq!(reply.status, 422);
    assert!(reply.body.contains("API is not enabled"), "{}", reply.body);
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
async fn tenants_of_unknown_kind_are_called_by_a_word_that_no_contract_knows() {
    let setting = setting(Scenario::TenantsUnlabelled).await;
    let token = setting.gcis_token().await;
    let told = setting.gcis_get(&token, "/v1/tenants").await.json();
    let tenants = told["tenants"].as_array().unwrap();
    assert!(!tenants.is_empty());
    assert!(tenants.iter().all(|one| one["environment"] == "training"));
}

#[tokio::test]
async fn a_colleague_who_was_first_stands_in_the_list_once_for_each_tenant() {
    let setting = setting(Scenario::ConnectedAlready).await;
    let token = setting.gcis_token().await;
    for _ in 0..2 {
        let listed = setting.gcis_get(&token, INSTANCES).await.json();
        let instances = listed["connectorInstances"].as_array().unwrap();
        assert_eq!(instances.len(), 3, "the account's tenants");
        assert_eq!(instances[0]["orgId"], setting.card.org_id);
    }
    assert_eq!(create(&setting).await.unwrap().status, 409);
}

#[tokio::test]
async fn a_colleague_who_is_faster_is_named_by_the_refusal() {
    let setting = setting(Scenario::ConnectedMeanwhile).await;
    let token = setting.gcis_token().await;
    let before = setting.gcis_get(&token, INSTANCES).await.json();
    assert_eq!(before["connectorInstances"], json!([]));
    let refused = create(&setting).await.unwrap();
    assert_eq!(refused.status, 409);
    let id = refused.json()["instanceId"].as_str().unwrap().to_owned();
    let path = format!("{INSTANCES}/{id}");
    assert_eq!(setting.gcis_get(&token, &path).await.status, 200);
}

#[tokio::test]
async fn checks_of_a_later_release_refuse_and_nothing_is_made() {
    let setting = setting(Scenario::GcisLaterChecks).await;
    let refused = create(&setting).await.unwrap();
    assert_eq!(refused.status, 422);
    let checks = refused.json()["checks"].clone();
    let of = |id: &str| {
        let mut checks = checks.as_array().unwrap().iter();
        checks.find(|check| check["id"] == id).unwrap()["status"].clone()
    };
    assert_eq!(
        (of("region"), of("event_volume")),
        (json!("failed"), json!("inconclusive"))
    );
    let token = setting.gcis_token().await;
    let listed = setting.gcis_get(&token, INSTANCES).await.json();
    assert_eq!(listed["connectorInstances"], json!([]));
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

/// Adds the named credential and answers with the way to list what Salesforce then shows.
async fn added_in(scenario: Scenario) -> (Setting, String) {
    let setting = setting(scenario).await;
    let token = setting.gcis_token().await;
    let base = format!(
        "{INSTANCES}/{}/named-credential",
        setting.connect(&token).await
    );
    let reply = setting.gcis_post(&token, &base, "one", &json!({})).await;
    let operation = ended(&setting, &token, &reply.unwrap()).await;
    assert_eq!(operation["status"], "succeeded");
    let salesforce = setting.salesforce_token().await;
    (setting, salesforce)
}

#[tokio::test]
async fn a_named_credential_that_comes_late_shows_in_its_time() {
    let (setting, salesforce) = added_in(Scenario::NamedCredentialLate).await;
    let total = async || setting.query(&salesforce, ROWS).await.json()["totalSize"].clone();
    assert_eq!(total().await, 0);
    setting
        .running
        .cloud()
        .let_pass(std::time::Duration::from_mins(1));
    assert_eq!(total().await, 1);
}

#[tokio::test]
async fn a_named_credential_that_is_not_to_be_seen_never_shows() {
    let (setting, salesforce) = added_in(Scenario::NamedCredentialUnseen).await;
    setting
        .running
        .cloud()
        .let_pass(std::time::Duration::from_hours(1));
    let rows = setting.query(&salesforce, ROWS).await.json();
    assert_eq!(rows["totalSize"], 0);
}

#[tokio::test]
async fn a_named_credential_changed_by_another_names_that_user() {
    let (setting, salesforce) = added_in(Scenario::NamedCredentialByAnother).await;
    let by = "SELECT LastModifiedById, LastModifiedBy.Name FROM NamedCredential";
    let rows = setting.query(&salesforce, by).await.json();
    assert_eq!(
        rows["records"][0]["LastModifiedBy"]["Name"],
        "Practice Administrator"
    );
}

#[tokio::test]
async fn named_credentials_without_details_are_still_listed() {
    let (setting, salesforce) = added_in(Scenario::NamedCredentialBare).await;
    assert_eq!(setting.query(&salesforce, ROWS).await.status, 400);
    let names = "SELECT Id, DeveloperName FROM NamedCredential";
    let rows = setting.query(&salesforce, names).await.json();
    assert_eq!(rows["totalSize"], 1);
}

#[test]
fn every_scenario_of_gcis_is_met_above() {
    let all = Scenario::ALL.into_iter();
    let gcis: Vec<Scenario> = all.filter(|one| one.group() == Group::Gcis).collect();
    assert_eq!(
        gcis,
        [
            Scenario::GcisDown,
            Scenario::NoTenants,
            Scenario::GcisRefuses,
            Scenario::TenantsUnlabelled,
            Scenario::ConnectedAlready,
            Scenario::ConnectedMeanwhile,
            Scenario::GcisLaterChecks,
            Scenario::GcisNoAnswer,
            Scenario::NamedCredentialFails,
            Scenario::NamedCredentialLate,
            Scenario::NamedCredentialUnseen,
            Scenario::NamedCredentialByAnother,
            Scenario::NamedCredentialBare,
        ]
    );
}
