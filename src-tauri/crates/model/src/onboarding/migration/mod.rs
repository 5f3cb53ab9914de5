//! A live connector on its way from the connected app to the external client app.
//!
//! Only what cannot be computed is kept. Which stage it is at follows from the facts; what GCIS signs
//! in with is what the registration says.

mod course;
#[cfg(test)]
mod properties;
mod sighting;
mod stages;

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Evidence, PortalEnd, SignInBasis, Verification};
use crate::dialog::DialogField;
use crate::field::SecretField;
use crate::provenance::{Attested, Provenance};
use crate::{Onboarding, Route};

pub use course::NotRetired;
pub use sighting::{MoveSighting, MoveStanding, judge};
pub use stages::{MoveStage, MoveStep};

/// A move under way, or done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Migration {
    /// Who began it, and when.
    pub began: Attested,
    /// What GCIS signed in with when it was begun.
    pub from: SignInBasis,
    /// What the other way needs, while this one is entered: first the old way's values, and once the
    /// person goes back those of the new way.
    pub other: OtherWay,
    /// The old app's name, as this program's own sign-in through it stands in Login History.
    #[serde(default)]
    pub old_application: Option<String>,
    /// The person is on the way back: GCIS is to get the old credentials again.
    #[serde(default)]
    pub going_back: Option<Attested>,
    /// This program's latest sign-in, by Salesforce's clock, before GCIS was first given the new
    /// credentials, with whatever outcome: until then it cannot have signed in by them.
    #[serde(default)]
    pub before_first_try: Option<Timestamp>,
    /// How GCIS got the new credentials.
    #[serde(default)]
    pub given: Option<Given>,
    /// What Login History showed of GCIS after it.
    #[serde(default)]
    pub sighting: Option<MoveSighting>,
    /// This program's first sign-in, by Salesforce's clock, after the new credentials were given:
    /// nothing that signs in by the old app later was there before.
    #[serde(default)]
    pub first_look: Option<Timestamp>,
    /// The old app is retired.
    #[serde(default)]
    pub retired: Option<Retired>,
}

/// What one way of signing in needs and shares a place with the other way's.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct OtherWay {
    /// The Login URL.
    pub login_url: String,
    /// The Username.
    pub username: String,
    /// The fields that the portal's dialog shows.
    pub dialog: BTreeSet<DialogField>,
    /// The last verification by it.
    pub verification: Option<Verification>,
    /// How the last save in the portal ended.
    pub portal_end: Option<PortalEnd>,
    /// What Login History showed after that.
    pub evidence: Option<Evidence>,
}

/// That GCIS has the new credentials.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Given {
    /// When.
    pub at: Timestamp,
    /// On the person's word rather than GCIS's answer.
    pub attested: bool,
    /// This program's latest sign-in before it, by Salesforce's clock.
    pub since: Option<Timestamp>,
}

impl Given {
    /// Who says so.
    pub fn provenance(self) -> Provenance {
        if self.attested {
            Provenance::Attested
        } else {
            Provenance::Verified
        }
    }
}

/// That the old app is retired, on the person's word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Retired {
    /// Who says so, and when.
    pub said: Attested,
    /// GCIS had been seen to sign in by the new app; else the person typed that they know.
    pub seen: bool,
}

/// What can be done about moving.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum MovePhase {
    /// There is nothing to move: GCIS signs in by the external client app, or by nothing yet.
    None,
    /// No connector is known here; one may run that was made elsewhere.
    MayExist,
    /// The connector runs on the connected app.
    Due,
    /// It is being moved.
    On,
    /// It is being taken back.
    GoingBack,
    /// It has been moved.
    Done,
}

impl Onboarding {
    /// The move that is under way, if one is.
    pub fn moving(&self) -> Option<&Migration> {
        let migration = self.facts.migration.as_ref();
        migration.filter(|migration| migration.retired.is_none())
    }

    /// What can be done about moving.
    pub fn move_phase(&self) -> MovePhase {
        match (&self.facts.migration, self.gcis_route(), self.route) {
            (Some(migration), Some(Route::ConnectedApp), _) if migration.retired.is_some() => {
                MovePhase::Due
            }
            (Some(migration), _, _) if migration.retired.is_some() => MovePhase::Done,
            (Some(migration), _, _) if migration.going_back.is_some() => MovePhase::GoingBack,
            (Some(_), _, _) => MovePhase::On,
            (None, Some(Route::ConnectedApp), _) => MovePhase::Due,
            (None, None, Route::ConnectedApp) => MovePhase::MayExist,
            (None, _, _) => MovePhase::None,
        }
    }

    /// How GCIS signs in now, as far as is known; nothing where no connector is registered.
    pub fn gcis_route(&self) -> Option<Route> {
        let registered = self.facts.registered.as_ref()?;
        Some(registered.basis.sign_in.route)
    }

    /// Whether a stored value belongs to the way that is not being entered while a move is on. GCIS
    /// may be signing in with it, and it is the way back: it is neither overwritten nor forgotten
    /// before the old app is retired.
    pub fn is_kept_by_move(&self, field: SecretField) -> bool {
        self.moving().is_some() && !SecretField::of_route(self.route).contains(&field)
    }

    /// Judges the last look afresh, after the person has said something about an address.
    pub fn judge_move_again(&mut self) {
        let migration = self.facts.migration.as_ref();
        let Some(before) = migration.and_then(|migration| migration.sighting.clone()) else {
            return;
        };
        let again = judge(self, before.looked_at, before.unread);
        if let Some(migration) = &mut self.facts.migration {
            migration.sighting = Some(again);
        }
    }

    /// Whether GCIS has been given new credentials in this move.
    pub fn new_way_is_at_gcis(&self) -> bool {
        self.facts.migration.is_some() && self.gcis_route() == Some(Route::ExternalClientApp)
    }

    /// Whether it is not known which credentials GCIS has: an answer never came, or the person does
    /// not know how a save ended.
    pub fn gcis_may_have_either(&self) -> bool {
        let end = self.facts.portal_end.as_ref().map(|end| end.ending);
        self.moving().is_some()
            && (self.facts.replacement.is_some() || end == Some(super::PortalEnding::DontKnow))
    }
}
