//! jsforce: over plain http on the raw address, and over TLS under Salesforce's names.

use acceptance::clients::{Jsforce, answer};
use acceptance::cloud::{Announcement, Cloud};
use acceptance::mapped::Mapped;
use serde_json::{Value, json};

use crate::script;

/// What jsforce finds out over plain http.
fn ask(practice: &Announcement, way: &str) -> Value {
    let mut command = Jsforce::install().unwrap().command(&script("ask.js"));
    command
        .env("ASK", way)
        .env("LOGIN_URL", &practice.salesforce);
    answer(command, practice).unwrap()
}

fn assert_found(found: &Value, practice: &Announcement) {
    assert_eq!(found["user"]["organizationId"], practice.org_id, "{found}");
    let organization = &found["organization"][0];
    assert_eq!(organization["Id"], practice.org_id);
    assert_eq!(organization["Name"], practice.org_name);
    assert_eq!(organization["IsSandbox"], false);
    let user = &found["users"][0];
    assert_eq!(user["Id"], found["user"]["id"]);
    assert_eq!(user["Username"], practice.username);
    assert_eq!(user["IsActive"], true);
    assert!(found["limits"]["Max"].as_u64() > found["limits"]["Remaining"].as_u64());
    assert_eq!(found["batch"], json!([200, 200]));
}

#[test]
#[ignore = "long: installs jsforce from npm"]
fn signs_in_by_login_and_asks_things() {
    let cloud = Cloud::start(&[]).unwrap();
    let practice = cloud.announcement();
    let found = ask(practice, "login");
    assert_found(&found, practice);
    assert_eq!(found["instanceUrl"], practice.salesforce);
    cloud.stop().unwrap();
}

#[test]
#[ignore = "long: installs jsforce from npm"]
fn signs_in_by_authorize_with_the_password_grant() {
    let cloud = Cloud::start(&[]).unwrap();
    assert_found(
        &ask(cloud.announcement(), "authorize"),
        cloud.announcement(),
    );
}

#[test]
#[ignore = "long: installs jsforce from npm"]
fn signs_in_by_client_credentials() {
    let cloud = Cloud::start(&[]).unwrap();
    let found = ask(cloud.announcement(), "client_credentials");
    assert_found(&found, cloud.announcement());
}

#[test]
#[ignore = "long: installs jsforce from npm"]
fn throws_invalid_grant_at_a_wrong_password() {
    let cloud = Cloud::start(&[]).unwrap();
    assert_eq!(
        ask(cloud.announcement(), "wrong"),
        json!({ "thrown": "invalid_grant", "message": "authentication failure" })
    );
}

#[test]
#[ignore = "long: installs jsforce from npm"]
fn signs_in_over_tls_under_salesforces_own_names() {
    let mapped = Mapped::start(&["--latency-ms", "20"]).unwrap();
    let practice = mapped.announcement();
    assert_eq!(practice.login, "https://login.salesforce.com");
    let org = format!("https://{}", practice.my_domain);
    for login_url in [&practice.login, &org] {
        let mut command = Jsforce::install().unwrap().command(&script("ask.js"));
        command
            .envs(mapped.variables())
            .env(Jsforce::TRUST, mapped.authority_file())
            .env("ASK", "login")
            .env("LOGIN_URL", login_url);
        let found = answer(command, practice).unwrap();
        assert_found(&found, practice);
        assert_eq!(found["instanceUrl"], org);
        let id = found["user"]["url"].as_str().unwrap();
        assert!(id.starts_with(&format!("{login_url}/id/")), "{id}");
    }
    mapped.stop().unwrap();
}
