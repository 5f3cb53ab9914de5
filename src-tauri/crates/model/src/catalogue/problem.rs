//! An error on its way to a person.

use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

use super::{Code, Fix, Retry};
use crate::Onboarding;

/// An error on its way to a person: what happened, then what to do. The only shape of error that
/// the window and the command line know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct Problem {
    /// The entry's stable name.
    pub code: &'static str,
    /// What happened.
    pub message: &'static str,
    /// What the service or the system said, redacted; may be empty.
    pub detail: String,
    /// What to do, most likely first.
    pub fixes: Vec<Fix>,
    /// Whether trying again can help.
    pub retry: Retry,
    /// The field it concerns, by its name in the window.
    pub field: Option<&'static str>,
    /// Stands in the activity trail beside what was tried.
    #[ts(type = "string")]
    pub correlation_id: Uuid,
}

impl Problem {
    /// A problem from its catalogue entry. The correlation id is the caller's, since this crate
    /// has no source of chance.
    pub fn new(code: Code, correlation_id: Uuid) -> Self {
        let entry = code.entry();
        Self {
            code: entry.name,
            message: entry.summary,
            detail: String::new(),
            fixes: entry
                .remedies
                .iter()
                .map(|remedy| remedy.to_fix(|_| false))
                .collect(),
            retry: entry.retry,
            field: None,
            correlation_id,
        }
    }

    /// Keeps the fixes of the onboarding's route, and finds out which of their pages can be opened.
    #[must_use]
    pub fn for_onboarding(mut self, onboarding: &Onboarding) -> Self {
        if let Some(code) = Code::of_name(self.code) {
            let can_open = |link| onboarding.can_open(link);
            self.fixes = code.entry().fixes(onboarding.route, can_open);
        }
        self
    }

    /// Adds what the service or the system said.
    #[must_use]
    pub fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }

    /// Names the field it concerns.
    #[must_use]
    pub fn at_field(mut self, field: &'static str) -> Self {
        self.field = Some(field);
        self
    }
}
