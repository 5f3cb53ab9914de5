//! What has been established about an onboarding.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    AddressAnswer, Evidence, ExistingInstance, GcisRefusal, ListLook, Migration, NamedCredential,
    PortalEnd, Registered, RegistrationAttempt, ReplacementAttempt, Verification,
};
use crate::dialog::DialogField;
use crate::field::SecretField;
use crate::provenance::Attested;

/// What has been established. Provenance is part of the type: what a person said and what a
/// service answered cannot be mistaken for each other.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Facts {
    /// Prerequisites, by id.
    pub prerequisites: BTreeMap<String, Attested>,
    /// How GCIS will sign in: what was answered and chosen.
    pub route: RouteFacts,
    /// Settings and tasks ticked, by id.
    pub done: BTreeMap<String, Attested>,
    /// The person saved the connected app's form.
    pub app_saved: Option<Attested>,
    /// The external client app is set up.
    pub eca_ready: Option<Attested>,
    /// Whether a connector already uses the service user.
    pub user_in_use: Option<UserInUse>,
    /// The service user exists and its token is at hand.
    pub user_ready: Option<Attested>,
    /// The user that the external client app runs as exists.
    pub eca_user_ready: Option<Attested>,
    /// The org that the first verified sign-in reached. Never replaced by a later one.
    pub pinned_org: Option<String>,
    /// The latest verification, whatever its outcome.
    pub verification: Option<Verification>,
    /// What the newest line of Login History said, by its status' stable name, after the latest
    /// verification.
    pub history_status: Option<String>,
    /// When this program signed in, by Salesforce's clock: the latest few, oldest first.
    pub own_sign_ins: Vec<Timestamp>,
    /// A registration that was begun and whose outcome may be unknown.
    pub attempt: Option<RegistrationAttempt>,
    /// Earlier ones with other values, whose answer never came either, oldest first.
    pub earlier_attempts: Vec<RegistrationAttempt>,
    /// Whether the portal's list already shows an instance for this org and tenant.
    pub list_look: Option<ListLook>,
    /// The person updated an instance that stood in the portal's list before, in place of a new one.
    pub taken_over: Option<Attested>,
    /// This program's latest sign-in, by Salesforce's clock, before anything new was saved in the
    /// portal: until then nobody but its own people had cause to sign in.
    pub before_first_save: Option<Timestamp>,
    /// Whether an address in Login History is one of the person's own.
    pub addresses: BTreeMap<String, AddressAnswer>,
    /// How the last save in the portal ended.
    pub portal_end: Option<PortalEnd>,
    /// What Login History showed after it.
    pub evidence: Option<Evidence>,
    /// Credentials on their way to the instance, whose outcome may be unknown.
    pub replacement: Option<ReplacementAttempt>,
    /// A connector instance for this org and tenant that somebody else made.
    pub existing: Option<Box<ExistingInstance>>,
    /// What GCIS found when it refused credentials.
    pub refusal: Option<Box<GcisRefusal>>,
    /// The registered connector instance.
    pub registered: Option<Registered>,
    /// The move to the external client app.
    pub migration: Option<Migration>,
    /// The named credential.
    pub named_credential: NamedCredential,
    /// Secrets that the keychain was handed and of which it may still hold a value, wherever the one
    /// in use is kept.
    pub in_keychain: BTreeSet<SecretField>,
    /// The checklist was saved to a file.
    pub checklist_saved: Option<Timestamp>,
}

/// The answer to *Is this user already used by a connector?*
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum UserInUse {
    /// A new user will be created.
    No,
    /// It signs in for a connector already.
    Yes,
    /// The person cannot say.
    NotSure,
}

/// How GCIS will sign in: what was answered, and what was chosen by it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RouteFacts {
    /// The fields that *Setup New Instance* shows; empty where it was not seen yet.
    pub dialog: BTreeSet<DialogField>,
    /// Whether a connected app is at hand or can be made.
    pub app: Option<AppAnswer>,
    /// The person chose the route.
    pub chosen: Option<Attested>,
}

/// The answer to *Is there, or can there be, a connected app in this org?*
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum AppAnswer {
    /// One is there for this connector.
    Exists,
    /// The org can create one.
    CanCreate,
    /// Neither.
    No,
    /// The person cannot say.
    NotSure,
}
