//! `/v1/connector-instances`: creating and reading connectors.

use axum::Json;
use axum::extract::{ConnectInfo, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use url::form_urlencoded;

use super::Gcis;
use super::account::Account;
use super::colleague::connects_everything;
use super::idempotency::{Answer, Reservation, Turn, begin};
use super::instance::Instance;
use super::named_credential::NamedCredential;
use super::problem::Problem;
use super::proposal::{NewConnector, Proposal};
use super::reader::{LONGEST_REFERENCE, is_reference};
use super::request::{Change, Id};
use super::verification::{Verification, verify};
use crate::hang_up::Line;
use crate::salesforce::Source;
use crate::scenario::Quirk;
use crate::world::{Saved, World};

/// `GET /v1/connector-instances?reference=…`.
pub(super) async fn list(
    State(gcis): State<Gcis>,
    account: Account,
    RawQuery(query): RawQuery,
) -> Result<Json<Value>, Problem> {
    let wanted = wanted_reference(&query.unwrap_or_default())?;
    if gcis.cloud.scenario().has(Quirk::ConnectedAlready) {
        let domain = gcis.cloud.domain();
        gcis.cloud
            .change(|world| connects_everything(world, &account, &domain));
    }
    let found: Vec<Value> = gcis.cloud.look(|saved, _| {
        account
            .instances(saved)
            .filter(|instance| {
                wanted
                    .as_ref()
                    .is_none_or(|wanted| *wanted == instance.reference)
            })
            .map(Instance::told)
            .collect()
    });
    Ok(Json(json!({ "connectorInstances": found })))
}

fn wanted_reference(query: &str) -> Result<Option<String>, Problem> {
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    match pairs.find(|(name, _)| name == "reference") {
        Some((_, wanted)) if !is_reference(&wanted) => Err(Problem::bad_request(format!(
            "A reference has 1 to {LONGEST_REFERENCE} characters."
        ))),
        wanted => Ok(wanted.map(|(_, wanted)| wanted.into_owned())),
    }
}

/// `GET /v1/connector-instances/{id}`.
pub(super) async fn read(
    State(gcis): State<Gcis>,
    account: Account,
    Id(id): Id,
) -> Result<Json<Value>, Problem> {
    gcis.cloud
        .look(|saved, _| Ok(Json(account.instance(saved, &id)?.told())))
}

/// `POST /v1/connector-instances`: verified first, created only if that went well.
pub(super) async fn create(
    State(gcis): State<Gcis>,
    ConnectInfo(line): ConnectInfo<Line>,
    change: Change,
) -> Result<Response, Problem> {
    let new = NewConnector::read(&change.body.0)?;
    let reservation = match begin(&gcis, &change)? {
        Turn::Do(reservation) => reservation,
        Turn::Repeat(answer) => return Ok(answer),
    };
    let account = &change.account;
    let verification = verify(&gcis, account, &new.proposal, None, Source::GcisConnector).await;
    if verification.failed() {
        return Err(verification.problem());
    }
    let (domain, scenario) = (gcis.cloud.domain(), gcis.cloud.scenario());
    let answer = gcis.cloud.change(|world| {
        if scenario.has(Quirk::ConnectedAlready) || scenario.has(Quirk::ConnectedMeanwhile) {
            connects_everything(world, account, &domain);
        }
        record(world, account, new, verification, &reservation)
    })?;
    if gcis.cloud.scenario().has(Quirk::GcisNoAnswer) {
        line.hang_up();
    }
    Ok(answer.into_response())
}

fn record(
    world: &mut World,
    account: &Account,
    new: NewConnector,
    verification: Verification,
    reservation: &Reservation,
) -> Result<Answer, Problem> {
    let unverified = verification.problem();
    let NewConnector {
        reference,
        proposal,
    } = new;
    if let Some(existing) = twin(&world.saved, account, &proposal, &verification) {
        return Err(already_connected(&existing.id));
    }
    let instance =
        connect(world, account, Some(reference), proposal, verification).ok_or(unverified)?;
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

/// Keeps a connector that was verified. One for which nobody has a reference is referred to by its own id: the API tells
/// no instance without one.
pub(super) fn connect(
    world: &mut World,
    account: &Account,
    reference: Option<String>,
    proposal: Proposal,
    verification: Verification,
) -> Option<Instance> {
    let id = world.random.uuid();
    let instance = Instance {
        owner: account.org_key.clone(),
        reference: reference.unwrap_or_else(|| id.clone()),
        id,
        tenant_id: proposal.tenant_id,
        login_url: proposal.login_url,
        event_endpoint: proposal.event_endpoint,
        org_id: verification.org_id?,
        route: proposal.credentials.route(),
        username: proposal.credentials.username().map(str::to_owned),
        user_id: verification.user_id.unwrap_or_default(),
        created_at: world.now,
        credentials_replaced_at: None,
        checks: verification.checks,
        named_credential: NamedCredential::default(),
    };
    let credentials = &mut world.live.connector_credentials;
    credentials.insert(instance.id.clone(), proposal.credentials);
    world.saved.instances.push(instance.clone());
    Some(instance)
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
