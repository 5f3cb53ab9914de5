//! A check that runs through: the object, the sentences, the exit code.

use std::collections::BTreeSet;

use model::catalogue::Check;
use serde_json::{Value, json};

use crate::desk::{CONNECTED_APP, Desk, EXTERNAL_CLIENT_APP, finding, run};

const NOTHING: [&str; 0] = [];

fn keys(object: &Value) -> BTreeSet<&str> {
    let object = object.as_object().unwrap();
    object.keys().map(String::as_str).collect()
}

/// The shape that scripts rely on.
fn assert_shape(object: &Value) {
    let names = ["outcome", "route", "host", "connectedAs", "findings"];
    assert_eq!(keys(object), names.into());
    assert!(["passed", "failed"].contains(&object["outcome"].as_str().unwrap()));
    if !object["connectedAs"].is_null() {
        let names = ["username", "orgId", "orgName", "sandbox"];
        assert_eq!(keys(&object["connectedAs"]), names.into());
    }
    for finding in object["findings"].as_array().unwrap() {
        let names = [
            "check", "status", "code", "summary", "evidence", "retry", "fixes",
        ];
        assert_eq!(keys(finding), names.into());
        let statuses = ["passed", "warning", "failed", "unknown", "skipped"];
        assert!(statuses.contains(&finding["status"].as_str().unwrap()));
        for name in ["check", "code", "summary", "evidence", "retry"] {
            assert!(finding[name].is_string(), "{name} in {finding}");
        }
        for fix in finding["fixes"].as_array().unwrap() {
            let mut rest = keys(fix);
            assert!(rest.remove("text"), "{fix}");
            assert!(rest.is_subset(&["copy", "link", "quickFind"].into()));
            assert!(fix.as_object().unwrap().values().all(Value::is_string));
        }
    }
}

#[test]
fn both_routes_pass_at_every_address_that_practice_has() {
    let desk = Desk::new("smooth");
    let practice = desk.practice();
    for (route, login_url, host) in [
        (CONNECTED_APP, &practice.login, "login.salesforce.practice"),
        (
            CONNECTED_APP,
            &practice.salesforce,
            "login.salesforce.practice",
        ),
        (
            CONNECTED_APP,
            &desk.my_domain(),
            practice.my_domain.as_str(),
        ),
        (
            EXTERNAL_CLIENT_APP,
            &desk.my_domain(),
            practice.my_domain.as_str(),
        ),
    ] {
        let ran = run(&mut desk.check(route, login_url, &NOTHING));
        let object = ran.object();
        assert_eq!(ran.code, 0, "{object}");
        assert_shape(&object);
        assert_eq!(object["outcome"], "passed");
        assert_eq!(object["route"], route);
        assert_eq!(object["host"], host);
        let who = json!({
            "username": practice.username,
            "orgId": practice.org_id,
            "orgName": practice.org_name,
            "sandbox": false,
        });
        assert_eq!(object["connectedAs"], who);
        let all = object["findings"].as_array().unwrap();
        assert_eq!(all.len(), Check::VERIFICATION.len());
        assert_eq!(ran.stderr, "");
        ran.assert_silent_about(practice);
    }
}

#[test]
fn a_warning_passes() {
    let desk = Desk::new("signature_mismatch");
    let ran = run(&mut desk.check(EXTERNAL_CLIENT_APP, &desk.my_domain(), &NOTHING));
    let object = ran.object();
    assert_eq!(finding(&object, "signature")["status"], "warning");
    assert_eq!((ran.code, &object["outcome"]), (0, &json!("passed")));
}

#[test]
fn a_refused_sign_in_fails_with_its_code_its_words_and_its_fixes() {
    let desk = Desk::new("flow_blocked");
    let login = desk.practice().login.clone();
    let ran = run(&mut desk.check(CONNECTED_APP, &login, &NOTHING));
    let object = ran.object();
    assert_eq!(ran.code, 1, "{object}");
    assert_shape(&object);
    assert_eq!(object["outcome"], "failed");
    assert_eq!(object["connectedAs"], Value::Null);
    let sign_in = finding(&object, "sign_in");
    assert_eq!(sign_in["code"], "authentication_failure");
    assert_eq!(sign_in["retry"], "after_edit");
    let evidence = sign_in["evidence"].as_str().unwrap();
    assert!(
        evidence.contains("invalid_grant: authentication failure"),
        "{evidence}"
    );
    assert_eq!(sign_in["fixes"][0]["quickFind"], "Login History");
    assert_eq!(finding(&object, "rest")["status"], "skipped");
    ran.assert_silent_about(desk.practice());
}

#[test]
fn what_comes_after_the_sign_in_can_fail_as_well() {
    let desk = Desk::new("api_disabled");
    let login = desk.practice().login.clone();
    let ran = run(&mut desk.check(CONNECTED_APP, &login, &NOTHING));
    let object = ran.object();
    assert_eq!(ran.code, 1, "{object}");
    assert_eq!(finding(&object, "sign_in")["status"], "passed");
    assert_eq!(finding(&object, "rest")["code"], "api_disabled");
}

#[test]
fn the_event_endpoint_is_asked_only_on_request() {
    let desk = Desk::new("smooth");
    let endpoint = desk.practice().event_endpoint.clone();
    let named = ["--event-endpoint", &endpoint];
    let ran = run(&mut desk.check(EXTERNAL_CLIENT_APP, &desk.my_domain(), &named));
    let object = ran.object();
    assert_eq!(finding(&object, "endpoint")["code"], "endpoint_not_asked");

    let probed = [&named[..], &["--probe-endpoint"]].concat();
    let ran = run(&mut desk.check(EXTERNAL_CLIENT_APP, &desk.my_domain(), &probed));
    let object = ran.object();
    assert_eq!(ran.code, 0, "{object}");
    let found = finding(&object, "endpoint");
    assert_eq!(found["status"], "passed");
    assert!(
        found["evidence"].as_str().unwrap().contains("HTTP 405"),
        "{found}"
    );

    let other = [
        "--event-endpoint",
        "/services/apexrest/other",
        "--probe-endpoint",
    ];
    let ran = run(&mut desk.check(EXTERNAL_CLIENT_APP, &desk.my_domain(), &other));
    let found = ran.object();
    let found = finding(&found, "endpoint");
    assert!(
        found["evidence"].as_str().unwrap().contains("HTTP 404"),
        "{found}"
    );
}

#[test]
fn a_person_reads_sentences() {
    let desk = Desk::new("flow_blocked");
    let login = desk.practice().login.clone();
    let mut command = desk.check(CONNECTED_APP, &login, &NOTHING);
    let words: Vec<_> = command.get_args().map(ToOwned::to_owned).collect();
    let mut plain = crate::desk::command(desk.data.path());
    plain.args(words.iter().filter(|word| *word != "--json"));
    plain.envs(
        command
            .get_envs()
            .filter_map(|(name, value)| Some((name, value?))),
    );
    let ran = run(&mut plain);
    assert_eq!(ran.code, 1);
    for words in [
        "PRACTICE",
        "passed   Host",
        "FAILED   Sign-in",
        "HTTP 400: invalid_grant: authentication failure",
        "- Open Login History and look at the newest line",
        "Setup ▸ Quick Find: Login History",
        "more, because an earlier check failed",
    ] {
        assert!(
            ran.stdout.contains(words),
            "{words} is not in:\n{}",
            ran.stdout
        );
    }
    assert!(ran.stdout.ends_with("Failed.\n"));
    ran.assert_silent_about(desk.practice());
    assert_eq!(run(&mut command).code, 1);
}
