//! One attempt: counted where Salesforce counts it, paused before it locks the user.

use jiff::Timestamp;
use model::catalogue::{Code, Problem};
use model::host::SalesforceHost;
use model::{Onboarding, Route, lockout};

use crate::credentials::Credentials;
use crate::net::{Client, Reach};
use crate::salesforce::{self, Expectations, Outcome, Progress, Selection};
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
        let tell = |progress: Progress| {
            tell(match progress {
                Progress::Started(check) => VerifyEvent::Started { check },
                Progress::Found(finding, took_ms) => VerifyEvent::Found {
                    finding: Box::new(finding_view(&finding, subject.onboarding)),
                    took_ms,
                },
            });
        };
        let outcome = salesforce::verify(
            client,
            reach,
            &subject.host,
            &subject.credentials,
            &subject.expect,
            selection,
            &tell,
        )
        .await;
        if let Some((domain, username)) = subject.locked_user() {
            match &outcome.refused {
                Some(refused) if refused.error == COUNTED => {
                    self.refusals.add(domain, username, Timestamp::now())?;
                }
                None if outcome.signed_in_at.is_some() => {
                    self.refusals.clear(domain, username)?;
                }
                _ => {}
            }
        }
        Ok(outcome)
    }
}
