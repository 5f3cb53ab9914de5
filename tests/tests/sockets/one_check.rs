//! One check alone: it changes its own finding and leaves the rest.

use std::sync::Mutex;

use model::catalogue::Check;
use model::field::{Field, SecretField};
use onboarding::workflow::VerifyRequest;
use onboarding::workflow::snapshot::{Snapshot, VerifyEvent};
use practice::Scenario;

use crate::desk::Desk;
use crate::line_of_sight::LineOfSight;

/// What is learned before anything can be asked alone.
const ON_THE_WAY: [Check; 4] = [Check::Host, Check::SignIn, Check::Signature, Check::Org];

fn only(check: Check) -> VerifyRequest {
    VerifyRequest {
        only: Some(check),
        ..VerifyRequest::default()
    }
}

fn codes(snapshot: &Snapshot) -> Vec<(Check, &'static str, String)> {
    let findings = snapshot.verify.findings.iter();
    let each = findings.map(|found| (found.check, found.code, found.evidence.clone()));
    each.collect()
}

/// Verifies, and tells which checks were answered.
async fn answered(desk: &Desk, request: &VerifyRequest) -> (Snapshot, Vec<Check>) {
    let told = Mutex::new(Vec::new());
    let tell = |event| {
        if let VerifyEvent::Found { finding, .. } = event {
            told.lock().unwrap().push(finding.check);
        }
    };
    let verified = desk.workspace.verify(desk.id, request, &tell).await;
    (verified.unwrap(), told.into_inner().unwrap())
}

#[tokio::test]
async fn each_check_alone_finds_what_it_found_among_all() {
    let desk = Desk::with_credentials().await;
    let all = VerifyRequest {
        endpoint: true,
        ..VerifyRequest::default()
    };
    desk.ask(&all).await;
    // From the second run on the org is a known one.
    let before = codes(&desk.ask(&all).await);
    for check in Check::VERIFICATION {
        let (after, told) = answered(&desk, &only(check)).await;
        let expected: Vec<Check> = ON_THE_WAY.into_iter().filter(|one| *one != check).collect();
        assert_eq!(told.len(), expected.len() + 1, "{check:?}: {told:?}");
        assert!(told.contains(&check), "{check:?}: {told:?}");
        let changing = [Check::ApiCalls, Check::SignIns];
        let steady = |found: Vec<(Check, &'static str, String)>| {
            let kept = found
                .into_iter()
                .filter(|(check, ..)| !changing.contains(check));
            kept.collect::<Vec<_>>()
        };
        assert_eq!(steady(codes(&after)), steady(before.clone()), "{check:?}");
        assert!(
            after.verify.passed && after.verify.sign_ins.is_some(),
            "{check:?}"
        );
    }
}

#[tokio::test]
async fn what_changed_in_the_org_changes_that_finding_alone() {
    let desk = Desk::with_credentials().await;
    desk.verify().await.unwrap();
    let before = codes(&desk.verify().await.unwrap());
    desk.scenario(Scenario::LimitsNearlyUsed);
    let after = codes(&desk.ask(&only(Check::ApiCalls)).await);
    let differing: Vec<_> = before
        .iter()
        .zip(&after)
        .filter(|(old, new)| old != new)
        .collect();
    let [(_, (check, code, _))] = differing[..] else {
        panic!("{differing:?}");
    };
    assert_eq!((*check, *code), (Check::ApiCalls, "api_calls_low"));
}

#[tokio::test]
async fn no_more_is_asked_than_that_check_needs() {
    let desk = Desk::with_credentials().await;
    desk.verify().await.unwrap();
    let sight = LineOfSight::of(&desk).await;
    // A batch counts itself and what is in it; looking costs one call.
    for (check, calls) in [
        (Check::Host, 0),
        (Check::Elsewhere, 0),
        (Check::ApiCalls, 2),
        (Check::Permissions, 3),
        (Check::Package, 3),
        (Check::Endpoint, 1),
    ] {
        let before = sight.calls().await;
        desk.ask(&only(check)).await;
        let counted = sight.calls().await - before - 1;
        assert_eq!(counted, calls, "{check:?}");
    }
}

#[tokio::test]
async fn where_something_changed_since_all_is_asked() {
    let desk = Desk::with_credentials().await;
    let all = Check::VERIFICATION.len();
    let (_, told) = answered(&desk, &only(Check::ApiCalls)).await;
    assert_eq!(told.len(), all, "nothing was verified before");
    let (_, told) = answered(&desk, &only(Check::ApiCalls)).await;
    assert_eq!(told.len(), 5);

    desk.store(SecretField::Password, &desk.card.password).await;
    let (snapshot, told) = answered(&desk, &only(Check::ApiCalls)).await;
    assert_eq!(told.len(), all, "a new password");
    assert!(snapshot.verify.passed && snapshot.verify.changed_since.is_empty());

    desk.save(Field::LoginUrl, &desk.card.my_domain);
    let (snapshot, told) = answered(&desk, &only(Check::Endpoint)).await;
    assert_eq!(told.len(), all, "another Login URL");
    let endpoint = snapshot
        .verify
        .findings
        .iter()
        .find(|f| f.check == Check::Endpoint);
    assert_eq!(endpoint.unwrap().code, "endpoint_there", "that one too");
}

#[tokio::test]
async fn one_check_that_meets_a_closed_door_closes_the_way() {
    let desk = Desk::ready_to_register().await;
    for (scenario, code) in [
        (Scenario::OtherOrg, "org_differs"),
        (Scenario::UserLocked, "authentication_failure"),
        (Scenario::ApiDisabled, "api_disabled"),
    ] {
        assert!(desk.verify_unlocked().await.verify.passed);
        desk.scenario(scenario);
        let verify = desk.ask(&only(Check::ApiCalls)).await.verify;
        let blocking: Vec<_> = verify
            .findings
            .iter()
            .filter(|found| found.blocks)
            .collect();
        assert_eq!(blocking[0].code, code);
        assert!(
            !verify.passed && verify.connected_as.is_none(),
            "{scenario}"
        );
        let register = desk.workspace.register(desk.id).await;
        assert_eq!(register.unwrap_err().code, "verify_first", "{scenario}");
        desk.scenario(Scenario::Smooth);
        let request = VerifyRequest {
            user_unlocked: true,
            ..only(Check::ApiCalls)
        };
        let (after, told) = answered(&desk, &request).await;
        assert_eq!(told.len(), Check::VERIFICATION.len(), "{scenario}");
        assert!(after.verify.passed, "{scenario}");
    }
}

#[tokio::test]
async fn one_that_gets_no_answer_leaves_what_is_verified_as_it_was() {
    let desk = Desk::with_credentials().await;
    let before = desk.verify().await.unwrap();
    desk.scenario(Scenario::SalesforceDown);
    let request = only(Check::SignIns);
    let silent = desk.workspace.verify(desk.id, &request, &|_| ()).await;
    assert_eq!(silent.unwrap_err().code, "service_down");
    let after = desk.workspace.open(desk.id).unwrap();
    assert!(after.verify.passed);
    assert_eq!(codes(&after), codes(&before));
}
