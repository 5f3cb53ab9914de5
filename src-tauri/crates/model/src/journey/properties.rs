//! What holds for every onboarding, whatever is known of it.

use std::collections::BTreeMap;

use jiff::Timestamp;
use proptest::prelude::*;
use uuid::Uuid;

use crate::field::SecretField;
use crate::guide::{all_items, prerequisites};
use crate::journey::{Status, Step, StepId, next, steps};
use crate::onboarding::{
    Adopted, Connection, CredentialKnown, CredentialState, Facts, Fields, Keep, Registered,
    RegistrationAttempt, RegistrationProof, ReplacementAttempt, StoredSecret, Tenant, UserInUse,
    Verification,
};
use crate::provenance::{Attested, Attestor, Provenance, Verified};
use crate::{Environment, Onboarding, Route};

const AT: Timestamp = Timestamp::UNIX_EPOCH;

fn said() -> Attested {
    Attested {
        by: Attestor::Me,
        at: AT,
    }
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[a-z]{1,8}"]
}

fn subset(of: Vec<&'static str>) -> impl Strategy<Value = BTreeMap<String, Attested>> {
    let size = 0..=of.len();
    proptest::sample::subsequence(of, size)
        .prop_map(|ids| ids.into_iter().map(|id| (id.to_owned(), said())).collect())
}

prop_compose! {
    fn fields()(username in text(), login_url in text(), event_endpoint in text(), tenant in text()) -> Fields {
        let tenant = (!tenant.is_empty())
            .then_some(Tenant { id: None, name: tenant, product: None, environment: None });
        Fields { username, login_url, event_endpoint, tenant, ..Fields::default() }
    }
}

prop_compose! {
    fn secrets()(present in proptest::sample::subsequence(SecretField::ALL.to_vec(), 0..=6))
        -> BTreeMap<SecretField, StoredSecret> {
        let stored = |field| {
            let generation = Uuid::from_u128(field as u128 + 1);
            (field, StoredSecret { generation, stored_at: AT, keep: Keep::Keychain, remarks: Vec::new() })
        };
        present.into_iter().map(stored).collect()
    }
}

fn state() -> impl Strategy<Value = CredentialState> {
    use CredentialState as S;
    proptest::sample::select(vec![
        S::NotEnabled,
        S::Adding,
        S::Active,
        S::Rotating,
        S::Revoking,
        S::Revoked,
        S::Failed,
    ])
}

fn in_use() -> impl Strategy<Value = Option<UserInUse>> {
    proptest::option::of(proptest::sample::select(vec![
        UserInUse::No,
        UserInUse::Yes,
        UserInUse::NotSure,
    ]))
}

prop_compose! {
    /// An onboarding in any state that the use cases can leave it in.
    fn onboarding()(
        fields in fields(),
        secrets in secrets(),
        prerequisites in subset(prerequisites::ALL.iter().map(|p| p.id).collect()),
        done in subset(all_items().collect()),
        (app_saved, user_ready, in_use) in (any::<bool>(), any::<bool>(), in_use()),
        (verified, connected, registered, by_api) in any::<(bool, bool, bool, bool)>(),
        (attempted, looked_up) in any::<(bool, bool)>(),
        (adopted, given, updated) in any::<(bool, bool, bool)>(),
        (replacing, replacing_looked_up, replaced_since) in any::<(bool, bool, bool)>(),
        (state, declined) in (state(), any::<bool>()),
        route in proptest::sample::select(Route::ALL.to_vec()),
    ) -> Onboarding {
        let mut onboarding = Onboarding {
            id: Uuid::nil(),
            name: "Northwind Energy".to_owned(),
            environment: Environment::Production,
            route,
            created_at: AT,
            changed_at: AT,
            fields,
            secrets,
            gone: std::collections::BTreeSet::new(),
            facts: Facts {
                prerequisites,
                done,
                app_saved: app_saved.then(said),
                user_ready: user_ready.then(said),
                user_in_use: in_use,
                ..Facts::default()
            },
        };
        if verified {
            let connection = Connection {
                username: None,
                org_id: "00D000000000001".to_owned(),
                org_name: "Northwind".to_owned(),
                sandbox: None,
                edition: String::new(),
                login_host: String::new(),
                org_host: String::new(),
            };
            onboarding.facts.verification = Some(Verification {
                at: AT,
                basis: onboarding.sign_in_basis(),
                findings: Vec::new(),
                connection: connected.then_some(Verified { value: connection, at: AT }),
                sign_ins: None,
            });
        }
        if registered && let Some(basis) = onboarding.registration_basis() {
            let proof = if by_api {
                RegistrationProof::Verified { instance_id: "i-1".to_owned(), at: AT }
            } else {
                RegistrationProof::Attested(said())
            };
            let tenant = onboarding.fields.tenant.clone().unwrap();
            onboarding.facts.registered = Some(Registered {
                basis,
                tenant,
                proof,
                updated: updated.then(said),
                adopted: adopted.then_some(Adopted { at: AT, credentials_given: given }),
                mismatch: None,
            });
        }
        if registered && replacing && let Some(basis) = onboarding.registration_basis() {
            onboarding.facts.replacement = Some(ReplacementAttempt {
                key: Uuid::nil(),
                basis,
                before: None,
                looked_up_at: replacing_looked_up.then_some(AT),
                replaced_since,
            });
        }
        if attempted && let Some(basis) = onboarding.registration_basis() {
            let looked_up_at = looked_up.then_some(AT);
            let tenant = onboarding.fields.tenant.clone().unwrap();
            let attempt =
                RegistrationAttempt { key: Uuid::nil(), basis, tenant, at: AT, looked_up_at };
            onboarding.facts.attempt = Some(attempt);
        }
        onboarding.facts.named_credential.state = state;
        onboarding.facts.named_credential.known = Some(CredentialKnown::Attested(said()));
        onboarding.facts.named_credential.declined = declined.then(said);
        onboarding
    }
}

