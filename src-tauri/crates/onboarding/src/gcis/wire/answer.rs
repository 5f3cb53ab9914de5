//! What is answered, and not handed on as it is.

use jiff::Timestamp;
use model::onboarding::CredentialState;
use serde::Deserialize;

use super::lenient::or_default;
use super::{Check, Instance};

#[derive(Deserialize)]
pub(in crate::gcis) struct TokenAnswer {
    pub(in crate::gcis) access_token: String,
}

#[derive(Debug, Deserialize)]
pub(in crate::gcis) struct TenantList {
    pub(in crate::gcis) tenants: Vec<TenantEntry>,
}

#[derive(Debug, Deserialize)]
pub(in crate::gcis) struct TenantEntry {
    pub(in crate::gcis) id: String,
    pub(in crate::gcis) name: String,
    #[serde(default, deserialize_with = "or_default")]
    pub(in crate::gcis) product: Option<String>,
    #[serde(default, deserialize_with = "or_default")]
    pub(in crate::gcis) environment: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::gcis) struct InstanceList {
    pub(in crate::gcis) connector_instances: Vec<Instance>,
}

#[derive(Debug, Deserialize)]
pub(in crate::gcis) struct Verification {
    pub(in crate::gcis) checks: Vec<Check>,
}

#[derive(Debug, Deserialize)]
pub(in crate::gcis) struct OperationStarted {
    pub(in crate::gcis) id: String,
}

#[derive(Debug, Deserialize)]
pub(in crate::gcis) struct OperationAnswer {
    pub(in crate::gcis) status: String,
    #[serde(default, deserialize_with = "or_default")]
    pub(in crate::gcis) error: ProblemAnswer,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::gcis) struct CredentialAnswer {
    /// The state, if it is one this program knows.
    #[serde(deserialize_with = "or_default")]
    pub(in crate::gcis) state: Option<CredentialState>,
    #[serde(default, deserialize_with = "or_default")]
    pub(in crate::gcis) name: Option<String>,
    #[serde(default, deserialize_with = "or_default")]
    pub(in crate::gcis) created_at: Option<Timestamp>,
    #[serde(default, deserialize_with = "or_default")]
    pub(in crate::gcis) rotated_at: Option<Timestamp>,
}

/// RFC 9457, with the contract's own members.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(in crate::gcis) struct ProblemAnswer {
    #[serde(rename = "type", deserialize_with = "or_default")]
    pub(in crate::gcis) kind: String,
    #[serde(deserialize_with = "or_default")]
    pub(in crate::gcis) title: String,
    #[serde(deserialize_with = "or_default")]
    pub(in crate::gcis) detail: String,
    #[serde(deserialize_with = "or_default")]
    pub(in crate::gcis) instance_id: Option<String>,
    #[serde(deserialize_with = "or_default")]
    pub(in crate::gcis) checks: Vec<Check>,
    /// The named credential's state, where it forbids what was asked.
    #[serde(deserialize_with = "or_default")]
    pub(in crate::gcis) state: Option<CredentialState>,
}

impl ProblemAnswer {
    /// Whether the first request with the same key is still being answered.
    pub(in crate::gcis) fn is_in_progress(&self) -> bool {
        self.kind.ends_with("/request-in-progress")
    }
}
