//! The page that moves a live connector to the external client app.

use jiff::Timestamp;
use model::Route;
use model::journey::Status;
use model::onboarding::{MovePhase, MoveStage, MoveStanding, SignIn};
use model::provenance::Provenance;
use serde::Serialize;
use ts_rs::TS;

use super::{ExplainedView, TaskRow};

/// The page that moves a live connector to the external client app.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct MovePage {
    /// What can be done about it.
    pub phase: MovePhase,
    /// What it is.
    pub what: &'static str,
    /// Why the new app wants a name of its own.
    pub name_of_its_own: &'static str,
    /// How GCIS signs in now, as far as is known; nothing where no connector is registered.
    pub gcis_route: Option<Route>,
    /// That in a sentence.
    pub gcis_signs_in: &'static str,
    /// Who says so; nothing where nobody knows.
    pub gcis_told_by: Option<Provenance>,
    /// Nobody knows which credentials GCIS has: an answer never came, or a save ended unseen.
    pub either: bool,
    /// The stages in their order; none before the move is begun and while it is taken back.
    pub stages: Vec<MoveStageView>,
    /// The stage to go on with.
    pub next: Option<MoveStage>,
    /// How to go back from there; empty where there is nothing to go back from.
    pub way_back: &'static str,
    /// How GCIS can be given what is entered now.
    pub giving: MoveGiving,
    /// From the portal's start to the instance.
    pub open: Vec<&'static str>,
    /// After the values are entered.
    pub save: &'static [&'static str],
    /// Whether Login History can be looked at by signing in once.
    pub can_look: bool,
    /// What it showed.
    pub sighting: Option<MoveSightingView>,
    /// What to do with the old app.
    pub retire: Vec<TaskRow>,
    /// What to type to retire it although Salesforce has not shown the new sign-in; empty where it
    /// has.
    pub words_to_retire: &'static str,
}

/// How GCIS can be given what is entered now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum MoveGiving {
    /// In no way yet: Salesforce has not accepted it here.
    VerifyFirst,
    /// Through the API.
    ByApi,
    /// In the portal alone: GCIS named no instance here, or more than the sign-in differs.
    InPortal,
}

/// A stage of the move.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct MoveStageView {
    /// Which.
    pub stage: MoveStage,
    /// Its name.
    pub title: &'static str,
    /// How far it is.
    pub status: Status,
    /// One line that says more; may be empty.
    pub note: String,
}

/// What Login History showed of GCIS after it was given the new credentials.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct MoveSightingView {
    /// When it was looked at.
    #[ts(type = "string")]
    pub looked_at: Timestamp,
    /// What it says.
    pub standing: MoveStanding,
    /// The line that says so.
    pub seen: Option<SignIn>,
    /// A sign-in by the connected app after GCIS was given the new credentials.
    pub still_old: Option<SignIn>,
    /// What the line's status means, where it is no success.
    pub explained: Option<ExplainedView>,
    /// Why the history could not be read; empty where it could.
    pub unread: String,
    /// Addresses that the person named as their own.
    pub own_addresses: Vec<String>,
}
