//! The external client app and the client credentials flow.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use practice::{Card, OrgSpec, Scenario};
use serde_json::{Value, json};
use url::form_urlencoded::Serializer;

use crate::client::{Reply, send};
use crate::setting::{FORM, JSON, Setting, spec};

const TOKEN: &str = "/services/oauth2/token";
const INSTANCES: &str = "/v1/connector-instances";

fn form(key: &str, secret: &str) -> String {
    Serializer::new(String::new())
        .append_pair("grant_type", "client_credentials")
        .append_pair("client_id", key)
        .append_pair("client_secret", secret)
        .finish()
}

async fn grant(setting: &Setting, host: &str, card: &Card) -> Reply {
    let body = form(&card.eca_consumer_key, &card.eca_consumer_secret);
    let host = setting.named(host);
    setting
        .salesforce_at(&host, "POST", TOKEN, &[FORM], &body)
        .await
}

fn error(reply: &Reply) -> Value {
    let body = reply.json();
    json!([reply.status, body["error"], body["error_description"]])
}

async fn statuses(setting: &Setting) -> Vec<String> {
    let history = setting.login_history().await;
    history.into_iter().map(|(_, status)| status).collect()
}

#[tokio::test]
async fn its_key_and_secret_open_the_org_on_its_my_domain_and_on_the_raw_address() {
    let setting = Setting::new().await;
    let own = setting.named(&setting.card.my_domain);
    for (host, api) in [
        (own, setting.named("api.salesforce.practice")),
        (setting.raw_host(), setting.raw_host()),
    ] {
        let body = form(
            &setting.card.eca_consumer_key,
            &setting.card.eca_consumer_secret,
        );
        let granted = setting
            .salesforce_at(&host, "POST", TOKEN, &[FORM], &body)
            .await;
        assert_eq!(granted.status, 200, "{granted:?}");
        let granted = granted.json();
        assert_eq!(granted["scope"], "api");
        assert_eq!(granted["api_instance_url"], format!("http://{api}"));
        assert_eq!(granted["instance_url"], format!("http://{host}"));
        let id = granted["id"].as_str().unwrap();
        let identity = id.strip_prefix(&format!("http://{host}")).unwrap();
        let bearer = format!("Bearer {}", granted["access_token"].as_str().unwrap());
        let headers = [("Authorization", bearer.as_str())];
        let who = setting
            .salesforce_at(&host, "GET", identity, &headers, "")
            .await
            .json();
        assert_eq!(who["username"], setting.card.username);
    }
    assert_eq!(statuses(&setting).await, ["Success"; 3]);
}

#[tokio::test]
async fn the_password_flows_answer_tells_no_scope() {
    let setting = Setting::new().await;
    let granted = setting.sign_in(&[]).await.json();
    assert_eq!(granted.get("scope"), None);
    assert_eq!(granted.get("api_instance_url"), None);
}

#[tokio::test]
async fn key_and_secret_may_come_by_http_basic() {
    let setting = Setting::new().await;
    let card = &setting.card;
    let pair = format!("{}:{}", card.eca_consumer_key, card.eca_consumer_secret);
    let basic = format!("Basic {}", STANDARD.encode(pair));
    let headers = [FORM, ("Authorization", basic.as_str())];
    let body = "grant_type=client_credentials";
    let host = setting.named(&card.my_domain);
    let reply = setting
        .salesforce_at(&host, "POST", TOKEN, &headers, body)
        .await;
    assert_eq!(reply.status, 200);
}

#[tokio::test]
async fn login_and_test_do_not_take_the_flow() {
    let setting = Setting::new().await;
    for host in ["login.salesforce.practice", "test.salesforce.practice"] {
        assert_eq!(
            error(&grant(&setting, host, &setting.card).await),
            json!([400, "invalid_grant", "request not supported on this domain"])
        );
    }
    assert_eq!(statuses(&setting).await.len(), 1);
}

#[tokio::test]
async fn another_orgs_host_does_not_know_the_app() {
    let setting = Setting::new().await;
    let other = setting.running.cloud().open_org(OrgSpec {
        key: "other".to_owned(),
        ..spec()
    });
    let not_installed = json!([
        400,
        "invalid_client",
        "External client app is not installed in this org"
    ]);
    let reply = grant(&setting, &other.my_domain, &setting.card).await;
    assert_eq!(error(&reply), not_installed);
    let eca = [
        ("client_id", setting.card.eca_consumer_key.as_str()),
        ("client_secret", setting.card.eca_consumer_secret.as_str()),
    ];
    let host = setting.named(&other.my_domain);
    let reply = setting.sign_in_at(&host, &setting.card, &eca).await;
    assert_eq!(error(&reply), not_installed);
}

#[tokio::test]
async fn the_password_flow_takes_no_external_client_app_and_the_history_says_so() {
    let setting = Setting::new().await;
    let eca = [
        ("client_id", setting.card.eca_consumer_key.as_str()),
        ("client_secret", setting.card.eca_consumer_secret.as_str()),
    ];
    assert_eq!(
        error(&setting.sign_in(&eca).await),
        json!([400, "invalid_grant", "authentication failure"])
    );
    assert_eq!(
        statuses(&setting).await,
        ["Username-Password Flow Disabled", "Success"]
    );
}

#[tokio::test]
async fn the_connected_app_does_not_take_client_credentials() {
    let setting = Setting::new().await;
    let card = Card {
        eca_consumer_key: setting.card.consumer_key.clone(),
        eca_consumer_secret: setting.card.consumer_secret.clone(),
        ..setting.card.clone()
    };
    assert_eq!(
        error(&grant(&setting, &card.my_domain, &card).await),
        json!([400, "invalid_grant", "client credentials flow not enabled"])
    );
}

