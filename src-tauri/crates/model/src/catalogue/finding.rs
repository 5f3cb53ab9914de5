//! A check's answer.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Code, Entry};

/// One question asked of Salesforce or GCIS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum Check {
    /// Is the host Salesforce? Asked before any secret leaves.
    Host,
    /// Do the credentials sign in?
    SignIn,
    /// Who is it, and in which org?
    Identity,
    /// Is it the org that was verified before?
    Org,
    /// Production or sandbox, as the onboarding says?
    Environment,
    /// Which edition?
    Edition,
}

impl Check {
    /// The checks of the verification, in the order they are shown.
    pub const VERIFICATION: [Self; 6] = [
        Self::Host,
        Self::SignIn,
        Self::Identity,
        Self::Org,
        Self::Environment,
        Self::Edition,
    ];

    /// The check's name on screen.
    pub fn title(self) -> &'static str {
        match self {
            Self::Host => "Host",
            Self::SignIn => "Sign-in",
            Self::Identity => "Connected as",
            Self::Org => "Org",
            Self::Environment => "Environment",
            Self::Edition => "Edition",
        }
    }
}

/// How a check came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum FindingStatus {
    /// As it should be.
    Passed,
    /// Works, and deserves a look.
    Warning,
    /// Not as it should be.
    Failed,
    /// Cannot tell.
    Unknown,
    /// Not asked.
    Skipped,
}

/// A check's answer: what was found, never what was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// The question.
    pub check: Check,
    /// How it came out.
    pub status: FindingStatus,
    /// The entry with words and fixes.
    pub code: Code,
    /// What the service said, redacted.
    pub evidence: String,
}

impl Finding {
    /// A finding; the evidence is plain text.
    pub fn new(
        check: Check,
        status: FindingStatus,
        code: Code,
        evidence: impl Into<String>,
    ) -> Self {
        Self {
            check,
            status,
            code,
            evidence: evidence.into(),
        }
    }

    /// The catalogue's entry.
    pub fn entry(&self) -> Entry {
        self.code.entry()
    }

    /// Whether it stands in the way of going on.
    pub fn blocks(&self) -> bool {
        self.status == FindingStatus::Failed && self.entry().blocks
    }
}
