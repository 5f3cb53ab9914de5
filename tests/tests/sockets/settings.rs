//! The machine's settings: secrets go nowhere new unless a person has said so by name.

use std::fs;

use model::catalogue::Problem;
use model::onboarding::Keep;
use onboarding::workflow::Workspace;
use onboarding::workflow::machine::{MachineSettings, MachineSettingsView, ProxyChoice};
use secrecy::SecretString;
use tempfile::TempDir;

use crate::desk::folder;

struct Machine {
    folder: TempDir,
    workspace: Workspace,
}

impl Machine {
    fn new() -> Self {
        let folder = folder();
        let workspace = Workspace::new(folder.path().to_owned());
        Self { folder, workspace }
    }

    fn settings(&self) -> MachineSettings {
        self.workspace.settings().unwrap().settings
    }

    async fn save(
        &self,
        settings: &MachineSettings,
        confirmed: &[&str],
    ) -> Result<MachineSettingsView, Problem> {
        let confirmed: Vec<String> = confirmed.iter().map(|&name| name.to_owned()).collect();
        self.workspace.save_settings(settings, &confirmed).await
    }

    /// A root certificate of nobody's, in a file.
    fn root(&self, name: &str) -> String {
        let made = rcgen::generate_simple_self_signed(["root.example".to_owned()]).unwrap();
        let path = self.folder.path().join(name);
        fs::write(&path, made.cert.pem()).unwrap();
        path.display().to_string()
    }

    /// Settings that name one of each.
    fn everything(&self) -> MachineSettings {
        MachineSettings {
            proxy: ProxyChoice::Custom,
            proxy_address: "http://proxy.example:8080".to_owned(),
            trust_file: self.root("root.pem"),
            gcis_api: " https://api.example/v1 ".to_owned(),
            gcis_token: "https://token.example/".to_owned(),
            ..self.settings()
        }
    }
}

fn unconfirmed(answer: Result<MachineSettingsView, Problem>) -> Vec<String> {
    let refused = answer.unwrap_err();
    assert_eq!(refused.code, "destination_new");
    refused.detail.lines().map(str::to_owned).collect()
}

#[tokio::test]
async fn each_new_destination_is_named_as_it_would_be_kept_and_nothing_is_saved() {
    let machine = Machine::new();
    let before = machine.settings();
    let wanted = machine.everything();
    let names = unconfirmed(machine.save(&wanted, &[]).await);
    assert_eq!(
        names,
        [
            "http://proxy.example:8080/",
            wanted.trust_file.as_str(),
            "https://api.example/v1",
            "https://token.example/",
        ]
    );
    assert_eq!(machine.settings(), before);
}

#[tokio::test]
async fn a_certificate_file_alone_has_to_be_confirmed_too() {
    let machine = Machine::new();
    let wanted = MachineSettings {
        trust_file: machine.root("root.pem"),
        ..machine.settings()
    };
    let refused = machine.save(&wanted, &[]).await.unwrap_err();
    assert_eq!(refused.field, Some("trust_file"));
    machine.save(&wanted, &[&wanted.trust_file]).await.unwrap();
    assert_eq!(machine.settings().trust_file, wanted.trust_file);
}

#[tokio::test]
async fn what_was_confirmed_is_saved_and_not_asked_about_again() {
    let machine = Machine::new();
    let wanted = machine.everything();
    let names = unconfirmed(machine.save(&wanted, &[]).await);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    for missing in 0..names.len() {
        let mut some = names.clone();
        let left_out = some.remove(missing);
        assert_eq!(unconfirmed(machine.save(&wanted, &some).await), [left_out]);
    }
    machine.save(&wanted, &names).await.unwrap();
    let kept = machine.settings();
    machine.save(&kept, &[]).await.unwrap();

    let further = MachineSettings {
        gcis_api: "https://other.example/".to_owned(),
        ..kept.clone()
    };
    let asked = unconfirmed(machine.save(&further, &names).await);
    assert_eq!(asked, ["https://other.example/"]);
    let fewer = MachineSettings {
        proxy: ProxyChoice::Direct,
        trust_file: String::new(),
        gcis_api: String::new(),
        gcis_token: String::new(),
        ..kept
    };
    machine.save(&fewer, &[]).await.unwrap();
}

#[tokio::test]
async fn a_proxy_password_is_not_taken_since_it_would_be_kept_in_clear() {
    let machine = Machine::new();
    let settings = MachineSettings {
        proxy: ProxyChoice::Custom,
        proxy_address: "http://user:secret@proxy.example:8080".to_owned(),
        ..machine.settings()
    };
    let refused = machine.save(&settings, &[]).await.unwrap_err();
    assert_eq!(
        (refused.code, refused.field),
        ("proxy_invalid", Some("proxy_address"))
    );
}

#[tokio::test]
async fn gciss_client_secret_kept_for_this_run_is_gone_with_it_and_bound_to_its_addresses() {
    let machine = Machine::new();
    let settings = MachineSettings {
        gcis_api: "https://api.example/".to_owned(),
        gcis_token: "https://token.example/".to_owned(),
        ..machine.settings()
    };
    let both = ["https://api.example/", "https://token.example/"];
    machine.save(&settings, &both).await.unwrap();
    let secret = SecretString::from("an API secret");
    let store = machine.workspace.store_gcis_secret(secret, Keep::ThisRun);
    assert_eq!(store.await.unwrap().gcis_secret, Some(Keep::ThisRun));
    let restarted = Workspace::new(machine.workspace.data_folder().to_owned());
    assert_eq!(restarted.settings().unwrap().gcis_secret, None);

    let moved = MachineSettings {
        gcis_api: "https://other.example/".to_owned(),
        ..settings.clone()
    };
    let moved = machine.save(&moved, &["https://other.example/"]).await;
    assert_eq!(moved.unwrap().gcis_secret, None);
    let back = machine.save(&settings, &["https://api.example/"]).await;
    assert_eq!(back.unwrap().gcis_secret, None, "it does not come back");
}

#[tokio::test]
async fn a_damaged_file_of_this_computers_is_called_by_its_name_and_no_onboarding() {
    let machine = Machine::new();
    let file = machine.workspace.data_folder().join("settings.json");
    for (text, code) in [
        ("{\"version\": 1, \"proxy\"", "settings_damaged"),
        ("{\"version\": 1, \"proxy\": 7}", "settings_damaged"),
        ("{\"version\": 99}", "computer_file_newer"),
    ] {
        fs::write(&file, text).unwrap();
        let problem = machine.workspace.settings().unwrap_err();
        assert_eq!(problem.code, code);
        assert!(problem.detail.contains("settings.json"));
        assert_eq!(fs::read_to_string(&file).unwrap(), text, "left as it is");
    }
}
