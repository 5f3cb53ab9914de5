//! The registration.

use model::catalogue::Problem;
use model::onboarding::{PortalEnding, RegistrationWay, Tenant};
use onboarding::workflow::snapshot::Snapshot;
use tauri::State;
use uuid::Uuid;

use crate::shell::Shell;

type Answer = Result<Snapshot, Problem>;

#[tauri::command(async)]
pub(super) fn choose_registration(
    shell: State<'_, Shell>,
    id: Uuid,
    way: RegistrationWay,
) -> Answer {
    shell.workspace.choose_registration(id, way)
}

#[tauri::command]
pub(super) async fn tenants(shell: State<'_, Shell>, id: Uuid) -> Result<Vec<Tenant>, Problem> {
    shell.workspace.tenants(id).await
}

#[tauri::command(async)]
pub(super) fn choose_tenant(shell: State<'_, Shell>, id: Uuid, tenant: Tenant) -> Answer {
    shell.workspace.choose_tenant(id, &tenant)
}

#[tauri::command]
pub(super) async fn replace_credentials(shell: State<'_, Shell>, id: Uuid) -> Answer {
    shell.workspace.replace_credentials(id).await
}

#[tauri::command(async)]
pub(super) fn portal_ended(
    shell: State<'_, Shell>,
    id: Uuid,
    ending: PortalEnding,
    words: &str,
) -> Answer {
    shell.workspace.portal_ended(id, ending, words)
}

#[tauri::command]
pub(super) async fn look_for_gcis(shell: State<'_, Shell>, id: Uuid) -> Answer {
    shell.workspace.look_for_gcis(id).await
}

#[tauri::command]
pub(super) async fn register(shell: State<'_, Shell>, id: Uuid) -> Answer {
    shell.workspace.register(id).await
}

#[tauri::command]
pub(super) async fn look_up_registration(shell: State<'_, Shell>, id: Uuid) -> Answer {
    shell.workspace.look_up_registration(id).await
}

#[tauri::command(async)]
pub(super) fn attest_registered(shell: State<'_, Shell>, id: Uuid) -> Answer {
    shell.workspace.attest_registered(id)
}
