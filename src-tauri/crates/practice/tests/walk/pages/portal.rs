//! The portal: a connector saved there is verified as over the API, and its named credential is worked on.

use std::time::Duration;

use practice::{Page, Scenario};
use url::form_urlencoded::Serializer;

use super::browser::Browser;
use crate::client::raw;
use crate::setting::Setting;

const OPERATION: Duration = Duration::from_mins(1);

async fn dialog(setting: &Setting) -> Browser {
    let mut browser = Browser::open(setting, Page::Portal).await;
    browser.follow("Connector Store").await;
    browser.follow("Setup new instance").await;
    browser
}

/// Fills the dialog in with the card's values, but for these, and saves.
async fn save(setting: &Setting, browser: &mut Browser, but: &[(&str, &str)]) {
    let (card, token) = (&setting.card, setting.gcis_token().await);
    let tenant = setting.tenant(&token).await;
    let mut filled = vec![
        ("username", card.username.as_str()),
        ("password", &card.password),
        ("security_token", &card.security_token),
        ("consumer_key", &card.consumer_key),
        ("consumer_secret", &card.consumer_secret),
        ("event_endpoint", &card.event_endpoint),
        ("tenant", &tenant),
    ];
    filled.retain(|(name, _)| !but.iter().any(|(other, _)| name == other));
    filled.extend(but);
    browser.send("Save", &filled).await;
}

#[tokio::test]
async fn a_connector_saved_in_the_portal_is_in_the_list_and_in_the_api() {
    let setting = Setting::new().await;
    let mut browser = dialog(&setting).await;
    assert_eq!(browser.field("login_url"), ["login.salesforce.practice"]);
    save(&setting, &mut browser, &[]).await;
    assert!(
        browser.text().contains("My Connectors"),
        "{}",
        browser.text()
    );
    browser.follow("Salesforce Connector").await;
    browser.follow("Salesforce Basic Information").await;
    assert_eq!(browser.beside("Username"), setting.card.username);
    assert_eq!(browser.beside("Tenant"), "Velocity Production");
    for secret in [
        &setting.card.password,
        &setting.card.consumer_secret,
        &setting.card.security_token,
    ] {
        assert!(!browser.shown.body.contains(secret.as_str()));
    }
    let token = setting.gcis_token().await;
    let found = setting
        .gcis_get(&token, "/v1/connector-instances")
        .await
        .json();
    let saved = &found["connectorInstances"][0];
    assert_eq!(saved["orgId"], setting.card.org_id);
    assert_eq!(
        saved["reference"], saved["id"],
        "the API tells none without"
    );
    assert_eq!(
        browser.newest_login().await[1..3],
        ["203.0.113.25", "Success"]
    );
}

#[tokio::test]
async fn the_other_dialog_asks_for_key_and_secret_alone() {
    let setting = Setting::new().await;
    let mut browser = Browser::open(&setting, Page::SetupNewInstanceExternal).await;
    assert_eq!(browser.field("login_url"), [""]);
    for absent in ["username", "password", "security_token"] {
        assert!(browser.field(absent).is_empty(), "{absent}");
    }
    let (card, token) = (&setting.card, setting.gcis_token().await);
    let tenant = setting.tenant(&token).await;
    let mut filled = vec![
        ("consumer_key", card.eca_consumer_key.as_str()),
        ("consumer_secret", &card.eca_consumer_secret),
        ("login_url", "login.salesforce.practice"),
        ("event_endpoint", &card.event_endpoint),
        ("tenant", &tenant),
    ];
    browser.send("Save", &filled).await;
    assert!(browser.text().contains("authentication failure"));
    filled.retain(|(name, _)| *name != "login_url");
    filled.push(("login_url", &card.my_domain));
    browser.send("Save", &filled).await;
    browser.follow("Salesforce Connector").await;
    browser.follow("Salesforce Basic Information").await;
    assert_eq!(browser.beside("Signs in by"), "Consumer key and secret");
}

