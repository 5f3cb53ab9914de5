//! `/v1/connector-instances`: creating and reading connectors.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{ConnectInfo, Path, Query, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};

use super::Gcis;
use super::account::Account;
use super::idempotency::{Answer, IdempotencyKey, Reservation, Turn, begin};
use super::instance::Instance;
use super::named_credential::NamedCredential;
use super::problem::Problem;
use super::proposal::Proposal;
use super::verification::{Verification, verify};
use crate::hang_up::Line;
use crate::salesforce::Source;
use crate::scenario::Quirk;
use crate::world::{Saved, World};

#[derive(Deserialize)]
pub(super) struct Filter {
    reference: Option<String>,
}

/// `GET /v1/connector-instances?reference=…`.
pub(super) async fn list(
    State(gcis): State<Gcis>,
    account: Account,
    Query(filter): Query<Filter>,
) -> Json<Value> {
    let found: Vec<Value> = gcis.cloud.look(|saved, _| {
        let wanted = filter.reference.as_deref();
        account
            .instances(saved)
            .filter(|instance| wanted.is_none_or(|wanted| wanted == instance.reference))
            .map(Instance::told)
            .collect()
    });
    Json(json!({ "connectorInstances": found }))
}

/// `GET /v1/connector-instances/{id}`.
pub(super) async fn read(
    State(gcis): State<Gcis>,
    account: Account,
    Path(id): Path<String>,
) -> Result<Json<Value>, Problem> {
    gcis.cloud
        .look(|saved, _| Ok(Json(account.instance(saved, &id)?.told())))
}

/// `POST /v1/connector-instances`: verified first, created only if that went well.
pub(super) async fn create(
    State(gcis): State<Gcis>,
    account: Account,
    ConnectInfo(line): ConnectInfo<Line>,
    key: IdempotencyKey,
    uri: Uri,
    body: Bytes,
) -> Result<Response, Problem> {
    let proposal = Proposal::read(&body)?;
    let reservation = match begin(&gcis, &account, key, uri.path(), &body)? {
        Turn::Do(reservation) => reservation,
        Turn::Repeat(answer) => return Ok(answer),
    };
    let verification = verify(&gcis, &account, &proposal, Source::GcisConnector).await;
    if verification.failed() {
        return Err(not_verified(&verification));
    }
    let answer = gcis
        .cloud
        .change(|world| record(world, &account, proposal, verification, &reservation))?;
    if gcis.cloud.scenario().has(Quirk::GcisNoAnswer) {
        line.hang_up();
    }
    Ok(answer.into_response())
}

fn record(
    world: &mut World,
    account: &Account,
    proposal: Proposal,
    verification: Verification,
    reservation: &Reservation,
) -> Result<Answer, Problem> {
    let unverified = not_verified(&verification);
    if let Some(existing) = twin(&world.saved, account, &proposal, &verification) {
        return Err(already_connected(&existing.id));
    }
    let instance = connect(world, account, proposal, verification).ok_or(unverified)?;
    let location = format!("/v1/connector-instances/{}", instance.id);
    let answer = Answer {
        status: StatusCode::CREATED.as_u16(),
        headers: vec![("location".to_owned(), location)],
        body: instance.told(),
    };
    reservation.keep(world, answer.clone());
    Ok(answer)
}

/// The connector that connects the same org to the same tenant already.
pub(super) fn twin<'a>(
    saved: &'a Saved,
    account: &Account,
    proposal: &Proposal,
    verification: &Verification,
) -> Option<&'a Instance> {
    let org_id = verification.org_id.as_ref()?;
    let mut others = account.instances(saved);
    others.find(|other| other.org_id == *org_id && other.tenant_id == proposal.tenant_id)
}

/// Keeps a connector that was verified.
pub(super) fn connect(
    world: &mut World,
    account: &Account,
    proposal: Proposal,
    verification: Verification,
) -> Option<Instance> {
    let instance = Instance {
        id: world.random.uuid(),
        owner: account.org_key.clone(),
        reference: proposal.reference,
        tenant_id: proposal.tenant_id,
        login_url: proposal.login_url,
        event_endpoint: proposal.event_endpoint,
        org_id: verification.org_id?,
        route: proposal.credentials.route(),
        username: proposal.credentials.username().map(str::to_owned),
        user_id: verification.user_id.unwrap_or_default(),
        created_at: world.now,
        checks: verification.checks,
        named_credential: NamedCredential::default(),
    };
    world.saved.instances.push(instance.clone());
    Some(instance)
}

fn not_verified(verification: &Verification) -> Problem {
    Problem::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        "verification-failed",
        "The connector could not be verified",
        "GCIS could not connect with what it was given. Nothing was created.",
    )
    .with("checks", json!(verification.checks))
}

fn already_connected(instance_id: &str) -> Problem {
    Problem::new(
        StatusCode::CONFLICT,
        "already-connected",
        "This org is already connected to this tenant",
        "A connector instance for the same org and tenant exists.",
    )
    .with("instanceId", json!(instance_id))
}
