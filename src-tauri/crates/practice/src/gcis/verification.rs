//! Trying a proposed connector out, by really signing in to Salesforce.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde_json::{Value, json};
use url::form_urlencoded;

use super::Gcis;
use super::account::Account;
use super::check::{Check, Question, Status};
use super::problem::Problem;
use super::proposal::Proposal;
use super::request::Body;
use super::salesforce_door::{Answer, Session};
use crate::salesforce::Source;
use crate::scenario::Quirk;

const ORGANIZATION: &str = "SELECT Id,Name FROM Organization";

/// What came of it. Org and user are known once the sign-in went through.
pub(super) struct Verification {
    pub(super) checks: Vec<Check>,
    pub(super) org_id: Option<String>,
    pub(super) user_id: Option<String>,
}

impl Verification {
    pub(super) fn failed(&self) -> bool {
        self.checks
            .iter()
            .any(|check| check.status == Status::Failed)
    }

    /// The refusal of a request whose verification failed.
    pub(super) fn problem(&self) -> Problem {
        Problem::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "verification-failed",
            "The connector could not be verified",
            "GCIS could not connect with what it was given. Nothing was changed.",
        )
        .with("checks", json!(self.checks))
    }
}

/// `POST /v1/verifications`, which changes nothing.
pub(super) async fn try_out(
    State(gcis): State<Gcis>,
    account: Account,
    body: Body,
) -> Result<Json<Value>, Problem> {
    let proposal = Proposal::read(&body.0)?;
    let verification = verify(&gcis, &account, &proposal, None, Source::GcisCheck).await;
    Ok(Json(json!({ "checks": verification.checks })))
}

/// Tries a proposal. It has to lead to `org_id`, if one is given.
pub(super) async fn verify(
    gcis: &Gcis,
    account: &Account,
    proposal: &Proposal,
    org_id: Option<&str>,
    source: Source,
) -> Verification {
    let mut checks = vec![tenant(gcis, account, proposal)];
    let (mut found, mut user_id) = (None, None);
    if let Some(session) = sign_in(gcis, proposal, source, &mut checks).await {
        let (organization, id) = organization(gcis, &session, org_id).await;
        checks.push(organization);
        checks.push(event_endpoint(gcis, proposal, &session).await);
        (found, user_id) = (id, Some(session.user_id));
    } else {
        checks.extend([
            Question::Organization.skipped(),
            Question::EventEndpoint.skipped(),
        ]);
    }
    if gcis.cloud.scenario().has(Quirk::LaterChecks) {
        checks.extend(Check::of_a_later_release());
    }
    Verification {
        checks,
        org_id: found,
        user_id,
    }
}

fn tenant(gcis: &Gcis, account: &Account, proposal: &Proposal) -> Check {
    let name = gcis.cloud.look(|saved, live| {
        let mut tenants = account.tenants(saved).iter();
        let tenant = tenants.find(|tenant| tenant.id == proposal.tenant_id)?;
        (!live.scenario.has(Quirk::NoTenants)).then(|| tenant.name.clone())
    });
    match name {
        Some(name) => Question::Tenant.passed(format!("Tenant \"{name}\" is connected.")),
        None => Question::Tenant.failed("No tenant with this id is connected.", None),
    }
}

/// A session, if Salesforce gave one.
async fn sign_in(
    gcis: &Gcis,
    proposal: &Proposal,
    source: Source,
    checks: &mut Vec<Check>,
) -> Option<Session> {
    let Some(host) = gcis.door.find(&proposal.login_url).await else {
        checks.push(Question::LoginUrl.failed("No Salesforce answers at this address.", None));
        checks.push(Question::SignIn.skipped());
        return None;
    };
    checks.push(Question::LoginUrl.passed("Salesforce answers at this address."));
    let door = &gcis.door;
    let answer = door.sign_in(&host, &proposal.credentials, source).await;
    let session = door.session(&answer);
    checks.push(match &session {
        Some(_) => Question::SignIn.passed("Salesforce accepted the credentials."),
        None => Question::SignIn.failed(
            refusal(&answer, "/error_description"),
            answer.text("/error").map(str::to_owned),
        ),
    });
    session
}

async fn organization(
    gcis: &Gcis,
    session: &Session,
    wanted: Option<&str>,
) -> (Check, Option<String>) {
    let query: String = form_urlencoded::byte_serialize(ORGANIZATION.as_bytes()).collect();
    let answer = gcis
        .door
        .get(session, &format!("/services/data/v60.0/query?q={query}"))
        .await;
    let (id, name) = (answer.text("/records/0/Id"), answer.text("/records/0/Name"));
    let check = match (id, name) {
        (Some(id), Some(name)) if wanted.is_some_and(|wanted| wanted != id) => {
            let message = format!("These credentials lead to another org, \"{name}\" ({id}).");
            Question::Organization.failed(message, None)
        }
        (Some(id), Some(name)) => {
            Question::Organization.passed(format!("Connected to \"{name}\" ({id})."))
        }
        _ => Question::Organization.failed(
            refusal(&answer, "/0/message"),
            answer.text("/0/errorCode").map(str::to_owned),
        ),
    };
    (check, id.map(str::to_owned))
}

/// Only a warning: the package may be installed after the connector is saved.
async fn event_endpoint(gcis: &Gcis, proposal: &Proposal, session: &Session) -> Check {
    let typed = proposal.event_endpoint.trim();
    let path = if typed.starts_with("/services/") {
        typed.to_owned()
    } else {
        format!("/services/apexrest/{}", typed.trim_start_matches('/'))
    };
    match gcis.door.get(session, &path).await.status.as_u16() {
        405 => Question::EventEndpoint.passed("An Apex REST class answers at this path."),
        404 => Question::EventEndpoint.warning("No Apex REST class answers at this path."),
        status => {
            Question::EventEndpoint.warning(format!("Cannot tell: Salesforce answered {status}."))
        }
    }
}

/// Salesforce's own words, or its bare status where it gave none.
fn refusal(answer: &Answer, pointer: &str) -> String {
    match answer.text(pointer) {
        Some(words) => format!("Salesforce answered: {words}"),
        None => format!(
            "Salesforce answered {} without a reason.",
            answer.status.as_u16()
        ),
    }
}
