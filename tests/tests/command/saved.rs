//! `--onboarding NAME`: the secrets come from the keychain, and what is found is kept.

use std::env;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use acceptance::cloud::{Announcement, Cloud};
use acceptance::desktop::{Keyring, Process, inside, of_folder};
use acceptance::programs::clean;
use model::Environment;
use model::field::{Field, SecretField};
use model::onboarding::Keep;
use onboarding::records::data_folder;
use onboarding::workflow::{NewOnboarding, Workspace};
use rustix::process::{Pid, Signal, kill_process};
use secrecy::SecretString;
use uuid::Uuid;

use crate::desk::{Ran, finding, program, run};

pub(crate) const NAME: &str = "Northwind Energy";

/// The command on the desktop that this test runs on: its keychain and its records.
fn check(further: &[&str]) -> Ran {
    connectorctl(&[&["check", "--json", "--onboarding", NAME], further].concat())
}

/// The command with these arguments, likewise.
pub(crate) fn connectorctl(arguments: &[&str]) -> Ran {
    let mut command = on_this_desktop(clean(program()));
    run(command.stdin(Stdio::null()).args(arguments))
}

/// Lets a command find this desktop's keychain and records.
pub(crate) fn on_this_desktop(mut command: Command) -> Command {
    for name in [
        "DBUS_SESSION_BUS_ADDRESS",
        "XDG_DATA_HOME",
        "XDG_RUNTIME_DIR",
    ] {
        command.env(name, env::var_os(name).unwrap());
    }
    command
}

pub(crate) fn begin(workspace: &Workspace, practice: &Announcement) -> Uuid {
    let new = NewOnboarding {
        name: NAME.to_owned(),
        environment: Environment::Practice,
        domain: "northwind.example".to_owned(),
        sandbox_name: String::new(),
    };
    let id = workspace.create(&new).unwrap().id;
    for (field, value) in [
        (Field::Username, &practice.username),
        (Field::EventEndpoint, &practice.event_endpoint),
    ] {
        workspace.save_field(id, field, value).unwrap();
    }
    id
}

pub(crate) async fn store(workspace: &Workspace, id: Uuid, practice: &Announcement) {
    for (field, value) in [
        (SecretField::Password, &practice.password),
        (SecretField::SecurityToken, &practice.security_token),
        (SecretField::ConsumerKey, &practice.consumer_key),
        (SecretField::ConsumerSecret, &practice.consumer_secret),
    ] {
        let secret = SecretString::from(value.as_str());
        let keep = Keep::Keychain;
        workspace
            .store_secret(id, field, secret, keep)
            .await
            .unwrap();
    }
}

/// Runs steps on a runtime that does not wait, at its end, for a keychain that still asks.
pub(crate) fn steps(steps: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(steps);
    runtime.shutdown_background();
}

#[test]
fn a_saved_onboarding_is_verified_with_the_keychains_secrets_and_remembers_it() {
    let name = "saved::a_saved_onboarding_is_verified_with_the_keychains_secrets_and_remembers_it";
    inside(Keyring::Unlocked, name, || {
        let cloud = Cloud::start(&[]).unwrap();
        let practice = cloud.announcement();
        let folder: PathBuf = data_folder().unwrap();
        let workspace = Workspace::new(folder);
        let id = begin(&workspace, practice);
        steps(store(&workspace, id, practice));

        let ran = check(&[]);
        assert_eq!(
            ran.code, 2,
            "practice has another port in each run: {}",
            ran.stdout
        );
        let ran = check(&["--login-url", &practice.login, "--probe-endpoint"]);
        let object = ran.object();
        assert_eq!(ran.code, 0, "{object}");
        assert_eq!(object["route"], "connected-app");
        assert_eq!(object["connectedAs"]["orgId"], practice.org_id);
        assert_eq!(finding(&object, "endpoint")["status"], "passed");
        ran.assert_silent_about(practice);

        let kept = workspace.open(id).unwrap().verify;
        assert!(kept.passed);
        assert_eq!(kept.connected_as.unwrap().org_id, practice.org_id);
        assert_eq!(
            kept.findings.len(),
            object["findings"].as_array().unwrap().len()
        );
    });
}

#[test]
fn without_its_secrets_it_says_which_are_missing() {
    let name = "saved::without_its_secrets_it_says_which_are_missing";
    inside(Keyring::Absent, name, || {
        let cloud = Cloud::start(&[]).unwrap();
        let practice = cloud.announcement();
        begin(&Workspace::new(data_folder().unwrap()), practice);
        let ran = check(&["--login-url", &practice.login]);
        let object = ran.object();
        assert_eq!(ran.code, 1, "{object}");
        let found = &object["findings"][0];
        assert_eq!(found["code"], "credentials_incomplete");
        assert!(
            found["evidence"]
                .as_str()
                .unwrap()
                .contains("Consumer Secret"),
            "{found}"
        );
    });
}

/// An onboarding whose secrets are in the keychain, which then is as `change` leaves it.
fn with_a_keychain_that(name: &str, change: impl FnOnce()) {
    inside(Keyring::Unlocked, name, || {
        let cloud = Cloud::start(&[]).unwrap();
        let practice = cloud.announcement();
        let workspace = Workspace::new(data_folder().unwrap());
        let id = begin(&workspace, practice);
        steps(store(&workspace, id, practice));
        change();
        let ran = check(&["--login-url", &practice.login]);
        let object = ran.object();
        assert_eq!(ran.code, 1, "{object}");
        assert_eq!(object["findings"][0]["code"], "keychain_locked");
    });
}

#[test]
fn a_locked_keychain_is_told() {
    with_a_keychain_that("saved::a_locked_keychain_is_told", || {
        let mut gdbus = Command::new("gdbus");
        gdbus
            .args(["call", "--session", "--dest", "org.freedesktop.secrets"])
            .args(["--object-path", "/org/freedesktop/secrets"])
            .args(["--method", "org.freedesktop.Secret.Service.Lock"])
            .arg("['/org/freedesktop/secrets/collection/login']");
        assert!(gdbus.status().unwrap().success());
    });
}

/// Ends what it holds still when it goes.
struct Still(Process);

impl Drop for Still {
    fn drop(&mut self) {
        self.0.kill();
    }
}

#[test]
#[ignore = "long: waits as long as a person may take to answer"]
fn a_keychain_that_never_answers_does_not_keep_the_command() {
    let mut still = None;
    let name = "saved::a_keychain_that_never_answers_does_not_keep_the_command";
    with_a_keychain_that(name, || {
        let run = PathBuf::from(env::var_os("XDG_RUNTIME_DIR").unwrap());
        let of_desktop = of_folder(run.parent().unwrap());
        let is_keyring = |process: &Process| process.program.ends_with("gnome-keyring-daemon");
        let keyring = of_desktop.into_iter().find(is_keyring).unwrap();
        let id = Pid::from_raw(keyring.id.try_into().unwrap()).unwrap();
        kill_process(id, Signal::STOP).unwrap();
        still = Some(Still(keyring));
    });
}
