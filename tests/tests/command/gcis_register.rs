//! `connectorctl register`.

use serde_json::Value;

use crate::desk::{command, run};
use crate::registering::{ready, text};

fn code(object: &Value) -> &str {
    object["problem"]["code"].as_str().unwrap_or_default()
}

#[test]
fn it_registers_what_it_showed_once_and_after_a_yes() {
    let name = "gcis_register::it_registers_what_it_showed_once_and_after_a_yes";
    ready(name, "smooth", |desk| {
        let ran = desk.run(&["register"], &["--yes"]);
        let object = ran.object();
        assert_eq!((ran.code, code(&object)), (2, "tenant_missing"), "{object}");
        assert_eq!(object["tenants"].as_array().unwrap().len(), 3);
        let ran = desk.run(&["register"], &["--yes", "--tenant", "no-such-id"]);
        assert_eq!((ran.code, code(&ran.object())), (2, "tenant_missing"));

        let tenant = desk.tenant("Velocity Production");
        let ran = desk.run(&["register"], &["--tenant", &tenant]);
        let object = ran.object();
        assert_eq!((ran.code, code(&object)), (2, "command_incomplete"));
        assert!(ran.stderr.contains("GCIS will be sent:"), "{}", ran.stderr);
        let sends = object["sends"].as_array().unwrap();
        let row = |label: &str| sends.iter().find(|row| row["label"] == label).unwrap();
        assert_eq!(row("Password")["stored"], true);
        assert!(row("Password")["value"].is_null());
        assert_eq!(row("Tenant")["value"], "Velocity Production");
        let practice = desk.cloud.announcement();
        assert_eq!(object["connectedAs"]["orgId"], practice.org_id);
        assert!(object["instanceId"].is_null(), "{object}");

        let ran = desk.run(&["register"], &["--yes"]);
        let object = ran.object();
        assert_eq!((ran.code, &object["outcome"]), (0, &"done".into()));
        assert_eq!(object["lookedUp"], false);
        let id = text(&object["instanceId"]);

        let ran = desk.run(&["register"], &["--yes"]);
        let object = ran.object();
        assert_eq!((ran.code, code(&object)), (1, "already_registered"));
        assert_eq!(text(&object["instanceId"]), id);
    });
}

#[test]
fn an_answer_that_never_came_is_looked_up_and_it_says_so() {
    let name = "gcis_register::an_answer_that_never_came_is_looked_up_and_it_says_so";
    ready(name, "gcis_no_answer", |desk| {
        let tenant = desk.tenant("Velocity Production");
        let ran = desk.run(&["register"], &["--yes", "--tenant", &tenant]);
        let object = ran.object();
        assert_eq!(ran.code, 0, "{object}");
        assert_eq!(object["lookedUp"], true);
        assert!(object["instanceId"].is_string());
        assert!(ran.stderr.contains("GCIS did not answer"), "{}", ran.stderr);
    });
}

#[test]
fn a_command_that_is_not_complete_gets_its_object_too() {
    let data = tempfile::tempdir().unwrap();
    for (words, evidence) in [
        (&["register"][..], "--onboarding"),
        (&["register", "--onboarding", "Nobody"], "Nobody"),
        (&["register", "--onboarding", "Nobody", "--sure"], "--sure"),
        (&["named-credential", "renew"], "renew"),
        (&["named-credential", "status"], "--onboarding"),
    ] {
        let mut command = command(data.path());
        let ran = run(command.args(words).arg("--json"));
        let object = ran.object();
        assert_eq!((ran.code, code(&object)), (2, "command_incomplete"));
        assert_eq!(object["outcome"], "failed");
        let told = text(&object["problem"]["evidence"]);
        assert!(told.contains(evidence), "{evidence} is not in {told}");
    }
}
