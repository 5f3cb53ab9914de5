//! Who says so: a person (attested) or a service (verified).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The person on whose word an attested fact rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum Attestor {
    /// The person at the keyboard checked it.
    Me,
    /// A colleague of theirs said so.
    Colleague,
    /// Somebody at Gentrack said so.
    Gentrack,
}

/// Something a person said is so. Never shown as verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attested {
    /// On whose word.
    pub by: Attestor,
    /// When it was said.
    pub at: Timestamp,
}

/// Something a service answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verified<T> {
    /// What the service answered.
    pub value: T,
    /// When it answered.
    pub at: Timestamp,
}

/// Where the standing of a step comes from, for display.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum Provenance {
    /// A person said so.
    Attested,
    /// A service answered so.
    Verified,
    /// Nobody vouched for anything: the program itself keeps or wrote it.
    Recorded,
}
