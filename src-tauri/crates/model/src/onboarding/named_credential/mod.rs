//! The named credential, as far as it is known here: what a person said, what GCIS answered and
//! what Salesforce showed, each apart.

mod list;
mod machine;
mod reminder;
mod sighting;
mod state;
mod verdict;

#[cfg(test)]
mod properties;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::provenance::Attested;

pub use list::{CredentialList, ListedCredential, Looked, same_id};
pub use machine::{Forbidden, Shown};
pub use reminder::{Due, Reminder};
pub use sighting::{Seen, Sighting, Unclear, Verdict, Watch};
pub use state::{CredentialAction, CredentialState, Operation, OperationWay};
pub use verdict::{Known, judge};

/// The named credential, as far as it is known here.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct NamedCredential {
    /// The person does not want it.
    pub declined: Option<Attested>,
    /// Where it stands.
    pub state: CredentialState,
    /// Its name in Salesforce, if GCIS told it.
    pub name: Option<String>,
    /// Who says so.
    pub known: Option<CredentialKnown>,
    /// The operation under way.
    pub operation: Option<Operation>,
    /// The one before it, if its request was never answered and GCIS showed nothing of it: it may
    /// still be on its way.
    pub unanswered: Option<Operation>,
    /// When it was last added or rotated.
    pub renewed_at: Option<Timestamp>,
    /// What the latest operation's effect in Salesforce is told by; kept until the next one.
    pub watch: Option<Watch>,
    /// What Salesforce showed of the latest operation that was looked for.
    pub sighting: Option<Sighting>,
    /// Salesforce's id of it, once it was seen there.
    pub salesforce_id: Option<String>,
    /// When a person wants to be reminded to rotate it.
    pub reminder: Reminder,
}

/// How the state of the named credential is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind")]
pub enum CredentialKnown {
    /// A person saw it in the portal.
    Attested(Attested),
    /// GCIS said so.
    Verified {
        /// When.
        at: Timestamp,
    },
}

impl NamedCredential {
    /// What the latest operation changed, if Salesforce was seen to have changed so.
    pub fn seen(&self) -> Option<&Sighting> {
        let sighting = self.sighting.as_ref()?;
        let is_latest = self
            .watch
            .as_ref()
            .is_some_and(|watch| watch.at == sighting.began);
        (is_latest && matches!(sighting.verdict, Verdict::Verified(_))).then_some(sighting)
    }

    /// Whether an operation's effect in Salesforce was not looked for yet.
    pub fn is_to_be_seen(&self) -> bool {
        let seen = self.sighting.as_ref().map(|sighting| sighting.began);
        self.operation.is_none()
            && self
                .watch
                .as_ref()
                .is_some_and(|watch| Some(watch.at) != seen)
    }

    /// Whether looking in Salesforce once more could tell more.
    pub fn can_look_again(&self) -> bool {
        let has_list = |watch: &Watch| matches!(watch.before, Looked::Listed(_));
        self.operation.is_none()
            && self.seen().is_none()
            && self.watch.as_ref().is_some_and(has_list)
    }
}
