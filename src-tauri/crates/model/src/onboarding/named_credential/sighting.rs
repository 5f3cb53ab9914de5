//! What Salesforce showed of an operation, and what that is worth.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CredentialAction, ListedCredential, Looked};

/// What an operation's effect in Salesforce is told by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Watch {
    /// What was begun.
    pub action: CredentialAction,
    /// When it was begun here.
    pub at: Timestamp,
    /// The org's named credentials just before.
    pub before: Looked,
}

/// What Salesforce showed of an operation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Sighting {
    /// Of which.
    pub action: CredentialAction,
    /// When that was begun here.
    pub began: Timestamp,
    /// When Salesforce was looked at last.
    pub looked_at: Timestamp,
    /// What it is worth.
    pub verdict: Verdict,
    /// The one that the verdict speaks of.
    #[serde(default)]
    pub row: Option<ListedCredential>,
    /// Salesforce's own words where it told no list, redacted.
    #[serde(default)]
    pub detail: String,
    /// External credentials that are new since.
    #[serde(default)]
    pub external_new: Vec<String>,
    /// External credentials that are gone since.
    #[serde(default)]
    pub external_gone: Vec<String>,
}

/// Whether what Salesforce showed proves an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    rename_all = "snake_case",
    tag = "kind",
    content = "what",
    from = "Kept"
)]
pub enum Verdict {
    /// It does.
    Verified(Seen),
    /// It does not, and this is why.
    CannotTell(Unclear),
}

/// A verdict as records have it. That one is gone was kept among what proves an operation.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", content = "what")]
enum Kept {
    Verified(KeptSeen),
    CannotTell(Unclear),
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum KeptSeen {
    Appeared,
    Changed,
    Gone,
}

impl From<Kept> for Verdict {
    fn from(kept: Kept) -> Self {
        match kept {
            Kept::Verified(KeptSeen::Appeared) => Self::Verified(Seen::Appeared),
            Kept::Verified(KeptSeen::Changed) => Self::Verified(Seen::Changed),
            Kept::Verified(KeptSeen::Gone) => Self::CannotTell(Unclear::Gone),
            Kept::CannotTell(why) => Self::CannotTell(why),
        }
    }
}

/// What was seen in Salesforce.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum Seen {
    /// It was absent before and is there now.
    Appeared,
    /// The service user changed it meanwhile.
    Changed,
}

/// Why nobody can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum Unclear {
    /// Nothing was listed before, so there is nothing to compare with.
    NoLookBefore,
    /// Salesforce does not show the list to the service user.
    NotAllowed,
    /// The sign-in for the look did not succeed.
    NotSignedIn,
    /// Salesforce's answer could not be read.
    Unreadable,
    /// The sign-in led to another org.
    OtherOrg,
    /// Another user looked than before: the two lists cannot be compared.
    OtherUser,
    /// Nothing has changed yet.
    NothingYet,
    /// More than one changed.
    Several,
    /// Somebody else changed it last.
    SomebodyElse,
    /// It was there before it was added.
    ThereBefore,
    /// Salesforce does not tell who changed it, or when.
    WhoUnknown,
    /// It was changed at another time.
    OtherTime,
    /// One is gone, and nobody knows whether it is Gentrack's.
    WhichUnknown,
    /// Gentrack's own is gone; Salesforce does not tell who removed it.
    Gone,
}

impl Unclear {
    /// Every reason.
    pub const ALL: [Self; 14] = [
        Self::NoLookBefore,
        Self::NotAllowed,
        Self::NotSignedIn,
        Self::Unreadable,
        Self::OtherOrg,
        Self::OtherUser,
        Self::NothingYet,
        Self::Several,
        Self::SomebodyElse,
        Self::ThereBefore,
        Self::WhoUnknown,
        Self::OtherTime,
        Self::WhichUnknown,
        Self::Gone,
    ];

    /// Whether a moment's patience may tell more.
    pub fn may_clear(self) -> bool {
        matches!(
            self,
            Self::NothingYet | Self::SomebodyElse | Self::Unreadable
        )
    }
}

impl Verdict {
    /// Whether there is nothing to wait for any more.
    pub fn is_final(self) -> bool {
        match self {
            Self::Verified(_) => true,
            Self::CannotTell(why) => !why.may_clear(),
        }
    }
}
