//! What holds for the named credential, whatever happens to it in whatever order.

use jiff::Timestamp;
use proptest::prelude::*;
use uuid::Uuid;

use super::{
    CredentialAction, CredentialKnown, CredentialState, Looked, NamedCredential, Operation,
    OperationWay, Shown, Unclear,
};
use crate::provenance::{Attested, Attestor};

/// Something that a use case does to the record.
#[derive(Debug, Clone)]
enum Event {
    Begin(CredentialAction, OperationWay),
    Started,
    CameToNothing,
    Answered(CredentialState),
    Attested(CredentialAction),
}

const STATES: [CredentialState; 7] = [
    CredentialState::NotEnabled,
    CredentialState::Adding,
    CredentialState::Active,
    CredentialState::Rotating,
    CredentialState::Revoking,
    CredentialState::Revoked,
    CredentialState::Failed,
];
const ACTIONS: [CredentialAction; 3] = [
    CredentialAction::Add,
    CredentialAction::Rotate,
    CredentialAction::Revoke,
];

fn event() -> impl Strategy<Value = Event> {
    let action = || proptest::sample::select(ACTIONS.to_vec());
    let way = proptest::sample::select(vec![OperationWay::Api, OperationWay::Portal]);
    prop_oneof![
        4 => (action(), way).prop_map(|(action, way)| Event::Begin(action, way)),
        1 => Just(Event::Started),
        1 => Just(Event::CameToNothing),
        3 => proptest::sample::select(STATES.to_vec()).prop_map(Event::Answered),
        2 => action().prop_map(Event::Attested),
    ]
}

fn at(second: usize) -> Timestamp {
    Timestamp::from_second(i64::try_from(second).unwrap()).unwrap()
}

fn not_looked() -> Looked {
    Looked::Not {
        why: Unclear::NotSignedIn,
        detail: String::new(),
    }
}

fn operation(action: CredentialAction, way: OperationWay, now: usize) -> Operation {
    Operation {
        action,
        key: Uuid::from_u128(now as u128),
        id: None,
        at: at(now),
        from: CredentialState::NotEnabled,
        way,
        watch_before: None,
    }
}

/// Applies an event as a use case does; answers whether it was taken.
fn apply(credential: &mut NamedCredential, event: &Event, now: usize) -> bool {
    match event {
        Event::Begin(action, way) => {
            let operation = Operation {
                from: credential.state,
                ..operation(*action, *way, now)
            };
            credential.begin(operation, not_looked()).is_ok()
        }
        Event::Started => {
            credential.started(now.to_string());
            true
        }
        Event::CameToNothing => {
            credential.came_to_nothing();
            true
        }
        Event::Answered(state) => credential.answered(*state, Shown::default(), at(now)),
        Event::Attested(action) => {
            let said = Attested {
                by: Attestor::Me,
                at: at(now),
            };
            credential.attested(*action, said).is_ok()
        }
    }
}

proptest! {
    #[test]
    fn a_state_is_under_way_exactly_while_an_operation_is(
        events in proptest::collection::vec(event(), 0..40),
    ) {
        let mut credential = NamedCredential::default();
        for (now, event) in events.iter().enumerate() {
            apply(&mut credential, event, now);
            prop_assert_eq!(
                credential.state.is_under_way(), credential.operation.is_some(), "{:?}", event
            );
            if let Some(operation) = &credential.operation {
                prop_assert_eq!(credential.state, operation.action.under_way());
            }
        }
    }

    #[test]
    fn no_operation_begins_before_the_last_has_ended(
        events in proptest::collection::vec(event(), 0..40),
    ) {
        let mut credential = NamedCredential::default();
        for (now, event) in events.iter().enumerate() {
            let before = credential.clone();
            let taken = apply(&mut credential, event, now);
            if let Event::Begin(action, _) = event {
                let may = before.operation.is_none() && action.can_start_from(before.state);
                prop_assert_eq!(taken, may);
                if !taken {
                    prop_assert_eq!(&credential, &before, "what is refused changes nothing");
                }
            }
        }
    }

    #[test]
    fn what_came_to_nothing_leaves_all_as_it_was(
        events in proptest::collection::vec(event(), 0..20),
        action in proptest::sample::select(ACTIONS.to_vec()),
    ) {
        let mut credential = NamedCredential::default();
        for (now, event) in events.iter().enumerate() {
            apply(&mut credential, event, now);
        }
        let before = credential.clone();
        if apply(&mut credential, &Event::Begin(action, OperationWay::Api), 99) {
            credential.came_to_nothing();
            prop_assert_eq!(credential.state, before.state);
            prop_assert_eq!(credential.known, before.known);
            prop_assert_eq!(credential.renewed_at, before.renewed_at);
            prop_assert_eq!(credential.watch, before.watch);
            prop_assert!(credential.operation.is_none());
        }
    }

    #[test]
    fn only_gcis_verifies_and_only_a_person_attests(
        events in proptest::collection::vec(event(), 0..40),
    ) {
        let mut credential = NamedCredential::default();
        for (now, event) in events.iter().enumerate() {
            let before = credential.known;
            let taken = apply(&mut credential, event, now);
            if credential.known != before {
                let as_told = match credential.known {
                    Some(CredentialKnown::Verified { .. }) => matches!(event, Event::Answered(_)),
                    Some(CredentialKnown::Attested(_)) => matches!(event, Event::Attested(_)),
                    None => false,
                };
                prop_assert!(taken && as_told);
            }
        }
    }

    #[test]
    fn what_gcis_has_under_way_settles_nothing(
        action in proptest::sample::select(ACTIONS.to_vec()),
        state in proptest::sample::select(STATES.to_vec()),
    ) {
        prop_assume!(state.is_under_way());
        let mut credential = NamedCredential { state: match action {
            CredentialAction::Add => CredentialState::NotEnabled,
            CredentialAction::Rotate | CredentialAction::Revoke => CredentialState::Active,
        }, ..NamedCredential::default() };
        apply(&mut credential, &Event::Begin(action, OperationWay::Api), 1);
        let before = credential.clone();
        prop_assert!(!apply(&mut credential, &Event::Answered(state), 2));
        prop_assert_eq!(credential, before);
    }
}

