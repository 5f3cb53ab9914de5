//! `--environment production` end to end over TLS: Salesforce's own names, port 443, and no switch of practice anywhere.

use std::path::Path;
use std::process::Command;

use acceptance::mapped::Mapped;
use serde_json::Value;
use tempfile::TempDir;

use crate::desk::{
    CONNECTED_APP, EXTERNAL_CLIENT_APP, Ran, at_home, finding, give_secrets, program, run,
};

/// Salesforce on this computer, and a place for records.
struct Production {
    mapped: Mapped,
    folder: TempDir,
}

impl Production {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let state = folder.path().join("cloud.json");
        let mapped = Mapped::start(&["--state", state.to_str().unwrap()]).unwrap();
        Self { mapped, folder }
    }

    fn my_domain(&self) -> String {
        self.mapped.announcement().my_domain.clone()
    }

    fn command(&self, route: &str, environment: &str, login_url: &str) -> Command {
        let practice = self.mapped.announcement();
        let mut command = self.mapped.command(program());
        at_home(&mut command, self.folder.path());
        command
            .args([
                "check",
                "--json",
                "--route",
                route,
                "--environment",
                environment,
            ])
            .args(["--login-url", login_url]);
        if route == CONNECTED_APP {
            command.args(["--username", &practice.username]);
        }
        give_secrets(&mut command, route, practice);
        command
    }

    fn trusted(&self, route: &str, environment: &str, login_url: &str) -> (Ran, Value) {
        let mut command = self.command(route, environment, login_url);
        let ran = run(command.arg("--ca-file").arg(self.mapped.authority_file()));
        let object = ran.object();
        (ran, object)
    }

    /// How many sign-ins Salesforce has noted, good or not.
    fn sign_ins(&self) -> usize {
        let state = std::fs::read_to_string(self.folder.path().join("cloud.json")).unwrap();
        let state: Value = serde_json::from_str(&state).unwrap();
        let orgs = state["orgs"].as_object().unwrap();
        let rows = |org: &Value| org["loginHistory"].as_array().unwrap().len();
        orgs.values().map(rows).sum()
    }
}

fn assert_passed(ran: &Ran, object: &Value, production: &Production) {
    let practice = production.mapped.announcement();
    assert_eq!(ran.code, 0, "{object}");
    assert_eq!(object["outcome"], "passed");
    assert_eq!(object["connectedAs"]["orgId"], practice.org_id);
    assert_eq!(object["connectedAs"]["username"], practice.username);
    assert_eq!(object["connectedAs"]["sandbox"], false);
    assert_eq!(finding(object, "signature")["status"], "passed");
    ran.assert_silent_about(practice);
}

#[test]
fn a_connected_app_passes_at_login_and_at_my_domain() {
    let production = Production::new();
    for login_url in ["login.salesforce.com", &production.my_domain()] {
        let (ran, object) = production.trusted(CONNECTED_APP, "production", login_url);
        assert_passed(&ran, &object, &production);
        assert_eq!(object["host"], login_url);
    }
    assert_eq!(production.sign_ins(), 2);
}

#[test]
fn an_external_client_app_passes_at_my_domain_however_that_is_written() {
    let production = Production::new();
    let my_domain = production.my_domain();
    let lightning = my_domain.replace(".my.salesforce.com", ".lightning.force.com");
    for typed in [
        my_domain.clone(),
        format!("https://{lightning}/lightning/setup/SetupOneHome/home"),
    ] {
        let (ran, object) = production.trusted(EXTERNAL_CLIENT_APP, "production", &typed);
        assert_passed(&ran, &object, &production);
        assert_eq!(object["host"], my_domain);
    }
}

#[test]
fn fixes_lead_to_setup_on_the_orgs_own_host() {
    let production = Production::new();
    let my_domain = production.my_domain();
    let (_, object) = production.trusted(EXTERNAL_CLIENT_APP, "production", &my_domain);
    let warning = finding(&object, "credential_right");
    let fixes = warning["fixes"].as_array().unwrap();
    let fix = fixes
        .iter()
        .find(|fix| fix["quickFind"] == "Permission Sets");
    assert_eq!(
        fix.unwrap()["link"],
        format!("https://{my_domain}/lightning/setup/PermSets/home")
    );
    let (_, object) = production.trusted(CONNECTED_APP, "production", "login.salesforce.com");
    let fixes = finding(&object, "credential_right")["fixes"].clone();
    let linked = fixes
        .as_array()
        .unwrap()
        .iter()
        .find(|fix| fix["link"].is_string());
    assert_eq!(linked, None, "without a My Domain there are words only");
}

#[test]
fn without_the_certificate_nothing_secret_leaves() {
    let production = Production::new();
    let my_domain = production.my_domain();
    for (route, login_url) in [
        (CONNECTED_APP, "login.salesforce.com"),
        (EXTERNAL_CLIENT_APP, my_domain.as_str()),
    ] {
        let ran = run(&mut production.command(route, "production", login_url));
        let object = ran.object();
        assert_eq!(ran.code, 1, "{object}");
        assert_eq!(finding(&object, "host")["code"], "tls_failed", "{object}");
        assert_eq!(finding(&object, "sign_in")["code"], "not_asked");
    }
    assert_eq!(production.sign_ins(), 0, "nobody tried to sign in");
}

#[test]
fn the_certificate_can_be_named_by_the_environment_instead() {
    let production = Production::new();
    let my_domain = production.my_domain();
    let file: &Path = production.mapped.authority_file();
    let mut command = production.command(EXTERNAL_CLIENT_APP, "production", &my_domain);
    let ran = run(command.env("SSL_CERT_FILE", file));
    let object = ran.object();
    assert_passed(&ran, &object, &production);
}

#[test]
fn a_sandbox_that_is_a_production_org_is_told() {
    let production = Production::new();
    let (ran, object) = production.trusted(CONNECTED_APP, "sandbox", &production.my_domain());
    assert_eq!(ran.code, 1, "{object}");
    let found = finding(&object, "environment");
    assert_eq!(
        (&found["status"], &found["code"]),
        (&"failed".into(), &"environment_differs".into())
    );
    assert_eq!(finding(&object, "sign_in")["status"], "passed");
    assert!(
        ran.stderr.starts_with("Login URL: "),
        "it looks like one before: {}",
        ran.stderr
    );
}

#[test]
fn a_name_that_leads_nowhere_is_told_as_such() {
    let production = Production::new();
    let (ran, object) = production.trusted(CONNECTED_APP, "production", "other.my.salesforce.com");
    assert_eq!(ran.code, 1);
    assert_eq!(
        finding(&object, "host")["code"],
        "host_not_found",
        "{object}"
    );
}
