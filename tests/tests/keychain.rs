//! The vault over the real Secret Service, in each state that a desktop can have it in.
#![allow(clippy::unwrap_used, reason = "a test ends at what it did not expect")]

use acceptance::desktop::{Keyring, inside};
use model::field::SecretField;
use model::onboarding::Keep;
use model::{Environment, Route};
use onboarding::records::{Records, Settings};
use onboarding::vault::{Vault, VaultError};
use onboarding::workflow::machine::{MachineSettings, MachineSettingsView};
use onboarding::workflow::snapshot::{DialogRow, Snapshot};
use onboarding::workflow::{NewOnboarding, Workspace};
use secrecy::{ExposeSecret, SecretString};
use uuid::Uuid;

const OWNER: &str = "an-onboarding";
const KEY: &str = "password/1";
const FIELD: SecretField = SecretField::EcaConsumerSecret;

/// Runs a test's steps on a runtime that does not wait, at its end, for a keychain that still asks.
fn run(steps: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(steps);
    runtime.shutdown_background();
}

async fn store(secret: &str) -> Result<(), VaultError> {
    Vault::new()
        .store(OWNER, KEY, SecretString::from(secret), Keep::Keychain)
        .await
}

async fn read() -> Result<String, VaultError> {
    let secret = Vault::new().read(OWNER, KEY, Keep::Keychain).await?;
    Ok(secret.expose_secret().to_owned())
}

#[test]
fn keeps_replaces_and_removes_a_secret() {
    inside(
        Keyring::Unlocked,
        "keeps_replaces_and_removes_a_secret",
        || {
            run(async {
                assert_eq!(read().await, Err(VaultError::NotFound));
                store("first ä€ \" value").await.unwrap();
                assert_eq!(read().await.unwrap(), "first ä€ \" value");
                store("second").await.unwrap();
                assert_eq!(read().await.unwrap(), "second");
                Vault::new().remove(OWNER, KEY).await.unwrap();
                assert_eq!(read().await, Err(VaultError::NotFound));
                Vault::new().remove(OWNER, KEY).await.unwrap();
            });
        },
    );
}

#[test]
fn tells_that_the_keychain_is_locked() {
    inside(Keyring::Locked, "tells_that_the_keychain_is_locked", || {
        run(async { assert_eq!(store("value").await, Err(VaultError::Locked)) });
    });
}

#[test]
fn tells_that_there_is_no_keychain() {
    inside(Keyring::Absent, "tells_that_there_is_no_keychain", || {
        run(async {
            assert!(matches!(store("value").await, Err(VaultError::Missing(_))));
            assert!(matches!(read().await, Err(VaultError::Missing(_))));
        });
    });
}

/// An onboarding on this computer, with nothing entered yet.
fn onboarding(data: &tempfile::TempDir) -> (Workspace, Uuid) {
    let workspace = Workspace::new(data.path().to_owned());
    let new = NewOnboarding {
        name: "Northwind Energy".to_owned(),
        environment: Environment::Practice,
        domain: "northwind.example".to_owned(),
        sandbox_name: String::new(),
    };
    let id = workspace.create(&new).unwrap().id;
    workspace
        .choose_route(id, Route::ExternalClientApp)
        .unwrap();
    (workspace, id)
}

async fn enter(workspace: &Workspace, id: Uuid, keep: Keep) -> Snapshot {
    let secret = SecretString::from("a value");
    let stored = workspace.store_secret(id, FIELD, secret, keep);
    stored.await.unwrap()
}

async fn in_keychain(id: Uuid) -> bool {
    let owner = id.to_string();
    let key = FIELD.key();
    let read = Vault::new().read(&owner, key, Keep::Keychain).await;
    read.is_ok()
}

fn is_said_to_be_left(snapshot: &Snapshot) -> bool {
    let rows = snapshot.credentials.rows.iter();
    let mut remarks = rows.flat_map(|row| match row {
        DialogRow::Plain { remarks, .. } | DialogRow::Secret { remarks, .. } => remarks,
    });
    remarks.any(|remark| remark.code == "left_in_keychain")
}

#[test]
fn what_is_kept_for_this_run_only_leaves_the_keychain() {
    inside(
        Keyring::Unlocked,
        "what_is_kept_for_this_run_only_leaves_the_keychain",
        || {
            run(async {
                let data = tempfile::tempdir().unwrap();
                let (workspace, id) = onboarding(&data);
                enter(&workspace, id, Keep::Keychain).await;
                assert!(in_keychain(id).await);
                let kept = enter(&workspace, id, Keep::ThisRun).await;
                assert!(!in_keychain(id).await);
                assert!(!is_said_to_be_left(&kept));
                assert!(workspace.remove(id).await.is_ok());
            });
        },
    );
}

