//! The pages before GCIS: prerequisites, connected app, service user, credentials.

use jiff::Timestamp;
use model::catalogue::Fix;
use model::field::{Field, SecretField};
use model::guide::link::Link;
use model::onboarding::{Keep, UserInUse};
use model::provenance::Attestor;
use serde::Serialize;
use ts_rs::TS;

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

/// One tab, section or dialog of Salesforce.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct FormView {
    /// Stable name.
    pub id: &'static str,
    /// Salesforce's own heading.
    pub title: &'static str,
    /// Where to click.
    pub detail: &'static str,
    /// The Setup page it opens from.
    pub link: Option<Link>,
    /// That page's name.
    pub page: Option<&'static str>,
    /// What to type into Quick Find.
    pub quick_find: Option<&'static str>,
    /// Whether the page can be opened from here.
    pub can_open: bool,
    /// Its fields in their order.
    pub settings: Vec<SettingRow>,
}

/// The page of the connected app or the external client app.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct AppPage {
    /// Why the app limits what the connector can do.
    pub why: &'static str,
    /// What else to know before the forms.
    pub before: &'static [&'static str],
    /// The forms, in the order of the clicks.
    pub forms: Vec<FormView>,
    /// Boxes of today's form that no page names.
    pub leave_as_they_are: &'static [&'static str],
    /// What happens after the last Save.
    pub after_save: &'static str,
    /// Where key and secret are today.
    pub key_and_secret: &'static str,
    /// What to do where the form cannot be opened; empty where that does not happen.
    pub blocked: &'static str,
    /// When the person said that the app is set up.
    #[ts(type = "string | null")]
    pub saved_at: Option<Timestamp>,
    /// Until when Salesforce may not know the app yet; nothing once that has passed.
    #[ts(type = "string | null")]
    pub known_by: Option<Timestamp>,
}

/// The service user's page.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct ServiceUserPage {
    /// Whether the first question is asked: on a route that resets no password and no token it is
    /// not.
    pub asks_in_use: bool,
    /// Why it is asked.
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
    /// From the welcome mail to the token; empty on a route without one.
    pub token: Vec<TaskRow>,
    /// What to know about the token.
    pub token_note: &'static str,
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
        /// What else to know of it: how it was understood, what is unusual about it.
        remarks: Vec<RemarkView>,
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
        /// What was unusual about it when it was entered.
        remarks: Vec<RemarkView>,
    },
}

/// Something unusual about a value, which does not stop anything.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct RemarkView {
    /// The catalogue's stable name.
    pub code: &'static str,
    /// What was noticed.
    pub text: String,
    /// What to do about it.
    pub fixes: Vec<Fix>,
}

/// The credentials page.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct CredentialsPage {
    /// The fields to enter, in the dialog's order.
    pub rows: Vec<DialogRow>,
    /// Labels of stored secrets that the route has no use for; they are kept aside.
    pub aside: Vec<&'static str>,
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
