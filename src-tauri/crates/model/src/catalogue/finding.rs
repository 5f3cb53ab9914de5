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
    /// Is the sign-in's answer signed with the app's own secret?
    Signature,
    /// Does the REST API answer this user?
    Rest,
    /// Who is it, and in which org?
    Identity,
    /// Is it the org that was verified before?
    Org,
    /// Production or sandbox, as the onboarding says?
    Environment,
    /// Which edition?
    Edition,
    /// Is the user active, with which licence and profile?
    User,
    /// May the user use the API?
    ApiAccess,
    /// Does the password stay valid?
    PasswordExpiry,
    /// Has the user more rights than it should?
    Permissions,
    /// May the user create named credentials?
    CredentialRight,
    /// Has the org API calls left today?
    ApiCalls,
    /// Is Gentrack's managed package installed?
    Package,
    /// Which named credentials are there now?
    NamedCredentials,
    /// Who signed in as this user of late?
    SignIns,
    /// Does the event endpoint exist? Asked on the person's explicit wish only.
    Endpoint,
    /// Could GCIS sign in as well? Nobody can tell from this desk.
    Elsewhere,
}

impl Check {
    /// The checks of the verification, in the order they are shown.
    pub const VERIFICATION: [Self; 19] = [
        Self::Host,
        Self::SignIn,
        Self::Signature,
        Self::Rest,
        Self::Identity,
        Self::Org,
        Self::Environment,
        Self::Edition,
        Self::User,
        Self::ApiAccess,
        Self::PasswordExpiry,
        Self::Permissions,
        Self::CredentialRight,
        Self::ApiCalls,
        Self::Package,
        Self::NamedCredentials,
        Self::SignIns,
        Self::Endpoint,
        Self::Elsewhere,
    ];

    /// The check's name on screen.
    pub fn title(self) -> &'static str {
        match self {
            Self::Host => "Host",
            Self::SignIn => "Sign-in",
            Self::Signature => "Signature",
            Self::Rest => "REST API",
            Self::Identity => "Connected as",
            Self::Org => "Org",
            Self::Environment => "Environment",
            Self::Edition => "Edition",
            Self::User => "Service user",
            Self::ApiAccess => "API Enabled",
            Self::PasswordExpiry => "Password expiry",
            Self::Permissions => "Permissions",
            Self::CredentialRight => "Named credential right",
            Self::ApiCalls => "API calls left",
            Self::Package => "Gentrack package",
            Self::NamedCredentials => "Named credentials",
            Self::SignIns => "Login History",
            Self::Endpoint => "Event Endpoint",
            Self::Elsewhere => "From GCIS",
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
