//! Requests to register whose answer never came: looked for before another is sent, and after one
//! was refused.

use jiff::{SignedDuration, Timestamp};
use model::catalogue::{Code, Problem};
use model::onboarding::{Facts, RegistrationAttempt, RegistrationBasis};
use uuid::Uuid;

use super::problem::problem;
use crate::gcis::{Gcis, GcisError, Instance};

/// A request that has shown no effect for so long never arrived: this program itself gives one up
/// after half a minute, and what stands in between holds none for minutes.
const ON_ITS_WAY: SignedDuration = SignedDuration::from_mins(5);

/// Asks GCIS for what any of the attempts has made.
pub(super) async fn made_already(
    gcis: &Gcis<'_>,
    facts: &Facts,
) -> Result<Option<(RegistrationAttempt, Instance)>, GcisError> {
    for attempt in facts.unanswered() {
        if let Some(made) = gcis.find(attempt.key).await? {
            return Ok(Some((attempt.clone(), made)));
        }
    }
    Ok(None)
}

/// The key to send this payload under: the one that it was sent under before, else a new one.
///
/// GCIS connects an org to a tenant once, whatever the keys. For another tenant it would make
/// another instance, so a request that may still arrive is waited for.
pub(super) fn key_for(facts: &Facts, basis: &RegistrationBasis) -> Result<Uuid, Problem> {
    let before = |attempt: &&RegistrationAttempt| attempt.basis == *basis;
    if let Some(same) = facts.unanswered().find(before) {
        return Ok(same.key);
    }
    let may_arrive = |attempt: &&RegistrationAttempt| {
        attempt.basis.tenant != basis.tenant
            && Timestamp::now().duration_since(attempt.at) < ON_ITS_WAY
    };
    match facts.unanswered().find(may_arrive) {
        None => Ok(Uuid::new_v4()),
        Some(attempt) => {
            let until = (attempt.at + ON_ITS_WAY).strftime("%H:%M UTC");
            let words = format!(
                "The request for the tenant {} may still arrive. GCIS is asked again after {until}.",
                attempt.tenant.name
            );
            Err(problem(Code::OutcomeUnknown).with_detail(words))
        }
    }
}
