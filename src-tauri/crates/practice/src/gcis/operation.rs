//! `/v1/operations/{id}`: work that takes a moment.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Gcis;
use super::account::Account;
use super::named_credential::Standing;
use super::problem::Problem;
use super::request::Id;

/// How long to wait before asking after an operation again, in seconds.
pub(super) const RETRY_AFTER: &str = "1";

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

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Outcome {
    Succeeded,
    Failed,
}

/// A piece of work. It ends at a known time, so it ends even while nobody runs.
#[derive(Clone, Serialize, Deserialize)]
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
    /// When what it does shows in Salesforce.
    #[serde(default)]
    pub(super) landing: Landing,
}

/// When what GCIS does shows in Salesforce.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Landing {
    /// As soon as GCIS says that it is done.
    #[default]
    AtOnce,
    /// So much later than that.
    Later(SignedDuration),
    /// It came later, and shows.
    Landed,
    /// Never.
    Never,
}

impl Operation {
    /// Alters the moment at which it ends, if it has not ended or does not show yet.
    pub(crate) fn hurry(&mut self, alter: impl FnOnce(&mut Timestamp)) {
        if self.outcome.is_none() || self.lands().is_some() {
            alter(&mut self.due);
        }
    }

    /// When it is to show in Salesforce, if it has succeeded and shows later.
    pub(super) fn lands(&self) -> Option<Timestamp> {
        if self.outcome != Some(Outcome::Succeeded) {
            return None;
        }
        match self.landing {
            Landing::Later(by) => self.due.checked_add(by).ok(),
            Landing::AtOnce | Landing::Landed | Landing::Never => None,
        }
    }

    /// The operation as the API tells it.
    pub(super) fn told(&self) -> Value {
        let mut told = json!({
            "id": self.id,
            "kind": self.kind,
            "instanceId": self.instance_id,
            "status": "running",
        });
        match self.outcome {
            None => {}
            Some(Outcome::Succeeded) => told["status"] = json!("succeeded"),
            Some(Outcome::Failed) => {
                told["status"] = json!("failed");
                told["error"] = json!(not_permitted());
            }
        }
        told
    }
}

/// `GET /v1/operations/{id}`.
pub(super) async fn read(
    State(gcis): State<Gcis>,
    account: Account,
    Id(id): Id,
) -> Result<Response, Problem> {
    gcis.cloud.look(|saved, _| {
        let mut mine = saved
            .operations
            .iter()
            .filter(|operation| operation.owner == account.org_key);
        let operation = mine
            .find(|operation| operation.id == id)
            .ok_or_else(|| Problem::not_found("There is no operation with this id."))?;
        let told = Json(operation.told());
        Ok(if operation.outcome.is_none() {
            let soon = [(header::RETRY_AFTER, HeaderValue::from_static(RETRY_AFTER))];
            (soon, told).into_response()
        } else {
            told.into_response()
        })
    })
}

fn not_permitted() -> Problem {
    Problem::new(
        StatusCode::FORBIDDEN,
        "salesforce-refused",
        "Salesforce refused the change",
        "INSUFFICIENT_ACCESS: the service user may not manage named credentials.",
    )
}
