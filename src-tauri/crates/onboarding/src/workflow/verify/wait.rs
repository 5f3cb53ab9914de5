//! The wait for a connected app that Salesforce does not know yet.
//!
//! A new connected app takes two to ten minutes to work (Salesforce's own notice on saving it); an
//! external client app works at once.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use model::catalogue::{Code, Problem};
use model::diagnosis::words::APP_WAIT_MINUTES;
use model::{Onboarding, Route};

use super::attempt::Subject;
use crate::net::{Client, Reach};
use crate::salesforce::{Outcome, Selection};
use crate::workflow::snapshot::VerifyEvent;
use crate::workflow::workspace::Workspace;

/// The longest wait between two tries.
const LONGEST_WAIT: Duration = Duration::from_mins(2);

/// Until when a new connected app may still be unknown, if one was saved at all.
pub(in crate::workflow) fn app_known_by(onboarding: &Onboarding) -> Option<Timestamp> {
    let saved = onboarding.facts.app_saved?;
    (onboarding.route == Route::ConnectedApp)
        .then(|| saved.at + SignedDuration::from_mins(i64::from(APP_WAIT_MINUTES)))
}

impl Workspace {
    /// Tries, and tries again only while Salesforce says that it does not know the Consumer Key
    /// and the app is young enough for that. The first other answer ends it.
    pub(super) async fn try_until_known(
        &self,
        connection: &(Client, Reach),
        subject: &Subject<'_>,
        selection: &Selection,
        tell: &(dyn Fn(VerifyEvent) + Sync),
    ) -> Result<Outcome, Problem> {
        let until = app_known_by(subject.onboarding);
        let mut wait = self.first_wait;
        loop {
            let outcome = self.attempt(connection, subject, selection, tell).await?;
            let too_young = outcome
                .refused
                .as_ref()
                .is_some_and(|refused| refused.code == Code::InvalidClientId);
            let now = Timestamp::now();
            let Some(until) = until.filter(|until| too_young && now < *until) else {
                return Ok(outcome);
            };
            let left = until.duration_since(now).unsigned_abs();
            let pause = wait.min(left);
            tell(VerifyEvent::Waiting {
                next_try: now
                    .checked_add(SignedDuration::try_from(pause).unwrap_or_default())
                    .unwrap_or(until),
                until,
            });
            tokio::time::sleep(pause).await;
            wait = (wait * 2).min(LONGEST_WAIT);
        }
    }
}
