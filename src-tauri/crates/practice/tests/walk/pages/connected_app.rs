//! A connected app made on the pages, and what each thing entered there does to the next sign-in.

use std::time::Duration;

use practice::Page;

use super::browser::Browser;
use super::person::{refusal, refused};
use crate::setting::Setting;

const TWO_MINUTES: Duration = Duration::from_mins(2);

#[tokio::test]
async fn an_app_made_as_the_page_says_signs_in_once_it_has_taken_effect() {
    let setting = Setting::new().await;
    let mut browser = setting.browser().await;
    browser.make_connected_app(&[]).await;
    assert_eq!(browser.beside("API Name"), "Our_Connector");
    assert_eq!(
        browser.beside("Selected OAuth Scopes"),
        "Full access (full)"
    );
    let keys = browser.keys("Manage Consumer Details").await;
    let unknown = refused("invalid_client_id", "client identifier invalid");
    assert_eq!(refusal(&setting.sign_in_by(&keys).await), unknown);
    assert_eq!(browser.logins().await, 0);
    setting.running.cloud().let_pass(TWO_MINUTES);
    let reply = setting.sign_in_by(&keys).await;
    assert_eq!(refusal(&reply), None);
    let token = reply.json()["access_token"].as_str().unwrap().to_owned();
    assert_eq!(
        setting
            .query(&token, "SELECT Id FROM Organization")
            .await
            .status,
        200
    );
    assert_eq!(
        browser.newest_login().await,
        [
            &setting.card.username,
            "198.51.100.7",
            "Success",
            "Our Connector"
        ]
    );
    assert_eq!(
        refusal(&setting.sign_in(&[]).await),
        None,
        "the ready app works beside it"
    );
}

#[tokio::test]
async fn a_button_lets_the_time_pass_too() {
    let setting = Setting::new().await;
    let mut browser = setting.browser().await;
    browser.make_connected_app(&[]).await;
    let keys = browser.keys("Manage Consumer Details").await;
    browser.go("setup").await;
    browser.send("Let two minutes pass", &[]).await;
    assert_eq!(refusal(&setting.sign_in_by(&keys).await), None);
}

#[tokio::test]
async fn a_scope_without_api_gives_a_session_that_rest_does_not_take() {
    let setting = Setting::new().await;
    for scope in ["web", "openid", ""] {
        let mut browser = setting.browser().await;
        browser.make_connected_app(&[("scopes", scope)]).await;
        let app = browser.path.splitn(3, '/').nth(2).unwrap().to_owned();
        let keys = browser.keys("Manage Consumer Details").await;
        setting.running.cloud().let_pass(TWO_MINUTES);
        let reply = setting.sign_in_by(&keys).await;
        assert_eq!(refusal(&reply), None);
        let token = reply.json()["access_token"].as_str().unwrap().to_owned();
        let refused = setting.query(&token, "SELECT Id FROM Organization").await;
        assert_eq!(refused.status, 401);
        assert_eq!(
            refused.json()[0]["message"],
            "This session is not valid for use with the REST API"
        );
        assert_eq!(browser.newest_login().await[2], "Success");
        assert_eq!(
            setting
                .query(
                    &setting.salesforce_token().await,
                    "SELECT Id FROM Organization"
                )
                .await
                .status,
            200
        );

        browser.go(&format!("{app}/edit")).await;
        browser.send("Save", &[("scopes", "api")]).await;
        let reply = setting.sign_in_by(&keys).await;
        let token = reply.json()["access_token"].as_str().unwrap().to_owned();
        assert_eq!(
            setting
                .query(&token, "SELECT Id FROM Organization")
                .await
                .status,
            200
        );
    }
}

#[tokio::test]
async fn an_app_without_oauth_has_neither_key_nor_secret() {
    let setting = Setting::new().await;
    let mut browser = setting.browser().await;
    browser
        .make_connected_app(&[("oauth", ""), ("scopes", "")])
        .await;
    assert!(browser.text().contains("neither key nor secret"));
    assert!(!browser.shown.body.contains("Manage Consumer Details"));
    let id = browser.path.rsplit('/').next().unwrap().to_owned();
    assert_eq!(
        browser
            .go(&format!("setup/apps/{id}/consumer"))
            .await
            .status,
        404
    );
}

