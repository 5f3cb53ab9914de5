//! Verifies the sign-in.

mod attempt;
mod check;
mod pause;
mod wait;

use jiff::{Timestamp, ZonedDateTime};
use model::Onboarding;
use model::catalogue::{Check, Code, Finding, Problem};
use model::endpoint;
use model::guide::dates::password_flow_days_left;
use model::onboarding::{Facts, SignInBasis, Verification};
use model::provenance::Verified;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::problem::problem;
use super::snapshot::{Snapshot, VerifyEvent};
use super::workspace::Workspace;
use crate::salesforce::{Expectations, Outcome, Selection};

pub use check::{CheckReport, CheckRequest};
pub(super) use pause::Attempt;
pub(super) use wait::app_known_by;

use attempt::Subject;

/// How many of this program's own sign-ins are remembered, to tell them from others'.
const OWN_SIGN_INS: usize = 20;

/// What to verify.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct VerifyRequest {
    /// This check alone, if the rest is known and nothing it rests on changed; else all.
    pub only: Option<Check>,
    /// The event endpoint as well.
    pub endpoint: bool,
    /// A person says that the user is unlocked, so no pause is needed.
    pub user_unlocked: bool,
}

/// Who wants to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// The person, who is to see what was found even if nothing was.
    ByThePerson,
    /// The wizard on its way to something else: where Salesforce gives no answer, what is verified
    /// stands as it was.
    OnTheWay,
}

impl Workspace {
    /// Signs in to Salesforce once and asks what the connector will need. Findings are told as
    /// they land; the record has them all when this returns.
    ///
    /// While a connected app is too young for Salesforce to know it, the sign-in is tried again at
    /// widening intervals until ten minutes after its save, in view of the person.
    pub async fn verify(
        &self,
        id: Uuid,
        request: &VerifyRequest,
        tell: &(dyn Fn(VerifyEvent) + Sync),
    ) -> Result<Snapshot, Problem> {
        let hold = self.hold(id)?;
        let run = Box::pin(self.run_verification(id, request, Asked::ByThePerson, tell));
        match hold.cancelled.run_until_cancelled(run).await {
            Some(outcome) => outcome,
            None => Err(problem(Code::Cancelled)),
        }
        .map_err(|problem| self.note_problem(id, "verify", problem))
    }

    /// The verification within a run that holds the onboarding already. Where Salesforce gives no
    /// answer, only a whole run that the person asked for takes the place of a verified one.
    pub(super) async fn run_verification(
        &self,
        id: Uuid,
        request: &VerifyRequest,
        asked: Asked,
        tell: &(dyn Fn(VerifyEvent) + Sync),
    ) -> Result<Snapshot, Problem> {
        let onboarding = self.load(id)?;
        let missing = onboarding.missing_credentials();
        if !missing.is_empty() {
            return Err(problem(Code::CredentialsIncomplete).with_detail(missing.join(", ")));
        }
        let basis = onboarding.sign_in_basis();
        let selection = selection(&onboarding, request);
        let subject = Subject {
            host: onboarding
                .login_host()
                .ok_or_else(|| problem(Code::LoginUrlNotSalesforce))?,
            credentials: self.credentials(&onboarding).await?,
            expect: Expectations {
                environment: onboarding.environment,
                route: onboarding.route,
                pinned_org: onboarding.facts.pinned_org.clone(),
                username: onboarding.fields.username.clone(),
                wants_named_credential: onboarding.facts.named_credential.declined.is_none(),
                password_flow_days_left: password_flow_days_left(ZonedDateTime::now().date()),
                package_namespace: self.package_namespace()?,
                own_sign_ins: onboarding.facts.own_sign_ins.clone(),
            },
            onboarding: &onboarding,
            user_unlocked: request.user_unlocked,
        };
        let connection = self.connection(onboarding.environment)?;
        let outcome = self
            .try_until_known(&connection, &subject, &selection, tell)
            .await?;
        let is_whole = !matches!(selection, Selection::Only(..));
        if onboarding.last_connection().is_some()
            && !(is_whole && asked == Asked::ByThePerson)
            && let Some(silence) = silence(&outcome)
        {
            // Salesforce said nothing of what is verified, so that stands as it was.
            self.say(id, "verified", silence.entry().name, |onboarding| {
                remember_sign_in(&mut onboarding.facts, outcome.signed_in_at);
            })?;
            return Err(problem(silence.code).with_detail(silence.evidence.as_str()));
        }
        let saved = self.edit(id, "verified", outcome_word(&outcome), |onboarding| {
            keep(onboarding, basis, &selection, outcome);
            Ok(())
        })?;
        Ok(self.picture(&saved))
    }
}

