//! Answers that are not in the expected shape.

use practice::{Group, Route, Scenario};

use super::{assert_whole, meet, sign_in};
use crate::client::Reply;
use crate::setting::Setting;

const HTML: &str = "text/html";
const JSON: &str = "application/json";
const TEXT: &str = "text/plain";

/// What the token endpoint answers: the status, the kind, and how the body begins.
const AT_SIGN_IN: [(Scenario, u16, &str, &str); 10] = [
    (Scenario::SettingThingsUp, 420, HTML, "<!DOCTYPE html>"),
    (
        Scenario::RateLimited,
        429,
        JSON,
        r#"{"error":"rate_limit_exceeded""#,
    ),
    (
        Scenario::ExpiredPasswordArray,
        400,
        JSON,
        r#"[{"message":"The users password has expired"#,
    ),
    (Scenario::HtmlInsteadOfJson, 200, HTML, "<!DOCTYPE html>"),
    (Scenario::TruncatedJson, 200, JSON, r#"{"access_token":"#),
    (
        Scenario::MissingErrorDescription,
        400,
        JSON,
        r#"{"error":"invalid_grant"}"#,
    ),
    (
        Scenario::ClientRefused401,
        401,
        JSON,
        r#"{"error":"invalid_client""#,
    ),
    (Scenario::PlainTextAnswer, 400, TEXT, "Bad request"),
    (Scenario::EmptyAnswer, 200, "", ""),
    (Scenario::RedirectToLightning, 302, "", ""),
];

/// What everything after a good sign-in answers.
const AFTER_SIGN_IN: [(Scenario, u16, &str, &str); 3] = [
    (Scenario::RestRateLimited, 429, TEXT, "Too Many Requests"),
    (Scenario::HtmlAfterSignIn, 200, HTML, "<!DOCTYPE html>"),
    (
        Scenario::TruncatedAfterSignIn,
        200,
        JSON,
        r#"{"totalSize":1"#,
    ),
];

fn assert_shape(scenario: Scenario, reply: &Reply, status: u16, kind: &str, beginning: &str) {
    assert_eq!(reply.status, status, "{scenario}");
    let told = reply.header("Content-Type").unwrap_or_default();
    assert!(told.starts_with(kind), "{scenario}: {told}");
    assert!(reply.body.starts_with(beginning), "{scenario}: {reply:?}");
    assert_eq!(reply.body.is_empty(), beginning.is_empty(), "{scenario}");
}

#[tokio::test]
async fn every_shape_at_sign_in_is_met_by_both_routes() {
    let setting = Setting::new().await;
    for (scenario, status, kind, beginning) in AT_SIGN_IN {
        meet(&setting, scenario);
        for route in Route::ALL {
            let reply = sign_in(&setting, route).await;
            assert_shape(scenario, &reply, status, kind, beginning);
        }
        let versions = setting.salesforce_get("dead", "/services/data").await;
        assert_eq!(versions.status, 200, "{scenario}");
    }
}

#[tokio::test]
async fn every_shape_after_sign_in_spares_the_sign_in() {
    let setting = Setting::new().await;
    for (scenario, status, kind, beginning) in AFTER_SIGN_IN {
        meet(&setting, scenario);
        let token = setting.salesforce_token().await;
        let path = "/services/data/v68.0/limits";
        let reply = setting.salesforce_get(&token, path).await;
        assert_shape(scenario, &reply, status, kind, beginning);
    }
}

#[tokio::test]
async fn whoever_is_told_to_wait_is_told_how_long() {
    let setting = Setting::new().await;
    meet(&setting, Scenario::RateLimited);
    let reply = sign_in(&setting, Route::ConnectedApp).await;
    assert_eq!(reply.header("Retry-After"), Some("5"));
    meet(&setting, Scenario::RestRateLimited);
    let token = setting.salesforce_token().await;
    let reply = setting
        .salesforce_get(&token, "/services/data/v68.0/limits")
        .await;
    assert_eq!(reply.header("Retry-After"), Some("5"));
}

#[tokio::test]
async fn what_is_broken_off_is_no_json() {
    let setting = Setting::new().await;
    meet(&setting, Scenario::TruncatedJson);
    let reply = sign_in(&setting, Route::ConnectedApp).await;
    assert!(serde_json::from_str::<serde_json::Value>(&reply.body).is_err());
}

#[tokio::test]
async fn a_redirect_leads_to_a_lightning_host() {
    let setting = Setting::new().await;
    meet(&setting, Scenario::RedirectToLightning);
    let reply = sign_in(&setting, Route::ConnectedApp).await;
    let location = reply.header("Location").unwrap();
    assert!(
        location.starts_with("https://acme.lightning.force."),
        "{location}"
    );
}

#[test]
fn no_shape_is_left_out() {
    let tables = AT_SIGN_IN.into_iter().chain(AFTER_SIGN_IN);
    let tables = tables.map(|(scenario, ..)| scenario);
    assert_whole(Group::Shapes, tables.chain([Scenario::SalesforceDown]));
}
