//! `/v1/operations/{id}`: work that takes a moment.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::Gcis;
use super::account::Account;
use super::named_credential::Standing;
use super::problem::Problem;

/// What is done to a named credential.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Kind {
    #[serde(rename = "named_credential_add")]
    Add,
    #[serde(rename = "named_credential_rotate")]
    Rotate,
    #[serde(rename = "named_credential_revoke")]
    Revoke,
}

impl Kind {
    pub(super) fn may_start(self, standing: Standing) -> bool {
        match self {
            Self::Add => matches!(
                standing,
                Standing::NotEnabled | Standing::Revoked | Standing::Failed
            ),
            Self::Rotate | Self::Revoke => standing == Standing::Active,
        }
    }

    pub(super) fn under_way(self) -> Standing {
        match self {
            Self::Add => Standing::Adding,
            Self::Rotate => Standing::Rotating,
            Self::Revoke => Standing::Revoking,
        }
    }
}

impl Operation {
    /// Alters the moment at which it ends, if it has not ended.
    pub(crate) fn hurry(&mut self, alter: impl FnOnce(&mut Timestamp)) {
        if self.outcome.is_none() {
            alter(&mut self.due);
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Outcome {
    Succeeded,
    Failed,
}

/// A piece of work. It ends at a known time, so it ends even while nobody runs.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Operation {
    pub(super) id: String,
    pub(super) owner: String,
    pub(super) instance_id: String,
    pub(super) kind: Kind,
    pub(super) due: Timestamp,
    /// How it will end, by the scenario in which it was asked for.
    pub(super) fated: Outcome,
    /// How it ended.
    pub(super) outcome: Option<Outcome>,
}

/// `GET /v1/operations/{id}`.
pub(super) async fn read(
    State(gcis): State<Gcis>,
    account: Account,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    gcis.cloud.look(|saved, _| {
        let mut mine = saved
            .operations
            .iter()
            .filter(|operation| operation.owner == account.org_key);
        let operation = mine
            .find(|operation| operation.id == id)
            .ok_or_else(|| Problem::not_found("There is no operation with this id."))?;
        Ok(told(operation))
    })
}

fn told(operation: &Operation) -> Response {
    let mut body = json!({ "id": operation.id, "kind": operation.kind });
    match operation.outcome {
        None => {
            body["status"] = json!("running");
            let soon = [(header::RETRY_AFTER, HeaderValue::from_static("1"))];
            return (soon, Json(body)).into_response();
        }
        Some(Outcome::Succeeded) => body["status"] = json!("succeeded"),
        Some(Outcome::Failed) => {
            body["status"] = json!("failed");
            body["error"] = json!(not_permitted());
        }
    }
    Json(body).into_response()
}

fn not_permitted() -> Problem {
    Problem::new(
        StatusCode::FORBIDDEN,
        "salesforce-refused",
        "Salesforce refused the change",
        "INSUFFICIENT_ACCESS: the service user may not manage named credentials.",
    )
}
