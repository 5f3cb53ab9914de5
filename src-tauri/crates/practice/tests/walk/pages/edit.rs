//! The portal: a connector that runs is given other values, and goes on with its own until they are verified.

use practice::{Page, Scenario};

use super::browser::Browser;
use crate::setting::Setting;

/// A portal in which a connector runs by way of the connected app, at the page of its values.
async fn running() -> (Setting, Browser) {
    let setting = Setting::new().await;
    let token = setting.gcis_token().await;
    setting.connect(&token).await;
    let mut browser = Browser::open(&setting, Page::Portal).await;
    browser.follow("My Connectors").await;
    browser.follow("Salesforce Connector").await;
    browser.follow("Salesforce Basic Information").await;
    (setting, browser)
}

async fn save(browser: &mut Browser, setting: &Setting, secret: &str) {
    let card = &setting.card;
    browser.follow("Edit").await;
    browser.follow("Consumer key and secret").await;
    let filled = [
        ("consumer_key", card.eca_consumer_key.as_str()),
        ("consumer_secret", secret),
        ("login_url", &card.my_domain),
        ("event_endpoint", &card.event_endpoint),
    ];
    browser.send("Save", &filled).await;
}

#[tokio::test]
async fn a_connector_takes_the_other_way_and_is_seen_signing_in_by_it() {
    let (setting, mut browser) = running().await;
    let tenant = browser.beside("Tenant");
    let secret = setting.card.eca_consumer_secret.clone();
    save(&mut browser, &setting, &secret).await;
    assert_eq!(browser.beside("Signs in by"), "Consumer key and secret");
    assert_eq!(browser.beside("Login URL"), setting.card.my_domain);
    assert_eq!(browser.beside("Tenant"), tenant);
    assert!(!browser.shown.body.contains(&secret));
    let line = browser.newest_login().await;
    assert_eq!(line[1..3], ["203.0.113.25", "Success"]);
    let token = setting.gcis_token().await;
    let found = setting.gcis_get(&token, "/v1/connector-instances").await;
    let found = found.json();
    let instances = found["connectorInstances"].as_array().unwrap();
    assert_eq!(instances.len(), 1, "it is still the same connector");
    assert_eq!(instances[0]["route"], "external_client_app");
    assert!(instances[0]["credentialsReplacedAt"].is_string());
}

#[tokio::test]
async fn values_that_salesforce_refuses_leave_it_as_it_was() {
    let (setting, mut browser) = running().await;
    save(&mut browser, &setting, "wrong").await;
    assert!(browser.text().contains("authentication failure"));
    assert!(browser.text().contains("goes on with what it has"));
    browser.follow("My Connectors").await;
    browser.follow("Salesforce Connector").await;
    browser.follow("Salesforce Basic Information").await;
    assert_eq!(browser.beside("Username"), setting.card.username);
    assert_eq!(
        browser.beside("Signs in by"),
        "Username, password and security token"
    );
}

#[tokio::test]
async fn values_of_another_org_are_not_taken() {
    let (setting, mut browser) = running().await;
    setting.running.cloud().set_scenario(Scenario::OtherOrg);
    let secret = setting.card.eca_consumer_secret.clone();
    save(&mut browser, &setting, &secret).await;
    assert!(browser.text().contains("another Salesforce org"));
    setting.running.cloud().set_scenario(Scenario::Smooth);
    assert_eq!(setting.running.let_connectors_sign_in().await, [true]);
    let token = setting.gcis_token().await;
    let found = setting.gcis_get(&token, "/v1/connector-instances").await;
    let instance = &found.json()["connectorInstances"][0];
    assert_eq!(instance["route"], "connected_app");
}
