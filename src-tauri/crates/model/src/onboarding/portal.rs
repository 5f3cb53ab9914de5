//! The guided portal, on the person's word.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::SignIn;
use crate::Onboarding;
use crate::catalogue::Code;
use crate::provenance::Attested;

/// The answer to *Does the Connectors list already show this org and tenant?*
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum Listed {
    /// No instance of them is there: one is set up.
    No,
    /// One is there: it is updated.
    Yes,
    /// The person cannot tell.
    CannotTell,
}

/// A look at the portal's list of connectors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListLook {
    /// What it showed.
    pub listed: Listed,
    /// Who says so.
    pub said: Attested,
    /// The tenant it was looked for, as [`RegistrationBasis`](super::RegistrationBasis) names it.
    pub tenant: String,
}

/// How a save in the portal ended, on the person's word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PortalEnd {
    /// Saved, refused, or not known.
    pub ending: PortalEnding,
    /// When the person said so.
    pub at: Timestamp,
    /// When the person said the first word about this save, where that was *I do not know*.
    #[serde(default)]
    pub first_said: Option<Timestamp>,
    /// The latest sign-in of this program before it, by Salesforce's clock: what GCIS did for this
    /// save came later.
    pub since: Option<Timestamp>,
    /// What the portal's words mean, best first; the words themselves are not kept.
    #[serde(default)]
    pub codes: Vec<Code>,
}

/// The three ways in which a save in the portal can end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum PortalEnding {
    /// The instance stands in the portal's list.
    Saved,
    /// The portal said no.
    Refused,
    /// Neither was seen.
    DontKnow,
}

/// What Login History showed when it was looked at after a save.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Evidence {
    /// When it was looked at.
    pub looked_at: Timestamp,
    /// The newest sign-in from elsewhere since then; nothing where none is shown.
    pub seen: Option<SignIn>,
    /// Its address had signed in before anything was saved in the portal, so it may be another
    /// computer of the same people's.
    #[serde(default)]
    pub seen_before: bool,
    /// It came after this program's last sign-in before the save, and too long before the person
    /// told of the save to be surely of it.
    #[serde(default)]
    pub may_be_older: bool,
    /// From when on a sign-in is surely of the save, by Salesforce's clock; nothing where this look
    /// did not tell how that clock goes.
    #[serde(default)]
    pub counts_from: Option<Timestamp>,
    /// Why the history could not be read this time; empty where it could.
    #[serde(default)]
    pub unread: String,
}

/// Whether an address is one of the person's own, and who says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AddressAnswer {
    /// Another computer of theirs signs in from it.
    pub ours: bool,
    /// Who says so.
    pub said: Attested,
}

impl Onboarding {
    /// The look at the portal's list that holds for the tenant as it is now.
    pub fn list_look(&self) -> Option<&ListLook> {
        let tenant = self.registration_basis()?.tenant;
        let look = self.facts.list_look.as_ref();
        look.filter(|look| look.tenant == tenant)
    }

    /// Whether the instance was there before the last save: taken over, adopted, or updated since. It
    /// may then sign in with what it had until then.
    pub fn ran_before(&self) -> bool {
        let facts = &self.facts;
        let Some(registered) = &facts.registered else {
            return self.list_look().map(|look| look.listed) == Some(Listed::Yes);
        };
        // A save that did not end well, of an instance that was registered by then.
        let was_there =
            |end: &PortalEnd| end.ending != PortalEnding::Saved && registered.proof.at() <= end.at;
        facts.taken_over.is_some()
            || registered.updated.is_some()
            || facts.portal_end.as_ref().is_some_and(was_there)
    }

    /// Whether what Login History shows can be something else than GCIS for the last save.
    pub fn is_doubtful(&self, evidence: &Evidence) -> bool {
        let seen = evidence.seen.as_ref();
        let got_in = seen.is_some_and(|seen| seen.status == SignIn::SUCCESS);
        evidence.seen_before || evidence.may_be_older || got_in && self.ran_before()
    }
}
