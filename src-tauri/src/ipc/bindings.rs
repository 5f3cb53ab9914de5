//! The window's types are generated from these; the committed file has to be the current one.

use std::path::{Path, PathBuf};
use std::{env, fs};

use model::catalogue::Problem;
use onboarding::documents::Document;
use onboarding::workflow::machine::MachineSettingsView;
use onboarding::workflow::snapshot::{Home, Snapshot, VerifyEvent};
use onboarding::workflow::{Adoption, CredentialEvent, VerifyRequest};
use ts_rs::{Config, TS};

use super::types::{Boot, NewOnboarding, PracticeCard, SavedDocuments};

fn committed() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/lib/backend/types.ts")
}

fn generated() -> String {
    let folder = env::temp_dir().join(format!("connector-setup-bindings-{}", std::process::id()));
    let config = Config::new().with_large_int("number").with_out_dir(&folder);
    Boot::export_all(&config).unwrap();
    NewOnboarding::export_all(&config).unwrap();
    PracticeCard::export_all(&config).unwrap();
    Document::export_all(&config).unwrap();
    SavedDocuments::export_all(&config).unwrap();
    Problem::export_all(&config).unwrap();
    MachineSettingsView::export_all(&config).unwrap();
    Home::export_all(&config).unwrap();
    Snapshot::export_all(&config).unwrap();
    Adoption::export_all(&config).unwrap();
    VerifyRequest::export_all(&config).unwrap();
    VerifyEvent::export_all(&config).unwrap();
    CredentialEvent::export_all(&config).unwrap();
    let text = fs::read_to_string(folder.join("types.ts")).unwrap();
    fs::remove_dir_all(&folder).unwrap();
    text
}

#[test]
fn the_windows_types_are_the_current_ones() {
    let current = generated();
    if env::var_os("UPDATE_BINDINGS").is_some() {
        fs::write(committed(), &current).unwrap();
    }
    let committed = fs::read_to_string(committed()).unwrap_or_default();
    assert!(
        committed == current,
        "ui/src/lib/backend/types.ts is not current: run `cargo xtask bindings`"
    );
}