fn status(steps: &[Step], id: StepId) -> &Status {
    &steps.iter().find(|step| step.id == id).unwrap().status
}

fn is_completed(status: &Status) -> bool {
    matches!(status, Status::Completed { .. })
}

proptest! {
    #[test]
    fn every_step_stands_once_and_in_order(onboarding in onboarding()) {
        let ids: Vec<StepId> = steps(&onboarding).iter().map(|step| step.id).collect();
        prop_assert_eq!(ids, StepId::ALL.to_vec());
    }

    #[test]
    fn what_cannot_start_or_needs_a_recheck_says_why(onboarding in onboarding()) {
        for step in steps(&onboarding) {
            if matches!(step.status, Status::CannotStart | Status::NeedsRecheck | Status::Problem) {
                prop_assert!(!step.note.is_empty(), "{:?}", step.id);
            }
        }
    }

    #[test]
    fn the_next_step_is_one_that_can_be_worked_on(onboarding in onboarding()) {
        let steps = steps(&onboarding);
        if let Some(id) = next(&steps) {
            let status = status(&steps, id);
            prop_assert!(!is_completed(status) && *status != Status::CannotStart);
        }
    }

    #[test]
    fn verified_is_said_only_of_what_a_service_answered(onboarding in onboarding()) {
        for step in steps(&onboarding) {
            if let Status::Completed { provenance: Provenance::Verified, .. } = step.status {
                let answered = match step.id {
                    StepId::Verify => onboarding.current_connection().is_some(),
                    StepId::Register => matches!(
                        &onboarding.facts.registered,
                        Some(Registered { proof: RegistrationProof::Verified { .. }, updated: None, .. })
                    ),
                    StepId::NamedCredential => matches!(
                        onboarding.facts.named_credential.known,
                        Some(CredentialKnown::Verified { .. })
                    ) || onboarding.facts.named_credential.seen().is_some(),
                    _ => false,
                };
                prop_assert!(answered, "{:?}", step.id);
            }
        }
    }

    #[test]
    fn a_new_secret_turns_verified_to_needs_recheck_and_loses_nothing(
        mut onboarding in onboarding(),
        field in proptest::sample::select(SecretField::ALL.to_vec()),
    ) {
        let of_route = SecretField::of_route(onboarding.route);
        prop_assume!(of_route.contains(&field));
        let before = steps(&onboarding);
        let facts = onboarding.facts.clone();
        let generation = Uuid::from_u128(99);
        let stored = StoredSecret {
            generation,
            stored_at: AT,
            keep: Keep::Keychain,
            remarks: Vec::new(),
        };
        onboarding.secrets.insert(field, stored);
        let after = steps(&onboarding);
        if is_completed(status(&before, StepId::Verify)) {
            prop_assert_eq!(status(&after, StepId::Verify), &Status::NeedsRecheck);
        }
        if is_completed(status(&before, StepId::Register)) {
            prop_assert_eq!(status(&after, StepId::Register), &Status::NeedsRecheck);
        }
        prop_assert_eq!(onboarding.facts, facts);
    }

    #[test]
    fn another_route_asks_for_a_recheck_and_loses_nothing(mut onboarding in onboarding()) {
        let before = steps(&onboarding);
        let (facts, fields) = (onboarding.facts.clone(), onboarding.fields.clone());
        let secrets = onboarding.secrets.clone();
        onboarding.route = match onboarding.route {
            Route::ConnectedApp => Route::ExternalClientApp,
            Route::ExternalClientApp => Route::ConnectedApp,
        };
        let after = steps(&onboarding);
        prop_assert!(onboarding.current_connection().is_none());
        if is_completed(status(&before, StepId::Register)) {
            prop_assert_eq!(status(&after, StepId::Register), &Status::NeedsRecheck);
        }
        prop_assert_eq!((onboarding.facts, onboarding.fields), (facts, fields));
        prop_assert_eq!(onboarding.secrets, secrets);
    }

    #[test]
    fn an_unknown_registration_is_never_hidden(mut onboarding in onboarding()) {
        onboarding.facts.registered = None;
        let unknown = onboarding.facts.attempt.as_ref().is_some_and(RegistrationAttempt::is_unknown);
        let status = status(&steps(&onboarding), StepId::Register).clone();
        prop_assert_eq!(unknown, status == Status::Problem);
    }

    #[test]
    fn credentials_that_nobody_knows_never_look_settled(onboarding in onboarding()) {
        let facts = &onboarding.facts;
        let settled = is_completed(status(&steps(&onboarding), StepId::Register));
        prop_assert!(!settled || !(facts.replacement_is_unknown() || facts.replaced_unseen()));
    }

    #[test]
    fn nothing_is_registered_without_a_verified_sign_in(mut onboarding in onboarding()) {
        onboarding.facts.verification = None;
        onboarding.facts.registered = None;
        onboarding.facts.attempt = None;
        let steps = steps(&onboarding);
        prop_assert_eq!(status(&steps, StepId::Register), &Status::CannotStart);
    }
}