#[tokio::test]
async fn a_blocked_flow_looks_like_a_wrong_password_and_the_history_tells() {
    let setting = Setting::new().await;
    let mut browser = Browser::open(&setting, Page::OAuthSettings).await;
    assert_eq!(browser.field("password_flow"), ["on"]);
    browser.send("Save", &[("password_flow", "")]).await;
    assert!(browser.field("password_flow").is_empty());
    assert_eq!(
        refusal(&setting.sign_in(&[]).await),
        refused("invalid_grant", "authentication failure")
    );
    assert_eq!(
        browser.newest_login().await[2],
        "Username-Password Flow Disabled"
    );
    assert_eq!(refusal(&setting.grant(&setting.eca_keys()).await), None);
    browser.go("setup/oauth-settings").await;
    browser.send("Save", &[("password_flow", "on")]).await;
    assert_eq!(refusal(&setting.sign_in(&[]).await), None);
}

#[tokio::test]
async fn only_pre_authorized_users_may_use_an_app_that_says_so() {
    let setting = Setting::new().await;
    let mut browser = Browser::open(&setting, Page::AppManager).await;
    browser
        .follow("Gentrack Salesforce Sales Cloud Connector")
        .await;
    browser.follow("Edit Policies").await;
    let only = ("permitted_users", "Admin approved users are pre-authorized");
    browser.send("Save", &[only]).await;
    assert_eq!(
        refusal(&setting.sign_in(&[]).await),
        refused(
            "invalid_app_access",
            "user is not admin approved to access this app"
        )
    );
    browser.follow("Edit Policies").await;
    browser
        .send("Save", &[only, ("profiles", "Standard User")])
        .await;
    assert_eq!(refusal(&setting.sign_in(&[]).await), None);
}

#[tokio::test]
async fn key_and_secret_are_shown_after_the_right_code_alone() {
    let setting = Setting::new().await;
    let mut browser = Browser::open(&setting, Page::AppManager).await;
    browser
        .follow("Gentrack Salesforce Sales Cloud Connector")
        .await;
    browser.follow("Manage Consumer Details").await;
    browser.send("Send a verification code", &[]).await;
    browser.send("Verify", &[("code", "none")]).await;
    assert!(
        browser
            .text()
            .contains("This is not the code of the newest mail.")
    );
    assert_eq!(browser.field("code"), ["none"]);
    assert!(!browser.shown.body.contains(&setting.card.consumer_secret));
    browser.go("setup/apps").await;
    browser
        .follow("Gentrack Salesforce Sales Cloud Connector")
        .await;
    let keys = browser.keys("Manage Consumer Details").await;
    assert_eq!(keys.key, setting.card.consumer_key);
    assert_eq!(keys.secret, setting.card.consumer_secret);
}

#[tokio::test]
async fn a_form_with_something_missing_keeps_the_rest() {
    let setting = Setting::new().await;
    let mut browser = Browser::open(&setting, Page::NewConnectedApp).await;
    let filled = [
        ("name", "Our Connector"),
        ("info_url", "https://example.org/?a=1&b=2"),
        ("oauth", "on"),
        ("scopes", "full"),
        ("pkce", ""),
    ];
    let status = browser.send("Save", &filled).await.status;
    assert_eq!(status, 200);
    assert!(browser.text().contains("Review the errors on this page."));
    for field in ["contact_email", "callback"] {
        let note = format!(r#"<p class="note" id="{field}-note"><strong>Complete this field."#);
        assert!(browser.shown.body.contains(&note), "{field}");
    }
    for (name, value) in &filled[..4] {
        assert_eq!(browser.field(name), [*value]);
    }
    assert!(browser.field("pkce").is_empty());
    browser.go("setup/apps").await;
    assert!(!browser.text().contains("Our Connector"));
}
