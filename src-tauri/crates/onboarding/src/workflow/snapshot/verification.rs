//! The verification page and the events that fill it while it runs.

use jiff::Timestamp;
use model::Onboarding;
use model::catalogue::{Check, Finding, FindingStatus, Fix, Retry};
use model::guide::link::Link;
use model::onboarding::{Connection, SignIn};
use serde::Serialize;
use ts_rs::TS;

/// A finding with its words.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct FindingView {
    /// The question.
    pub check: Check,
    /// The question's name.
    pub title: &'static str,
    /// How it came out.
    pub status: FindingStatus,
    /// The catalogue's stable name.
    pub code: &'static str,
    /// What was found, in one line.
    pub summary: &'static str,
    /// What the service said; may be empty.
    pub evidence: String,
    /// Whether it stands in the way of going on.
    pub blocks: bool,
    /// Whether trying again can help.
    pub retry: Retry,
    /// What to do, most likely first.
    pub fixes: Vec<Fix>,
}

/// The verification page.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct VerifyPage {
    /// The checks in their order, by name, for the rows that wait.
    pub checks: Vec<CheckRow>,
    /// The findings of the latest run; empty before the first.
    pub findings: Vec<FindingView>,
    /// When that run ended.
    #[ts(type = "string | null")]
    pub at: Option<Timestamp>,
    /// *Connected as*, if nothing blocked and nothing changed since.
    pub connected_as: Option<Connection>,
    /// Labels of what changed since that run.
    pub changed_since: Vec<&'static str>,
    /// Whether the way to Register is open.
    pub passed: bool,
    /// The host that will be asked.
    pub host: Option<String>,
    /// The user's own lines of Login History, newest first, if they could be read.
    pub sign_ins: Option<Vec<SignIn>>,
    /// The event endpoint's full address, where it can be asked.
    pub endpoint: Option<String>,
    /// What to look at, where the last sign-in was refused without a reason.
    pub diagnosis: Option<DiagnosisView>,
    /// Until when a next try waits, so that Salesforce does not lock the user.
    #[ts(type = "string | null")]
    pub paused_until: Option<Timestamp>,
    /// How often the user was refused in a row.
    pub refusals: u32,
    /// Until when Salesforce may not know a new app yet; nothing once that has passed.
    #[ts(type = "string | null")]
    pub app_known_by: Option<Timestamp>,
}

/// What to look at after a sign-in that Salesforce refused without a reason.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct DiagnosisView {
    /// What to look at, the likeliest first; the question of Login History apart.
    pub looks: Vec<LookView>,
    /// *What does the newest line in Login History say?*
    pub question: LookView,
    /// The answers to it, the likeliest first.
    pub statuses: Vec<StatusOption>,
    /// The answer that was given.
    pub chosen: Option<&'static str>,
    /// What that answer means, and its fix.
    pub answer: Option<ExplainedView>,
    /// Why tries are dear; empty on a route without a lockout.
    pub lockout: &'static str,
}

/// One thing to look at.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct LookView {
    /// What to look at or do.
    pub what: &'static str,
    /// Why it may be the cause.
    pub why: String,
    /// The page it happens on.
    pub link: Option<Link>,
    /// That page's name.
    pub page: Option<&'static str>,
    /// What to type into Quick Find.
    pub quick_find: Option<&'static str>,
    /// Whether the page can be opened from here.
    pub can_open: bool,
}

/// A status of Login History, as Salesforce words it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct StatusOption {
    /// Stable name.
    pub id: &'static str,
    /// Salesforce's words.
    pub words: &'static str,
}

/// An entry of the catalogue, for somebody who asked what a text means.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct ExplainedView {
    /// The catalogue's stable name.
    pub code: &'static str,
    /// What it means, in one line.
    pub summary: &'static str,
    /// Whether trying again can help.
    pub retry: Retry,
    /// What to do, most likely first.
    pub fixes: Vec<Fix>,
}

/// A check by name.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct CheckRow {
    /// Which.
    pub check: Check,
    /// Its name.
    pub title: &'static str,
}

/// What is sent to the window while the verification runs.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "kind")]
#[ts(export_to = "types.ts")]
pub enum VerifyEvent {
    /// A check began.
    Started {
        /// Which.
        check: Check,
    },
    /// A check was answered.
    Found {
        /// The answer.
        finding: Box<FindingView>,
        /// How long it took, in milliseconds.
        #[serde(rename = "tookMs")]
        took_ms: u32,
    },
    /// Salesforce does not know the app yet; the sign-in is tried again.
    Waiting {
        /// When.
        #[serde(rename = "nextTry")]
        #[ts(type = "string")]
        next_try: Timestamp,
        /// Until when at the longest.
        #[ts(type = "string")]
        until: Timestamp,
    },
}

/// Puts the catalogue's words to a finding.
pub(crate) fn finding_view(finding: &Finding, onboarding: &Onboarding) -> FindingView {
    let can_open = |link| onboarding.can_open(link);
    let entry = finding.entry();
    FindingView {
        check: finding.check,
        title: finding.check.title(),
        status: finding.status,
        code: entry.name,
        summary: entry.summary,
        evidence: finding.evidence.clone(),
        blocks: finding.blocks(),
        retry: entry.retry,
        fixes: entry.fixes(onboarding.route, can_open),
    }
}
