//! How far the move is.

mod told;

use std::fmt::Display;

use jiff::Timestamp;
use model::onboarding::{MovePhase, MoveStage, MoveStanding};
use onboarding::workflow::snapshot::{
    GcisFindingView, MoveSightingView, MoveStageView, Snapshot, TaskRow,
};
use serde::Serialize;

use super::given::Giving;
use super::is_given;
use crate::arguments::RouteName;
use crate::gcis::sending::Sending;

/// How far the move is.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Facts {
    phase: Option<MovePhase>,
    /// How GCIS signs in, by the last that was heard of it.
    gcis_route: Option<RouteName>,
    /// That in a sentence.
    gcis_signs_in: &'static str,
    /// Nobody knows which credentials GCIS has.
    either: bool,
    instance_id: Option<String>,
    stages: Vec<MoveStageView>,
    /// The stage to go on with.
    next: Option<MoveStage>,
    /// Labels of what is still to be entered in the window.
    missing: Vec<&'static str>,
    /// Why the new app wants a name of its own; empty once it is made.
    name_of_its_own: &'static str,
    #[serde(flatten)]
    pub(super) sending: Sending,
    #[serde(flatten)]
    pub(super) giving: Giving,
    /// What GCIS found when it refused.
    findings: Vec<GcisFindingView>,
    /// What to do in the portal, where the API cannot do it.
    portal: Vec<&'static str>,
    sighting: Option<Sighting>,
    /// How to go back from here; empty where there is nothing to go back from.
    way_back: &'static str,
    /// What to do with the connected app, once GCIS no longer needs it.
    retire: Vec<ToDo>,
    /// What confirms that it is retired although Salesforce has not shown the new sign-in; empty
    /// where it has.
    words_to_retire: &'static str,
}

/// What Login History showed.
#[derive(Serialize)]
struct Sighting {
    #[serde(flatten)]
    view: MoveSightingView,
    /// That in sentences.
    words: String,
}

/// One thing to do in Salesforce.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ToDo {
    title: &'static str,
    detail: &'static str,
    page: Option<&'static str>,
    quick_find: Option<&'static str>,
}

impl Facts {
    /// Reads how it stands.
    pub(super) fn read(&mut self, now: &Snapshot) {
        let page = &now.moving;
        let registered = now.register.registered.as_ref();
        let is_under_way = matches!(page.phase, MovePhase::On | MovePhase::GoingBack);
        self.phase = Some(page.phase);
        self.gcis_route = page.gcis_route.map(RouteName::from);
        self.gcis_signs_in = page.gcis_signs_in;
        self.either = page.either;
        self.instance_id = registered.and_then(|known| known.instance_id.clone());
        self.stages.clone_from(&page.stages);
        self.next = page.next;
        self.missing.clear();
        if is_under_way {
            self.missing.clone_from(&now.credentials.missing);
        }
        self.name_of_its_own = "";
        if page.next == Some(MoveStage::Prepare) {
            self.name_of_its_own = page.name_of_its_own;
        }
        self.sighting = page.sighting.as_ref().map(Sighting::of);
        self.way_back = page.way_back;
        self.retire.clear();
        self.words_to_retire = "";
        if page.phase == MovePhase::Done || (page.phase == MovePhase::On && is_given(now)) {
            self.retire = page.retire.iter().map(ToDo::of).collect();
        }
        if page.phase == MovePhase::On {
            self.words_to_retire = page.words_to_retire;
        }
    }

    /// Reads what stood in the way.
    pub(super) fn refused(&mut self, now: &Snapshot) {
        let found = now.register.gcis_found.as_ref();
        self.findings = found.map_or_else(Vec::new, |found| found.findings.clone());
    }

    /// Reads what a person can do in the portal.
    pub(super) fn only_in_the_portal(&mut self, now: &Snapshot) {
        let page = &now.moving;
        self.portal = page.open.iter().chain(page.save).copied().collect();
    }
}

impl Sighting {
    fn of(view: &MoveSightingView) -> Self {
        let line = view.seen.as_ref();
        let mut words = match (view.standing, line) {
            (MoveStanding::GotIn, Some(line)) => format!(
                "GCIS got in by the new app, {}, from {} at {}.",
                line.application,
                line.source_ip,
                time(line.at)
            ),
            (MoveStanding::Refused, Some(line)) => format!(
                "GCIS tried by the new app from {} at {} and was refused: {}.",
                line.source_ip,
                time(line.at),
                line.status
            ),
            (MoveStanding::SameName, _) => {
                "Cannot tell: both apps bear one name in Login History.".to_owned()
            }
            (MoveStanding::Unread, _) if !view.unread.is_empty() => format!(
                "Cannot tell: Login History could not be read. {}",
                view.unread
            ),
            (MoveStanding::Unread, _) => {
                "Cannot tell: Login History does not show this program's own sign-in.".to_owned()
            }
            (MoveStanding::NoLine | MoveStanding::GotIn | MoveStanding::Refused, _) => {
                "Cannot tell: no sign-in by the new app but this program's is shown yet. Run it \
                 again in a few minutes, or once GCIS has had work to do."
                    .to_owned()
            }
        };
        if let Some(old) = &view.still_old {
            words = format!(
                "{words} GCIS, or another program, still signs in by the connected app: {} from {} \
                 at {}.",
                old.application,
                old.source_ip,
                time(old.at)
            );
        }
        Self {
            view: view.clone(),
            words,
        }
    }
}

fn time(at: Timestamp) -> impl Display {
    at.strftime("%Y-%m-%d %H:%M:%S UTC")
}

impl ToDo {
    fn of(task: &TaskRow) -> Self {
        Self {
            title: task.title,
            detail: task.detail,
            page: task.page,
            quick_find: task.quick_find,
        }
    }
}
