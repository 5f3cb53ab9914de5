//! Users made and altered on the pages, and what that does to the next sign-in.

use std::time::Duration;

use practice::{Options, Page};

use super::browser::Browser;
use super::person::{refusal, refused};
use crate::client::Reply;
use crate::setting::Setting;

const PASSWORD: &str = "Invented-1";

async fn sign_in(setting: &Setting, username: &str, password: &str) -> Reply {
    setting
        .sign_in(&[("username", username), ("password", password)])
        .await
}

fn failure() -> Option<(String, String)> {
    refused("invalid_grant", "authentication failure")
}

async fn service_user(setting: &Setting) -> Browser {
    let mut browser = Browser::open(setting, Page::Users).await;
    browser
        .follow("GCIS Salesforce Sales Cloud Connector")
        .await;
    browser
}

#[tokio::test]
async fn a_new_user_signs_in_after_welcome_mail_and_token() {
    let setting = Setting::new().await;
    let mut browser = setting.browser().await;
    browser.make_user(&[]).await;
    let own = browser.path.splitn(3, '/').nth(2).unwrap().to_owned();
    let name = "trained@acme.example";
    assert_eq!(browser.beside("Password"), "Not set");
    assert_eq!(refusal(&sign_in(&setting, name, PASSWORD).await), failure());
    assert_eq!(browser.newest_login().await[2], "Invalid password");

    browser.go(&own).await;
    browser.follow("Reset My Security Token").await;
    assert!(browser.text().contains("no password is set"));
    browser.go(&own).await;
    browser.set_password("Verify Account", PASSWORD).await;
    assert_eq!(refusal(&sign_in(&setting, name, PASSWORD).await), failure());
    assert_eq!(
        browser.newest_login().await[2],
        "Failed: API security token required"
    );

    browser.go(&own).await;
    let token = browser.reset_token().await;
    let both = format!("{PASSWORD}{token}");
    assert_eq!(refusal(&sign_in(&setting, name, &both).await), None);
    assert_eq!(browser.newest_login().await[0], name);
    assert_eq!(
        refusal(&setting.sign_in(&[]).await),
        None,
        "the ready user works beside it"
    );

    browser.go(&own).await;
    browser.reset_token().await;
    assert_eq!(refusal(&sign_in(&setting, name, &both).await), failure());
    assert_eq!(browser.newest_login().await[2], "Invalid password");
}

#[tokio::test]
async fn a_user_of_the_username_that_the_org_was_opened_with_takes_the_ready_ones_place() {
    let setting = Setting::new().await;
    let mut browser = setting.browser().await;
    let name = setting.card.username.clone();
    browser.make_user(&[("username", &name)]).await;
    assert_eq!(
        refusal(&setting.sign_in(&[]).await),
        failure(),
        "the ready password is gone"
    );
    assert!(!browser.text().contains("Review the errors"));
    browser.go("setup/users").await;
    browser.follow("gcis").await;
    browser.set_password("Verify Account", PASSWORD).await;
    let token = browser.reset_token().await;
    assert_eq!(
        refusal(&sign_in(&setting, &name, &format!("{PASSWORD}{token}")).await),
        None
    );
    let card = setting.running.cloud().card("walk").unwrap();
    assert_eq!(
        (card.password.as_str(), card.security_token),
        (PASSWORD, token)
    );
    assert_eq!(
        refusal(&setting.grant(&setting.eca_keys()).await),
        None,
        "it is still the Run As user"
    );

    browser.make_user(&[("username", &name)]).await;
    assert!(browser.text().contains("Duplicate Username."));
    assert_eq!(browser.field("username"), [name]);
}

