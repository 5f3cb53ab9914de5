//! The verification, and what the practice Salesforce shows.

use model::Environment;
use model::catalogue::{Code, Problem};
use onboarding::workflow::snapshot::{ExplainedView, Snapshot, VerifyEvent};
use onboarding::workflow::{VerifyRequest, problem};
use tauri::State;
use tauri::ipc::Channel;
use uuid::Uuid;

use super::types::PracticeCard;
use crate::shell::Shell;

#[tauri::command]
pub(super) async fn verify(
    shell: State<'_, Shell>,
    id: Uuid,
    request: VerifyRequest,
    channel: Channel<VerifyEvent>,
) -> Result<Snapshot, Problem> {
    let tell = |event| {
        if let Err(error) = channel.send(event) {
            tracing::warn!(%error, "the window did not take a finding");
        }
    };
    shell.workspace.verify(id, &request, &tell).await
}

#[tauri::command(async)]
pub(super) fn cancel(shell: State<'_, Shell>, id: Uuid) {
    shell.workspace.cancel(id);
}

#[tauri::command(async)]
pub(super) fn answer_history(
    shell: State<'_, Shell>,
    id: Uuid,
    status: Option<&str>,
) -> Result<Snapshot, Problem> {
    shell.workspace.answer_history(id, status)
}

#[tauri::command(async)]
pub(super) fn explain(
    shell: State<'_, Shell>,
    id: Uuid,
    text: &str,
) -> Result<Vec<ExplainedView>, Problem> {
    shell.workspace.explain(id, text)
}

#[tauri::command]
pub(super) async fn practice_card(
    shell: State<'_, Shell>,
    id: Uuid,
) -> Result<Option<PracticeCard>, Problem> {
    match practising(&shell, id) {
        Ok(snapshot) => shell.practice.card(&snapshot).await.map(Some),
        Err(problem) if problem.code == Code::PracticeOff.entry().name => Ok(None),
        Err(problem) => Err(problem),
    }
}

#[tauri::command]
pub(super) async fn practice_reset_token(
    shell: State<'_, Shell>,
    id: Uuid,
) -> Result<PracticeCard, Problem> {
    shell.practice.reset_token(&practising(&shell, id)?).await
}

#[tauri::command]
pub(super) async fn practice_scenario(
    shell: State<'_, Shell>,
    id: Uuid,
    scenario: String,
) -> Result<PracticeCard, Problem> {
    shell
        .practice
        .set_scenario(&practising(&shell, id)?, &scenario)
        .await
}

/// The practice services run for practice onboardings alone.
fn practising(shell: &Shell, id: Uuid) -> Result<Snapshot, Problem> {
    let snapshot = shell.workspace.open(id)?;
    match snapshot.environment {
        Environment::Practice => Ok(snapshot),
        Environment::Production | Environment::Sandbox => Err(problem(Code::PracticeOff)),
    }
}
