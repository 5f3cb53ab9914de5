//! The way through the portal, and what Salesforce saw of it.

use jiff::Timestamp;
use model::onboarding::{Listed, PortalEnding, SignIn};
use serde::Serialize;
use ts_rs::TS;

use super::{ExplainedView, TaskRow};

/// The way through the portal.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct PortalPage {
    /// What is done and what is next.
    pub stages: Vec<PortalStage>,
    /// The portal's address.
    pub address: &'static str,
    /// What can differ from these words.
    pub words_may_differ: &'static str,
    /// From the portal's start to its list of connectors.
    pub look: &'static [&'static str],
    /// How to tell whether an instance there is of this org and tenant.
    pub how_to_tell: &'static [&'static str],
    /// Whether the list shows one, for the tenant as it is now.
    pub listed: Option<Listed>,
    /// From the list to the dialog, or to the instance that is there; empty before it is known
    /// which.
    pub open: &'static [&'static str],
    /// After the fields are filled in.
    pub save: &'static [&'static str],
    /// How the last save ended.
    pub end: Option<PortalEndView>,
    /// What Login History showed after it.
    pub evidence: Option<EvidenceView>,
    /// Whether Login History can be looked at from here by signing in once: all that it takes is
    /// at hand, and no pause is on.
    pub can_look: bool,
    /// What is missing for a look, in a sentence, whether or not a pause is on.
    pub cannot_look: Option<&'static str>,
    /// Until when no sign-in is tried, so that Salesforce does not lock the user.
    #[ts(type = "string | null")]
    pub paused_until: Option<Timestamp>,
    /// A request through the API that may still have made an instance: until GCIS has shown nothing
    /// of it, none is set up here.
    pub unanswered: Option<UnansweredView>,
}

/// A request to register of which nobody knows yet what became of it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct UnansweredView {
    /// The tenant it was for.
    pub tenant: String,
    /// When it was begun.
    #[ts(type = "string")]
    pub at: Timestamp,
    /// From when on a look at GCIS tells for certain.
    #[ts(type = "string")]
    pub until: Timestamp,
}

/// A stretch of the way through the portal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct PortalStage {
    /// What it is.
    pub title: &'static str,
    /// Done.
    pub done: bool,
    /// The one to go on with.
    pub next: bool,
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
    /// What it says.
    pub standing: EvidenceStanding,
    /// The newest sign-in from elsewhere; nothing where none is shown, so nobody can tell.
    pub seen: Option<SignIn>,
    /// The instance ran before this save, so a sign-in can be one with what it had until then.
    pub ran_before: bool,
    /// What its status means, where it is no success.
    pub explained: Option<ExplainedView>,
    /// Why the history could not be read; empty where it could.
    pub unread: String,
    /// Addresses that the person said are their own.
    pub own_addresses: Vec<String>,
}

/// What Login History says of GCIS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum EvidenceStanding {
    /// A sign-in from elsewhere got in.
    GotIn,
    /// One was refused.
    Refused,
    /// Cannot tell: its address had signed in before anything was saved in the portal.
    SeenBefore,
    /// Cannot tell: it may have come before the save.
    MayBeOlder,
    /// Cannot tell: the instance ran before and may have signed in with what it had.
    RanBefore,
    /// Cannot tell: no new line.
    NoLine,
    /// Cannot tell: the history could not be read.
    Unread,
}

/// What happens next.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct WhatNextPage {
    /// Whether it can be begun: the connector is registered.
    pub available: bool,
    /// What to do, in its order.
    pub tasks: Vec<TaskRow>,
    /// What a mapping is made of.
    pub mapping: &'static [&'static str],
}
