//! The verification, and what the practice Salesforce shows.

use model::Environment;
use model::catalogue::Problem;
use onboarding::workflow::snapshot::{Snapshot, VerifyEvent};
use tauri::State;
use tauri::ipc::Channel;
use uuid::Uuid;

use super::types::PracticeCard;
use crate::shell::Shell;

#[tauri::command]
pub(super) async fn verify(
    shell: State<'_, Shell>,
    id: Uuid,
    channel: Channel<VerifyEvent>,
) -> Result<Snapshot, Problem> {
    let tell = |event| {
        if let Err(error) = channel.send(event) {
            tracing::warn!(%error, "the window did not take a finding");
        }
    };
    shell.workspace.verify(id, &tell).await
}

#[tauri::command]
pub(super) async fn practice_card(
    shell: State<'_, Shell>,
    id: Uuid,
) -> Result<Option<PracticeCard>, Problem> {
    let snapshot = shell.workspace.open(id)?;
    if snapshot.environment == Environment::Practice {
        shell.practice.card(&snapshot).await.map(Some)
    } else {
        Ok(None)
    }
}

#[tauri::command]
pub(super) async fn practice_reset_token(
    shell: State<'_, Shell>,
    id: Uuid,
) -> Result<PracticeCard, Problem> {
    shell.practice.reset_token(&shell.workspace.open(id)?).await
}

#[tauri::command]
pub(super) async fn practice_scenario(
    shell: State<'_, Shell>,
    id: Uuid,
    scenario: String,
) -> Result<PracticeCard, Problem> {
    shell
        .practice
        .set_scenario(&shell.workspace.open(id)?, &scenario)
        .await
}
