//! `connectorctl explain`: the catalogue, from whatever was pasted.

use serde_json::Value;

use crate::desk::{Ran, command, run};

fn explain(words: &[&str]) -> Ran {
    let data = tempfile::tempdir().unwrap();
    run(command(data.path()).arg("explain").args(words))
}

fn codes(ran: &Ran) -> Vec<String> {
    let object = ran.object();
    let entries = object["entries"].as_array().unwrap();
    let code = |entry: &Value| entry["code"].as_str().unwrap().to_owned();
    entries.iter().map(code).collect()
}

#[test]
fn an_error_of_salesforces_a_line_of_login_history_and_an_older_word_are_explained() {
    for (text, first) in [
        ("invalid_grant", "authentication_failure"),
        ("Failed: API security token required", "token_required"),
        ("INVALID_LOGIN", "authentication_failure"),
        ("LOGIN_MUST_USE_SECURITY_TOKEN", "token_required"),
        ("tls_failed", "tls_failed"),
    ] {
        let ran = explain(&[text]);
        assert_eq!(ran.code, 0, "{text}");
        assert!(
            ran.stdout.contains(&format!("({first})")),
            "{text}: {}",
            ran.stdout
        );
        assert!(
            ran.stdout.contains("  - "),
            "no fix for {text}: {}",
            ran.stdout
        );
        assert_eq!(codes(&explain(&["--json", text]))[0], first, "{text}");
    }
    assert!(
        codes(&explain(&["--json", "invalid_grant"])).len() > 1,
        "it means many things"
    );
}

#[test]
fn words_need_no_quotes() {
    let ran = explain(&["--json", "invalid_grant:", "authentication", "failure"]);
    assert_eq!(codes(&ran), ["authentication_failure"]);
}

#[test]
fn fixes_can_be_those_of_one_route() {
    let routes = |words: &[&str]| {
        let object = explain(words).object();
        let fixes = object["entries"][0]["fixes"].as_array().unwrap().clone();
        fixes
            .into_iter()
            .map(|fix| fix["route"].clone())
            .collect::<Vec<_>>()
    };
    let text = "invalid_grant: authentication failure";
    let external = Value::from("external-client-app");
    assert!(routes(&["--json", text]).contains(&external));
    let connected = routes(&["--json", "--route", "connected-app", text]);
    assert!(
        !connected.is_empty() && !connected.contains(&external),
        "{connected:?}"
    );
}

#[test]
fn what_a_fix_would_stop_is_said_before_it() {
    let ran = explain(&["LOGIN_MUST_USE_SECURITY_TOKEN"]);
    let disturbing = ran
        .stdout
        .lines()
        .find(|line| line.contains("reset the token"));
    let line = disturbing.unwrap();
    assert!(
        line.contains("A connector that already signs in as this user stops"),
        "{line}"
    );
}

#[test]
fn an_unknown_text_is_not_explained_and_not_repeated() {
    for words in [&["zebra"][..], &["--json", "zebra"]] {
        let ran = explain(words);
        assert_eq!(ran.code, 1);
        assert!(!ran.stdout.contains("zebra"), "{}", ran.stdout);
    }
    assert!(codes(&explain(&["--json", "zebra"])).is_empty());
}
