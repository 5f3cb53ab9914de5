//! The pages of the GCIS group.

use jiff::Timestamp;
use model::field::SecretField;
use model::onboarding::{
    Connection, CredentialAction, CredentialState, PortalEnding, RegistrationWay, SignIn, Tenant,
};
use model::provenance::Provenance;
use serde::Serialize;
use ts_rs::TS;

use super::ExplainedView;

/// A field to copy into the portal.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct PortalRow {
    /// The portal's label.
    pub label: &'static str,
    /// The value; nothing where it is a secret.
    pub value: Option<String>,
    /// The secret to copy by name; it never crosses to the window.
    pub secret: Option<SecretField>,
}

/// The registration page.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct RegisterPage {
    /// *Connected as*, if the sign-in is verified with what is entered now.
    pub connected_as: Option<Connection>,
    /// When it was verified.
    #[ts(type = "string | null")]
    pub connected_at: Option<Timestamp>,
    /// The way the person chose.
    pub way: Option<RegistrationWay>,
    /// The tenant chosen or typed.
    pub tenant: Option<Tenant>,
    /// Every field of the dialog, in its order, to check or to copy.
    pub rows: Vec<PortalRow>,
    /// From the portal's sign-in to the dialog.
    pub open_dialog: &'static [&'static str],
    /// After the fields are filled in.
    pub save: &'static [&'static str],
    /// The portal's address.
    pub portal_address: &'static str,
    /// Whether the portal, or in practice its page to practise on, can be opened from here.
    pub can_open: bool,
    /// What makes events flow, once it is registered.
    pub after: &'static [&'static str],
    /// What can differ from these words.
    pub words_may_differ: &'static str,
    /// An attempt is on record whose outcome is not known.
    pub outcome_unknown: bool,
    /// How the last save in the portal ended.
    pub portal_end: Option<PortalEndView>,
    /// What Login History showed after it.
    pub evidence: Option<EvidenceView>,
    /// The registration, once it is made.
    pub registered: Option<RegisteredView>,
    /// Labels of what changed since it was registered.
    pub changed_since: Vec<&'static str>,
    /// Whether the API can give the instance what changed.
    pub can_replace: bool,
}

/// How a save in the portal ended, on the person's word.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct PortalEndView {
    /// Saved, refused, or not known.
    pub ending: PortalEnding,
    /// When the person said so.
    #[ts(type = "string")]
    pub at: Timestamp,
    /// What the portal's words mean, best first.
    pub explained: Vec<ExplainedView>,
}

/// What Salesforce's Login History showed.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct EvidenceView {
    /// When it was looked at.
    #[ts(type = "string")]
    pub looked_at: Timestamp,
    /// The newest sign-in from elsewhere; nothing where none is shown, so nobody can tell.
    pub seen: Option<SignIn>,
    /// What its status means, where it is no success.
    pub explained: Option<ExplainedView>,
}

/// A registration as shown.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct RegisteredView {
    /// Attested or verified.
    pub provenance: Provenance,
    /// Since when.
    #[ts(type = "string")]
    pub at: Timestamp,
    /// The instance's id, if GCIS named it.
    pub instance_id: Option<String>,
    /// The tenant it serves.
    pub tenant: String,
    /// When the person said that changed values were entered in the portal.
    #[ts(type = "string | null")]
    pub updated_at: Option<Timestamp>,
}

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
    /// Who says so.
    pub provenance: Option<Provenance>,
    /// When it was last added or rotated.
    #[ts(type = "string | null")]
    pub renewed_at: Option<Timestamp>,
    /// Its name in Salesforce, if GCIS told it.
    pub name: Option<String>,
    /// What can be done now.
    pub actions: Vec<CredentialAction>,
    /// An operation is on its way.
    pub under_way: bool,
    /// What it is for.
    pub what: &'static str,
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
}
