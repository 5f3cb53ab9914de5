//! The named credentials of an org, as the service user's session lists them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Unclear;

/// A row of `NamedCredential` (Object Reference). What an org does not tell is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct ListedCredential {
    /// Salesforce's id of it.
    pub id: String,
    /// Its name in code.
    pub developer_name: String,
    /// Its name on screen.
    #[serde(default)]
    pub label: String,
    /// When it was created, by Salesforce's clock.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub created_at: Option<Timestamp>,
    /// When it was last changed, by Salesforce's clock.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub modified_at: Option<Timestamp>,
    /// The id of the user who changed it last.
    #[serde(default)]
    pub modified_by_id: Option<String>,
    /// That user's name.
    #[serde(default)]
    pub modified_by: Option<String>,
}

/// The named credentials that a user sees at a moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CredentialList {
    /// When, by Salesforce's clock.
    pub at: Timestamp,
    /// The id of the user who looked: the service user.
    pub user_id: String,
    /// The rows.
    pub rows: Vec<ListedCredential>,
    /// Names of the external credentials that this user can authenticate to; nothing where they
    /// are not told. They carry no date, so they prove nothing.
    #[serde(default)]
    pub external: Option<Vec<String>>,
}

/// How a look at the list went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Looked {
    /// It was told.
    Listed(CredentialList),
    /// It was not.
    Not {
        /// Why.
        why: Unclear,
        /// The service's own words, redacted; may be empty.
        detail: String,
    },
}

impl ListedCredential {
    /// Whether this is its id.
    pub fn has_id(&self, id: &str) -> bool {
        same_id(&self.id, id)
    }

    /// Whether this user changed it last; nothing where that is not told.
    pub fn is_by(&self, user_id: &str) -> Option<bool> {
        let by = self.modified_by_id.as_deref()?;
        (!by.is_empty() && !user_id.is_empty()).then(|| same_id(by, user_id))
    }
}

/// Whether two texts are the same id of Salesforce's, written with 15 or with 18 characters: the
/// last three only repeat the case of the others.
pub fn same_id(one: &str, other: &str) -> bool {
    let short = |id: &str| id.chars().take(15).collect::<String>();
    !one.is_empty() && short(one) == short(other)
}
