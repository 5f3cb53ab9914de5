//! The page that moves a live connector to the external client app.

use jiff::Timestamp;
use model::catalogue::{Code, login_history};
use model::guide::{moving, portal};
use model::onboarding::{
    MovePhase, MoveSighting, MoveStage, MoveStanding, Onboarding, RegistrationProof,
};
use model::provenance::Provenance;
use model::{Route, lockout};

use super::diagnosis::explained;
use super::guide::task_rows;
use crate::records::Refused;
use crate::workflow::snapshot::{MoveGiving, MovePage, MoveSightingView, MoveStageView};

pub(super) fn page(onboarding: &Onboarding, now: Timestamp, refused: Option<Refused>) -> MovePage {
    let facts = &onboarding.facts;
    let phase = onboarding.move_phase();
    let migration = facts.migration.as_ref();
    let stages = onboarding.move_stages();
    let open = stages.iter().find(|step| !step.is_done());
    let next = open.map(|step| step.stage);
    let giving = giving(onboarding);
    let paused = refused
        .filter(|_| onboarding.route == Route::ConnectedApp)
        .and_then(|refused| lockout::paused_until(refused.count, refused.last, now));
    let given = onboarding.new_way_is_at_gcis() || facts.portal_end.is_some();
    MovePage {
        phase,
        what: moving::WHAT,
        name_of_its_own: moving::NAME_OF_ITS_OWN,
        gcis_route: onboarding.gcis_route(),
        gcis_signs_in: gcis_signs_in(onboarding),
        gcis_told_by: gcis_told_by(onboarding),
        either: onboarding.gcis_may_have_either(),
        stages: stages
            .iter()
            .map(|step| MoveStageView {
                stage: step.stage,
                title: step.stage.title(),
                status: step.status.clone(),
                note: step.note.clone(),
            })
            .collect(),
        next,
        way_back: match (phase, next) {
            (MovePhase::On, next) => next.unwrap_or(MoveStage::Retire).way_back(),
            _ => "",
        },
        giving,
        open: portal::LOOK
            .iter()
            .take(2)
            .chain(portal::OPEN_INSTANCE)
            .copied()
            .collect(),
        save: portal::SAVE_INSTANCE,
        can_look: phase == MovePhase::On
            && given
            && giving != MoveGiving::VerifyFirst
            && paused.is_none(),
        sighting: migration
            .and_then(|migration| migration.sighting.as_ref())
            .map(|sighting| sighting_view(sighting, onboarding)),
        retire: task_rows(moving::RETIRE, onboarding),
        words_to_retire: if onboarding.new_way_is_seen() {
            ""
        } else {
            moving::WORDS_TO_RETIRE
        },
    }
}

/// How GCIS can be given what is entered now.
fn giving(onboarding: &Onboarding) -> MoveGiving {
    if onboarding.current_connection().is_none() {
        return MoveGiving::VerifyFirst;
    }
    let registered = onboarding.facts.registered.as_ref();
    let now_basis = onboarding.registration_basis();
    let by_api = registered.zip(now_basis).is_some_and(|(registered, now)| {
        matches!(registered.proof, RegistrationProof::Verified { .. })
            && registered.basis.differs_in_sign_in_alone(&now)
    });
    if by_api {
        MoveGiving::ByApi
    } else {
        MoveGiving::InPortal
    }
}

/// What GCIS signs in with, as far as is known.
fn gcis_signs_in(onboarding: &Onboarding) -> &'static str {
    if onboarding.gcis_may_have_either() {
        return "Not known: the last save or request had no clear answer";
    }
    match onboarding.gcis_route() {
        None => "No connector is registered here",
        Some(Route::ConnectedApp) => "By the connected app, with username, password and token",
        Some(Route::ExternalClientApp) => "By the external client app, with key and secret",
    }
}

/// Who says what GCIS signs in with: GCIS itself, or the person.
fn gcis_told_by(onboarding: &Onboarding) -> Option<Provenance> {
    if onboarding.gcis_may_have_either() {
        return None;
    }
    let facts = &onboarding.facts;
    let registered = facts.registered.as_ref()?;
    let given = facts.migration.as_ref().and_then(|moved| moved.given);
    let given = given.filter(|_| onboarding.new_way_is_at_gcis());
    Some(match (given, &registered.proof) {
        (Some(given), _) => given.provenance(),
        (None, RegistrationProof::Verified { .. }) if registered.updated.is_none() => {
            Provenance::Verified
        }
        (None, _) => Provenance::Attested,
    })
}

fn sighting_view(sighting: &MoveSighting, onboarding: &Onboarding) -> MoveSightingView {
    let refused = sighting
        .seen
        .as_ref()
        .filter(|_| sighting.standing == MoveStanding::Refused);
    let code = refused.map(|line| {
        let status = login_history::of_words(&line.status);
        status.map_or(Code::OtherStatus, |status| status.code)
    });
    let addresses = onboarding.facts.addresses.iter();
    let own = addresses.filter(|(_, said)| said.ours);
    MoveSightingView {
        looked_at: sighting.looked_at,
        standing: sighting.standing,
        seen: sighting.seen.clone(),
        still_old: sighting.still_old.clone(),
        explained: code.map(|code| explained(code, onboarding)),
        unread: sighting.unread.clone(),
        own_addresses: own.map(|(address, _)| address.clone()).collect(),
    }
}
