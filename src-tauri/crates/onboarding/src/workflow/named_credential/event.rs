//! What is told while an operation is on its way.

use jiff::Timestamp;
use serde::Serialize;
use ts_rs::TS;

/// How far an operation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "kind")]
#[ts(export_to = "types.ts")]
pub enum CredentialEvent {
    /// Salesforce's named credentials are listed, before anything is changed.
    LookingBefore,
    /// GCIS is asked to do it.
    Asking,
    /// GCIS is at work.
    AtGcis {
        /// How long it is waited for here.
        #[ts(type = "string")]
        until: Timestamp,
    },
    /// The change is looked for in Salesforce.
    InSalesforce {
        /// How long it is waited for here.
        #[ts(type = "string")]
        until: Timestamp,
    },
}