#[tokio::test]
async fn wrong_secrets_lock_nobody_and_a_lockout_does_not_matter() {
    let setting = Setting::new().await;
    let wrong = Card {
        eca_consumer_secret: "A".to_owned(),
        ..setting.card.clone()
    };
    for _ in 0..12 {
        assert_eq!(
            error(&grant(&setting, &wrong.my_domain, &wrong).await),
            json!([400, "invalid_client", "invalid client credentials"])
        );
    }
    assert_eq!(setting.sign_in(&[]).await.status, 200);
    for _ in 0..10 {
        setting.sign_in(&[("password", "wrong")]).await;
    }
    assert_eq!(setting.sign_in(&[]).await.status, 400);
    let reply = grant(&setting, &setting.card.my_domain, &setting.card).await;
    assert_eq!(reply.status, 200);
    assert_eq!(setting.sign_in(&[]).await.status, 400);
}

async fn propose(setting: &Setting, credentials: Value) -> Reply {
    let token = setting.gcis_token().await;
    let mut proposal = setting.proposal(&token).await;
    proposal["loginUrl"] = json!(setting.card.my_domain);
    proposal["credentials"] = credentials;
    setting
        .gcis_post(&token, INSTANCES, "k", &proposal)
        .await
        .unwrap()
}

#[tokio::test]
async fn gcis_signs_in_by_the_route_that_it_is_given_and_tells_it_without_a_secret() {
    let setting = Setting::new().await;
    let card = &setting.card;
    let credentials = json!({
        "route": "external_client_app",
        "consumerKey": card.eca_consumer_key,
        "consumerSecret": card.eca_consumer_secret,
    });
    let reply = propose(&setting, credentials).await;
    assert_eq!(reply.status, 201, "{reply:?}");
    assert_eq!(reply.json()["route"], "external_client_app");
    assert_eq!(reply.json()["username"], Value::Null);
    assert!(!reply.body.contains(&card.eca_consumer_secret));
    assert!(!reply.body.contains(&card.eca_consumer_key));
    let gcis = ("203.0.113.25".to_owned(), "Success".to_owned());
    assert!(setting.login_history().await.contains(&gcis));
}

#[tokio::test]
async fn an_instance_by_way_of_a_connected_app_tells_that_route() {
    let setting = Setting::new().await;
    let token = setting.gcis_token().await;
    let path = format!("{INSTANCES}/{}", setting.connect(&token).await);
    let instance = setting.gcis_get(&token, &path).await.json();
    assert_eq!(instance["route"], "connected_app");
    assert_eq!(instance["username"], setting.card.username);
}

#[tokio::test]
async fn credentials_that_do_not_go_with_their_route_are_named_and_nothing_is_tried() {
    let setting = Setting::new().await;
    let credentials = json!({
        "route": "external_client_app",
        "consumerKey": setting.card.eca_consumer_key,
        "consumerSecret": setting.card.eca_consumer_secret,
        "password": "hunter2",
    });
    let reply = propose(&setting, credentials).await;
    assert_eq!(reply.status, 422);
    let problem = reply.json();
    assert_eq!(problem["type"], "/problems/credentials-do-not-fit");
    assert_eq!(problem["errors"][0]["pointer"], "#/credentials/password");
    assert!(!reply.body.contains("hunter2"));
    assert_eq!(statuses(&setting).await.len(), 1);
}

#[tokio::test]
async fn a_wrong_secret_is_a_failed_check_by_this_route_too() {
    let setting = Setting::new().await;
    let credentials = json!({
        "route": "external_client_app",
        "consumerKey": setting.card.eca_consumer_key,
        "consumerSecret": "wrong",
    });
    let reply = propose(&setting, credentials).await;
    assert_eq!(reply.status, 422);
    assert_eq!(reply.json()["type"], "/problems/verification-failed");
}

#[tokio::test]
async fn gcis_that_is_shut_out_is_so_by_this_route_too() {
    let setting = Setting::new().await;
    setting.running.cloud().set_scenario(Scenario::GcisRefuses);
    let card = &setting.card;
    let host = setting.named(&card.my_domain);
    let body = form(&card.eca_consumer_key, &card.eca_consumer_secret);
    let desk = setting
        .salesforce_at(&host, "POST", TOKEN, &[FORM], &body)
        .await;
    assert_eq!(desk.status, 200);
    let credentials = json!({
        "route": "external_client_app",
        "consumerKey": card.eca_consumer_key,
        "consumerSecret": card.eca_consumer_secret,
    });
    let reply = propose(&setting, credentials).await;
    assert!(reply.body.contains("ip restricted"), "{}", reply.body);
}

#[tokio::test]
async fn trying_out_takes_both_routes_as_well() {
    let setting = Setting::new().await;
    let token = setting.gcis_token().await;
    let mut proposal = setting.proposal(&token).await;
    proposal["loginUrl"] = json!(setting.card.my_domain);
    proposal["credentials"] = json!({
        "route": "external_client_app",
        "consumerKey": setting.card.eca_consumer_key,
        "consumerSecret": setting.card.eca_consumer_secret,
    });
    let bearer = format!("Bearer {token}");
    let headers = [JSON, ("Authorization", bearer.as_str())];
    let path = "/v1/verifications";
    let reply = send(
        "POST",
        setting.running.gcis(),
        path,
        &headers,
        &proposal.to_string(),
    )
    .await
    .unwrap()
    .json();
    let checks = reply["checks"].as_array().unwrap();
    assert_eq!(checks.len(), 5);
    assert!(checks.iter().all(|check| check["status"] == "passed"));
}
