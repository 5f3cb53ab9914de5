//! The verification without an onboarding: what a script asks.

use jiff::{Timestamp, ZonedDateTime};
use model::catalogue::{Code, Problem};
use model::field::Field;
use model::guide::dates::password_flow_days_left;
use model::onboarding::{Connection, Facts, Fields};
use model::{Environment, Onboarding, Route};
use uuid::Uuid;

use super::attempt::Subject;
use super::endpoint_path;
use crate::credentials::Credentials;
use crate::salesforce::{Expectations, Selection};
use crate::workflow::fields::{field_name, set};
use crate::workflow::problem::problem;
use crate::workflow::snapshot::{FindingView, VerifyEvent, finding_view};
use crate::workflow::workspace::Workspace;

/// What a script asks to be verified.
#[derive(Debug)]
pub struct CheckRequest {
    /// Which hosts may be talked to.
    pub environment: Environment,
    /// How to sign in.
    pub route: Route,
    /// The Login URL, as typed.
    pub login_url: String,
    /// The service user's Username; may be empty on the external-client-app route.
    pub username: String,
    /// What to sign in with.
    pub credentials: Credentials,
    /// The Event Endpoint, as typed; empty for none.
    pub event_endpoint: String,
    /// Whether to ask the endpoint too.
    pub probe_endpoint: bool,
    /// A person says that the user is unlocked.
    pub user_unlocked: bool,
}

/// What came of it.
#[derive(Debug)]
pub struct CheckReport {
    /// The host that was asked.
    pub host: String,
    /// Who signed in where, if nothing blocks.
    pub connection: Option<Connection>,
    /// The findings in their order, with words and fixes.
    pub findings: Vec<FindingView>,
}

impl Workspace {
    /// Signs in once and asks everything, keeping nothing but the count of refusals. A field that
    /// is not well-formed is a problem that names it.
    pub async fn check(
        &self,
        request: CheckRequest,
        tell: &(dyn Fn(VerifyEvent) + Sync),
    ) -> Result<CheckReport, Problem> {
        let onboarding = as_onboarding(&request)?;
        let host = onboarding
            .login_host()
            .ok_or_else(|| problem(Code::LoginUrlMissing).at_field("login_url"))?;
        let selection = if request.probe_endpoint {
            Selection::AllAndEndpoint(endpoint_path(&onboarding))
        } else {
            Selection::All
        };
        let connection = self.connection(request.environment)?;
        let subject = Subject {
            host: host.clone(),
            credentials: request.credentials,
            expect: Expectations {
                environment: request.environment,
                route: request.route,
                pinned_org: None,
                username: onboarding.fields.username.clone(),
                wants_named_credential: true,
                password_flow_days_left: password_flow_days_left(ZonedDateTime::now().date()),
                package_namespace: self.package_namespace()?,
                own_sign_ins: Vec::new(),
            },
            onboarding: &onboarding,
            user_unlocked: request.user_unlocked,
        };
        let outcome = self
            .attempt(&connection, &subject, &selection, tell)
            .await?;
        Ok(CheckReport {
            host: host.to_string(),
            connection: outcome.connection,
            findings: outcome
                .findings
                .iter()
                .map(|finding| finding_view(finding, &onboarding))
                .collect(),
        })
    }
}

/// The request as an onboarding that is never saved: its fields pass the same rules.
fn as_onboarding(request: &CheckRequest) -> Result<Onboarding, Problem> {
    let now = Timestamp::now();
    let mut onboarding = Onboarding {
        id: Uuid::nil(),
        name: String::new(),
        environment: request.environment,
        route: request.route,
        created_at: now,
        changed_at: now,
        fields: Fields::default(),
        secrets: std::collections::BTreeMap::new(),
        facts: Facts::default(),
        gone: std::collections::BTreeSet::new(),
    };
    let needs_username = request.route == Route::ConnectedApp;
    for (field, value, needed) in [
        (Field::LoginUrl, &request.login_url, true),
        (Field::Username, &request.username, needs_username),
        (
            Field::EventEndpoint,
            &request.event_endpoint,
            request.probe_endpoint,
        ),
    ] {
        if needed || !value.is_empty() {
            set(&mut onboarding, field, value)
                .map_err(|problem| problem.at_field(field_name(field)))?;
        }
    }
    Ok(onboarding)
}
