//! The page that chooses how GCIS signs in.

use jiff::Timestamp;
use model::Route;
use model::dialog::DialogField;
use model::onboarding::AppAnswer;
use serde::Serialize;
use ts_rs::TS;

/// The end of the username-password sign-in, seen from today.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct FlowEnd {
    /// Days until then; zero or less once it has come.
    pub days: i32,
    /// The day, as an ISO date.
    pub on: String,
    /// How near it is.
    pub nearness: Nearness,
}

/// How near an end is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum Nearness {
    /// More than two months.
    Far,
    /// Within two months.
    Near,
    /// Within two weeks.
    Close,
    /// It has come.
    Past,
}

/// The page that chooses how GCIS signs in.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct RoutePage {
    /// The first question.
    pub question: &'static str,
    /// The dialog's fields, in its order, and whether it shows them.
    pub dialog: Vec<DialogTick>,
    /// The second question, for those who have not seen the dialog.
    pub second_question: &'static str,
    /// How to find the answer.
    pub second_help: &'static str,
    /// The answer to it.
    pub app: Option<AppAnswer>,
    /// What only Gentrack can say.
    pub ask_gentrack: &'static [&'static str],
    /// The route that the answers speak for.
    pub proposed: Option<Route>,
    /// Why that one.
    pub why: &'static str,
    /// When the person chose.
    #[ts(type = "string | null")]
    pub chosen_at: Option<Timestamp>,
    /// The two routes.
    pub routes: Vec<RouteView>,
    /// Labels of stored secrets that the chosen route has no use for.
    pub aside: Vec<&'static str>,
}

/// A field of the dialog.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct DialogTick {
    /// Which.
    pub field: DialogField,
    /// The dialog's own label.
    pub label: &'static str,
    /// The dialog shows it.
    pub shown: bool,
}

/// What a person has to know of a route.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct RouteView {
    /// Which.
    pub route: Route,
    /// Its name.
    pub title: &'static str,
    /// What it is.
    pub summary: &'static str,
    /// What has to be at hand.
    pub needs: &'static [&'static str],
    /// What stops, and on which day, as an ISO date.
    pub ends: Option<RouteEnd>,
    /// What nobody can look up.
    pub unknown: &'static [&'static str],
    /// Whether it can be chosen for a new onboarding.
    pub open: bool,
}

/// What stops, and on which day.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct RouteEnd {
    /// The day, as an ISO date.
    pub on: String,
    /// What stops then.
    pub what: &'static str,
}
