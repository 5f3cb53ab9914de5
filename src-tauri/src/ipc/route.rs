//! How GCIS signs in: the questions and the choice.

use std::collections::BTreeSet;

use model::Route;
use model::catalogue::Problem;
use model::dialog::DialogField;
use model::onboarding::AppAnswer;
use onboarding::workflow::snapshot::Snapshot;
use tauri::State;
use uuid::Uuid;

use crate::shell::Shell;

type Answer = Result<Snapshot, Problem>;

#[tauri::command(async)]
pub(super) fn dialog_shows(
    shell: State<'_, Shell>,
    id: Uuid,
    fields: BTreeSet<DialogField>,
) -> Answer {
    shell.workspace.dialog_shows(id, fields)
}

#[tauri::command(async)]
pub(super) fn answer_app(shell: State<'_, Shell>, id: Uuid, answer: AppAnswer) -> Answer {
    shell.workspace.answer_app(id, answer)
}

#[tauri::command(async)]
pub(super) fn choose_route(shell: State<'_, Shell>, id: Uuid, route: Route) -> Answer {
    shell.workspace.choose_route(id, route)
}

#[tauri::command]
pub(super) async fn forget_aside(shell: State<'_, Shell>, id: Uuid) -> Answer {
    shell.workspace.forget_aside(id).await
}
