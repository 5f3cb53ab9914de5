//! The states of a named credential, and what can be done from each.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::Watch;

/// Where a named credential stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum CredentialState {
    /// Never added.
    #[default]
    NotEnabled,
    /// Being added.
    Adding,
    /// In place.
    Active,
    /// Being replaced.
    Rotating,
    /// Being taken away.
    Revoking,
    /// Taken away.
    Revoked,
    /// The last operation failed.
    Failed,
}

/// What can be done with a named credential.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum CredentialAction {
    /// Put it in place.
    Add,
    /// Replace it.
    Rotate,
    /// Take it away.
    Revoke,
}

impl CredentialAction {
    /// The portal's own word for it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Add => "Add",
            Self::Rotate => "Rotate",
            Self::Revoke => "Revoke",
        }
    }

    /// The state while it is under way.
    pub fn under_way(self) -> CredentialState {
        match self {
            Self::Add => CredentialState::Adding,
            Self::Rotate => CredentialState::Rotating,
            Self::Revoke => CredentialState::Revoking,
        }
    }

    /// The state once it has succeeded.
    pub fn settled(self) -> CredentialState {
        match self {
            Self::Add | Self::Rotate => CredentialState::Active,
            Self::Revoke => CredentialState::Revoked,
        }
    }

    /// The stable word for it on command lines and in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Rotate => "rotate",
            Self::Revoke => "revoke",
        }
    }

    /// Whether it takes something away that works, so that the org's name is asked for first.
    pub fn needs_the_orgs_name(self) -> bool {
        matches!(self, Self::Rotate | Self::Revoke)
    }

    /// Whether the action can start from a state. A failed Add may be tried again; a failed Rotate
    /// or Revoke leaves the credential active.
    pub fn can_start_from(self, state: CredentialState) -> bool {
        use CredentialState as S;
        match self {
            Self::Add => matches!(state, S::NotEnabled | S::Revoked | S::Failed),
            Self::Rotate | Self::Revoke => matches!(state, S::Active),
        }
    }
}

impl CredentialState {
    /// Whether an operation has yet to end.
    pub fn is_under_way(self) -> bool {
        matches!(self, Self::Adding | Self::Rotating | Self::Revoking)
    }
}

/// Who carries an operation out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum OperationWay {
    /// GCIS, asked through its API.
    #[default]
    Api,
    /// A person, in the portal.
    Portal,
}

/// A named-credential operation under way: on disk before the request leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Operation {
    /// What was asked.
    pub action: CredentialAction,
    /// Sent as Idempotency-Key.
    pub key: Uuid,
    /// GCIS's id of the operation, once it answered.
    pub id: Option<String>,
    /// When it was begun.
    pub at: Timestamp,
    /// The state before it.
    pub from: CredentialState,
    /// Who carries it out.
    #[serde(default)]
    pub way: OperationWay,
    /// What the operation before it is told by in Salesforce, should nothing come of this one.
    #[serde(default)]
    pub watch_before: Option<Box<Watch>>,
}
