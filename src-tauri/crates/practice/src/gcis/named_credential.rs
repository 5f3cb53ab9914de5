//! `/v1/connector-instances/{id}/named-credential`: add, rotate, revoke, and what is known of it.
//!
//! GCIS never tells the credential itself: it writes it into Salesforce and keeps no copy.

use std::time::Duration;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, post};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::Gcis;
use super::account::Account;
use super::idempotency::{Answer, Turn, begin};
use super::operation::{Kind, Landing, Operation, Outcome, RETRY_AFTER};
use super::problem::Problem;
use super::request::{Change, Id};
use crate::scenario::{Quirk, Scenario};
use crate::world::World;

/// Where a named credential stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Standing {
    #[default]
    NotEnabled,
    Adding,
    Active,
    Rotating,
    Revoking,
    Revoked,
    /// Adding it failed; it may be added again.
    Failed,
}

/// What GCIS knows of an instance's named credential.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NamedCredential {
    #[serde(rename = "state")]
    pub(super) standing: Standing,
    pub(super) name: Option<String>,
    pub(super) created_at: Option<Timestamp>,
    pub(super) rotated_at: Option<Timestamp>,
}

/// `GET …/named-credential`.
pub(super) async fn read(
    State(gcis): State<Gcis>,
    account: Account,
    Id(id): Id,
) -> Result<Json<NamedCredential>, Problem> {
    gcis.cloud.look(|saved, _| {
        let instance = account.instance(saved, &id)?;
        Ok(Json(instance.named_credential.clone()))
    })
}

/// `POST …/named-credential`, `…/rotate` and `…/revoke`: each starts its kind of operation.
pub(super) fn starting(kind: Kind) -> MethodRouter<Gcis> {
    post(
        move |State(gcis): State<Gcis>, Id(id): Id, change: Change| async move {
            let reservation = match begin(&gcis, &change)? {
                Turn::Do(reservation) => reservation,
                Turn::Repeat(answer) => return Ok(answer),
            };
            let begun = gcis.cloud.change(|world| {
                let operation = start(world, &gcis, &change.account, &id, kind)?;
                let answer = under_way(&operation);
                reservation.keep(world, answer.clone());
                Ok::<_, Problem>(answer)
            });
            begun.map(IntoResponse::into_response)
        },
    )
}

/// Starts an operation, unless the credential's state forbids it.
pub(super) fn start(
    world: &mut World,
    gcis: &Gcis,
    account: &Account,
    id: &str,
    kind: Kind,
) -> Result<Operation, Problem> {
    let instance = account.instance_mut(&mut world.saved, id)?;
    let standing = &mut instance.named_credential.standing;
    if !kind.may_start(*standing) {
        return Err(wrong_standing(*standing));
    }
    *standing = kind.under_way();
    let operation = Operation {
        id: world.random.uuid(),
        owner: account.org_key.clone(),
        instance_id: id.to_owned(),
        kind,
        due: world.now + gcis.operation_time,
        fated: if world.live.scenario.has(Quirk::NamedCredentialFails) {
            Outcome::Failed
        } else {
            Outcome::Succeeded
        },
        outcome: None,
        landing: landing(world.live.scenario, gcis.operation_time),
    };
    world.saved.operations.push(operation.clone());
    Ok(operation)
}

/// A late change takes four times as long to show as GCIS takes to make it.
fn landing(scenario: Scenario, operation_time: Duration) -> Landing {
    if scenario.has(Quirk::NamedCredentialUnseen) {
        Landing::Never
    } else if scenario.has(Quirk::NamedCredentialLate) {
        Landing::Later(SignedDuration::try_from(operation_time * 4).unwrap_or_default())
    } else {
        Landing::AtOnce
    }
}

fn under_way(operation: &Operation) -> Answer {
    Answer {
        status: StatusCode::ACCEPTED.as_u16(),
        headers: vec![
            (
                "location".to_owned(),
                format!("/v1/operations/{}", operation.id),
            ),
            ("retry-after".to_owned(), RETRY_AFTER.to_owned()),
        ],
        body: operation.told(),
    }
}

fn wrong_standing(standing: Standing) -> Problem {
    Problem::new(
        StatusCode::CONFLICT,
        "wrong-state",
        "The named credential is not in the right state",
        "This cannot be done in the credential's present state.",
    )
    .with("state", json!(standing))
}
