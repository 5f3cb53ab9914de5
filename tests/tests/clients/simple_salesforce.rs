//! simple-salesforce, which builds every address from a domain below salesforce.com.

use std::process::Command;

use acceptance::clients::{SimpleSalesforce, answer};
use acceptance::mapped::Mapped;
use serde_json::{Value, json};

use crate::script;

fn command(mapped: &Mapped, way: &str) -> Command {
    let client = SimpleSalesforce::install().unwrap();
    let mut command = client.command(&script("ask.py"));
    command.envs(mapped.variables()).env("ASK", way);
    command
}

pub(crate) fn ask(mapped: &Mapped, way: &str) -> Value {
    let mut command = command(mapped, way);
    command.env(SimpleSalesforce::TRUST, mapped.authority_file());
    answer(command, mapped.announcement()).unwrap()
}

fn signs_in_and_asks_things(way: &str) {
    let mapped = Mapped::start(&[]).unwrap();
    let practice = mapped.announcement();
    let found = ask(&mapped, way);
    assert_eq!(found["instance"], practice.my_domain, "{found}");
    assert_eq!(found["organization"][0]["Id"], practice.org_id);
    assert_eq!(found["organization"][0]["Name"], practice.org_name);
    assert_eq!(found["users"][0]["Username"], practice.username);
    assert!(found["limits"]["Max"].as_u64() > found["limits"]["Remaining"].as_u64());
    mapped.stop().unwrap();
}

#[test]
#[ignore = "long: installs simple-salesforce from PyPI"]
fn signs_in_at_my_domain_with_password_and_token_and_asks_things() {
    signs_in_and_asks_things("password");
}

#[test]
#[ignore = "long: installs simple-salesforce from PyPI"]
fn signs_in_at_my_domain_by_client_credentials_and_asks_things() {
    signs_in_and_asks_things("client_credentials");
}

#[test]
#[ignore = "long: installs simple-salesforce from PyPI"]
fn raises_invalid_grant_at_a_wrong_password() {
    let mapped = Mapped::start(&[]).unwrap();
    assert_eq!(
        ask(&mapped, "wrong"),
        json!({
            "thrown": "SalesforceAuthenticationFailed",
            "code": "invalid_grant",
            "message": "Authentication failed (code: invalid_grant): authentication failure",
        })
    );
}

#[test]
#[ignore = "long: installs simple-salesforce from PyPI"]
fn trusts_the_practice_salesforce_only_where_it_is_told_to() {
    let mapped = Mapped::start(&[]).unwrap();
    let found = answer(command(&mapped, "password"), mapped.announcement()).unwrap();
    assert_eq!(found["thrown"], "SSLError", "{found}");
}
