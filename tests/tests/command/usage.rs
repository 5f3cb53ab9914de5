//! A command that is not complete: exit code 2, and the object all the same.

use serde_json::Value;

use crate::desk::{CONNECTED_APP, Desk, EXTERNAL_CLIENT_APP, command, run};

/// The one finding of a command line that is not complete.
fn incomplete(words: &[&str]) -> Value {
    let data = tempfile::tempdir().unwrap();
    let mut command = command(data.path());
    let ran = run(command.args(["check", "--json"]).args(words));
    let object = ran.object();
    assert_eq!(ran.code, 2, "{object}");
    assert_eq!(object["outcome"], "failed");
    let findings = object["findings"].as_array().unwrap();
    assert_eq!(findings.len(), 1, "{object}");
    assert_eq!(findings[0]["status"], "failed");
    findings[0].clone()
}

fn evidence(finding: &Value) -> &str {
    finding["evidence"].as_str().unwrap()
}

#[test]
fn missing_secrets_are_named_together_with_their_variables() {
    let given = [
        "--environment",
        "production",
        "--login-url",
        "a.my.salesforce.com",
    ];
    let user = ["--username", "gcis@northwind.example"];
    let connected = [&given[..], &user, &["--route", CONNECTED_APP]].concat();
    let found = incomplete(&connected);
    assert_eq!(found["code"], "credentials_incomplete");
    for name in [
        "CONSUMER_KEY",
        "CONSUMER_SECRET",
        "PASSWORD",
        "SECURITY_TOKEN",
    ] {
        let name = format!("set CONNECTOR_{name}");
        assert!(evidence(&found).contains(&name), "{found}");
    }
    let external = [&given[..], &["--route", EXTERNAL_CLIENT_APP]].concat();
    let found = incomplete(&external);
    assert!(
        evidence(&found).contains("CONNECTOR_CONSUMER_SECRET"),
        "{found}"
    );
    assert!(!evidence(&found).contains("PASSWORD"), "{found}");
}

#[test]
fn a_connected_app_needs_a_username() {
    let found = incomplete(&[
        "--environment",
        "production",
        "--login-url",
        "a.my.salesforce.com",
        "--route",
        CONNECTED_APP,
    ]);
    assert_eq!(found["code"], "username_missing");
}

#[test]
fn an_endpoint_to_probe_has_to_be_named() {
    let found = incomplete(&[
        "--environment",
        "production",
        "--login-url",
        "a.my.salesforce.com",
        "--route",
        EXTERNAL_CLIENT_APP,
        "--probe-endpoint",
    ]);
    assert_eq!(
        (&found["check"], &found["code"]),
        (&"endpoint".into(), &"endpoint_missing".into())
    );
}

#[test]
fn practice_needs_the_port_of_its_services() {
    for login_url in ["login.salesforce.practice", "https://127.0.0.1:4100"] {
        let found = incomplete(&[
            "--environment",
            "practice",
            "--login-url",
            login_url,
            "--route",
            EXTERNAL_CLIENT_APP,
        ]);
        assert_eq!(
            (&found["check"], &found["code"]),
            (&"host".into(), &"command_incomplete".into())
        );
    }
}

#[test]
fn a_command_line_that_cannot_be_read_gives_the_object_too() {
    for (words, told) in [
        (&[][..], "--route"),
        (&["--route", "oauth"], "oauth"),
        (&["--colour"], "--colour"),
        (
            &["--onboarding", "A", "--route", CONNECTED_APP],
            "--onboarding",
        ),
    ] {
        let found = incomplete(words);
        assert_eq!(found["code"], "command_incomplete");
        assert!(evidence(&found).contains(told), "{found}");
    }
    let found = incomplete(&["--onboarding", "Nobody"]);
    assert!(
        evidence(&found).contains("no onboarding named Nobody"),
        "{found}"
    );
}

#[test]
fn without_json_the_same_is_said_on_standard_error_or_in_sentences() {
    let data = tempfile::tempdir().unwrap();
    let ran = run(command(data.path()).arg("check"));
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    assert!(ran.stderr.contains("--login-url"), "{}", ran.stderr);
    let ran = run(command(data.path()).args([
        "check",
        "--environment",
        "production",
        "--login-url",
        "a.my.salesforce.com",
        "--route",
        EXTERNAL_CLIENT_APP,
    ]));
    assert_eq!(ran.code, 2);
    assert!(
        ran.stdout.contains("set CONNECTOR_CONSUMER_KEY"),
        "{}",
        ran.stdout
    );
}

#[test]
fn an_address_that_was_understood_as_another_is_told_by_the_host() {
    let desk = Desk::new("smooth");
    let (_, port) = desk.practice().login.rsplit_once(':').unwrap();
    let typed = format!("HTTP://Login.Salesforce.Practice:{port}/some/page");
    let ran = run(&mut desk.check(CONNECTED_APP, &typed, &[""; 0]));
    assert_eq!(ran.code, 0, "{}", ran.stdout);
    assert_eq!(ran.object()["host"], "login.salesforce.practice");
}