#[tokio::test]
async fn a_save_that_fails_says_authentication_failure_and_keeps_the_dialog() {
    let setting = Setting::new().await;
    let mut browser = dialog(&setting).await;
    for (field, wrong, line) in [
        ("password", "wrong", Some("Invalid password")),
        (
            "security_token",
            "",
            Some("Failed: API security token required"),
        ),
        ("username", "nobody@acme.example", None),
        ("consumer_key", "3MVG9", None),
        ("consumer_secret", "A", None),
    ] {
        let before = browser.logins().await;
        browser.go("portal/connector-store/connected-app").await;
        save(&setting, &mut browser, &[(field, wrong)]).await;
        assert!(browser.text().contains("authentication failure"), "{field}");
        assert_eq!(browser.field(field), [wrong]);
        assert_eq!(
            browser.field("event_endpoint"),
            [setting.card.event_endpoint.as_str()]
        );
        if let Some(line) = line {
            assert_eq!(browser.newest_login().await[1..3], ["203.0.113.25", line]);
        } else {
            assert_eq!(browser.logins().await, before, "{field}");
        }
    }
    browser.go("portal/connectors").await;
    assert!(browser.text().contains("No connectors yet."));
}

#[tokio::test]
async fn a_dialog_with_something_missing_keeps_the_rest_and_tries_nothing() {
    let setting = Setting::new().await;
    let mut browser = dialog(&setting).await;
    save(
        &setting,
        &mut browser,
        &[("tenant", ""), ("consumer_key", "")],
    )
    .await;
    assert!(browser.text().contains("Review the errors on this page."));
    assert_eq!(browser.field("username"), [setting.card.username.as_str()]);
    assert_eq!(browser.field("password"), [setting.card.password.as_str()]);
    save(&setting, &mut browser, &[("tenant", "unheard")]).await;
    assert!(browser.text().contains("Choose an entry of the list."));
    assert_eq!(browser.logins().await, 0);
}

