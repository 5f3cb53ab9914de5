//! `/v1/connector-instances/{id}/named-credential`: add, rotate, revoke, and what is known of it.
//!
//! GCIS never tells the credential itself: it writes it into Salesforce and keeps no copy.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::Gcis;
use super::account::Account;
use super::idempotency::{Answer, IdempotencyKey, Turn, begin};
use super::operation::{Kind, Operation, Outcome};
use super::problem::Problem;
use crate::scenario::Quirk;
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
    Path(id): Path<String>,
) -> Result<Json<NamedCredential>, Problem> {
    gcis.cloud.look(|saved, _| {
        let instance = account.instance(saved, &id)?;
        Ok(Json(instance.named_credential.clone()))
    })
}

/// `POST …/named-credential`.
pub(super) async fn add(
    gcis: State<Gcis>,
    account: Account,
    id: Path<String>,
    key: IdempotencyKey,
    uri: Uri,
    body: Bytes,
) -> Result<Response, Problem> {
    request(&gcis, &account, &id, key, &uri, &body, Kind::Add)
}

/// `POST …/named-credential/rotate`.
pub(super) async fn rotate(
    gcis: State<Gcis>,
    account: Account,
    id: Path<String>,
    key: IdempotencyKey,
    uri: Uri,
    body: Bytes,
) -> Result<Response, Problem> {
    request(&gcis, &account, &id, key, &uri, &body, Kind::Rotate)
}

/// `POST …/named-credential/revoke`.
pub(super) async fn revoke(
    gcis: State<Gcis>,
    account: Account,
    id: Path<String>,
    key: IdempotencyKey,
    uri: Uri,
    body: Bytes,
) -> Result<Response, Problem> {
    request(&gcis, &account, &id, key, &uri, &body, Kind::Revoke)
}

fn request(
    gcis: &Gcis,
    account: &Account,
    id: &str,
    key: IdempotencyKey,
    uri: &Uri,
    body: &[u8],
    kind: Kind,
) -> Result<Response, Problem> {
    let reservation = match begin(gcis, account, key, uri.path(), body)? {
        Turn::Do(reservation) => reservation,
        Turn::Repeat(answer) => return Ok(answer),
    };
    let answer = gcis.cloud.change(|world| {
        let id = start(world, gcis, account, id, kind)?;
        let answer = under_way(&id);
        reservation.keep(world, answer.clone());
        Ok(answer)
    })?;
    Ok(answer.into_response())
}

/// Starts an operation and gives its id, unless the credential's state forbids it.
pub(super) fn start(
    world: &mut World,
    gcis: &Gcis,
    account: &Account,
    id: &str,
    kind: Kind,
) -> Result<String, Problem> {
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
    };
    let id = operation.id.clone();
    world.saved.operations.push(operation);
    Ok(id)
}

fn under_way(operation_id: &str) -> Answer {
    Answer {
        status: StatusCode::ACCEPTED.as_u16(),
        headers: vec![
            (
                "operation-location".to_owned(),
                format!("/v1/operations/{operation_id}"),
            ),
            ("retry-after".to_owned(), "1".to_owned()),
        ],
        body: json!({ "operationId": operation_id, "status": "running" }),
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
