//! The pages of the GCIS group.

use jiff::Timestamp;
use model::field::SecretField;
use model::onboarding::{Connection, RegistrationWay, Tenant};
use model::provenance::Provenance;
use serde::Serialize;
use ts_rs::TS;

use super::PortalPage;

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
    /// The way through the portal.
    pub portal: PortalPage,
    /// Whether the portal can be opened from here; practice has none.
    pub can_open: bool,
    /// An attempt is on record whose outcome is not known.
    pub outcome_unknown: bool,
    /// The registration, once it is made.
    pub registered: Option<RegisteredView>,
    /// Labels of what changed since it was registered.
    pub changed_since: Vec<&'static str>,
    /// Whether the API can give the instance what changed.
    pub can_replace: bool,
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
    /// It stood in the portal's list before, and was updated there.
    pub taken_over: bool,
    /// When the person said that changed values were entered in the portal.
    #[ts(type = "string | null")]
    pub updated_at: Option<Timestamp>,
}
