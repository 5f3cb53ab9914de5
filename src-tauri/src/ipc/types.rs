//! What crosses to the window and belongs to the shell alone.

use model::Environment;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the window needs to know before its first page.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct Boot {
    /// The program's version.
    pub version: &'static str,
    /// Only practice onboardings can be opened in this run.
    pub practice_only: bool,
}

/// A new onboarding, as the person describes it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct NewOnboarding {
    /// The customer's name.
    pub name: String,
    /// Which hosts may be talked to.
    pub environment: Environment,
    /// The customer's e-mail domain.
    pub domain: String,
    /// The sandbox's name; empty elsewhere.
    pub sandbox_name: String,
}

/// What the practice Salesforce shows a person: invented values, secrets of nobody.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct PracticeCard {
    /// The service user's name.
    pub username: String,
    /// Its password.
    pub password: String,
    /// The token in its mailbox.
    pub security_token: String,
    /// As *Manage Consumer Details* shows it.
    pub consumer_key: String,
    /// As *Manage Consumer Details* shows it.
    pub consumer_secret: String,
    /// What the Gentrack contact would give.
    pub event_endpoint: String,
    /// The org's name.
    pub org_name: String,
    /// What goes wrong at present, by name.
    pub scenario: String,
    /// What can be made to go wrong.
    pub scenarios: Vec<PracticeScenario>,
}

/// Something that can be made to go wrong.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct PracticeScenario {
    /// Its name.
    pub name: String,
    /// What the person will meet.
    pub description: String,
}

/// A document on the screen before it is saved.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct ChecklistPreview {
    /// The same document as Markdown.
    pub markdown: String,
}

/// Where documents were saved.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct SavedDocuments {
    /// The folder.
    pub folder: String,
    /// The files in it.
    pub files: Vec<String>,
}
