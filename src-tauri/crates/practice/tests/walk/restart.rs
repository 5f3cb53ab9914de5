//! What a restart keeps.

use std::time::Duration;

use practice::{Options, StartError, start};
use serde_json::json;
use tempfile::TempDir;

use crate::client::send;
use crate::named_credential::ROWS;
use crate::setting::{FORM, Setting};

fn options(folder: &TempDir, operation_time: Duration) -> Options {
    Options {
        state_file: Some(folder.path().join("practice.json")),
        operation_time,
        ..Options::default()
    }
}

#[tokio::test]
async fn an_org_survives_a_restart_on_other_ports_and_no_port_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let first = Setting::with(options(&folder, Duration::ZERO)).await;
    let token = first.gcis_token().await;
    let instance = first.connect(&token).await;
    let ports = [first.running.salesforce(), first.running.gcis()]
        .map(|origin| origin.rsplit_once(':').unwrap().1.to_owned());
    let saved = std::fs::read_to_string(folder.path().join("practice.json")).unwrap();
    for port in &ports {
        assert!(!saved.contains(&format!(":{port}")), "{port}");
    }
    let card = first.card.clone();
    let salesforce_token = first.salesforce_token().await;
    first.running.stop().await;

    let second = Setting::with(options(&folder, Duration::ZERO)).await;
    assert!(second.card == card);
    assert_eq!(
        second
            .salesforce_get(&salesforce_token, "/services/data/v68.0/limits")
            .await
            .status,
        401
    );
    assert_eq!(
        second.sign_in(&[]).await.json()["instance_url"],
        second.running.salesforce()
    );
    let token = second.gcis_token().await;
    let path = format!("/v1/connector-instances/{instance}");
    assert_eq!(
        second.gcis_get(&token, &path).await.json()["id"],
        json!(instance)
    );
}

#[tokio::test]
async fn an_operation_cut_off_by_a_stop_has_ended_after_the_restart() {
    let folder = tempfile::tempdir().unwrap();
    let moment = Duration::from_secs(1);
    let first = Setting::with(options(&folder, moment)).await;
    let token = first.gcis_token().await;
    let base = format!(
        "/v1/connector-instances/{}/named-credential",
        first.connect(&token).await
    );
    let reply = first
        .gcis_post(&token, &base, "add", &json!({}))
        .await
        .unwrap();
    let operation = reply.header("Location").unwrap().to_owned();
    assert_eq!(
        first.gcis_get(&token, &operation).await.json()["status"],
        "running"
    );
    first.running.stop().await;
    tokio::time::sleep(moment).await;

    let second = Setting::with(options(&folder, moment)).await;
    let token = second.gcis_token().await;
    assert_eq!(
        second.gcis_get(&token, &operation).await.json()["status"],
        "succeeded"
    );
    let salesforce = second.salesforce_token().await;
    assert_eq!(second.query(&salesforce, ROWS).await.json()["totalSize"], 1);
}

#[tokio::test]
async fn a_lockout_outlives_the_process() {
    let folder = tempfile::tempdir().unwrap();
    let first = Setting::with(options(&folder, Duration::ZERO)).await;
    for _ in 0..10 {
        first.sign_in(&[("password", "wrong")]).await;
    }
    first.running.stop().await;
    let second = Setting::with(options(&folder, Duration::ZERO)).await;
    assert_eq!(second.sign_in(&[]).await.status, 400);
}

#[tokio::test]
async fn a_world_that_was_saved_in_the_first_format_goes_on_with_what_it_lacked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("practice.json");
    std::fs::write(path, include_str!("format_1.json")).unwrap();
    let open = async || {
        let running = start(options(&folder, Duration::ZERO)).await.unwrap();
        let card = running.cloud().card("walk").unwrap();
        Setting { running, card }
    };
    let first = open().await;
    let invented = first.card.clone();
    first.running.stop().await;
    let setting = open().await;
    assert!(setting.card == invented, "what was invented stays");
    assert_eq!(setting.card.my_domain, "acme-energy.my.salesforce.practice");
    assert_eq!(setting.sign_in(&[]).await.status, 200);
    let token = setting.gcis_token().await;
    let found = setting
        .gcis_get(&token, "/v1/connector-instances?reference=onboarding-1")
        .await
        .json();
    assert_eq!(found["connectorInstances"][0]["route"], "connected_app");
    assert!(invented.eca_consumer_key.starts_with("3MVG9"));
    let body = format!(
        "grant_type=client_credentials&client_id={}&client_secret={}",
        invented.eca_consumer_key, invented.eca_consumer_secret
    );
    let origin = setting.running.salesforce();
    let reply = send("POST", origin, "/services/oauth2/token", &[FORM], &body).await;
    assert_eq!(reply.unwrap().status, 200);
}

#[tokio::test]
async fn a_world_that_was_saved_in_the_second_format_keeps_all_and_shows_it_on_the_pages() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("practice.json");
    std::fs::write(&path, include_str!("format_2.json")).unwrap();
    let running = start(options(&folder, Duration::ZERO)).await.unwrap();
    let card = running.cloud().card("walk").unwrap();
    let setting = Setting { running, card };
    assert_eq!(setting.card.password, "Practice-pglWv7Fv38");
    assert!(setting.card.eca_consumer_key.starts_with("3MVG9k3yOf"));
    assert_eq!(setting.sign_in(&[]).await.status, 200);
    assert_eq!(setting.grant(&setting.eca_keys()).await.status, 200);
    let token = setting.salesforce_token().await;
    let rows = setting.query(&token, ROWS).await.json();
    assert_eq!(rows["totalSize"], 1);
    let by = "SELECT LastModifiedBy.Username FROM NamedCredential";
    let by = setting.query(&token, by).await.json()["records"][0].clone();
    assert_eq!(by["LastModifiedBy"]["Username"], setting.card.username);
    assert_eq!(setting.login_history().await.len(), 5);
    let mut browser = setting.browser().await;
    browser.go("setup/service-user").await;
    assert_eq!(browser.beside("Email"), setting.card.username);
    assert_eq!(browser.beside("Profile"), "Standard User");
    assert_eq!(browser.beside("Password Never Expires"), "Yes");
    browser.go("setup/apps").await;
    browser
        .follow("Gentrack Salesforce Sales Cloud Connector")
        .await;
    assert_eq!(
        browser.beside("Selected OAuth Scopes"),
        "Full access (full)"
    );
    browser.go("portal/connectors").await;
    assert!(browser.text().contains("Velocity Production"));
    let saved = std::fs::read_to_string(path).unwrap();
    assert!(saved.contains("\"version\": 3"));
}

#[tokio::test]
async fn a_damaged_state_file_is_named_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("practice.json");
    std::fs::write(&path, "{").unwrap();
    let Err(error) = start(options(&folder, Duration::ZERO)).await else {
        panic!("it started");
    };
    assert!(matches!(&error, StartError::State { path: named, .. } if *named == path));
    assert_eq!(std::fs::read_to_string(path).unwrap(), "{");
}

#[tokio::test]
async fn a_taken_port_is_named() {
    let setting = Setting::new().await;
    let taken: u16 = setting
        .running
        .salesforce()
        .rsplit_once(':')
        .unwrap()
        .1
        .parse()
        .unwrap();
    let options = Options {
        salesforce_port: taken,
        ..Options::default()
    };
    assert!(matches!(start(options).await, Err(StartError::Listen { port, .. }) if port == taken));
}
