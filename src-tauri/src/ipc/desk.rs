//! The list of onboardings, documents, links and settings.

use std::path::PathBuf;

use model::Environment;
use model::catalogue::{Code, Problem};
use model::guide::link::Link;
use model::onboarding::Keep;
use onboarding::documents::Document;
use onboarding::workflow::machine::{MachineSettings, MachineSettingsView};
use onboarding::workflow::snapshot::{Home, Snapshot};
use onboarding::workflow::{self, problem};
use secrecy::SecretString;
use tauri::{AppHandle, Manager, State};
use tauri_plugin_opener::OpenerExt;
use uuid::Uuid;

use super::types::{Boot, NewOnboarding, SavedDocuments};
use crate::shell::Shell;

#[tauri::command]
pub(super) fn boot(shell: State<'_, Shell>) -> Boot {
    Boot {
        version: env!("CARGO_PKG_VERSION"),
        practice_only: shell.practice_only,
    }
}

#[tauri::command(async)]
pub(super) fn home(shell: State<'_, Shell>) -> Result<Home, Problem> {
    let mut home = shell.workspace.home()?;
    if shell.practice_only {
        home.onboardings
            .retain(|onboarding| onboarding.environment == Environment::Practice);
    }
    Ok(home)
}

#[tauri::command]
pub(super) async fn create_onboarding(
    shell: State<'_, Shell>,
    input: NewOnboarding,
) -> Result<Snapshot, Problem> {
    refuse_live_in_practice(&shell, input.environment)?;
    let snapshot = shell.workspace.create(&workflow::NewOnboarding {
        name: input.name,
        environment: input.environment,
        domain: input.domain,
        sandbox_name: input.sandbox_name,
    })?;
    shell.practice.prepare(&shell.workspace, &snapshot).await?;
    Ok(snapshot)
}

#[tauri::command]
pub(super) async fn open_onboarding(
    shell: State<'_, Shell>,
    id: Uuid,
) -> Result<Snapshot, Problem> {
    let snapshot = shell.workspace.open(id)?;
    refuse_live_in_practice(&shell, snapshot.environment)?;
    shell.practice.prepare(&shell.workspace, &snapshot).await?;
    Ok(snapshot)
}

#[tauri::command]
pub(super) async fn remove_onboarding(shell: State<'_, Shell>, id: Uuid) -> Result<Home, Problem> {
    shell.workspace.remove(id).await?;
    home(shell)
}

#[tauri::command(async)]
pub(super) fn checklist(shell: State<'_, Shell>, id: Option<Uuid>) -> Result<Document, Problem> {
    shell.workspace.checklist(id.into())
}

#[tauri::command(async)]
pub(super) fn save_checklist(
    app: AppHandle,
    shell: State<'_, Shell>,
    id: Option<Uuid>,
) -> Result<SavedDocuments, Problem> {
    let saved = shell
        .workspace
        .save_checklist(id.into(), documents_folder(&app)?)?;
    Ok(SavedDocuments {
        folder: saved.folder.display().to_string(),
        files: [saved.html, saved.markdown]
            .iter()
            .filter_map(|file| file.file_name())
            .map(|name| name.to_string_lossy().into_owned())
            .collect(),
    })
}

#[tauri::command(async)]
pub(super) fn open_checklist(
    app: AppHandle,
    shell: State<'_, Shell>,
    id: Option<Uuid>,
) -> Result<(), Problem> {
    let saved = shell
        .workspace
        .save_checklist(id.into(), documents_folder(&app)?)?;
    app.opener()
        .open_path(saved.html.display().to_string(), None::<&str>)
        .map_err(|error| problem(Code::NothingToOpen).with_detail(error.to_string()))
}

#[tauri::command(async)]
pub(super) fn export_metadata(
    app: AppHandle,
    shell: State<'_, Shell>,
    id: Uuid,
) -> Result<SavedDocuments, Problem> {
    let saved = shell
        .workspace
        .export_metadata(id, &documents_folder(&app)?)?;
    let in_project = |file: &PathBuf| {
        let inside = file.strip_prefix(&saved.folder).unwrap_or(file);
        inside.display().to_string()
    };
    Ok(SavedDocuments {
        files: saved.files.iter().map(in_project).collect(),
        folder: saved.folder.display().to_string(),
    })
}

#[tauri::command]
pub(super) async fn open_link(
    app: AppHandle,
    shell: State<'_, Shell>,
    id: Uuid,
    link: Link,
) -> Result<(), Problem> {
    let address = match shell.workspace.environment(id)? {
        Environment::Practice => {
            let snapshot = shell.workspace.open(id)?;
            shell.practice.page(&snapshot, link).await?
        }
        Environment::Production | Environment::Sandbox => shell.workspace.link_address(id, link)?,
    };
    app.opener()
        .open_url(address, None::<&str>)
        .map_err(|error| problem(Code::NothingToOpen).with_detail(error.to_string()))
}

#[tauri::command(async)]
pub(super) fn settings(shell: State<'_, Shell>) -> Result<MachineSettingsView, Problem> {
    shell.workspace.settings()
}

#[tauri::command]
pub(super) async fn save_settings(
    shell: State<'_, Shell>,
    settings: MachineSettings,
    confirmed: Vec<String>,
) -> Result<MachineSettingsView, Problem> {
    shell.workspace.save_settings(&settings, &confirmed).await
}

#[tauri::command]
pub(super) async fn store_gcis_secret(
    shell: State<'_, Shell>,
    secret: SecretString,
    keep: Keep,
) -> Result<MachineSettingsView, Problem> {
    shell.workspace.store_gcis_secret(secret, keep).await
}

/// In a practice run no real host may be reached, so no live onboarding is opened.
fn refuse_live_in_practice(shell: &Shell, environment: Environment) -> Result<(), Problem> {
    if shell.practice_only && environment != Environment::Practice {
        Err(problem(Code::PracticeRun))
    } else {
        Ok(())
    }
}

/// A folder of this program's among the person's documents, or in the home folder where the
/// system names none.
pub(super) fn documents_folder(app: &AppHandle) -> Result<PathBuf, Problem> {
    let paths = app.path();
    paths
        .document_dir()
        .or_else(|_| paths.home_dir())
        .map(|folder| folder.join("Connector Setup"))
        .map_err(|error| problem(Code::DiskFailed).with_detail(error.to_string()))
}
