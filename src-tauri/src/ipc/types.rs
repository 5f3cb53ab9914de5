//! What crosses to the window and belongs to the shell alone.

use model::Environment;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the window needs to know before its first page.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub(crate) struct Boot {
    /// The program's version.
    pub(crate) version: &'static str,
    /// Only practice onboardings can be opened in this run.
    pub(crate) practice_only: bool,
}

/// A new onboarding, as the person describes it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub(crate) struct NewOnboarding {
    /// The customer's name.
    pub(crate) name: String,
    /// Which hosts may be talked to.
    pub(crate) environment: Environment,
    /// The customer's e-mail domain.
    pub(crate) domain: String,
    /// The sandbox's name; empty elsewhere.
    pub(crate) sandbox_name: String,
}

/// What the practice Salesforce shows a person: invented values, secrets of nobody.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub(crate) struct PracticeCard {
    /// The service user's name.
    pub(crate) username: String,
    /// Its password.
    pub(crate) password: String,
    /// The token in its mailbox.
    pub(crate) security_token: String,
    /// As *Manage Consumer Details* shows it.
    pub(crate) consumer_key: String,
    /// As *Manage Consumer Details* shows it.
    pub(crate) consumer_secret: String,
    /// The external client app's key, as *Consumer Key and Secret* shows it.
    pub(crate) eca_consumer_key: String,
    /// Its secret.
    pub(crate) eca_consumer_secret: String,
    /// The org's own host.
    pub(crate) my_domain: String,
    /// What the Gentrack contact would give.
    pub(crate) event_endpoint: String,
    /// The org's name.
    pub(crate) org_name: String,
    /// What goes wrong at present, by name.
    pub(crate) scenario: String,
    /// What can be made to go wrong.
    pub(crate) scenarios: Vec<PracticeScenario>,
}

/// Something that can be made to go wrong.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub(crate) struct PracticeScenario {
    /// Its name.
    pub(crate) name: String,
    /// A few words for it.
    pub(crate) title: String,
    /// Where in the walk it is met.
    pub(crate) group: ScenarioGroup,
    /// What the person will meet.
    pub(crate) description: String,
}

/// Where in the walk a scenario is met.
#[derive(Debug, Clone, Copy, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub(crate) enum ScenarioGroup {
    /// Salesforce refuses the sign-in.
    SignIn,
    /// Salesforce refuses without a reason; Login History has it.
    History,
    /// Salesforce refuses what is asked after it.
    AfterSignIn,
    /// The answer has an unusual shape.
    Shapes,
    /// Something deserves a look.
    Preflight,
    /// GCIS says no.
    Gcis,
}

/// Where documents were saved.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub(crate) struct SavedDocuments {
    /// The folder.
    pub(crate) folder: String,
    /// The files in it.
    pub(crate) files: Vec<String>,
}