#[tokio::test]
async fn a_form_with_something_amiss_keeps_the_rest() {
    let setting = Setting::new().await;
    let mut browser = setting.browser().await;
    let amiss = [
        ("alias", "much too long"),
        ("username", "no address"),
        ("email", ""),
        ("licence", "Salesforce Integration"),
        ("notify", ""),
    ];
    browser.make_user(&amiss).await;
    let text = browser.text();
    for words in [
        "at most 8 characters",
        "must be in the form of an email address",
        "Complete this field.",
        "belongs to another user license",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    for (name, value) in [
        ("alias", "much too long"),
        ("username", "no address"),
        ("last_name", "gcis"),
        ("licence", "Salesforce Integration"),
        ("profile", "Standard User"),
    ] {
        assert_eq!(browser.field(name), [value]);
    }
    assert!(browser.field("notify").is_empty());
    browser.go("setup/users").await;
    assert!(!browser.text().contains("no address"));
}

#[tokio::test]
async fn an_inactive_and_a_frozen_user_look_like_a_wrong_password() {
    let setting = Setting::new().await;
    let mut browser = service_user(&setting).await;
    let own = browser.path.splitn(3, '/').nth(2).unwrap().to_owned();
    browser.send("Freeze", &[]).await;
    assert_eq!(browser.beside("Frozen"), "Yes");
    assert_eq!(refusal(&setting.sign_in(&[]).await), failure());
    assert_eq!(browser.newest_login().await[2], "User is frozen");
    browser.go(&own).await;
    browser.send("Unfreeze", &[]).await;
    assert_eq!(refusal(&setting.sign_in(&[]).await), None);

    let token = setting.salesforce_token().await;
    browser.follow("Edit").await;
    browser.send("Save", &[("active", "")]).await;
    assert_eq!(refusal(&setting.sign_in(&[]).await), failure());
    assert_eq!(browser.newest_login().await[2], "User is inactive");
    let dead = setting.query(&token, "SELECT Id FROM Organization").await;
    assert_eq!(dead.status, 401, "the session ended with the user");
}

#[tokio::test]
async fn a_locked_user_is_unlocked_on_its_page_or_by_time() {
    let setting = Setting::new().await;
    let mut browser = service_user(&setting).await;
    let own = browser.path.splitn(3, '/').nth(2).unwrap().to_owned();
    assert!(!browser.shown.body.contains(">Unlock</button>"));
    for by_button in [true, false] {
        for _ in 0..10 {
            setting.sign_in(&[("password", "wrong")]).await;
        }
        assert_eq!(refusal(&setting.sign_in(&[]).await), failure());
        assert_eq!(browser.newest_login().await[2], "Password lockout");
        if by_button {
            browser.go(&own).await;
            assert_eq!(browser.beside("Locked"), "Yes");
            browser.send("Unlock", &[]).await;
            assert_eq!(browser.beside("Locked"), "No");
        } else {
            setting.running.cloud().let_pass(Duration::from_mins(15));
        }
        assert_eq!(refusal(&setting.sign_in(&[]).await), None);
    }
}

#[tokio::test]
async fn a_reset_password_is_dead_at_once_and_the_new_one_brings_a_new_token() {
    let setting = Setting::new().await;
    let mut browser = service_user(&setting).await;
    browser.send("Reset Password", &[]).await;
    assert_eq!(refusal(&setting.sign_in(&[]).await), failure());
    browser.set_password("Reset Password", PASSWORD).await;
    let old = format!("{PASSWORD}{}", setting.card.security_token);
    let name = &setting.card.username;
    assert_eq!(refusal(&sign_in(&setting, name, &old).await), failure());
    browser.follow("Mailbox").await;
    let new = format!("{PASSWORD}{}", browser.newest_token());
    assert_eq!(refusal(&sign_in(&setting, name, &new).await), None);
    assert!(
        !browser.shown.body.contains("/password\""),
        "the link was used"
    );
    assert!(
        browser
            .text()
            .contains("A newer token has replaced this one.")
    );
}

#[tokio::test]
async fn a_weak_or_mistyped_password_is_not_taken() {
    let setting = Setting::new().await;
    let mut browser = setting.browser().await;
    browser.make_user(&[]).await;
    browser.follow("Mailbox").await;
    browser.follow("Verify Account").await;
    for (password, again, words) in [
        ("short1", "short1", "too easy to guess"),
        ("lettersonly", "lettersonly", "too easy to guess"),
        (PASSWORD, "Invented-2", "The two passwords differ."),
        ("", "", "Complete this field."),
    ] {
        browser
            .send(
                "Change Password",
                &[("password", password), ("again", again)],
            )
            .await;
        assert!(
            browser.text().contains(words),
            "{words}: {}",
            browser.text()
        );
    }
}

#[tokio::test]
async fn the_wrong_licence_has_no_token_and_the_wrong_profile_no_api() {
    let setting = Setting::new().await;
    let mut browser = service_user(&setting).await;
    let own = browser.path.splitn(3, '/').nth(2).unwrap().to_owned();
    browser.follow("Edit").await;
    browser
        .send("Save", &[("profile", "Minimum Access - Salesforce")])
        .await;
    let token = setting.salesforce_token().await;
    let refused = setting.query(&token, "SELECT Id FROM Organization").await;
    assert_eq!(
        (refused.status, refused.json()[0]["message"].as_str()),
        (403, Some("API is disabled for this User"))
    );
    browser.go(&format!("{own}/edit")).await;
    browser
        .send(
            "Save",
            &[
                ("licence", "Salesforce Integration"),
                ("profile", "Minimum Access - API Only Integrations"),
                ("never_expires", ""),
            ],
        )
        .await;
    browser.follow("Reset My Security Token").await;
    assert!(
        browser
            .text()
            .contains("An API Only user cannot sign in here")
    );
    assert!(
        !browser
            .shown
            .body
            .contains(">Reset Security Token</button>")
    );
    let user = "SELECT Profile.Name, Profile.UserLicense.Name FROM User";
    let row = setting.query(&token, user).await.json()["records"][0].clone();
    assert_eq!(
        row["Profile"]["UserLicense"]["Name"],
        "Salesforce Integration"
    );
    let access =
        "SELECT PermissionsApiUserOnly, PermissionsPasswordNeverExpires FROM UserPermissionAccess";
    let row = setting.query(&token, access).await.json()["records"][0].clone();
    assert_eq!(row["PermissionsApiUserOnly"], true);
    assert_eq!(row["PermissionsPasswordNeverExpires"], false);
}

#[tokio::test]
async fn a_user_sees_its_own_sign_ins_alone_and_all_users() {
    let setting = Setting::new().await;
    let mut browser = setting.browser().await;
    browser.make_user(&[]).await;
    sign_in(&setting, "trained@acme.example", "wrong").await;
    assert_eq!(setting.login_history().await.len(), 1);
    assert_eq!(browser.logins().await, 2);
    let token = setting.salesforce_token().await;
    let users = setting
        .query(&token, "SELECT Username FROM User")
        .await
        .json();
    assert_eq!(users["totalSize"], 2);
}

#[tokio::test]
async fn what_was_made_outlives_the_process() {
    let folder = tempfile::tempdir().unwrap();
    let options = || Options {
        state_file: Some(folder.path().join("practice.json")),
        ..Options::default()
    };
    let first = Setting::with(options()).await;
    let mut browser = first.browser().await;
    browser.make_user(&[]).await;
    browser.set_password("Verify Account", PASSWORD).await;
    let token = browser.reset_token().await;
    browser.make_connected_app(&[]).await;
    let keys = browser.keys("Manage Consumer Details").await;
    browser.go("setup/oauth-settings").await;
    browser.send("Save", &[("password_flow", "")]).await;
    first.running.cloud().let_pass(Duration::from_mins(2));
    first.running.stop().await;

    let second = Setting::with(options()).await;
    let both = format!("{PASSWORD}{token}");
    let replaced = [
        ("client_id", keys.key.as_str()),
        ("client_secret", &keys.secret),
        ("username", "trained@acme.example"),
        ("password", &both),
    ];
    assert_eq!(refusal(&second.sign_in(&replaced).await), failure());
    let mut browser = Browser::open(&second, Page::OAuthSettings).await;
    browser.send("Save", &[("password_flow", "on")]).await;
    assert_eq!(refusal(&second.sign_in(&replaced).await), None);
}
