//! Salesforce's own hosts: where a user signs in, and where an org is found.

use practice::{Card, OrgSpec, my_domain_of};
use serde_json::{Value, json};

use crate::client::Reply;
use crate::setting::{JSON, Setting, spec};

const LOGIN: &str = "login.salesforce.practice";
const TEST: &str = "test.salesforce.practice";

fn sandbox() -> OrgSpec {
    OrgSpec {
        key: "sandbox".to_owned(),
        username: "connector@acme.example.uat".to_owned(),
        sandbox: true,
        my_domain: my_domain_of("Acme Energy", "UAT"),
        ..spec()
    }
}

fn neighbour() -> OrgSpec {
    OrgSpec {
        key: "neighbour".to_owned(),
        ..spec()
    }
}

async fn get(setting: &Setting, host: &str, path: &str, token: &str) -> Reply {
    let bearer = format!("Bearer {token}");
    let headers = [("Authorization", bearer.as_str())];
    setting.salesforce_at(host, "GET", path, &headers, "").await
}

fn error(reply: &Reply) -> (u16, Value) {
    let body = reply.json();
    (
        reply.status,
        json!([body["error"], body["error_description"]]),
    )
}

async fn rows(setting: &Setting, card: &Card) -> usize {
    let raw = setting.raw_host();
    let token = setting.sign_in_at(&raw, card, &[]).await.json();
    let history = setting
        .query(
            token["access_token"].as_str().unwrap(),
            "SELECT Id FROM LoginHistory",
        )
        .await
        .json();
    usize::try_from(history["totalSize"].as_u64().unwrap()).unwrap()
}

#[tokio::test]
async fn a_production_user_signs_in_at_login_and_is_sent_to_the_orgs_my_domain() {
    let setting = Setting::new().await;
    assert_eq!(setting.card.my_domain, "acme-energy.my.salesforce.practice");
    let (login, org) = (setting.named(LOGIN), setting.named(&setting.card.my_domain));
    for host in [&login, &org] {
        let answer = setting.sign_in_at(host, &setting.card, &[]).await.json();
        assert_eq!(answer["instance_url"], format!("http://{org}"));
        let id = answer["id"].as_str().unwrap();
        let path = id.strip_prefix(&format!("http://{host}")).unwrap();
        assert!(path.starts_with(&format!("/id/{}/005", setting.card.org_id)));
        let token = answer["access_token"].as_str().unwrap();
        let identity = get(&setting, host, path, token).await.json();
        assert_eq!(identity["id"], id);
        let query = format!("http://{org}/services/data/v{{version}}/query/");
        assert_eq!(identity["urls"]["query"], query);
        let info = get(&setting, host, "/services/oauth2/userinfo", token).await;
        assert_eq!(info.json()["sub"], id);
    }
}

#[tokio::test]
async fn a_sandbox_user_signs_in_at_test_and_at_its_own_my_domain() {
    let setting = Setting::new().await;
    let card = setting.running.cloud().open_org(sandbox());
    let own = "acme-energy--uat.sandbox.my.salesforce.practice";
    assert_eq!(card.my_domain, own);
    for host in [TEST, own] {
        let answer = setting
            .sign_in_at(&setting.named(host), &card, &[])
            .await
            .json();
        assert_eq!(
            answer["instance_url"],
            format!("http://{}", setting.named(own))
        );
    }
}

#[tokio::test]
async fn production_and_sandbox_do_not_mix_and_leave_no_row() {
    let setting = Setting::new().await;
    let card = setting.running.cloud().open_org(sandbox());
    let failure = (400, json!(["invalid_grant", "authentication failure"]));
    let mixed = setting
        .sign_in_at(&setting.named(TEST), &setting.card, &[])
        .await;
    assert_eq!(error(&mixed), failure);
    assert_eq!(rows(&setting, &setting.card).await, 1);
    let mixed = setting.sign_in_at(&setting.named(LOGIN), &card, &[]).await;
    assert_eq!(error(&mixed), failure);
    assert_eq!(rows(&setting, &card).await, 1);
}

