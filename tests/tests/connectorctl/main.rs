//! `connectorctl` as a script meets it: arguments in, lines and an exit code out.
#![allow(clippy::unwrap_used, reason = "a test ends at what it did not expect")]

mod checklist;
mod metadata;

use std::path::Path;
use std::process::Command;

use acceptance::programs::built;
use model::Environment;
use onboarding::workflow::{NewOnboarding, Workspace};
use tempfile::TempDir;
use uuid::Uuid;

/// A home of its own for the program, with nothing in it.
struct Home(TempDir);

/// What a run wrote, and how it ended.
struct Run {
    out: String,
    errors: String,
    code: i32,
}

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn folder(&self) -> &Path {
        self.0.path()
    }

    /// Runs the program in the home's folder.
    fn run(&self, arguments: &[&str]) -> Run {
        let output = Command::new(built("connectorctl", "connectorctl").unwrap())
            .args(arguments)
            .current_dir(self.folder())
            .env("HOME", self.folder())
            .env("XDG_DATA_HOME", self.folder().join("data"))
            .output()
            .unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Run {
            out: text(output.stdout),
            errors: text(output.stderr),
            code: output.status.code().unwrap(),
        }
    }

    /// The workspace that the program finds there.
    fn workspace(&self) -> Workspace {
        Workspace::new(self.folder().join("data/connector-setup"))
    }

    /// Begins an onboarding there.
    fn begin(&self, name: &str) -> Uuid {
        let new = NewOnboarding {
            name: name.to_owned(),
            environment: Environment::Production,
            domain: "northwind.example".to_owned(),
            sandbox_name: String::new(),
        };
        self.workspace().create(&new).unwrap().id
    }

    fn read(&self, file: &str) -> String {
        std::fs::read_to_string(self.folder().join(file)).unwrap()
    }
}
