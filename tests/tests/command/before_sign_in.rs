//! What goes wrong before a secret leaves is a finding too.

use std::net::TcpListener;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use wiremock::matchers::{any, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::desk::{CONNECTED_APP, Desk, EXTERNAL_CLIENT_APP, command, finding, give_secrets, run};

/// The object of a check of a host in production, with a secret that must not come back.
fn refused(route: &str, login_url: &str) -> (i32, Value) {
    let data = tempfile::tempdir().unwrap();
    let mut command = command(data.path());
    command
        .args([
            "check",
            "--json",
            "--environment",
            "production",
            "--route",
            route,
        ])
        .args([
            "--username",
            "gcis@northwind.example",
            "--login-url",
            login_url,
        ]);
    for name in [
        "CONSUMER_KEY",
        "CONSUMER_SECRET",
        "PASSWORD",
        "SECURITY_TOKEN",
    ] {
        command.env(format!("CONNECTOR_{name}"), "canary-of-this-test");
    }
    let ran = run(&mut command);
    assert!(!ran.stdout.contains("canary") && !ran.stderr.contains("canary"));
    (ran.code, ran.object())
}

#[test]
fn a_login_url_that_is_not_salesforces_is_refused_with_its_reason() {
    for (login_url, code) in [
        (
            "login.salesforce.com.evil.example",
            "login_url_not_salesforce",
        ),
        ("https://user@login.salesforce.com", "login_url_user_name"),
        ("login.salesforce.com:8443", "login_url_port"),
        ("203.0.113.7", "login_url_ip_address"),
        ("login.salesforce.practice", "login_url_other_environment"),
    ] {
        let (exit, object) = refused(CONNECTED_APP, login_url);
        assert_eq!(exit, 1, "{object}");
        assert_eq!(object["outcome"], "failed");
        assert_eq!(object["route"], CONNECTED_APP);
        assert_eq!(object["connectedAs"], Value::Null);
        let found = finding(&object, "host");
        assert_eq!(found["code"], code, "{login_url}");
        assert!(!found["fixes"].as_array().unwrap().is_empty());
    }
}

#[test]
fn an_external_client_app_needs_the_orgs_own_host() {
    let (exit, object) = refused(EXTERNAL_CLIENT_APP, "login.salesforce.com");
    assert_eq!(exit, 1);
    assert_eq!(
        finding(&object, "host")["code"],
        "login_url_needs_my_domain"
    );
}

#[test]
fn an_endpoint_that_leads_elsewhere_is_refused() {
    let desk = Desk::new("smooth");
    let login = desk.practice().login.clone();
    let further = ["--probe-endpoint", "--event-endpoint", "//evil.example/x"];
    let ran = run(&mut desk.check(CONNECTED_APP, &login, &further));
    let object = ran.object();
    assert_eq!(ran.code, 1);
    let code = finding(&object, "endpoint")["code"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(code.starts_with("endpoint_"), "{code}");
}

#[test]
fn a_host_where_nobody_answers_is_told_before_any_secret_leaves() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = free.local_addr().unwrap().port();
    drop(free);
    let desk = Desk::new("smooth");
    let mut command = command(desk.data.path());
    command
        .args([
            "check",
            "--json",
            "--route",
            EXTERNAL_CLIENT_APP,
            "--environment",
            "practice",
        ])
        .args([
            "--login-url",
            &format!("http://a.my.salesforce.practice:{port}"),
        ]);
    give_secrets(&mut command, EXTERNAL_CLIENT_APP, desk.practice());
    let ran = run(&mut command);
    let object = ran.object();
    assert_eq!(ran.code, 1);
    assert_eq!(finding(&object, "host")["code"], "connection_failed");
    assert_eq!(finding(&object, "sign_in")["code"], "not_asked");
}

#[tokio::test]
async fn what_is_no_salesforce_gets_no_secret() {
    let portal = MockServer::start().await;
    let page = ResponseTemplate::new(200)
        .set_body_raw("<html>Sign in to this network</html>", "text/html");
    Mock::given(any()).respond_with(page).mount(&portal).await;
    let desk = Desk::new("smooth");
    let host = format!(
        "http://a.my.salesforce.practice:{}",
        portal.address().port()
    );
    let mut check = desk.check(EXTERNAL_CLIENT_APP, &host, &[""; 0]);
    let ran = tokio::task::spawn_blocking(move || run(&mut check))
        .await
        .unwrap();
    let object = ran.object();
    assert_eq!(ran.code, 1);
    assert_eq!(
        finding(&object, "host")["code"],
        "not_salesforce",
        "{object}"
    );
    assert_eq!(finding(&object, "sign_in")["code"], "not_asked");
    let asked = portal.received_requests().await.unwrap();
    assert!(!asked.is_empty());
    for request in asked {
        assert_eq!(
            (request.method.as_str(), request.url.path()),
            ("GET", "/services/data")
        );
        assert!(request.body.is_empty() && !request.headers.contains_key("authorization"));
    }
}

#[tokio::test]
async fn a_second_connection_that_stalls_keeps_nobody() {
    let salesforce = MockServer::start().await;
    let versions =
        json!([{ "label": "Winter '27", "url": "/services/data/v68.0", "version": "68.0" }]);
    let answer = ResponseTemplate::new(200).set_body_json(versions);
    let stalled = answer.clone().set_delay(Duration::from_secs(25));
    let asked = || Mock::given(path("/services/data"));
    let first = asked().respond_with(answer).up_to_n_times(1);
    first.mount(&salesforce).await;
    asked().respond_with(stalled).mount(&salesforce).await;
    let desk = Desk::new("smooth");
    let host = format!(
        "http://a.my.salesforce.practice:{}",
        salesforce.address().port()
    );
    let mut check = desk.check(EXTERNAL_CLIENT_APP, &host, &[""; 0]);
    let start = Instant::now();
    let ran = tokio::task::spawn_blocking(move || run(&mut check))
        .await
        .unwrap();
    let took = start.elapsed();
    let object = ran.object();
    assert_eq!(finding(&object, "host")["status"], "passed", "{object}");
    assert_eq!(
        finding(&object, "sign_in")["status"],
        "failed",
        "nobody answers there"
    );
    assert!(took < Duration::from_secs(20), "{took:?}");
}

#[test]
fn a_certificate_file_that_cannot_be_read_is_named() {
    let data = tempfile::tempdir().unwrap();
    let mut command = command(data.path());
    command
        .args([
            "check",
            "--json",
            "--route",
            EXTERNAL_CLIENT_APP,
            "--environment",
            "production",
        ])
        .args([
            "--login-url",
            "a.my.salesforce.com",
            "--ca-file",
            "no/such/ca.pem",
        ])
        .env("CONNECTOR_CONSUMER_KEY", "key")
        .env("CONNECTOR_CONSUMER_SECRET", "secret");
    let ran = run(&mut command);
    let object = ran.object();
    assert_eq!(ran.code, 1);
    let found = &object["findings"][0];
    assert_eq!(found["code"], "connection_settings");
    assert!(
        found["evidence"]
            .as_str()
            .unwrap()
            .contains("no/such/ca.pem")
    );
    assert_eq!(object["host"], "a.my.salesforce.com");
}
