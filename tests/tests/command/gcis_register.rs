//! `connectorctl register`.

use std::process::Stdio;

use acceptance::cut::{Cut, Point, Proxy, Target};
use acceptance::programs::clean;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;

use crate::desk::{command, program, run};
use crate::registering::{forget_the_registration, ready, text};
use crate::saved::on_this_desktop;
use crate::secrets::at_a_terminal;

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
        assert!(
            ran.stderr.contains("GCIS is asked what exists"),
            "{}",
            ran.stderr
        );
    });
}

#[test]
fn a_tenant_of_another_kind_than_the_org_is_confirmed_in_words() {
    let name = "gcis_register::a_tenant_of_another_kind_than_the_org_is_confirmed_in_words";
    ready(name, "smooth", |desk| {
        let tenant = desk.tenant("Velocity Test");
        let register = |further: &[&str]| {
            let ran = desk.run(&["register"], &[&["--yes"], further].concat());
            (ran.code, ran.object())
        };
        let (ended, object) = register(&["--tenant", &tenant]);
        assert_eq!((ended, code(&object)), (2, "tenant_not_confirmed"));
        let told = text(&object["problem"]["evidence"]);
        assert!(told.contains("--confirm-tenant \"test tenant\""), "{told}");
        let (ended, object) = register(&["--confirm-tenant", "yes"]);
        assert_eq!((ended, code(&object)), (1, "tenant_not_confirmed"));
        let (ended, object) = register(&["--confirm-tenant", "test tenant"]);
        assert_eq!(ended, 0, "{object}");
    });
}

#[test]
fn an_instance_that_is_there_already_is_taken_over_on_request() {
    let name = "gcis_register::an_instance_that_is_there_already_is_taken_over_on_request";
    ready(name, "smooth", |desk| {
        let ran = desk.run(&["register"], &["--adopt", "keep"]);
        assert_eq!(code(&ran.object()), "tenant_missing");
        let made = desk.registered();
        forget_the_registration();

        let ran = desk.run(&["register"], &["--yes"]);
        let object = ran.object();
        assert_eq!((ran.code, code(&object)), (1, "already_connected"));
        assert_eq!(text(&object["existing"]["instanceId"]), made);
        let ran = desk.run(&["register"], &["--adopt", "replace"]);
        assert_eq!((ran.code, code(&ran.object())), (2, "command_incomplete"));
        let ran = desk.run(&["register"], &["--adopt", "replace", "--yes"]);
        let object = ran.object();
        assert_eq!(
            (ran.code, &object["adopted"]),
            (0, &true.into()),
            "{object}"
        );
        assert_eq!(text(&object["instanceId"]), made);
    });
}

#[test]
fn at_a_terminal_nothing_is_sent_without_the_word_yes() {
    let name = "gcis_register::at_a_terminal_nothing_is_sent_without_the_word_yes";
    ready(name, "smooth", |desk| {
        let tenant = desk.tenant("Velocity Production");
        desk.run(&["register"], &["--tenant", &tenant]);
        let words = desk.onboarding().map(|word| format!("'{word}'")).join(" ");
        let register = format!("{} register {words}", program().display());
        let answered = |typed: &str| {
            let script = on_this_desktop(clean("script"));
            at_a_terminal(script, &register, &[("Type yes to register: ", typed)])
        };
        let shown = answered("y");
        assert!(shown.contains("Tenant             Velocity Production"));
        assert!(!shown.contains("Registered"), "{shown}");
        let shown = answered("yes");
        assert!(shown.contains("Registered: instance "), "{shown}");
    });
}

#[test]
fn once_the_request_may_have_left_an_interruption_says_so_and_the_next_run_looks() {
    let name = "gcis_register::once_the_request_may_have_left_an_interruption_says_so_and_the_next_run_looks";
    ready(name, "smooth", |desk| {
        let tenant = desk.tenant("Velocity Production");
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let gcis = &desk.cloud.announcement().gcis;
        let line = runtime.block_on(Proxy::before(gcis)).unwrap();
        desk.gcis_is_at(line.origin());
        line.cut(Cut {
            target: Target::Create,
            point: Point::AfterSend,
            part: 0.0,
            resets: false,
            waits_for_the_end: true,
        });
        let mut register = on_this_desktop(clean(program()));
        let register = register
            .args(["register", "--json", "--yes", "--tenant", &tenant])
            .args(desk.onboarding())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        runtime.block_on(line.reached());
        kill_process(Pid::from_child(&register), Signal::INT).unwrap();
        let output = register.wait_with_output().unwrap();
        let object: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(code(&object), "outcome_unknown", "{object}");

        let ran = desk.run(&["register"], &[]);
        let object = ran.object();
        assert_eq!(
            (ran.code, &object["lookedUp"]),
            (0, &true.into()),
            "{object}"
        );
        let sent = line
            .seen()
            .into_iter()
            .filter(|seen| seen.is(Target::Create));
        assert_eq!(sent.count(), 1);
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
