//! The stages of a move, computed from the facts each time.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Migration, MoveStanding};
use crate::journey::{Status, StepId, steps};
use crate::onboarding::PortalEnding;
use crate::provenance::Provenance;
use crate::{Onboarding, Route};

/// One stretch of a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum MoveStage {
    /// The new app stands beside the old one, and its key and secret are entered.
    Prepare,
    /// Salesforce accepts them here.
    Verify,
    /// GCIS has them.
    Replace,
    /// GCIS signs in by them.
    Seen,
    /// The old app is no longer needed.
    Retire,
}

impl MoveStage {
    /// All of them, in their order.
    pub const ALL: [Self; 5] = [
        Self::Prepare,
        Self::Verify,
        Self::Replace,
        Self::Seen,
        Self::Retire,
    ];
}

/// A stage as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoveStep {
    /// Which.
    pub stage: MoveStage,
    /// How far it is.
    pub status: Status,
    /// One line that says more.
    pub note: String,
}

impl MoveStep {
    /// Whether it is done.
    pub fn is_done(&self) -> bool {
        matches!(self.status, Status::Completed { .. })
    }
}

type Reading = (Status, String);

impl Onboarding {
    /// The stages of the move; none where none was begun, or while it is taken back.
    pub fn move_stages(&self) -> Vec<MoveStep> {
        let Some(migration) = &self.facts.migration else {
            return Vec::new();
        };
        if migration.going_back.is_some() {
            return Vec::new();
        }
        let step = |stage| {
            let (status, note) = match stage {
                MoveStage::Prepare => prepare(self),
                MoveStage::Verify => verify(self),
                MoveStage::Replace => replace(self, migration),
                MoveStage::Seen => seen(self, migration),
                MoveStage::Retire => retire(self, migration),
            };
            MoveStep {
                stage,
                status,
                note,
            }
        };
        MoveStage::ALL.into_iter().map(step).collect()
    }

    /// Whether GCIS was seen to sign in by the new app, and by the old one no more.
    pub fn new_way_is_seen(&self) -> bool {
        let migration = self.facts.migration.as_ref();
        let sighting = migration.and_then(|migration| migration.sighting.as_ref());
        sighting.is_some_and(|sighting| {
            sighting.standing == MoveStanding::GotIn && sighting.still_old.is_none()
        })
    }
}

fn waits(note: &str) -> Reading {
    (Status::CannotStart, note.to_owned())
}

fn prepare(onboarding: &Onboarding) -> Reading {
    let missing = onboarding.missing_credentials();
    let facts = &onboarding.facts;
    if missing.is_empty() {
        let stored = onboarding.secrets.values().map(|stored| stored.stored_at);
        let status = Status::Completed {
            provenance: Provenance::Recorded,
            at: stored.max().unwrap_or(onboarding.changed_at),
        };
        return (status, "Key and secret entered".to_owned());
    }
    if facts.eca_ready.is_some() || facts.eca_user_ready.is_some() {
        let note = format!("Still empty: {}", missing.join(", "));
        return (Status::InProgress, note);
    }
    (Status::NotStarted, String::new())
}

/// The same as the step's.
fn verify(onboarding: &Onboarding) -> Reading {
    let mut steps = steps(onboarding).into_iter();
    steps
        .find(|step| step.id == StepId::Verify)
        .map_or_else(|| waits(""), |step| (step.status, step.note))
}

fn replace(onboarding: &Onboarding, migration: &Migration) -> Reading {
    let facts = &onboarding.facts;
    let registered = facts.registered.as_ref();
    let at_gcis = registered.map(|registered| &registered.basis.sign_in);
    if let (Some(at_gcis), Some(given)) = (at_gcis, migration.given)
        && at_gcis.route == Route::ExternalClientApp
    {
        let differs = at_gcis.differs_from(&onboarding.sign_in_basis());
        if !differs.is_empty() {
            let note = format!("Changed since: {}", differs.join(", "));
            return (Status::NeedsRecheck, note);
        }
        let status = Status::Completed {
            provenance: given.provenance(),
            at: given.at,
        };
        return (status, "GCIS has the new key and secret".to_owned());
    }
    if facts.replacement.is_some() {
        let note = "The last attempt had no clear answer: give it to GCIS once more";
        return (Status::Problem, note.to_owned());
    }
    let note = match facts.portal_end.as_ref().map(|end| end.ending) {
        Some(PortalEnding::Refused) => "The portal refused it: GCIS goes on with the old ones",
        Some(PortalEnding::DontKnow) => "Not known how the save ended: look in the portal",
        Some(PortalEnding::Saved) | None => "",
    };
    if onboarding.current_connection().is_none() {
        return waits("After Salesforce has accepted the new key and secret");
    }
    if note.is_empty() {
        return (Status::NotStarted, String::new());
    }
    (Status::Problem, note.to_owned())
}

fn seen(onboarding: &Onboarding, migration: &Migration) -> Reading {
    let said = onboarding.facts.portal_end.is_some();
    if !onboarding.new_way_is_at_gcis() && !said {
        return waits("After GCIS has the new key and secret");
    }
    let Some(sighting) = &migration.sighting else {
        return (Status::NotStarted, String::new());
    };
    if sighting.still_old.is_some() {
        let note = "GCIS, or another program, still signs in by the connected app";
        return (Status::Problem, note.to_owned());
    }
    match (sighting.standing, &sighting.seen) {
        (MoveStanding::GotIn, Some(line)) => {
            let status = Status::Completed {
                provenance: Provenance::Verified,
                at: line.at,
            };
            (status, "GCIS got in by the new app".to_owned())
        }
        (MoveStanding::Refused, Some(line)) => {
            let note = format!("GCIS tried and was refused: {}", line.status);
            (Status::Problem, note)
        }
        (MoveStanding::SameName, _) => {
            let note = "Cannot tell: both apps bear one name in Login History";
            (Status::InProgress, note.to_owned())
        }
        _ => {
            let note = "Cannot tell: no new sign-in was shown";
            (Status::InProgress, note.to_owned())
        }
    }
}

fn retire(onboarding: &Onboarding, migration: &Migration) -> Reading {
    if let Some(retired) = migration.retired {
        let status = Status::Completed {
            provenance: Provenance::Attested,
            at: retired.said.at,
        };
        return (status, "Retired".to_owned());
    }
    if !onboarding.new_way_is_at_gcis() {
        return waits("After GCIS has the new key and secret");
    }
    (Status::NotStarted, String::new())
}