/// One check alone stands on the rest of the last run; where that is out of date, all are asked.
fn selection(onboarding: &Onboarding, request: &VerifyRequest) -> Selection {
    let path = endpoint_path(onboarding);
    match request.only {
        Some(check) if onboarding.current_connection().is_some() => Selection::Only(check, path),
        Some(Check::Endpoint) => Selection::AllAndEndpoint(path),
        Some(_) | None if request.endpoint => Selection::AllAndEndpoint(path),
        Some(_) | None => Selection::All,
    }
}

/// The event endpoint's path in the org, whichever of its two forms was typed.
fn endpoint_path(onboarding: &Onboarding) -> String {
    endpoint::check(&onboarding.fields.event_endpoint)
        .map_or_else(|_| String::new(), endpoint::path)
}

/// That Salesforce gave no answer, if that is what ended the run.
fn silence(outcome: &Outcome) -> Option<&Finding> {
    let blocking = outcome.findings.iter().find(|finding| finding.blocks())?;
    let is_silent = matches!(
        blocking.code,
        Code::HostNotFound
            | Code::ConnectionFailed
            | Code::TimedOut
            | Code::ServiceDown
            | Code::TooManyRequests
    );
    is_silent.then_some(blocking)
}

fn outcome_word(outcome: &Outcome) -> &'static str {
    let blocking = outcome.findings.iter().find(|finding| finding.blocks());
    match blocking {
        Some(blocking) => blocking.entry().name,
        None => "passed",
    }
}

/// Remembers a sign-in of this program's own.
pub(super) fn remember_sign_in(facts: &mut Facts, signed_in_at: Option<Timestamp>) {
    facts.own_sign_ins.extend(signed_in_at);
    let surplus = facts.own_sign_ins.len().saturating_sub(OWN_SIGN_INS);
    facts.own_sign_ins.drain(..surplus);
}

/// Puts what was found into the record. The first org is pinned for good; a run of one check
/// changes its own findings and leaves the others.
fn keep(onboarding: &mut Onboarding, basis: SignInBasis, selection: &Selection, outcome: Outcome) {
    let at = Timestamp::now();
    let facts = &mut onboarding.facts;
    facts.history_status = None;
    remember_sign_in(facts, outcome.signed_in_at);
    let connection = outcome.connection.as_ref();
    if let Some(connection) = connection.filter(|connection| !connection.org_id.is_empty()) {
        facts
            .pinned_org
            .get_or_insert_with(|| connection.org_id.clone());
    }
    if matches!(selection, Selection::Only(..))
        && let Some(last) = &mut facts.verification
    {
        let blocks = outcome.findings.iter().any(Finding::blocks);
        for found in outcome.findings {
            match last
                .findings
                .iter_mut()
                .find(|old| old.check == found.check)
            {
                Some(old) => *old = found,
                None => last.findings.push(found),
            }
        }
        if blocks {
            last.connection = None;
        }
        last.sign_ins = outcome.sign_ins.or(last.sign_ins.take());
        return;
    }
    facts.verification = Some(Verification {
        at,
        basis,
        findings: outcome.findings,
        connection: outcome.connection.map(|value| Verified { value, at }),
        sign_ins: outcome.sign_ins,
    });
}
