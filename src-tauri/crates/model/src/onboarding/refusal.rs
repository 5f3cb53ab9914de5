//! What GCIS found when it tried credentials and would not take them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::RegistrationBasis;
use crate::Onboarding;
use crate::catalogue::{Code, FindingStatus, as_of_salesforce};

/// GCIS verified credentials, would not take them, and said what it found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GcisRefusal {
    /// When it answered.
    pub at: Timestamp,
    /// What it was given.
    pub basis: RegistrationBasis,
    /// What it found, in its order.
    pub findings: Vec<GcisFinding>,
}

/// A check of GCIS's, and its answer; all words redacted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GcisFinding {
    /// GCIS's name for the question.
    pub id: String,
    /// The same for people.
    pub title: String,
    /// How it came out; unknown where this program does not know GCIS's word for it.
    pub status: FindingStatus,
    /// The catalogue's entry, where it is one that this program has.
    pub code: Option<Code>,
    /// GCIS's words, or those of Salesforce.
    pub message: String,
}

impl GcisFinding {
    /// A check as GCIS words it; `called` is what the service that refused called it.
    pub fn new(
        id: String,
        title: String,
        status: FindingStatus,
        message: String,
        called: Option<&str>,
    ) -> Self {
        let code = match status {
            FindingStatus::Passed | FindingStatus::Skipped => None,
            FindingStatus::Failed if id == "tenant" => Some(Code::TenantNotListed),
            FindingStatus::Failed | FindingStatus::Warning | FindingStatus::Unknown => {
                as_of_salesforce(called.unwrap_or_default(), &message)
            }
        };
        Self {
            id,
            title,
            status,
            code,
            message,
        }
    }
}

impl Onboarding {
    /// What GCIS refused, as long as nothing was changed since.
    pub fn gcis_refusal(&self) -> Option<&GcisRefusal> {
        let refusal = self.facts.refusal.as_deref()?;
        (Some(&refusal.basis) == self.registration_basis().as_ref()).then_some(refusal)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(id: &str, status: FindingStatus, called: &str, message: &str) -> Option<Code> {
        let called = (!called.is_empty()).then_some(called);
        GcisFinding::new(
            id.to_owned(),
            id.to_owned(),
            status,
            message.to_owned(),
            called,
        )
        .code
    }

    #[test]
    fn what_salesforce_told_gcis_has_the_entry_that_it_has_here() {
        use FindingStatus::{Failed, Passed, Skipped, Unknown};
        for (id, status, called, message, expected) in [
            (
                "sign_in",
                Failed,
                "invalid_grant",
                "Salesforce answered: ip restricted",
                Some(Code::IpRestricted),
            ),
            (
                "sign_in",
                Failed,
                "invalid_grant",
                "authentication failure",
                Some(Code::AuthenticationFailure),
            ),
            (
                "sign_in",
                Failed,
                "invalid_client",
                "",
                Some(Code::InvalidClientSecret),
            ),
            (
                "organization",
                Failed,
                "API_DISABLED_FOR_ORG",
                "Salesforce answered: API is not enabled for this Organization or Partner",
                Some(Code::ApiDisabled),
            ),
            (
                "tenant",
                Failed,
                "",
                "No such tenant.",
                Some(Code::TenantNotListed),
            ),
            ("region", Failed, "REGION_CLOSED", "Not served here.", None),
            ("region", Unknown, "", "Asking.", None),
            ("sign_in", Passed, "invalid_grant", "ip restricted", None),
            ("sign_in", Skipped, "invalid_grant", "ip restricted", None),
        ] {
            assert_eq!(
                code(id, status, called, message),
                expected,
                "{called} {message}"
            );
        }
    }
}
