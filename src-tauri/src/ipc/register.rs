//! The registration.

use model::catalogue::Problem;
use model::onboarding::{Listed, PortalEnding, RegistrationWay, Tenant};
use onboarding::workflow::Adoption;
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
pub(super) fn answer_list(shell: State<'_, Shell>, id: Uuid, listed: Listed) -> Answer {
    shell.workspace.answer_list(id, listed)
}

#[tauri::command(async)]
pub(super) fn answer_address(
    shell: State<'_, Shell>,
    id: Uuid,
    address: &str,
    ours: Option<bool>,
) -> Answer {
    shell.workspace.answer_address(id, address, ours)
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

#[tauri::command(async)]
pub(super) fn take_back_registration(shell: State<'_, Shell>, id: Uuid) -> Answer {
    shell.workspace.take_back_registration(id)
}

#[tauri::command]
pub(super) async fn look_for_gcis(shell: State<'_, Shell>, id: Uuid) -> Answer {
    shell.workspace.look_for_gcis(id).await
}

#[tauri::command]
pub(super) async fn register(shell: State<'_, Shell>, id: Uuid, confirmation: &str) -> Answer {
    shell.workspace.register_confirmed(id, confirmation).await
}

#[tauri::command]
pub(super) async fn adopt_instance(
    shell: State<'_, Shell>,
    id: Uuid,
    instance_id: &str,
    adoption: Adoption,
) -> Answer {
    let workspace = &shell.workspace;
    workspace.adopt_instance(id, instance_id, adoption).await
}

#[tauri::command]
pub(super) async fn look_up_registration(shell: State<'_, Shell>, id: Uuid) -> Answer {
    shell.workspace.look_up_registration(id).await
}
