//! What holds for every move, whatever turns it takes.

mod world;

use proptest::prelude::*;

use super::{MovePhase, MoveStage, MoveStanding, MoveStep, NotRetired};
use crate::field::SecretField;
use crate::journey::Status;
use crate::onboarding::PortalEnding;
use crate::{Onboarding, Route};
use world::{GCIS, OLD_APP, Turn, World, turn};

/// The name that the guide proposes for it.
const NEW_APP: &str = "Connector (External)";

fn turns() -> impl Strategy<Value = Vec<Turn>> {
    let entered = [Turn::Begin, Turn::EnterKey, Turn::EnterSecret, Turn::Verify];
    (any::<bool>(), proptest::collection::vec(turn(), 0..24)).prop_map(move |(far, mut turns)| {
        if far {
            turns.splice(0..0, entered);
        }
        turns
    })
}

fn app() -> impl Strategy<Value = &'static str> {
    prop_oneof![3 => Just(NEW_APP), 1 => Just(OLD_APP)]
}

fn is_done(stages: &[MoveStep], stage: MoveStage) -> bool {
    let mut stages = stages.iter();
    stages.any(|step| step.stage == stage && step.is_done())
}

proptest! {
    #[test]
    fn the_stages_stand_in_order_and_exclude_what_cannot_be_yet(new_app in app(), turns in turns()) {
        let mut world = World::live(new_app);
        for turn in turns {
            world.take(turn);
            let record = &world.record;
            let stages = record.move_stages();
            let is_shown = matches!(record.move_phase(), MovePhase::On | MovePhase::Done);
            let order: Vec<MoveStage> = stages.iter().map(|step| step.stage).collect();
            prop_assert_eq!(&order[..], if is_shown { &MoveStage::ALL[..] } else { &[] });
            if !is_shown {
                continue;
            }
            let at_gcis = record.gcis_route() == Some(Route::ExternalClientApp);
            prop_assert_eq!(at_gcis, record.facts.migration.as_ref().unwrap().given.is_some());
            if is_done(&stages, MoveStage::Replace) {
                prop_assert!(at_gcis);
            }
            if world.stage(MoveStage::Replace) == Status::NotStarted {
                prop_assert!(is_done(&stages, MoveStage::Prepare));
                prop_assert!(is_done(&stages, MoveStage::Verify));
            }
            prop_assert_eq!(world.stage(MoveStage::Retire) == Status::CannotStart, !at_gcis);
            if is_done(&stages, MoveStage::Retire) {
                prop_assert_eq!(record.move_phase(), MovePhase::Done);
            }
        }
    }

    #[test]
    fn until_it_is_given_the_new_way_gcis_is_said_to_have_what_it_had(turns in turns()) {
        let mut world = World::live(NEW_APP);
        let mut before = world.registered();
        for turn in turns {
            if turn == Turn::Begin && world.record.move_phase() == MovePhase::Due {
                before = world.registered();
            }
            world.take(turn);
            let Some(migration) = world.record.moving() else { continue };
            if migration.given.is_none() {
                prop_assert_eq!(&migration.from, &world.registered().sign_in);
                prop_assert_eq!(world.record.gcis_route(), Some(Route::ConnectedApp));
                prop_assert_eq!(world.registered(), before.clone());
            }
        }
    }

    #[test]
    fn no_turn_touches_the_old_credentials_but_those_that_are_entered_for_the_way_back(turns in turns()) {
        let mut world = World::live(NEW_APP);
        for turn in turns {
            let kept = world.old_secrets();
            let was_on = world.record.moving().is_some()
                && world.record.route == Route::ExternalClientApp;
            world.take(turn);
            if was_on {
                prop_assert_eq!(kept, world.old_secrets());
            }
            let other = SecretField::of_route(match world.record.route {
                Route::ConnectedApp => Route::ExternalClientApp,
                Route::ExternalClientApp => Route::ConnectedApp,
            });
            let is_moving = world.record.moving().is_some();
            prop_assert!(other.iter().all(|field| world.record.is_kept_by_move(*field) == is_moving));
        }
    }

    #[test]
    fn going_back_before_it_is_given_restores_all_of_the_old_way(turns in turns()) {
        let mut world = World::live(NEW_APP);
        let (fields, facts) = (world.record.fields.clone(), world.record.facts.clone());
        world.take(Turn::Begin);
        for turn in turns {
            if !matches!(turn, Turn::Replace(true) | Turn::Portal(PortalEnding::Saved, _) | Turn::Back) {
                world.take(turn);
            }
        }
        world.record.go_back(world.said());
        prop_assert_eq!(&world.record.fields, &fields);
        prop_assert_eq!(world.record.route, Route::ConnectedApp);
        let now = world.record.facts.clone();
        prop_assert_eq!(now.migration, None);
        prop_assert_eq!(now.registered, facts.registered);
        prop_assert_eq!(now.verification, facts.verification);
        prop_assert_eq!(now.portal_end, facts.portal_end);
        prop_assert_eq!(now.evidence, facts.evidence);
        prop_assert_eq!(now.route.dialog, facts.route.dialog);
        prop_assert!(world.record.current_connection().is_some(), "it needs no new proof");
    }

    #[test]
    fn taking_the_other_way_twice_changes_nothing_but_who_chose(turns in turns()) {
        let mut world = World::live(NEW_APP);
        world.take(Turn::Begin);
        for turn in turns {
            world.take(turn);
        }
        let mut twice = world.record.clone();
        let back = match world.record.route {
            Route::ConnectedApp => [Route::ExternalClientApp, Route::ConnectedApp],
            Route::ExternalClientApp => [Route::ConnectedApp, Route::ExternalClientApp],
        };
        for route in back {
            twice.take_other_way(route, world.said());
        }
        twice.facts.route.chosen = world.record.facts.route.chosen;
        prop_assert_eq!(twice, world.record);
    }

    #[test]
    fn the_old_app_is_retired_only_once_the_new_was_seen_or_the_person_knows(
        new_app in app(),
        turns in turns(),
        knows in any::<bool>(),
    ) {
        let mut world = World::live(new_app);
        for turn in turns {
            world.take(turn);
        }
        let before = world.record.clone();
        let is_on = before.move_phase() == MovePhase::On && before.new_way_is_at_gcis();
        let retired = world.record.retire_old_app(world.said(), knows);
        let expected = if !is_on {
            Err(NotRetired::NotReady)
        } else if before.new_way_is_seen() || knows {
            Ok(())
        } else {
            Err(NotRetired::NotSeen)
        };
        prop_assert_eq!(retired, expected);
        if expected.is_ok() {
            prop_assert_eq!(world.record.move_phase(), MovePhase::Done);
        } else {
            prop_assert_eq!(world.record, before);
        }
    }

    #[test]
    fn what_is_said_to_be_seen_did_happen(new_app in app(), turns in turns()) {
        let mut world = World::live(new_app);
        for turn in turns {
            world.take(turn);
            let migration = world.record.facts.migration.as_ref();
            let sighting = migration.and_then(|migration| migration.sighting.as_ref());
            let Some(sighting) = sighting else { continue };
            if sighting.standing == MoveStanding::GotIn {
                prop_assert!(world.got_in_by_the_new_app());
                prop_assert!(new_app != OLD_APP, "one name tells nothing");
            }
            if let Some(old) = &sighting.still_old {
                prop_assert!(world.history.contains(old));
                prop_assert_eq!(old.application.as_str(), OLD_APP);
                prop_assert_eq!(old.source_ip.as_str(), GCIS);
            }
        }
    }

    #[test]
    fn a_program_started_anew_knows_all_of_it(new_app in app(), turns in turns()) {
        let mut world = World::live(new_app);
        for turn in turns {
            world.take(turn);
            let text = serde_json::to_string(&world.record).unwrap();
            let read: Onboarding = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(&read, &world.record);
            prop_assert_eq!(read.move_stages(), world.record.move_stages());
        }
    }
}

