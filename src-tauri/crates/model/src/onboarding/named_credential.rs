//! The named credential: its states, and what leads from one to the next.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::provenance::Attested;

/// The named credential, as far as it is known here.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct NamedCredential {
    /// The person does not want it.
    pub declined: Option<Attested>,
    /// Where it stands.
    pub state: CredentialState,
    /// Its name in Salesforce, if GCIS told it.
    pub name: Option<String>,
    /// Who says so.
    pub known: Option<CredentialKnown>,
    /// The operation under way, by GCIS's id of it.
    pub operation: Option<Operation>,
    /// When it was last added or rotated.
    pub renewed_at: Option<Timestamp>,
}

/// How the state of the named credential is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind")]
pub enum CredentialKnown {
    /// A person saw it in the portal.
    Attested(Attested),
    /// GCIS said so.
    Verified {
        /// When.
        at: Timestamp,
    },
}

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
}
