//! The shape of each page.

use jiff::Timestamp;
use model::field::{Field, SecretField};
use model::guide::link::Link;
use model::journey::{Step, StepId};
use model::onboarding::{
    Connection, CredentialAction, CredentialState, Keep, RegistrationWay, Tenant, UserInUse,
};
use model::provenance::{Attestor, Provenance};
use model::{Environment, Route};
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

use super::VerifyPage;

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

/// An onboarding as the window shows it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct Snapshot {
    /// Stable name.
    #[ts(type = "string")]
    pub id: Uuid,
    /// The customer's name.
    pub name: String,
    /// Which hosts may be talked to.
    pub environment: Environment,
    /// How GCIS will sign in.
    pub route: Route,
    /// The route's name on screen.
    pub route_title: &'static str,
    /// Days until Salesforce ends the username-password sign-in; zero or less once it has.
    pub days_until_flow_ends: i32,
    /// That day, as an ISO date.
    pub flow_ends_on: String,
    /// The steps, in the order of the walk.
    pub steps: Vec<Step>,
    /// The step to go on with; nothing when all is done.
    pub next: Option<StepId>,
    /// The customer's e-mail domain.
    pub domain: String,
    /// The sandbox's name, where it is one.
    pub sandbox_name: String,
    /// The page of each step.
    pub prerequisites: Vec<PrerequisiteRow>,
    /// The connected app.
    pub connected_app: ConnectedAppPage,
    /// The service user.
    pub service_user: ServiceUserPage,
    /// The dialog's fields.
    pub credentials: CredentialsPage,
    /// The verification.
    pub verify: VerifyPage,
    /// The registration.
    pub register: RegisterPage,
    /// The named credential.
    pub named_credential: NamedCredentialPage,
}

/// A prerequisite and its answer.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct PrerequisiteRow {
    /// Stable name.
    pub id: &'static str,
    /// What has to be so.
    pub title: &'static str,
    /// What is known of it.
    pub detail: &'static str,
    /// Who can tell.
    pub ask: &'static str,
    /// Who said so, if anybody did.
    pub by: Option<Attestor>,
    /// When.
    #[ts(type = "string | null")]
    pub at: Option<Timestamp>,
}

/// One line of a Salesforce form.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct SettingRow {
    /// Stable name.
    pub id: &'static str,
    /// Salesforce's own label.
    pub label: &'static str,
    /// What to enter, place-holders filled in; the page's own word for boxes and blanks.
    pub value: String,
    /// Of which kind it is; `text` can be copied.
    pub kind: SettingKind,
    /// One sentence that helps here; may be empty.
    pub note: &'static str,
    /// Ticked as done.
    pub done: bool,
}

/// Of which kind a setting is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum SettingKind {
    /// Text to copy.
    Text,
    /// An entry to choose; can be copied to be searched for.
    Choose,
    /// A box to tick.
    Checked,
    /// A box to leave without a tick.
    Unchecked,
    /// Nothing to enter.
    Blank,
    /// Salesforce fills it in.
    Generated,
    /// Salesforce's default stays.
    Default,
}

/// Something to do or to look at.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct TaskRow {
    /// Stable name.
    pub id: &'static str,
    /// What to do.
    pub title: &'static str,
    /// Why, or how.
    pub detail: &'static str,
    /// The page it happens on.
    pub link: Option<Link>,
    /// That page's name.
    pub page: Option<&'static str>,
    /// What to type into Quick Find.
    pub quick_find: Option<&'static str>,
    /// Whether the page can be opened from here.
    pub can_open: bool,
    /// Ticked as done.
    pub done: bool,
}

/// The connected app's page.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct ConnectedAppPage {
    /// Why the app limits what the connector can do.
    pub why: &'static str,
    /// The form, in the page's order.
    pub settings: Vec<SettingRow>,
    /// Boxes of today's form that the page does not name.
    pub leave_as_they_are: &'static [&'static str],
    /// What Salesforce says after Save.
    pub warning: &'static str,
    /// Where key and secret are today.
    pub key_and_secret: &'static str,
    /// What to do where the form cannot be opened.
    pub creation_blocked: &'static str,
    /// Whether App Manager can be opened from here.
    pub can_open: bool,
    /// When the person said the form is saved.
    #[ts(type = "string | null")]
    pub saved_at: Option<Timestamp>,
}

/// The service user's page.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct ServiceUserPage {
    /// Why the first question is asked.
    pub in_use_why: &'static str,
    /// The answer to it.
    pub in_use: Option<UserInUse>,
    /// Before the user is created.
    pub before: Vec<TaskRow>,
    /// The New User form.
    pub settings: Vec<SettingRow>,
    /// Whether the Users page can be opened from here.
    pub can_open: bool,
    /// What else to review.
    pub review: Vec<TaskRow>,
    /// From the welcome mail to the token.
    pub token: Vec<TaskRow>,
    /// Why *Reset My Security Token* can be missing.
    pub link_missing: &'static str,
    /// When the person said the user is ready.
    #[ts(type = "string | null")]
    pub ready_at: Option<Timestamp>,
}

/// Whether a secret is stored; never the secret.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct SecretStatus {
    /// Where it is kept.
    pub keep: Keep,
    /// When it was stored.
    #[ts(type = "string")]
    pub stored_at: Timestamp,
}

/// One field of *Setup New Instance*, in the dialog's order.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase", tag = "kind")]
#[ts(export_to = "types.ts")]
pub enum DialogRow {
    /// A field kept in the record.
    Plain {
        /// Which.
        field: Field,
        /// The portal's label.
        label: &'static str,
        /// What it is, in the page's words.
        hint: &'static str,
        /// What was entered.
        value: String,
    },
    /// A field kept in the keychain.
    Secret {
        /// Which.
        field: SecretField,
        /// The portal's label.
        label: &'static str,
        /// What it is, in the page's words.
        hint: &'static str,
        /// Whether and where it is stored.
        stored: Option<SecretStatus>,
    },
}

/// The credentials page.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct CredentialsPage {
    /// The eight fields, in the dialog's order.
    pub rows: Vec<DialogRow>,
    /// Labels of what is still empty, the tenant apart.
    pub missing: Vec<&'static str>,
    /// The full address that the Event Endpoint means, once host and endpoint are known.
    pub endpoint_url: Option<String>,
    /// What the Login URL starts with.
    pub default_login_url: &'static str,
    /// The Username that the guide proposes, place-holders filled in.
    pub proposed_username: String,
    /// Why the tenant is not chosen here.
    pub tenant_note: &'static str,
}

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
    /// Whether the portal can be opened from here; practice has none.
    pub can_open: bool,
    /// What can differ from these words.
    pub words_may_differ: &'static str,
    /// An attempt is on record whose outcome is not known.
    pub outcome_unknown: bool,
    /// The registration, once it is made.
    pub registered: Option<RegisteredView>,
    /// Labels of what changed since it was registered.
    pub changed_since: Vec<&'static str>,
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
