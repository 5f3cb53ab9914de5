//! Moving a live connector to the external client app.

use model::catalogue::Problem;
use onboarding::workflow::snapshot::Snapshot;
use tauri::State;
use uuid::Uuid;

use crate::shell::Shell;

type Answer = Result<Snapshot, Problem>;

#[tauri::command(async)]
pub(super) fn begin_move(shell: State<'_, Shell>, id: Uuid, runs_already: bool) -> Answer {
    shell.workspace.begin_move(id, runs_already)
}

#[tauri::command(async)]
pub(super) fn go_back(shell: State<'_, Shell>, id: Uuid) -> Answer {
    shell.workspace.go_back(id)
}

#[tauri::command(async)]
pub(super) fn go_on_moving(shell: State<'_, Shell>, id: Uuid) -> Answer {
    shell.workspace.go_on_moving(id)
}

#[tauri::command]
pub(super) async fn look_for_move(shell: State<'_, Shell>, id: Uuid) -> Answer {
    shell.workspace.look_for_move(id).await
}

#[tauri::command(async)]
pub(super) fn retire_old_app(shell: State<'_, Shell>, id: Uuid, typed: &str) -> Answer {
    shell.workspace.retire_old_app(id, typed)
}
