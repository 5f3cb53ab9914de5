//! Attempts are counted where Salesforce counts them, and paused before it locks the user.

use jiff::Timestamp;
use model::catalogue::{Code, Problem};
use model::{Onboarding, Route, lockout};

use crate::salesforce::Refusal;
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
    /// Refuses an attempt while the user has to rest.
    pub(in crate::workflow) fn may_attempt(&self, attempt: &Attempt<'_>) -> Result<(), Problem> {
        let Some((domain, username)) = attempt.user else {
            return Ok(());
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
            None => Ok(()),
        }
    }

    /// Counts how an attempt ended.
    pub(in crate::workflow) fn count(
        &self,
        attempt: &Attempt<'_>,
        refused: Option<&Refusal>,
        signed_in: bool,
    ) -> Result<(), Problem> {
        let Some((domain, username)) = attempt.user else {
            return Ok(());
        };
        match refused {
            Some(refused) if refused.error == COUNTED => {
                self.refusals.add(domain, username, Timestamp::now())?;
            }
            None if signed_in => self.refusals.clear(domain, username)?,
            _ => {}
        }
        Ok(())
    }
}
