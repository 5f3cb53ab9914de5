//! The list of onboardings.

use jiff::Timestamp;
use model::Environment;
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

/// The list of onboardings.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct Home {
    /// Readable ones, the latest change first.
    pub onboardings: Vec<OnboardingSummary>,
    /// Files that could not be read; they are left as they are.
    pub unreadable: Vec<UnreadableRecord>,
}

/// One line of the list.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct OnboardingSummary {
    /// Stable name.
    #[ts(type = "string")]
    pub id: Uuid,
    /// The customer's name.
    pub name: String,
    /// Which hosts may be talked to.
    pub environment: Environment,
    /// Steps complete, optional ones apart.
    pub completed: usize,
    /// Steps in all, optional ones apart.
    pub total: usize,
    /// The step to go on with.
    pub next: Option<&'static str>,
    /// Last change.
    #[ts(type = "string")]
    pub changed_at: Timestamp,
}

/// A file that could not be read.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct UnreadableRecord {
    /// The file's name.
    pub file: String,
    /// What is wrong with it.
    pub why: &'static str,
}
