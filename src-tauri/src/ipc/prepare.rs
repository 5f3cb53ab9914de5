//! What the person says, types and copies.

use std::time::Duration;

use model::catalogue::Problem;
use model::field::{Field, SecretField};
use model::onboarding::{Keep, UserInUse};
use model::provenance::Attestor;
use onboarding::workflow::snapshot::Snapshot;
use secrecy::SecretString;
use tauri::{AppHandle, Manager, State, WebviewWindow};
use uuid::Uuid;

use crate::clipboard::SECRET_STAYS;
use crate::shell::Shell;

type Answer = Result<Snapshot, Problem>;

#[tauri::command(async)]
pub(super) fn confirm_prerequisite(
    shell: State<'_, Shell>,
    id: Uuid,
    prerequisite: &str,
    by: Option<Attestor>,
) -> Answer {
    shell.workspace.confirm_prerequisite(id, prerequisite, by)
}

#[tauri::command(async)]
pub(super) fn tick(shell: State<'_, Shell>, id: Uuid, item: &str, done: bool) -> Answer {
    shell.workspace.tick(id, item, done)
}

#[tauri::command(async)]
pub(super) fn app_saved(shell: State<'_, Shell>, id: Uuid, saved: bool) -> Answer {
    shell.workspace.app_saved(id, saved)
}

#[tauri::command(async)]
pub(super) fn answer_user_in_use(shell: State<'_, Shell>, id: Uuid, answer: UserInUse) -> Answer {
    shell.workspace.answer_user_in_use(id, answer)
}

#[tauri::command(async)]
pub(super) fn user_ready(shell: State<'_, Shell>, id: Uuid, ready: bool) -> Answer {
    shell.workspace.user_ready(id, ready)
}

#[tauri::command(async)]
pub(super) fn save_field(shell: State<'_, Shell>, id: Uuid, field: Field, value: &str) -> Answer {
    shell.workspace.save_field(id, field, value)
}

#[tauri::command]
pub(super) async fn store_secret(
    shell: State<'_, Shell>,
    id: Uuid,
    field: SecretField,
    secret: SecretString,
    keep: Keep,
) -> Answer {
    shell.workspace.store_secret(id, field, secret, keep).await
}

#[tauri::command(async)]
pub(super) fn copy_text(shell: State<'_, Shell>, text: &str) -> Result<(), Problem> {
    shell.clipboard.copy(text)
}

/// Asks the person outside the window, then answers for how many seconds the secret stays on the
/// clipboard; with nothing where it was not copied.
#[tauri::command]
pub(super) async fn copy_secret(
    app: AppHandle,
    window: WebviewWindow,
    shell: State<'_, Shell>,
    id: Uuid,
    field: SecretField,
) -> Result<Option<u64>, Problem> {
    let customer = shell.workspace.load(id)?.name;
    if !shell.question.may_copy(&window, field, &customer).await {
        return Ok(None);
    }
    let secret = shell.workspace.secret(id, field).await?;
    let mark = shell.clipboard.copy_secret(&secret)?;
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(SECRET_STAYS + Duration::from_millis(200)).await;
        app.state::<Shell>().clipboard.clear(mark);
    });
    Ok(Some(SECRET_STAYS.as_secs()))
}
