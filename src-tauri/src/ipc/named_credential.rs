//! The named credential and the reminder to rotate it.

use model::catalogue::Problem;
use model::onboarding::CredentialAction;
use onboarding::workflow::CredentialEvent;
use onboarding::workflow::snapshot::Snapshot;
use tauri::ipc::Channel;
use tauri::{AppHandle, State};
use uuid::Uuid;

use super::desk::documents_folder;
use super::types::SavedDocuments;
use crate::shell::Shell;

type Answer = Result<Snapshot, Problem>;

/// Tells the window how far it is.
fn to(channel: &Channel<CredentialEvent>) -> impl Fn(CredentialEvent) + Sync + '_ {
    move |event| {
        if let Err(error) = channel.send(event) {
            tracing::warn!(%error, "the window did not take an event");
        }
    }
}

#[tauri::command]
pub(super) async fn change_named_credential(
    shell: State<'_, Shell>,
    id: Uuid,
    action: CredentialAction,
    org_name: String,
    channel: Channel<CredentialEvent>,
) -> Answer {
    let workspace = &shell.workspace;
    workspace
        .change_named_credential(id, action, &org_name, &to(&channel))
        .await
}

#[tauri::command]
pub(super) async fn refresh_named_credential(
    shell: State<'_, Shell>,
    id: Uuid,
    channel: Channel<CredentialEvent>,
) -> Answer {
    let workspace = &shell.workspace;
    workspace.refresh_named_credential(id, &to(&channel)).await
}

#[tauri::command]
pub(super) async fn attest_named_credential(
    shell: State<'_, Shell>,
    id: Uuid,
    action: CredentialAction,
    org_name: String,
    channel: Channel<CredentialEvent>,
) -> Answer {
    let workspace = &shell.workspace;
    workspace
        .attest_named_credential(id, action, &org_name, &to(&channel))
        .await
}

#[tauri::command(async)]
pub(super) fn decline_named_credential(
    shell: State<'_, Shell>,
    id: Uuid,
    declined: bool,
) -> Answer {
    shell.workspace.decline_named_credential(id, declined)
}

#[tauri::command]
pub(super) async fn begin_named_credential_in_portal(
    shell: State<'_, Shell>,
    id: Uuid,
    action: CredentialAction,
    org_name: String,
    channel: Channel<CredentialEvent>,
) -> Answer {
    let workspace = &shell.workspace;
    workspace
        .begin_named_credential_in_portal(id, action, &org_name, &to(&channel))
        .await
}

#[tauri::command(async)]
pub(super) fn leave_named_credential_in_portal(shell: State<'_, Shell>, id: Uuid) -> Answer {
    shell.workspace.leave_named_credential_in_portal(id)
}

#[tauri::command(async)]
pub(super) fn set_rotation_reminder(
    shell: State<'_, Shell>,
    id: Uuid,
    days: Option<u32>,
) -> Answer {
    shell.workspace.set_rotation_reminder(id, days)
}

#[tauri::command(async)]
pub(super) fn save_rotation_reminder(
    app: AppHandle,
    shell: State<'_, Shell>,
    id: Uuid,
) -> Result<SavedDocuments, Problem> {
    let saved = shell
        .workspace
        .save_rotation_reminder(id, documents_folder(&app)?)?;
    let name = saved.file.file_name().unwrap_or_default();
    Ok(SavedDocuments {
        files: vec![name.to_string_lossy().into_owned()],
        folder: saved.folder.display().to_string(),
    })
}