async fn api_at(workspace: &Workspace, api: &str) -> MachineSettingsView {
    let token = "https://token.example/";
    let settings = MachineSettings {
        gcis_api: api.to_owned(),
        gcis_token: token.to_owned(),
        ..workspace.settings().unwrap().settings
    };
    let confirmed = [api.to_owned(), token.to_owned()];
    let saved = workspace.save_settings(&settings, &confirmed);
    saved.await.unwrap()
}

#[test]
fn the_apis_secret_leaves_the_keychain_with_its_address() {
    inside(
        Keyring::Unlocked,
        "the_apis_secret_leaves_the_keychain_with_its_address",
        || {
            run(async {
                let data = tempfile::tempdir().unwrap();
                let workspace = Workspace::new(data.path().to_owned());
                let secret = || SecretString::from("an API secret");
                let is_kept = async || {
                    let vault = Vault::new();
                    let read = vault.read("machine", "gcis_client_secret", Keep::Keychain);
                    read.await.is_ok()
                };
                api_at(&workspace, "https://api.example/").await;
                let store = workspace.store_gcis_secret(secret(), Keep::Keychain);
                assert_eq!(store.await.unwrap().gcis_secret, Some(Keep::Keychain));
                assert!(is_kept().await);
                let moved = api_at(&workspace, "https://other.example/").await;
                assert!(!is_kept().await && !moved.gcis_secret_left);

                let store = workspace.store_gcis_secret(secret(), Keep::Keychain);
                store.await.unwrap();
                let store = workspace.store_gcis_secret(secret(), Keep::ThisRun);
                let kept = store.await.unwrap();
                assert_eq!(kept.gcis_secret, Some(Keep::ThisRun));
                assert!(!is_kept().await && !kept.gcis_secret_left);
            });
        },
    );
}

#[test]
fn an_apis_secret_that_could_not_leave_the_keychain_is_said() {
    inside(
        Keyring::Absent,
        "an_apis_secret_that_could_not_leave_the_keychain_is_said",
        || {
            run(async {
                let data = tempfile::tempdir().unwrap();
                let workspace = Workspace::new(data.path().to_owned());
                api_at(&workspace, "https://api.example/").await;
                let mut kept = Settings::load(data.path()).unwrap();
                kept.gcis_secret = Some(Keep::Keychain);
                kept.save(data.path()).unwrap();
                for address in ["https://other.example/", "https://third.example/"] {
                    let moved = api_at(&workspace, address).await;
                    assert_eq!(moved.gcis_secret, None);
                    assert!(moved.gcis_secret_left, "{address}");
                }
            });
        },
    );
}

#[test]
fn what_could_not_leave_the_keychain_is_said_and_not_forgotten_at_the_removal() {
    inside(
        Keyring::Absent,
        "what_could_not_leave_the_keychain_is_said_and_not_forgotten_at_the_removal",
        || {
            run(async {
                let data = tempfile::tempdir().unwrap();
                let (workspace, id) = onboarding(&data);
                let kept = enter(&workspace, id, Keep::ThisRun).await;
                assert!(!is_said_to_be_left(&kept), "nothing was handed to it");
                let mut record = workspace.load(id).unwrap();
                record.facts.in_keychain.insert(FIELD);
                Records::new(data.path()).save(&record).unwrap();

                let kept = enter(&workspace, id, Keep::ThisRun).await;
                assert!(is_said_to_be_left(&kept));
                let removed = workspace.remove(id).await.unwrap_err();
                assert_eq!(removed.code, "keychain_missing");
                assert!(workspace.load(id).is_ok(), "the record still says so");
            });
        },
    );
}

#[test]
fn a_value_that_a_locked_keychain_refused_is_no_hindrance_to_the_removal() {
    inside(
        Keyring::Locked,
        "a_value_that_a_locked_keychain_refused_is_no_hindrance_to_the_removal",
        || {
            run(async {
                let data = tempfile::tempdir().unwrap();
                let (workspace, id) = onboarding(&data);
                let secret = SecretString::from("a value");
                let store = workspace.store_secret(id, FIELD, secret, Keep::Keychain);
                assert_eq!(store.await.unwrap_err().code, "keychain_locked");
                let kept = enter(&workspace, id, Keep::ThisRun).await;
                assert!(!is_said_to_be_left(&kept));
                assert!(workspace.remove(id).await.is_ok());
            });
        },
    );
}

#[test]
#[ignore = "long: waits as long as a person may take to answer"]
fn does_not_wait_for_ever_for_an_answer() {
    inside(
        Keyring::Asking,
        "does_not_wait_for_ever_for_an_answer",
        || {
            run(async { assert_eq!(store("value").await, Err(VaultError::Unanswered)) });
        },
    );
}
