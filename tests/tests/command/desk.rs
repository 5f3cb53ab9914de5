//! Running the command, and reading what it printed.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use acceptance::cloud::{Announcement, Cloud};
use acceptance::programs::{built, clean};
use serde_json::Value;
use tempfile::TempDir;

/// A route's name on the command line.
pub(crate) const CONNECTED_APP: &str = "connected-app";
pub(crate) const EXTERNAL_CLIENT_APP: &str = "external-client-app";

pub(crate) fn program() -> PathBuf {
    built("connectorctl", "connectorctl").unwrap()
}

/// A command that finds its records in this folder, and has no terminal.
pub(crate) fn command(data: &Path) -> Command {
    let mut command = clean(program());
    at_home(&mut command, data);
    command
}

/// Lets a command find its records in this folder, and no terminal.
pub(crate) fn at_home(command: &mut Command, data: &Path) {
    command.env("XDG_DATA_HOME", data).stdin(Stdio::null());
}

/// Puts what a route signs in with into a command's environment.
pub(crate) fn give_secrets(command: &mut Command, route: &str, practice: &Announcement) {
    let (key, secret) = match route {
        CONNECTED_APP => (&practice.consumer_key, &practice.consumer_secret),
        _ => (&practice.eca_consumer_key, &practice.eca_consumer_secret),
    };
    command
        .env("CONNECTOR_CONSUMER_KEY", key)
        .env("CONNECTOR_CONSUMER_SECRET", secret);
    if route == CONNECTED_APP {
        command
            .env("CONNECTOR_PASSWORD", &practice.password)
            .env("CONNECTOR_SECURITY_TOKEN", &practice.security_token);
    }
}

/// What a command printed, and how it ended.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

pub(crate) fn run(command: &mut Command) -> Ran {
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let ran = Ran {
        stdout: text(output.stdout),
        stderr: text(output.stderr),
        code: output.status.code().unwrap_or(-1),
    };
    assert_ne!(ran.code, -1, "it was ended by a signal: {}", ran.stderr);
    ran
}

impl Ran {
    /// The one object on one line that standard output has to be.
    pub(crate) fn object(&self) -> Value {
        assert_eq!(self.stdout.lines().count(), 1, "{}", self.stdout);
        let object: Value = serde_json::from_str(&self.stdout).unwrap();
        assert!(object.is_object(), "{object}");
        object
    }

    /// Neither output holds any of these.
    pub(crate) fn assert_silent_about(&self, practice: &Announcement) {
        for secret in [
            &practice.password,
            &practice.security_token,
            &practice.consumer_key,
            &practice.consumer_secret,
            &practice.eca_consumer_key,
            &practice.eca_consumer_secret,
        ] {
            assert!(!self.stdout.contains(secret.as_str()), "{}", self.stdout);
            assert!(!self.stderr.contains(secret.as_str()), "{}", self.stderr);
        }
    }
}

/// The finding of a check.
pub(crate) fn finding<'a>(object: &'a Value, check: &str) -> &'a Value {
    let findings = object["findings"].as_array().unwrap();
    let found = findings.iter().find(|finding| finding["check"] == check);
    found.unwrap_or(&Value::Null)
}

/// A practice cloud and a place for records.
pub(crate) struct Desk {
    pub(crate) cloud: Cloud,
    pub(crate) data: TempDir,
}

impl Desk {
    pub(crate) fn new(scenario: &str) -> Self {
        Self {
            cloud: Cloud::start(&["--scenario", scenario]).unwrap(),
            data: tempfile::tempdir().unwrap(),
        }
    }

    pub(crate) fn practice(&self) -> &Announcement {
        self.cloud.announcement()
    }

    /// The address of the org's own host.
    pub(crate) fn my_domain(&self) -> String {
        let (_, port) = self.practice().login.rsplit_once(':').unwrap();
        format!("http://{}:{port}", self.practice().my_domain)
    }

    /// `connectorctl check --json` by a route with all that it needs, and further arguments.
    pub(crate) fn check<S: AsRef<OsStr>>(
        &self,
        route: &str,
        login_url: &str,
        further: &[S],
    ) -> Command {
        let mut command = command(self.data.path());
        command
            .args(["check", "--json", "--environment", "practice"])
            .args(["--route", route, "--login-url", login_url])
            .args(further);
        if route == CONNECTED_APP {
            command.args(["--username", &self.practice().username]);
        }
        give_secrets(&mut command, route, self.practice());
        command
    }
}
