//! The named credential's page.

use jiff::Timestamp;
use model::guide::link::Link;
use model::onboarding::{
    CredentialAction, CredentialState, ListedCredential, OperationWay, RegistrationWay, Seen,
    Unclear,
};
use model::provenance::Provenance;
use serde::Serialize;
use ts_rs::TS;

/// The named credential's page.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct NamedCredentialPage {
    /// Whether it can be worked on: the connector is registered.
    pub available: bool,
    /// Through the API or the portal, as the registration was.
    pub way: RegistrationWay,
    /// Not wanted.
    pub declined: bool,
    /// Where it stands.
    pub state: CredentialState,
    /// Who says so: a person, or GCIS.
    pub provenance: Option<Provenance>,
    /// When they said so.
    #[ts(type = "string | null")]
    pub told_at: Option<Timestamp>,
    /// When it was last added or rotated.
    #[ts(type = "string | null")]
    pub renewed_at: Option<Timestamp>,
    /// Its name in Salesforce, if GCIS told it.
    pub name: Option<String>,
    /// What can be done now.
    pub actions: Vec<CredentialAction>,
    /// The operation on its way.
    pub under_way: Option<UnderWayView>,
    /// What can be gone on with.
    pub left: LeftOver,
    /// What Salesforce showed of the last operation.
    pub sighting: Option<SightingView>,
    /// What is typed before something is taken away; nothing before a verified sign-in.
    pub org_to_type: Option<OrgToTypeView>,
    /// The reminder to rotate.
    pub reminder: ReminderView,
    /// What it is for.
    pub what: &'static str,
    /// What a look into Salesforce is.
    pub what_a_look_is: &'static str,
    /// Where the calls are explained.
    pub how_to_call: &'static str,
    /// What can stand in the way.
    pub permission: &'static str,
    /// The page's notes on Add.
    pub add_notes: &'static [&'static str],
    /// The page's notes on Rotate.
    pub rotate_notes: &'static [&'static str],
    /// The page's notes on Revoke.
    pub revoke_notes: &'static [&'static str],
    /// From the portal's start to the section.
    pub open_section: &'static [&'static str],
    /// Which of the portal and Salesforce's own list can be opened from here.
    pub can_open: Vec<Link>,
}

/// An operation on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct UnderWayView {
    /// Which.
    pub action: CredentialAction,
    /// Who carries it out: GCIS, or a person in the portal.
    pub way: OperationWay,
}

/// What an earlier run left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum LeftOver {
    /// Nothing.
    Nothing,
    /// Something to go on with by itself: GCIS's answer, or the look into Salesforce.
    ToResume,
    /// A look into Salesforce that told nothing, and may tell more if a person wants another.
    CanLookAgain,
}

/// What Salesforce showed of an operation, and what that is worth.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct SightingView {
    /// Of which operation.
    pub action: CredentialAction,
    /// When Salesforce was looked at last, by its own clock.
    #[ts(type = "string")]
    pub looked_at: Timestamp,
    /// What was seen, if it proves the operation.
    pub seen: Option<Seen>,
    /// Why nobody can tell, if it does not.
    pub unclear: Option<Unclear>,
    /// Either of them in words.
    pub words: &'static str,
    /// What to do where nobody can tell.
    pub what_to_do: Option<&'static str>,
    /// Salesforce's own words where it told no list.
    pub detail: String,
    /// The one that this speaks of: its name, when and by whom it was changed.
    pub row: Option<ListedCredential>,
    /// External credentials that are new since; they prove nothing.
    pub external_new: Vec<String>,
    /// External credentials that are gone since; they prove nothing.
    pub external_gone: Vec<String>,
}

/// What a person types to show that they mean this org.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct OrgToTypeView {
    /// The org's name, or its id where the name could not be read.
    pub text: String,
    /// Whether it is the name.
    pub is_name: bool,
}

/// The reminder to rotate.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct ReminderView {
    /// So many days after it was last added or rotated; nothing where none is wanted.
    pub days: Option<u16>,
    /// What is proposed.
    pub default_days: u16,
    /// The day it is due, as an ISO date; nothing while there is none to rotate.
    pub due_on: Option<String>,
    /// Days from today: zero today, less once it is past.
    pub due_in: Option<i32>,
}
