//! One attempt of the verification.

use model::catalogue::Problem;
use model::host::SalesforceHost;
use model::{Onboarding, Route};

use super::pause::{Attempt, Tally};
use crate::credentials::Credentials;
use crate::net::{Client, Reach};
use crate::records::RecordError;
use crate::salesforce::{
    self, Expectations, Gate, Outcome, Progress, SalesforceError, Selection, Watch,
};
use crate::workflow::snapshot::{VerifyEvent, finding_view};
use crate::workflow::workspace::Workspace;

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
    fn attempt(&self) -> Attempt<'_> {
        let locks = self.expect.route == Route::ConnectedApp;
        let user = locks.then_some((
            self.expect.environment.salesforce_domain(),
            self.expect.username.as_str(),
        ));
        Attempt {
            user,
            user_unlocked: self.user_unlocked,
        }
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
        let follower = Follower {
            tally: self.may_attempt(subject.attempt())?,
            subject,
            tell,
        };
        let outcome = salesforce::verify(
            client,
            reach,
            &subject.host,
            &subject.credentials,
            &subject.expect,
            selection,
            &follower,
        )
        .await?;
        Ok(outcome)
    }
}

/// Tells what happens, and counts the try.
struct Follower<'a> {
    tally: Tally<'a>,
    subject: &'a Subject<'a>,
    tell: &'a (dyn Fn(VerifyEvent) + Sync),
}

impl Gate for Follower<'_> {
    type Held = RecordError;

    fn leaving(&self) -> Result<(), RecordError> {
        self.tally.leaving()
    }

    fn answered(&self, refused: Option<&SalesforceError>) -> Result<(), RecordError> {
        self.tally.answered(refused)
    }
}

impl Watch for Follower<'_> {
    fn tell(&self, progress: Progress) {
        (self.tell)(match progress {
            Progress::Started(check) => VerifyEvent::Started { check },
            Progress::Found(finding, took_ms) => VerifyEvent::Found {
                finding: Box::new(finding_view(&finding, self.subject.onboarding)),
                took_ms,
            },
        });
    }
}
