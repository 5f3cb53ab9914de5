//! IP ranges set on the pages, and whom they let in.

use practice::Page;
use serde_json::json;

use super::browser::Browser;
use super::person::{refusal, refused};
use crate::setting::Setting;

async fn profile(setting: &Setting) -> Browser {
    let mut browser = Browser::open(setting, Page::Profiles).await;
    browser.follow("Standard User").await;
    browser
}

#[tokio::test]
async fn login_ip_ranges_shut_out_whoever_is_not_in_them() {
    let setting = Setting::new().await;
    let mut browser = profile(&setting).await;
    let own = browser.path.splitn(3, '/').nth(2).unwrap().to_owned();
    browser
        .send(
            "Save",
            &[("start", "203.0.113.24"), ("end", "203.0.113.25")],
        )
        .await;
    let restricted = refused("invalid_grant", "ip restricted");
    assert_eq!(refusal(&setting.sign_in(&[]).await), restricted);
    assert_eq!(
        browser.newest_login().await[1..3],
        ["198.51.100.7", "Restricted IP"]
    );
    assert_eq!(
        refusal(&setting.grant(&setting.eca_keys()).await),
        restricted
    );
    browser.go(&own).await;
    browser.send("Del", &[]).await;
    assert_eq!(refusal(&setting.sign_in(&[]).await), None);
}

#[tokio::test]
async fn gcis_is_shut_out_by_a_range_that_holds_the_desk_alone() {
    let setting = Setting::new().await;
    let mut browser = profile(&setting).await;
    let own = browser.path.splitn(3, '/').nth(2).unwrap().to_owned();
    browser
        .send(
            "Save",
            &[("start", "198.51.100.0"), ("end", "198.51.100.255")],
        )
        .await;
    assert_eq!(refusal(&setting.sign_in(&[]).await), None);
    let token = setting.gcis_token().await;
    let proposal = setting.proposal(&token).await;
    let path = "/v1/connector-instances";
    let reply = setting
        .gcis_post(&token, path, "k", &proposal)
        .await
        .unwrap();
    assert_eq!(reply.status, 422);
    assert!(reply.body.contains("ip restricted"), "{}", reply.body);
    assert_eq!(
        browser.newest_login().await[1..3],
        ["203.0.113.25", "Restricted IP"]
    );
    browser.go(&own).await;
    browser
        .send(
            "Save",
            &[("start", "203.0.113.24"), ("end", "203.0.113.25")],
        )
        .await;
    let reply = setting
        .gcis_post(&token, path, "k2", &proposal)
        .await
        .unwrap();
    assert_eq!(reply.status, 201);
    assert_eq!(
        browser.newest_login().await[1..3],
        ["203.0.113.25", "Success"]
    );
}

#[tokio::test]
async fn an_app_may_relax_the_ranges() {
    let setting = Setting::new().await;
    let mut browser = profile(&setting).await;
    browser
        .send("Save", &[("start", "10.0.0.1"), ("end", "10.0.0.1")])
        .await;
    browser.go("setup/external-apps").await;
    browser
        .follow("Gentrack Salesforce Sales Cloud Connector (External)")
        .await;
    browser.follow("Edit Policies").await;
    browser
        .send("Save", &[("ip_relaxation", "Relax IP restrictions")])
        .await;
    assert_eq!(browser.beside("Run As (Username)"), setting.card.username);
    assert_eq!(refusal(&setting.grant(&setting.eca_keys()).await), None);
    let restricted = refused("invalid_grant", "ip restricted");
    assert_eq!(refusal(&setting.sign_in(&[]).await), restricted);
}

#[tokio::test]
async fn with_login_ip_ranges_the_reset_of_the_token_is_not_shown() {
    let setting = Setting::new().await;
    let mut browser = profile(&setting).await;
    browser
        .send(
            "Save",
            &[("start", "198.51.100.7"), ("end", "198.51.100.7")],
        )
        .await;
    browser.go("setup/users").await;
    browser
        .follow("GCIS Salesforce Sales Cloud Connector")
        .await;
    browser.follow("Reset My Security Token").await;
    assert!(
        browser
            .text()
            .contains("while the profile has Login IP Ranges")
    );
    assert!(
        !browser
            .shown
            .body
            .contains(">Reset Security Token</button>")
    );
}

#[tokio::test]
async fn from_a_trusted_address_no_token_is_needed_and_from_gcis_it_still_is() {
    let setting = Setting::new().await;
    let mut browser = Browser::open(&setting, Page::NetworkAccess).await;
    browser
        .send(
            "Save",
            &[("start", "198.51.100.7"), ("end", "198.51.100.7")],
        )
        .await;
    let bare = setting.card.password.as_str();
    assert_eq!(refusal(&setting.sign_in(&[("password", bare)]).await), None);
    assert_eq!(refusal(&setting.sign_in(&[]).await), None);
    let token = setting.gcis_token().await;
    let mut proposal = setting.proposal(&token).await;
    proposal["credentials"]["securityToken"] = json!("");
    let reply = setting
        .gcis_post(&token, "/v1/connector-instances", "k", &proposal)
        .await
        .unwrap();
    assert_eq!(reply.status, 422);
    assert_eq!(
        browser.newest_login().await[2],
        "Failed: API security token required"
    );
    browser.go("setup/network-access").await;
    browser.send("Del", &[]).await;
    assert_eq!(
        refusal(&setting.sign_in(&[("password", bare)]).await),
        refused("invalid_grant", "authentication failure")
    );
}

#[tokio::test]
async fn what_is_no_range_is_not_taken_and_stays_in_the_form() {
    let setting = Setting::new().await;
    let mut browser = Browser::open(&setting, Page::NetworkAccess).await;
    browser
        .send(
            "Save",
            &[("start", "203.0.113.25"), ("end", "203.0.113.24")],
        )
        .await;
    assert!(browser.text().contains("the lower one first"));
    assert_eq!(browser.field("start")[0], "203.0.113.25");
    browser.go("setup/network-access").await;
    assert!(browser.text().contains("Trusted IP Ranges None."));
}
