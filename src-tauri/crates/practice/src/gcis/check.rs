//! What GCIS found when it tried a connector out.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Status {
    Passed,
    Failed,
    Warning,
    Skipped,
    /// A word that came after the contract's first version.
    Inconclusive,
}

/// One question that GCIS asked, and the answer it got.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Check {
    pub(super) id: String,
    title: String,
    pub(super) status: Status,
    message: String,
    /// What the service that refused called it.
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
}

impl Check {
    /// Two checks of a release to come, the first of them failed: their names are in no contract.
    pub(super) fn of_a_later_release() -> [Self; 2] {
        let check = |id: &str, title: &str, status, message: &str, code: Option<&str>| Self {
            id: id.to_owned(),
            title: title.to_owned(),
            status,
            message: message.to_owned(),
            code: code.map(str::to_owned),
        };
        [
            check(
                "region",
                "Region of the org",
                Status::Failed,
                "This tenant does not serve orgs of this region.",
                Some("REGION_NOT_SERVED"),
            ),
            check(
                "event_volume",
                "Event volume",
                Status::Inconclusive,
                "The org was asked and has not answered yet.",
                None,
            ),
        ]
    }
}

/// The questions, in the order in which they are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Question {
    LoginUrl,
    SignIn,
    Organization,
    EventEndpoint,
    Tenant,
}

impl Question {
    pub(super) fn passed(self, message: impl Into<String>) -> Check {
        self.answered(Status::Passed, message, None)
    }

    pub(super) fn failed(self, message: impl Into<String>, code: Option<String>) -> Check {
        self.answered(Status::Failed, message, code)
    }

    pub(super) fn warning(self, message: impl Into<String>) -> Check {
        self.answered(Status::Warning, message, None)
    }

    pub(super) fn skipped(self) -> Check {
        self.answered(
            Status::Skipped,
            "Not asked, because an earlier check failed.",
            None,
        )
    }

    fn answered(self, status: Status, message: impl Into<String>, code: Option<String>) -> Check {
        let (id, title) = match self {
            Self::LoginUrl => ("login_url", "Login URL"),
            Self::SignIn => ("sign_in", "Sign in to Salesforce"),
            Self::Organization => ("organization", "Read the org"),
            Self::EventEndpoint => ("event_endpoint", "Find the event endpoint"),
            Self::Tenant => ("tenant", "Tenant"),
        };
        Check {
            id: id.to_owned(),
            title: title.to_owned(),
            status,
            message: message.into(),
            code,
        }
    }
}
