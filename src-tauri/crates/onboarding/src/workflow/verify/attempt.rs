//! One attempt: counted where Salesforce counts it, paused before it locks the user.

use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use model::catalogue::{Code, Problem};
use model::host::SalesforceHost;
use model::{Onboarding, Route, lockout};

use crate::credentials::Credentials;
use crate::net::{Client, Reach};
use crate::records::{RecordError, Refusals, Try};
use crate::salesforce::{self, Expectations, Outcome, Progress, SalesforceError, Selection, Watch};
use crate::workflow::problem::problem;
use crate::workflow::snapshot::{VerifyEvent, finding_view};
use crate::workflow::workspace::Workspace;

/// The error by which Salesforce counts a try against the user (help.salesforce.com,
/// `remoteaccess_oauth_flow_errors`).
const COUNTED: &str = "invalid_grant";

/// What signs in, and what it is compared with.
pub(super) struct Subject<'a> {
    pub(super) host: SalesforceHost,
    pub(super) credentials: Credentials,
    pub(super) expect: Expectations,
    /// Whose findings they will be: it decides on fixes and links.
    pub(super) onboarding: &'a Onboarding,
    /// A person says that the user is unlocked.
    pub(super) user_unlocked: bool,
}

impl Subject<'_> {
    /// The user that Salesforce would lock; nobody on a route without a password.
    fn locked_user(&self) -> Option<(&'static str, &str)> {
        let domain = self.expect.environment.salesforce_domain();
        (self.expect.route == Route::ConnectedApp)
            .then_some((domain, self.expect.username.as_str()))
    }
}

impl Workspace {
    /// Signs in once, unless the user was refused too often of late.
    pub(super) async fn attempt(
        &self,
        (client, reach): &(Client, Reach),
        subject: &Subject<'_>,
        selection: &Selection,
        tell: &(dyn Fn(VerifyEvent) + Sync),
    ) -> Result<Outcome, Problem> {
        if let Some((domain, username)) = subject.locked_user() {
            if subject.user_unlocked {
                self.refusals.clear(domain, username)?;
            }
            let refused = self.refusals.of(domain, username)?;
            let paused = refused.and_then(|refused| {
                lockout::paused_until(refused.count, refused.last, Timestamp::now())
            });
            if let Some(until) = paused {
                let until = until.strftime("%H:%M UTC");
                return Err(problem(Code::SignInPaused).with_detail(format!("until {until}")));
            }
        }
        let tally = Tally {
            refusals: &self.refusals,
            subject,
            tell,
            leaving: Mutex::new(None),
        };
        let outcome = salesforce::verify(
            client,
            reach,
            &subject.host,
            &subject.credentials,
            &subject.expect,
            selection,
            &tally,
        )
        .await?;
        Ok(outcome)
    }
}

/// Counts a try before its password leaves, and takes it back where Salesforce did not count it: a
/// try that is cancelled, cut or killed on its way stays counted.
struct Tally<'a> {
    refusals: &'a Refusals,
    subject: &'a Subject<'a>,
    tell: &'a (dyn Fn(VerifyEvent) + Sync),
    /// The one on its way.
    leaving: Mutex<Option<Try>>,
}

impl Watch for Tally<'_> {
    type Held = RecordError;

    fn tell(&self, progress: Progress) {
        (self.tell)(match progress {
            Progress::Started(check) => VerifyEvent::Started { check },
            Progress::Found(finding, took_ms) => VerifyEvent::Found {
                finding: Box::new(finding_view(&finding, self.subject.onboarding)),
                took_ms,
            },
        });
    }

    fn leaving(&self) -> Result<(), RecordError> {
        if let Some((domain, username)) = self.subject.locked_user() {
            let counted = self.refusals.add(domain, username, Timestamp::now())?;
            *self.on_its_way() = Some(counted);
        }
        Ok(())
    }

    fn answered(&self, refused: Option<&SalesforceError>) -> Result<(), RecordError> {
        let Some(counted) = self.on_its_way().take() else {
            return Ok(());
        };
        match (refused, self.subject.locked_user()) {
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
