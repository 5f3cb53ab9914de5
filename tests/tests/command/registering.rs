//! An onboarding that is ready to be registered, with its secrets in the keychain.

use std::fs;
use std::path::PathBuf;

use acceptance::cloud::Cloud;
use acceptance::desktop::{Keyring, inside};
use onboarding::records::{Records, data_folder};
use onboarding::workflow::Workspace;
use serde_json::Value;
use tempfile::TempDir;

use crate::desk::Ran;
use crate::saved::{NAME, begin, connectorctl, steps, store};

pub(crate) struct Ready {
    pub(crate) cloud: Cloud,
    folder: TempDir,
}

/// On a private desktop, with practice services in which this goes wrong.
pub(crate) fn ready(test: &str, scenario: &str, then: impl FnOnce(&Ready)) {
    inside(Keyring::Unlocked, test, || {
        let cloud = Cloud::start(&["--scenario", scenario]).unwrap();
        let workspace = Workspace::new(data_folder().unwrap());
        let id = begin(&workspace, cloud.announcement());
        steps(store(&workspace, id, cloud.announcement()));
        let folder = tempfile::tempdir().unwrap();
        let ready = Ready { cloud, folder };
        fs::write(ready.file(), &ready.cloud.announcement().line).unwrap();
        then(&ready);
    });
}

impl Ready {
    /// Where the practice services are told.
    fn file(&self) -> PathBuf {
        self.folder.path().join("practice.json")
    }

    /// Tells of another place of the practice GCIS.
    pub(crate) fn gcis_is_at(&self, origin: &str) {
        let mut line: Value = serde_json::from_str(&self.cloud.announcement().line).unwrap();
        line["gcis"] = origin.into();
        fs::write(self.file(), line.to_string()).unwrap();
    }

    /// The arguments that name the onboarding and the practice services.
    pub(crate) fn onboarding(&self) -> [String; 4] {
        let file = self.file().into_os_string().into_string().unwrap();
        ["--onboarding", NAME, "--practice", &file].map(str::to_owned)
    }

    /// A command on the onboarding, with `--json`.
    pub(crate) fn run(&self, command: &[&str], further: &[&str]) -> Ran {
        let saved = self.onboarding();
        let saved = saved.each_ref().map(String::as_str);
        let ran = connectorctl(&[command, &["--json"], &saved, further].concat());
        let practice = self.cloud.announcement();
        ran.assert_silent_about(practice);
        let line: Value = serde_json::from_str(&practice.line).unwrap();
        let secret = text(&line["gcisClientSecret"]);
        assert!(!ran.stdout.contains(&secret) && !ran.stderr.contains(&secret));
        ran
    }

    /// The id of a tenant.
    pub(crate) fn tenant(&self, name: &str) -> String {
        let ran = self.run(&["register"], &["--yes"]);
        let object = ran.object();
        let tenants = object["tenants"].as_array().unwrap();
        let tenant = tenants.iter().find(|tenant| tenant["name"] == name);
        text(&tenant.unwrap()["id"])
    }

    /// Registers it; answers with the instance's id.
    pub(crate) fn registered(&self) -> String {
        let tenant = self.tenant("Velocity Production");
        let ran = self.run(&["register"], &["--yes", "--tenant", &tenant]);
        assert_eq!(ran.code, 0, "{}", ran.stdout);
        text(&ran.object()["instanceId"])
    }
}

/// The record as a colleague's would be, who made the instance elsewhere.
pub(crate) fn forget_the_registration() {
    let records = Records::new(&data_folder().unwrap());
    let mut record = records.list().unwrap().onboardings.remove(0);
    record.facts.registered = None;
    records.save(&record).unwrap();
}

pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}