#[test]
fn the_whole_life_of_a_credential() {
    use CredentialAction::{Add, Revoke, Rotate};
    use CredentialState as S;
    let mut credential = NamedCredential::default();
    let mut walk = vec![credential.state];
    for (now, (action, way)) in [
        (Add, OperationWay::Api),
        (Rotate, OperationWay::Portal),
        (Revoke, OperationWay::Api),
    ]
    .into_iter()
    .enumerate()
    {
        apply(&mut credential, &Event::Begin(action, way), now);
        walk.push(credential.state);
        match way {
            OperationWay::Api => {
                apply(&mut credential, &Event::Answered(action.settled()), now);
            }
            OperationWay::Portal => {
                apply(&mut credential, &Event::Attested(action), now);
            }
        }
        walk.push(credential.state);
        assert!(
            credential.is_to_be_seen(),
            "Salesforce was not looked at yet"
        );
    }
    assert_eq!(
        walk,
        [
            S::NotEnabled,
            S::Adding,
            S::Active,
            S::Rotating,
            S::Active,
            S::Revoking,
            S::Revoked
        ]
    );
}

#[test]
fn what_gcis_does_not_tell_stays_known_while_the_state_is_the_same() {
    let shown = Shown {
        name: Some("Gentrack".to_owned()),
        renewed_at: Some(at(1)),
    };
    let mut credential = NamedCredential::default();
    credential.answered(CredentialState::Active, shown.clone(), at(2));
    let is_known = |credential: &NamedCredential| {
        (&credential.name, credential.renewed_at) == (&shown.name, shown.renewed_at)
    };
    credential.answered(CredentialState::Active, Shown::default(), at(3));
    assert!(is_known(&credential), "asked once more");
    let rotate = Event::Begin(CredentialAction::Rotate, OperationWay::Api);
    assert!(apply(&mut credential, &rotate, 4));
    credential.answered(CredentialState::Active, Shown::default(), at(5));
    assert!(is_known(&credential), "after an operation");
    credential.answered(CredentialState::Revoked, Shown::default(), at(6));
    assert_eq!((credential.name, credential.renewed_at), (None, None));
}

#[test]
fn an_operation_that_left_no_trace_leaves_the_one_before_it_to_be_seen() {
    let mut credential = NamedCredential::default();
    let add = Event::Begin(CredentialAction::Add, OperationWay::Api);
    assert!(apply(&mut credential, &add, 1));
    apply(
        &mut credential,
        &Event::Answered(CredentialState::Active),
        2,
    );
    let watch = credential.watch.clone();
    let rotate = Event::Begin(CredentialAction::Rotate, OperationWay::Api);
    assert!(apply(&mut credential, &rotate, 3));
    let operation = credential.operation.clone();
    apply(
        &mut credential,
        &Event::Answered(CredentialState::Active),
        4,
    );
    credential.left_no_trace(operation);
    assert!(watch.is_some() && credential.watch == watch);
    assert!(credential.unanswered.is_some());
}
