//! `PUT /v1/connector-instances/{id}/credentials`: other credentials for a connector that runs.

use axum::extract::{ConnectInfo, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::Gcis;
use super::account::Account;
use super::idempotency::{Answer, Reservation, Turn, begin};
use super::instance::Instance;
use super::problem::Problem;
use super::proposal::{Proposal, Replacement};
use super::request::{Change, Id};
use super::verification::{Verification, verify};
use crate::hang_up::Line;
use crate::salesforce::Source;
use crate::scenario::Quirk;
use crate::world::World;

/// Verifies the new credentials first. Until that went well the connector goes on with those it has.
pub(super) async fn replace(
    State(gcis): State<Gcis>,
    Id(id): Id,
    ConnectInfo(line): ConnectInfo<Line>,
    change: Change,
) -> Result<Response, Problem> {
    let account = &change.account;
    let replacement = Replacement::read(&change.body.0)?;
    let (proposal, org_id) = gcis.cloud.look(|saved, _| {
        let instance = account.instance(saved, &id)?;
        let proposal = Proposal {
            tenant_id: instance.tenant_id.clone(),
            login_url: replacement
                .login_url
                .unwrap_or_else(|| instance.login_url.clone()),
            event_endpoint: instance.event_endpoint.clone(),
            credentials: replacement.credentials,
        };
        Ok((proposal, instance.org_id.clone()))
    })?;
    let reservation = match begin(&gcis, &change)? {
        Turn::Do(reservation) => reservation,
        Turn::Repeat(answer) => return Ok(answer),
    };
    let (org_id, source) = (Some(org_id.as_str()), Source::GcisConnector);
    let verification = verify(&gcis, account, &proposal, org_id, source).await;
    if verification.failed() {
        return Err(verification.problem());
    }
    let answer = gcis
        .cloud
        .change(|world| record(world, account, &id, proposal, verification, &reservation))?;
    if gcis.cloud.scenario().has(Quirk::GcisNoAnswer) {
        line.hang_up();
    }
    Ok(answer.into_response())
}

fn record(
    world: &mut World,
    account: &Account,
    id: &str,
    proposal: Proposal,
    verification: Verification,
    reservation: &Reservation,
) -> Result<Answer, Problem> {
    let instance = give(world, account, id, proposal, verification)?;
    let answer = Answer {
        status: StatusCode::OK.as_u16(),
        headers: Vec::new(),
        body: instance.told(),
    };
    reservation.keep(world, answer.clone());
    Ok(answer)
}

/// Lets a connector work with what was verified; its org and its tenant stay.
pub(super) fn give(
    world: &mut World,
    account: &Account,
    id: &str,
    proposal: Proposal,
    verification: Verification,
) -> Result<Instance, Problem> {
    let now = world.now;
    let instance = account.instance_mut(&mut world.saved, id)?;
    instance.login_url = proposal.login_url;
    instance.event_endpoint = proposal.event_endpoint;
    instance.route = proposal.credentials.route();
    instance.username = proposal.credentials.username().map(str::to_owned);
    instance.user_id = verification.user_id.unwrap_or_default();
    instance.checks = verification.checks;
    instance.credentials_replaced_at = Some(now);
    let instance = instance.clone();
    let credentials = &mut world.live.connector_credentials;
    credentials.insert(id.to_owned(), proposal.credentials);
    Ok(instance)
}
