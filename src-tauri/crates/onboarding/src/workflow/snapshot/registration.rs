//! What the registration page says beside the answers: how old the verification is, how the tenant
//! compares with the org, what is there already, and what GCIS found.

use jiff::Timestamp;
use model::catalogue::{FindingStatus, Fix};
use model::onboarding::{Connection, TenantKind};
use serde::Serialize;
use ts_rs::TS;

/// The last sign-in that was verified.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct LastVerifiedView {
    /// Who signed in, where.
    pub connection: Connection,
    /// When.
    #[ts(type = "string")]
    pub at: Timestamp,
    /// Until when it stands; after that it is verified again before anything is sent to GCIS.
    #[ts(type = "string")]
    pub stands_until: Timestamp,
    /// For how many minutes a verification stands.
    pub stands_for_minutes: u32,
    /// Labels of what changed since: then it is verified again as well.
    pub changed_since: Vec<&'static str>,
}

/// How the tenant compares with the org.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct TenantFitView {
    /// What the tenant is for, where that is known.
    pub kind: Option<TenantKind>,
    /// They are not of the same kind.
    pub mismatch: Option<MismatchView>,
    /// Why that cannot be told, in a sentence; nothing where it can, or where there is no tenant.
    pub cannot_tell: Option<&'static str>,
}

/// A tenant and an org that are not of the same kind.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct MismatchView {
    /// What it is, in a sentence.
    pub says: &'static str,
    /// What comes of it, in a sentence.
    pub means: &'static str,
    /// The words to type where it is meant so.
    pub words: &'static str,
}

/// A connector instance for this org and tenant that somebody else made.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct ExistingView {
    /// Its id.
    pub instance_id: String,
    /// When it was found.
    #[ts(type = "string")]
    pub found_at: Timestamp,
    /// When it was created, if GCIS says so.
    #[ts(type = "string | null")]
    pub created_at: Option<Timestamp>,
    /// How it signs in, by the route's name.
    pub route_title: Option<&'static str>,
    /// The user that signs in.
    pub username: Option<String>,
    /// Where it signs in.
    pub login_url: Option<String>,
    /// Where its events go.
    pub event_endpoint: Option<String>,
    /// Whether Salesforce still takes its credentials, if GCIS says so.
    pub works: Option<bool>,
    /// GCIS does not show it to this account: nothing can be done about it here.
    pub unreadable: bool,
    /// Labels of what it has otherwise than is entered here.
    pub differs: Vec<&'static str>,
    /// Whether the API can replace its credentials; nothing else that differs stands in the way.
    pub can_replace: bool,
}

/// What GCIS found when it refused credentials.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct GcisFoundView {
    /// When it answered.
    #[ts(type = "string")]
    pub at: Timestamp,
    /// What it found, in its order.
    pub findings: Vec<GcisFindingView>,
}

/// A check of GCIS's with its answer.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct GcisFindingView {
    /// GCIS's name for the question.
    pub check: String,
    /// The same for people.
    pub title: String,
    /// How it came out.
    pub status: FindingStatus,
    /// The catalogue's stable name.
    pub code: &'static str,
    /// What was found: the catalogue's words where it knows it, else GCIS's own.
    pub summary: String,
    /// GCIS's own words, where the summary is the catalogue's; may be empty.
    pub evidence: String,
    /// What to do, most likely first.
    pub fixes: Vec<Fix>,
}