#[tokio::test]
async fn a_my_domain_knows_its_own_orgs_apps_alone() {
    let setting = Setting::new().await;
    let card = setting.running.cloud().open_org(neighbour());
    let reply = setting
        .sign_in_at(&setting.named(&setting.card.my_domain), &card, &[])
        .await;
    assert_eq!(
        error(&reply),
        (
            400,
            json!(["invalid_client_id", "client identifier invalid"])
        )
    );
}

#[tokio::test]
async fn an_orgs_data_is_found_on_its_own_host_alone() {
    let setting = Setting::new().await;
    let other = setting.running.cloud().open_org(neighbour());
    let token = setting.salesforce_token().await;
    let limits = "/services/data/v68.0/limits";
    let own = setting.named(&setting.card.my_domain);
    assert_eq!(get(&setting, &own, limits, &token).await.status, 200);
    for name in [LOGIN, TEST, other.my_domain.as_str()] {
        let reply = get(&setting, &setting.named(name), limits, &token).await;
        assert_eq!(
            (reply.status, &reply.json()[0]["errorCode"]),
            (401, &json!("INVALID_SESSION_ID")),
            "{name}"
        );
    }
    for name in [TEST, other.my_domain.as_str()] {
        let host = setting.named(name);
        let reply = get(&setting, &host, "/services/oauth2/userinfo", &token).await;
        assert_eq!(
            (reply.status, reply.body.as_str()),
            (403, "Bad_OAuth_Token")
        );
    }
}

#[tokio::test]
async fn an_unknown_my_domain_is_a_page_and_an_unknown_name_is_refused() {
    let setting = Setting::new().await;
    for path in ["/services/data", "/services/oauth2/token"] {
        let nobody = setting.named("nobody.my.salesforce.practice");
        let reply = get(&setting, &nobody, path, "dead").await;
        assert_eq!(reply.status, 404);
        assert!(reply.body.starts_with("<!DOCTYPE html>"), "{}", reply.body);
    }
    for name in ["na139.salesforce.practice", "login.salesforce.com"] {
        let reply = get(&setting, &setting.named(name), "/services/data", "dead").await;
        assert_eq!(reply.status, 403, "{name}");
    }
    let without_port = get(&setting, LOGIN, "/services/data", "dead").await;
    assert_eq!(without_port.status, 403);
}

#[tokio::test]
async fn two_orgs_never_share_a_my_domain() {
    let setting = Setting::new().await;
    let cloud = setting.running.cloud();
    let second = cloud.open_org(neighbour());
    assert_eq!(second.my_domain, "acme-energy2.my.salesforce.practice");
    assert_eq!(cloud.open_org(neighbour()).my_domain, second.my_domain);
    assert_eq!(cloud.open_org(spec()).my_domain, setting.card.my_domain);
    let unusable = OrgSpec {
        key: "third".to_owned(),
        my_domain: "Not a host".to_owned(),
        ..spec()
    };
    assert_eq!(
        cloud.open_org(unusable).my_domain,
        "acme-energy3.my.salesforce.practice"
    );
}

#[tokio::test]
async fn gcis_signs_in_where_the_login_url_says() {
    let setting = Setting::new().await;
    let token = setting.gcis_token().await;
    let bearer = format!("Bearer {token}");
    let headers = [JSON, ("Authorization", bearer.as_str())];
    for (login_url, found, signed_in) in [
        (LOGIN, "passed", "passed"),
        (setting.card.my_domain.as_str(), "passed", "passed"),
        (TEST, "passed", "failed"),
        ("nobody.my.salesforce.practice", "failed", "skipped"),
        ("login.salesforce.com", "failed", "skipped"),
    ] {
        let mut proposal = setting.proposal(&token).await;
        proposal["loginUrl"] = json!(login_url);
        let path = "/v1/verifications";
        let body = proposal.to_string();
        let reply = crate::client::send("POST", setting.running.gcis(), path, &headers, &body)
            .await
            .unwrap()
            .json();
        let status = |id: &str| {
            let mut checks = reply["checks"].as_array().unwrap().iter();
            checks.find(|check| check["id"] == id).unwrap()["status"].clone()
        };
        assert_eq!(status("login_url"), found, "{login_url}");
        assert_eq!(status("sign_in"), signed_in, "{login_url}");
    }
}
