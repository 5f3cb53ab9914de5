//! Attempts are counted where Salesforce counts them, and paused before it locks the user.

use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use model::catalogue::{Code, Problem};
use model::{Onboarding, Route, lockout};

use crate::records::{RecordError, Refusals, Try};
use crate::salesforce::{Gate, SalesforceError};
use crate::workflow::problem::problem;
use crate::workflow::workspace::Workspace;

/// The error by which Salesforce counts a try against the user (help.salesforce.com,
/// `remoteaccess_oauth_flow_errors`).
const COUNTED: &str = "invalid_grant";

/// Whose attempt it is.
#[derive(Debug, Clone, Copy)]
pub(in crate::workflow) struct Attempt<'a> {
    /// The user that Salesforce would lock, and where; nobody on a route without a password.
    pub(super) user: Option<(&'static str, &'a str)>,
    /// A person says that the user is unlocked.
    pub(super) user_unlocked: bool,
}

impl<'a> Attempt<'a> {
    /// An attempt with what an onboarding has.
    pub(in crate::workflow) fn of(onboarding: &'a Onboarding) -> Self {
        let domain = onboarding.environment.salesforce_domain();
        let locks = onboarding.route == Route::ConnectedApp;
        Self {
            user: locks.then_some((domain, onboarding.fields.username.as_str())),
            user_unlocked: false,
        }
    }
}

impl Workspace {
    /// What counts an attempt; a problem while the user has to rest.
    pub(in crate::workflow) fn may_attempt<'a>(
        &'a self,
        attempt: Attempt<'a>,
    ) -> Result<Tally<'a>, Problem> {
        let tally = Tally {
            refusals: &self.refusals,
            user: attempt.user,
            leaving: Mutex::new(None),
        };
        let Some((domain, username)) = attempt.user else {
            return Ok(tally);
        };
        if attempt.user_unlocked {
            self.refusals.clear(domain, username)?;
        }
        let refused = self.refusals.of(domain, username)?;
        let paused = refused.and_then(|refused| {
            lockout::paused_until(refused.count, refused.last, Timestamp::now())
        });
        match paused {
            Some(until) => {
                let until = until.strftime("%H:%M UTC");
                Err(problem(Code::SignInPaused).with_detail(format!("until {until}")))
            }
            None => Ok(tally),
        }
    }
}

/// Counts a try before its password leaves, and takes it back where Salesforce did not count it: a
/// try that is cancelled, cut or killed on its way stays counted.
pub(in crate::workflow) struct Tally<'a> {
    refusals: &'a Refusals,
    user: Option<(&'static str, &'a str)>,
    /// The one on its way.
    leaving: Mutex<Option<Try>>,
}

impl Gate for Tally<'_> {
    type Held = RecordError;

    fn leaving(&self) -> Result<(), RecordError> {
        if let Some((domain, username)) = self.user {
            let counted = self.refusals.add(domain, username, Timestamp::now())?;
            *self.on_its_way() = Some(counted);
        }
        Ok(())
    }

    fn answered(&self, refused: Option<&SalesforceError>) -> Result<(), RecordError> {
        let Some(counted) = self.on_its_way().take() else {
            return Ok(());
        };
        match (refused, self.user) {
            (None, Some((domain, username))) => self.refusals.clear(domain, username),
            (Some(error), _) if may_count(error) => Ok(()),
            _ => self.refusals.take_back(&counted),
        }
    }
}

impl Tally<'_> {
    fn on_its_way(&self) -> MutexGuard<'_, Option<Try>> {
        self.leaving.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether Salesforce counted the try against the user, or may have: no answer may have followed a
/// refusal.
fn may_count(error: &SalesforceError) -> bool {
    match error {
        SalesforceError::Net(error) => error.is_ambiguous(),
        SalesforceError::Refused { error, .. } => error == COUNTED,
    }
}
