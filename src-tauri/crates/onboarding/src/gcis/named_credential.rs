//! The named credential of an instance: metadata only, the credential itself never comes here.

use std::time::Duration;

use jiff::Timestamp;
use model::onboarding::{CredentialAction, CredentialState};
use uuid::Uuid;

use super::change::Change;
use super::instances::instance_path;
use super::segment::segment;
use super::wire::{CredentialAnswer, OperationAnswer, OperationStarted};
use super::{Gcis, GcisError};
use crate::net::readable;

/// Where a named credential stands, by GCIS's word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CredentialReading {
    /// The state; nothing where it is one this program does not know.
    pub state: Option<CredentialState>,
    /// When GCIS last made it new: added or rotated.
    pub renewed_at: Option<Timestamp>,
    /// Its name in Salesforce.
    pub name: Option<String>,
}

/// What GCIS says of an operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperationReading {
    /// How it stands.
    pub state: OperationState,
    /// How long GCIS asks to wait before it is asked again, where it says so.
    pub ask_again_after: Option<Duration>,
}

/// How an operation stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OperationState {
    /// Still going.
    Running,
    /// Done.
    Succeeded,
    /// Ended without success; GCIS's words, redacted.
    Failed(String),
}

impl Gcis<'_> {
    /// Starts an operation and answers with its id.
    pub async fn start(
        &self,
        instance_id: &str,
        action: CredentialAction,
        key: Uuid,
    ) -> Result<String, GcisError> {
        let base = credential_path(instance_id)?;
        let path = match action {
            CredentialAction::Add => base,
            CredentialAction::Rotate => format!("{base}/rotate"),
            CredentialAction::Revoke => format!("{base}/revoke"),
        };
        let started: OperationStarted = self
            .post_nothing(&path, &key.to_string(), Change::START)
            .await?;
        Ok(started.id)
    }

    /// Asks how an operation stands. A status this program does not know counts as running: the
    /// state of the credential itself will tell.
    pub async fn operation(&self, operation_id: &str) -> Result<OperationReading, GcisError> {
        let path = format!("/v1/operations/{}", segment(operation_id)?);
        let (body, retry_after): (OperationAnswer, _) = self.poll(&path).await?;
        let state = match body.status.as_str() {
            "succeeded" => OperationState::Succeeded,
            "failed" => {
                let problem = body.error;
                let words = if problem.detail.is_empty() {
                    problem.title
                } else {
                    problem.detail
                };
                OperationState::Failed(readable(&words, &[]))
            }
            _ => OperationState::Running,
        };
        Ok(OperationReading {
            state,
            ask_again_after: retry_after.map(|seconds| Duration::from_secs(seconds.into())),
        })
    }

    /// Asks where the named credential of an instance stands.
    pub async fn credential(&self, instance_id: &str) -> Result<CredentialReading, GcisError> {
        let answer: CredentialAnswer = self.get(&credential_path(instance_id)?).await?;
        Ok(CredentialReading {
            state: answer.state,
            renewed_at: answer.rotated_at.max(answer.created_at),
            name: answer.name,
        })
    }
}

fn credential_path(instance_id: &str) -> Result<String, GcisError> {
    Ok(format!("{}/named-credential", instance_path(instance_id)?))
}
