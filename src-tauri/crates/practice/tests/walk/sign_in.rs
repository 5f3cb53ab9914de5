//! Signing in to the practice Salesforce, and each way in which it fails.

use crate::client::{Reply, send};
use crate::setting::{FORM, JSON, Setting, spec};

fn error(reply: &Reply) -> (u16, String, String) {
    let body = reply.json();
    let text = |name: &str| body[name].as_str().unwrap().to_owned();
    (reply.status, text("error"), text("error_description"))
}

fn oauth(error: &str, description: &str) -> (u16, String, String) {
    (400, error.to_owned(), description.to_owned())
}

#[tokio::test]
async fn a_good_sign_in_leads_to_this_server_and_this_org() {
    let setting = Setting::new().await;
    let answer = setting.sign_in(&[]).await.json();
    let origin = setting.running.salesforce();
    assert_eq!(answer["instance_url"], origin);
    assert_eq!(answer["token_type"], "Bearer");
    let id = answer["id"].as_str().unwrap();
    assert!(
        id.starts_with(&format!("{origin}/id/{}/005", setting.card.org_id)),
        "{id}"
    );
    let issued_at = answer["issued_at"].as_str().unwrap();
    assert!(issued_at.bytes().all(|byte| byte.is_ascii_digit()));
    assert_eq!(answer["signature"].as_str().unwrap().len(), 44);
    let token = answer["access_token"].as_str().unwrap();
    let path = id.strip_prefix(origin).unwrap();
    let identity = setting.salesforce_get(token, path).await.json();
    assert_eq!(identity["organization_id"], setting.card.org_id);
    assert_eq!(identity["username"], setting.card.username);
    let info = setting
        .salesforce_get(token, "/services/oauth2/userinfo")
        .await
        .json();
    assert_eq!(info["preferred_username"], setting.card.username);
}

#[tokio::test]
async fn each_wrong_value_has_salesforces_own_error() {
    let setting = Setting::new().await;
    let failure = oauth("invalid_grant", "authentication failure");
    for (replaced, expected) in [
        (
            ("client_id", "3MVG9"),
            oauth("invalid_client_id", "client identifier invalid"),
        ),
        (
            ("client_secret", "A"),
            oauth("invalid_client", "invalid client credentials"),
        ),
        (("username", "nobody@acme.example"), failure.clone()),
        (("password", "wrong"), failure.clone()),
        (("password", setting.card.password.as_str()), failure),
        (
            ("grant_type", "implicit"),
            oauth("unsupported_grant_type", "grant type not supported"),
        ),
        (
            ("grant_type", "client_credentials"),
            oauth("invalid_grant", "client credentials flow not enabled"),
        ),
        (
            ("username", ""),
            oauth("invalid_request", "missing required parameter"),
        ),
    ] {
        assert_eq!(
            error(&setting.sign_in(&[replaced]).await),
            expected,
            "{replaced:?}"
        );
    }
}

#[tokio::test]
async fn the_token_request_must_be_a_posted_form() {
    let setting = Setting::new().await;
    let origin = setting.running.salesforce();
    let path = "/services/oauth2/token";
    let get = send("GET", origin, path, &[FORM], "").await.unwrap();
    assert_eq!(error(&get), oauth("invalid_request", "must use HTTP POST"));
    let json = send(
        "POST",
        origin,
        path,
        &[JSON],
        r#"{"grant_type":"password"}"#,
    )
    .await
    .unwrap();
    assert_eq!(
        error(&json),
        oauth("unsupported_grant_type", "grant type not supported")
    );
}

#[tokio::test]
async fn ten_wrong_passwords_lock_the_user_even_for_the_right_one() {
    let setting = Setting::new().await;
    let token = setting.salesforce_token().await;
    for _ in 0..10 {
        setting.sign_in(&[("password", "wrong")]).await;
    }
    assert_eq!(setting.sign_in(&[]).await.status, 400);
    setting.running.cloud().open_org(spec());
    assert_eq!(setting.sign_in(&[]).await.status, 400);
    let history = setting
        .query(
            &token,
            "SELECT Status FROM LoginHistory ORDER BY LoginTime DESC LIMIT 1",
        )
        .await;
    assert_eq!(history.json()["records"][0]["Status"], "Password lockout");
}

#[tokio::test]
async fn the_login_history_tells_failures_apart_and_knows_nothing_of_other_users() {
    let setting = Setting::new().await;
    setting.sign_in(&[("password", "wrong")]).await;
    setting
        .sign_in(&[("password", &setting.card.password)])
        .await;
    setting
        .sign_in(&[("username", "nobody@acme.example")])
        .await;
    let statuses: Vec<String> = setting
        .login_history()
        .await
        .into_iter()
        .map(|(_, status)| status)
        .collect();
    assert_eq!(
        statuses,
        [
            "Invalid password",
            "Failed: API security token required",
            "Success"
        ]
    );
}

#[tokio::test]
async fn a_new_security_token_kills_the_old_one() {
    let setting = Setting::new().await;
    let card = setting
        .running
        .cloud()
        .reset_security_token("walk")
        .unwrap();
    assert_ne!(card.security_token, setting.card.security_token);
    assert_eq!(setting.sign_in(&[]).await.status, 400);
    let password = format!("{}{}", card.password, card.security_token);
    assert_eq!(
        setting.sign_in(&[("password", &password)]).await.status,
        200
    );
}

#[tokio::test]
async fn callers_that_sign_in_as_one_user_share_a_session() {
    let setting = Setting::new().await;
    assert_eq!(
        setting.salesforce_token().await,
        setting.salesforce_token().await
    );
}
