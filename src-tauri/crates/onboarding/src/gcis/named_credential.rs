//! The named credential of an instance: metadata only, the credential itself never comes here.

use jiff::Timestamp;
use model::catalogue::Code;
use model::onboarding::{CredentialAction, CredentialState};
use serde_json::json;
use uuid::Uuid;

use super::wire::{CredentialAnswer, OperationAnswer, OperationStarted};
use super::{Gcis, GcisError};
use crate::net::redact;

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
            .post(
                &path,
                &key.to_string(),
                &json!({}),
                Code::CredentialBusy,
                &[],
            )
            .await?;
        Ok(started.operation_id)
    }

    /// Asks how an operation stands. A status this program does not know counts as running: the
    /// state of the credential itself will tell.
    pub async fn operation(&self, operation_id: &str) -> Result<OperationState, GcisError> {
        let path = format!("/v1/operations/{}", segment(operation_id)?);
        let answer: OperationAnswer = self.get(&path).await?;
        Ok(match answer.status.as_str() {
            "succeeded" => OperationState::Succeeded,
            "failed" => {
                let problem = answer.error.unwrap_or_default();
                let words = if problem.detail.is_empty() {
                    problem.title
                } else {
                    problem.detail
                };
                OperationState::Failed(redact(&words))
            }
            _ => OperationState::Running,
        })
    }

    /// Asks where the named credential of an instance stands.
    pub async fn credential(&self, instance_id: &str) -> Result<CredentialReading, GcisError> {
        let answer: CredentialAnswer = self.get(&credential_path(instance_id)?).await?;
        Ok(CredentialReading {
            state: answer.known_state(),
            renewed_at: answer.rotated_at.or(answer.created_at),
            name: answer.name,
        })
    }
}

fn credential_path(instance_id: &str) -> Result<String, GcisError> {
    Ok(format!(
        "/v1/connector-instances/{}/named-credential",
        segment(instance_id)?
    ))
}

/// An id that a service sent becomes part of a path only if it cannot be more than one segment.
fn segment(id: &str) -> Result<&str, GcisError> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if id.is_empty() || id.starts_with('.') || !id.chars().all(plain) {
        Err(GcisError::Net(crate::net::NetError::Foreign))
    } else {
        Ok(id)
    }
}