#[tokio::test]
async fn a_login_url_that_leads_nowhere_and_a_second_connector_have_words_of_their_own() {
    let setting = Setting::new().await;
    let mut browser = dialog(&setting).await;
    save(
        &setting,
        &mut browser,
        &[("login_url", "login.salesforce.com")],
    )
    .await;
    assert!(
        browser
            .text()
            .contains("no Salesforce answers at this Login URL")
    );
    save(
        &setting,
        &mut browser,
        &[("login_url", "login.salesforce.practice")],
    )
    .await;
    browser.go("portal/connector-store/connected-app").await;
    save(&setting, &mut browser, &[]).await;
    assert!(browser.text().contains("connected to this tenant already"));
    let token = setting.gcis_token().await;
    let found = setting
        .gcis_get(&token, "/v1/connector-instances")
        .await
        .json();
    assert_eq!(found["connectorInstances"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_session_without_api_is_an_authentication_failure_too() {
    let setting = Setting::new().await;
    let mut browser = setting.browser().await;
    browser.make_connected_app(&[("scopes", "web")]).await;
    let keys = browser.keys("Manage Consumer Details").await;
    setting.running.cloud().let_pass(Duration::from_mins(2));
    browser.go("portal/connector-store/connected-app").await;
    let own = [
        ("consumer_key", keys.key.as_str()),
        ("consumer_secret", &keys.secret),
    ];
    save(&setting, &mut browser, &own).await;
    assert!(browser.text().contains("authentication failure"));
}

#[tokio::test]
async fn a_named_credential_is_added_rotated_and_revoked_and_salesforce_shows_it() {
    let setting = Setting::with(practice::Options {
        operation_time: OPERATION,
        ..practice::Options::default()
    })
    .await;
    let mut browser = dialog(&setting).await;
    save(&setting, &mut browser, &[]).await;
    browser.follow("Salesforce Connector").await;
    browser.follow("Salesforce Basic Information").await;
    let basic = browser.path.splitn(3, '/').nth(2).unwrap().to_owned();
    assert_eq!(browser.beside("State"), "Not enabled");
    for (button, meanwhile, after) in [
        ("Add", "Being added", "Active"),
        ("Rotate", "Being rotated", "Active"),
        ("Revoke", "Being revoked", "Revoked"),
        ("Add", "Being added", "Active"),
    ] {
        browser.send(button, &[]).await;
        assert_eq!(browser.beside("State"), meanwhile);
        assert!(!browser.shown.body.contains(&format!(">{button}</button>")));
        setting.running.cloud().let_pass(OPERATION);
        browser.follow("Refresh").await;
        assert_eq!(browser.beside("State"), after);
        browser.go("setup/named-credentials").await;
        let rows = browser.shown.body.matches("Gentrack_practice_").count();
        assert_eq!(rows, usize::from(after == "Active"), "{button}");
        browser.go(&basic).await;
    }
    browser.go("setup/named-credentials").await;
    assert!(
        browser
            .text()
            .contains("GCIS Salesforce Sales Cloud Connector")
    );
}

#[tokio::test]
async fn scenarios_are_met_in_the_portal_as_well() {
    let setting = Setting::new().await;
    let cloud = setting.running.cloud();
    let mut browser = dialog(&setting).await;
    cloud.set_scenario(Scenario::GcisRefuses);
    save(&setting, &mut browser, &[]).await;
    assert!(browser.text().contains("authentication failure"));
    assert_eq!(
        browser.newest_login().await[1..3],
        ["203.0.113.25", "Restricted IP"]
    );

    cloud.set_scenario(Scenario::NoTenants);
    browser.go("portal/tenants").await;
    assert!(browser.text().contains("No tenants yet."));

    cloud.set_scenario(Scenario::GcisDown);
    let status = browser.go("portal/connectors").await.status;
    assert_eq!(status, 503);
    assert_eq!(browser.go("setup").await.status, 200);

    cloud.set_scenario(Scenario::NamedCredentialFails);
    browser.go("portal/connector-store/connected-app").await;
    save(&setting, &mut browser, &[]).await;
    browser.follow("Salesforce Connector").await;
    browser.follow("Salesforce Basic Information").await;
    browser.send("Add", &[]).await;
    cloud.let_pass(OPERATION);
    browser.follow("Refresh").await;
    assert_eq!(browser.beside("State"), "Not added");
    assert!(browser.text().contains("Salesforce refused it"));

    cloud.set_scenario(Scenario::PackageAbsent);
    browser.go("setup/packages").await;
    assert!(browser.text().contains("No packages installed."));
}

#[tokio::test]
async fn a_lost_answer_leaves_a_connector_in_the_list() {
    let setting = Setting::new().await;
    let mut browser = dialog(&setting).await;
    setting.running.cloud().set_scenario(Scenario::GcisNoAnswer);
    let (card, token) = (&setting.card, setting.gcis_token().await);
    let tenant = setting.tenant(&token).await;
    let fields = [
        ("practice-form", browser.form_mark()),
        ("username", card.username.clone()),
        ("password", card.password.clone()),
        ("security_token", card.security_token.clone()),
        ("consumer_key", card.consumer_key.clone()),
        ("consumer_secret", card.consumer_secret.clone()),
        ("login_url", "login.salesforce.practice".to_owned()),
        ("event_endpoint", card.event_endpoint.clone()),
        ("tenant", tenant),
    ];
    let body = Serializer::new(String::new()).extend_pairs(fields).finish();
    let origin = setting.running.pages().origin();
    let host = origin.trim_start_matches("http://");
    let head = format!(
        "POST {} HTTP/1.1\r\nHost: {host}\r\nCookie: {}\r\nOrigin: {origin}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n",
        browser.path,
        browser.cookie()
    );
    assert!(raw(origin, &head, &body).await.is_err());
    browser.go("portal/connectors").await;
    browser.follow("Salesforce Connector").await;
}

#[tokio::test]
async fn one_owners_connectors_are_not_anothers() {
    let setting = Setting::new().await;
    let mut browser = dialog(&setting).await;
    save(&setting, &mut browser, &[]).await;
    browser.follow("Salesforce Connector").await;
    let path = browser.path.splitn(3, '/').nth(2).unwrap().to_owned();
    setting.running.cloud().open_org(practice::OrgSpec {
        key: "other".to_owned(),
        ..crate::setting::spec()
    });
    let mut other = Browser::open_in(&setting.running, "other", Page::MyConnectors).await;
    assert!(other.text().contains("No connectors yet."));
    for below in ["", "/basic-information"] {
        assert_eq!(other.go(&format!("{path}{below}")).await.status, 404);
    }
}