#[test]
fn a_record_from_before_moves_were_known_still_opens() {
    let world = World::live(NEW_APP);
    let mut json = serde_json::to_value(&world.record).unwrap();
    let facts = json["facts"].as_object_mut().unwrap();
    assert!(facts.remove("migration").is_some());
    let read: Onboarding = serde_json::from_value(json).unwrap();
    assert_eq!(read, world.record);
    assert_eq!(read.move_phase(), MovePhase::Due);
}

#[test]
fn a_move_from_before_the_newest_facts_still_opens() {
    let mut world = World::live(NEW_APP);
    world.take(Turn::Begin);
    let mut json = serde_json::to_value(&world.record).unwrap();
    let migration = json["facts"]["migration"].as_object_mut().unwrap();
    migration.retain(|name, _| ["began", "from", "other"].contains(&name.as_str()));
    let read: Onboarding = serde_json::from_value(json).unwrap();
    assert_eq!(read.move_phase(), MovePhase::On);
    assert_eq!(read.move_stages(), world.record.move_stages());
}

#[test]
fn a_try_that_gcis_refused_does_not_hide_that_it_got_in_later() {
    let mut world = World::live(NEW_APP);
    for turn in [
        Turn::Begin,
        Turn::EnterKey,
        Turn::EnterSecret,
        Turn::Verify,
        Turn::Replace(false),
        Turn::Verify,
        Turn::Replace(true),
        Turn::Look,
    ] {
        world.take(turn);
    }
    let migration = world.record.facts.migration.as_ref().unwrap();
    let sighting = migration.sighting.as_ref().unwrap();
    assert_eq!(sighting.standing, MoveStanding::GotIn);
}

#[test]
fn gciss_own_answer_settles_a_save_whose_end_nobody_saw() {
    let mut world = World::live(NEW_APP);
    for turn in [
        Turn::Begin,
        Turn::EnterKey,
        Turn::EnterSecret,
        Turn::Verify,
        Turn::Portal(PortalEnding::DontKnow, false),
    ] {
        world.take(turn);
    }
    assert!(world.record.gcis_may_have_either());
    world.take(Turn::Replace(true));
    assert!(!world.record.gcis_may_have_either());
    assert_eq!(world.record.gcis_route(), Some(Route::ExternalClientApp));
}
