//! What a step is.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Route;
use crate::provenance::Provenance;

/// One stretch of the walk; each has a page of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum StepId {
    /// What has to be in place.
    Prerequisites,
    /// How GCIS will sign in.
    Route,
    /// The connected app or the external client app.
    App,
    /// The service user and its token.
    ServiceUser,
    /// The fields of *Setup New Instance*.
    Credentials,
    /// A real sign-in to Salesforce.
    Verify,
    /// The connector instance at GCIS.
    Register,
    /// API calls to Gentrack.
    NamedCredential,
    /// What makes events flow, and the hand-over.
    WhatNext,
    /// The record of it all, on paper.
    Checklist,
}

impl StepId {
    /// All of them, in the order of the walk.
    pub const ALL: [Self; 10] = [
        Self::Prerequisites,
        Self::Route,
        Self::App,
        Self::ServiceUser,
        Self::Credentials,
        Self::Verify,
        Self::Register,
        Self::NamedCredential,
        Self::WhatNext,
        Self::Checklist,
    ];

    /// The step's name on screen and on paper.
    pub fn title(self, route: Route) -> &'static str {
        match self {
            Self::Prerequisites => "Prerequisites",
            Self::Route => "How GCIS signs in",
            Self::App => route.title(),
            Self::ServiceUser => "Service user",
            Self::Credentials => "Credentials",
            Self::Verify => "Verify sign-in",
            Self::Register => "Register the connector",
            Self::NamedCredential => "Named credential",
            Self::WhatNext => "What happens next",
            Self::Checklist => "Checklist",
        }
    }

    /// The group it stands in.
    pub fn group(self) -> Group {
        match self {
            Self::Prerequisites | Self::Route => Group::BeforeYouStart,
            Self::App | Self::ServiceUser | Self::Credentials | Self::Verify => Group::Salesforce,
            Self::Register | Self::NamedCredential => Group::Gcis,
            Self::WhatNext | Self::Checklist => Group::HandOver,
        }
    }
}

/// Where in the walk a step belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum Group {
    /// Before anything is typed.
    BeforeYouStart,
    /// In Salesforce.
    Salesforce,
    /// At GCIS.
    Gcis,
    /// At the end.
    HandOver,
}

impl Group {
    /// The group's name on screen and on paper.
    pub fn title(self) -> &'static str {
        match self {
            Self::BeforeYouStart => "Before you start",
            Self::Salesforce => "Salesforce",
            Self::Gcis => "GCIS",
            Self::HandOver => "Hand over",
        }
    }
}

/// How far a step is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "kind")]
#[ts(export_to = "types.ts")]
pub enum Status {
    /// Something else has to come first.
    CannotStart,
    /// Nothing done yet.
    NotStarted,
    /// Begun.
    InProgress,
    /// Done, on somebody's word or a service's answer; nothing to attest where it is optional and
    /// not wanted.
    Completed {
        /// Who says so.
        provenance: Provenance,
        /// Since when.
        #[ts(type = "string")]
        at: Timestamp,
    },
    /// It was done, and something it rests on has changed since.
    NeedsRecheck,
    /// Something stands in the way.
    Problem,
}

/// A step as it is now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct Step {
    /// Which.
    pub id: StepId,
    /// Its name.
    pub title: &'static str,
    /// Its group.
    pub group: Group,
    /// Whether the walk is complete without it.
    pub optional: bool,
    /// How far it is.
    pub status: Status,
    /// One line that says more: how much is done, or why not.
    pub note: String,
}
