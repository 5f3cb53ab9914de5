//! An external client app made on the pages, and what each thing entered there does to the next sign-in.

use practice::{Page, Scenario};

use super::browser::Browser;
use super::person::{Keys, refusal, refused};
use crate::setting::Setting;

/// Makes an app as Salesforce's recipe says, but for these fields; ends on its own page.
async fn make(browser: &mut Browser, but: &[(&str, &str)]) -> Keys {
    browser.go("setup/external-apps/new").await;
    let mut filled = vec![
        ("name", "Our External App"),
        ("contact_email", "ops-gcis@gentrack.com"),
        ("oauth", "on"),
        ("callback", "http://localhost"),
        ("scopes", "api"),
        ("flow", "on"),
    ];
    filled.retain(|(name, _)| !but.iter().any(|(other, _)| name == other));
    filled.extend(but);
    browser.send("Create", &filled).await;
    let own = own_path(browser);
    let keys = browser.keys("Consumer Key and Secret").await;
    browser.go(&own).await;
    keys
}

async fn set_policies(browser: &mut Browser, filled: &[(&str, &str)]) {
    browser.follow("Edit Policies").await;
    browser.send("Save", filled).await;
}

fn own_path(browser: &Browser) -> String {
    browser.path.splitn(3, '/').nth(2).unwrap().to_owned()
}

#[tokio::test]
async fn each_forgotten_setting_has_its_error_until_the_app_signs_in() {
    let setting = Setting::new().await;
    let mut browser = setting.browser().await;
    let keys = make(&mut browser, &[("scopes", "openid"), ("flow", "")]).await;
    let username = setting.card.username.as_str();
    let off = refused("invalid_grant", "client credentials flow not enabled");
    assert_eq!(refusal(&setting.grant(&keys).await), off);

    browser.follow("Edit Settings").await;
    browser.send("Save", &[("flow", "on")]).await;
    assert_eq!(
        refusal(&setting.grant(&keys).await),
        off,
        "the policies still say no"
    );

    set_policies(&mut browser, &[("policy_flow", "on")]).await;
    assert_eq!(
        refusal(&setting.grant(&keys).await),
        refused("invalid_grant", "no client credentials user enabled")
    );

    set_policies(&mut browser, &[("run_as", username)]).await;
    assert_eq!(browser.beside("Run As (Username)"), username);
    assert_eq!(
        refusal(&setting.grant(&keys).await),
        refused("invalid_grant", "no valid scopes defined")
    );

    browser.follow("Edit Settings").await;
    assert_eq!(browser.field("flow"), ["on"]);
    browser.send("Save", &[("scopes", "api")]).await;
    let own = own_path(&browser);
    assert_eq!(browser.logins().await, 0);
    let granted = setting.grant(&keys).await;
    assert_eq!(refusal(&granted), None);
    assert_eq!(granted.json()["scope"], "api");
    assert_eq!(
        browser.newest_login().await,
        [username, "198.51.100.7", "Success", "Our External App"]
    );
    browser.go(&own).await;
    assert_eq!(browser.beside("Distribution State"), "Local");
}

#[tokio::test]
async fn the_password_flow_does_not_take_it() {
    let setting = Setting::new().await;
    let mut browser = setting.browser().await;
    let keys = make(&mut browser, &[]).await;
    assert_eq!(
        refusal(&setting.sign_in_by(&keys).await),
        refused("invalid_grant", "authentication failure")
    );
    assert_eq!(
        browser.newest_login().await[2],
        "Username-Password Flow Disabled"
    );
}

#[tokio::test]
async fn run_as_has_to_be_a_user_of_the_org() {
    let setting = Setting::new().await;
    let mut browser = setting.browser().await;
    make(&mut browser, &[]).await;
    let filled = [("policy_flow", "on"), ("run_as", "nobody@acme.example")];
    set_policies(&mut browser, &filled).await;
    assert!(
        browser
            .text()
            .contains("No user of this org has this username.")
    );
    assert_eq!(browser.field("run_as"), ["nobody@acme.example"]);
    assert_eq!(browser.field("policy_flow"), ["on"]);
}

#[tokio::test]
async fn the_app_acts_as_the_user_that_run_as_names() {
    let setting = Setting::new().await;
    let mut browser = setting.browser().await;
    let keys = make(&mut browser, &[]).await;
    let own = own_path(&browser);
    browser
        .make_user(&[
            ("licence", "Salesforce Integration"),
            ("profile", "Minimum Access - API Only Integrations"),
        ])
        .await;
    browser.go(&own).await;
    set_policies(
        &mut browser,
        &[("policy_flow", "on"), ("run_as", "Trained@acme.example")],
    )
    .await;
    let granted = setting.grant(&keys).await.json();
    let token = granted["access_token"].as_str().unwrap();
    let host = setting.named(&setting.card.my_domain);
    let path = granted["id"]
        .as_str()
        .unwrap()
        .strip_prefix(&format!("http://{host}"))
        .unwrap();
    let bearer = format!("Bearer {token}");
    let headers = [("Authorization", bearer.as_str())];
    let who = setting
        .salesforce_at(&host, "GET", path, &headers, "")
        .await
        .json();
    assert_eq!(who["username"], "trained@acme.example");
    let permissions = setting
        .query(
            token,
            "SELECT PermissionsApiUserOnly FROM UserPermissionAccess",
        )
        .await;
    assert_eq!(
        permissions.json()["records"][0]["PermissionsApiUserOnly"],
        true
    );
    assert_eq!(browser.newest_login().await[0], "trained@acme.example");
}

#[tokio::test]
async fn an_inactive_run_as_user_is_told_and_a_frozen_one_only_in_the_history() {
    let setting = Setting::new().await;
    let mut browser = Browser::open(&setting, Page::ServiceUser).await;
    let keys = setting.eca_keys();
    let own = own_path(&browser);
    browser.go(&format!("{own}/edit")).await;
    browser.send("Save", &[("active", "")]).await;
    assert_eq!(
        refusal(&setting.grant(&keys).await),
        refused("inactive_user", "user is inactive")
    );
    assert_eq!(browser.newest_login().await[2], "User is inactive");
    browser.go(&format!("{own}/edit")).await;
    browser.send("Save", &[("active", "on")]).await;
    browser.send("Freeze", &[]).await;
    assert_eq!(
        refusal(&setting.grant(&keys).await),
        refused("invalid_grant", "authentication failure")
    );
    assert_eq!(browser.newest_login().await[2], "User is frozen");
}

#[tokio::test]
async fn scenarios_go_on_above_what_is_set_on_the_pages() {
    let setting = Setting::new().await;
    let mut browser = setting.browser().await;
    let keys = make(&mut browser, &[]).await;
    let filled = [
        ("policy_flow", "on"),
        ("run_as", setting.card.username.as_str()),
    ];
    set_policies(&mut browser, &filled).await;
    setting.running.cloud().set_scenario(Scenario::NoRunAsUser);
    assert_eq!(
        refusal(&setting.grant(&keys).await),
        refused("invalid_grant", "no client credentials user enabled")
    );
    setting.running.cloud().set_scenario(Scenario::Smooth);
    assert_eq!(refusal(&setting.grant(&keys).await), None);
}
