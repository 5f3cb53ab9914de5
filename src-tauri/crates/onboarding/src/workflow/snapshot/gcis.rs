//! The pages of the GCIS group.

use jiff::Timestamp;
use model::field::SecretField;
use model::onboarding::{Connection, RegistrationWay, Tenant};
use model::provenance::Provenance;
use serde::Serialize;
use ts_rs::TS;

use super::{ExistingView, GcisFoundView, LastVerifiedView, PortalPage, TenantFitView};

/// A field to copy into the portal.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct PortalRow {
    /// The portal's label.
    pub label: &'static str,
    /// The field's name in the window.
    pub field: &'static str,
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
    /// The last sign-in that was verified, whatever was changed since; nothing if there was none.
    pub last_verified: Option<LastVerifiedView>,
    /// The way the person chose.
    pub way: Option<RegistrationWay>,
    /// The tenant chosen or typed.
    pub tenant: Option<Tenant>,
    /// How it compares with the org.
    pub tenant_fit: TenantFitView,
    /// How a tenant comes to be in the list.
    pub connect_tenant: &'static [&'static str],
    /// Every field of the dialog, in its order, to check or to copy.
    pub rows: Vec<PortalRow>,
    /// The way through the portal.
    pub portal: PortalPage,
    /// Whether the portal, or in practice its page to practise on, can be opened from here.
    pub can_open: bool,
    /// An attempt is on record whose outcome is not known: to register, or of what is registered to
    /// replace the credentials.
    pub outcome_unknown: bool,
    /// An instance for this org and tenant that is there already.
    pub existing: Option<ExistingView>,
    /// What GCIS found when it last refused what is entered now.
    pub gcis_found: Option<GcisFoundView>,
    /// The registration, once it is made.
    pub registered: Option<RegisteredView>,
    /// Labels of what changed since it was registered.
    pub changed_since: Vec<&'static str>,
    /// Whether the API can give the instance what changed.
    pub can_replace: bool,
}

/// Whether it is known which credentials GCIS has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum CredentialsAtGcis {
    /// Those that were given from here.
    Given,
    /// Those of whoever made the instance: nobody here knows them.
    Unknown,
    /// GCIS replaced them after a request that was never answered: by that one or by another,
    /// nobody can tell.
    ReplacedUnseen,
}

/// A registration as shown.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct RegisteredView {
    /// Attested or verified: what it has now, not that it was registered once.
    pub provenance: Provenance,
    /// When GCIS last answered for it; without such an answer, when the person saw it saved.
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
    /// When it was adopted, if it was there before.
    #[ts(type = "string | null")]
    pub adopted_at: Option<Timestamp>,
    /// Whether it is known with which credentials GCIS runs it.
    pub credentials: CredentialsAtGcis,
    /// It rests on the person's word alone, which can be taken back.
    pub can_take_back: bool,
    /// Org and tenant are not of the same kind, in a sentence.
    pub mismatch: Option<&'static str>,
}
