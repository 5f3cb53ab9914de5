use model::Route;
use model::onboarding::CredentialState;
use serde_json::{Value, json};

use super::*;

fn read<T: serde::de::DeserializeOwned>(body: Value) -> T {
    serde_json::from_value(body).unwrap()
}

#[test]
fn an_instance_is_known_by_its_id_alone() {
    let bare: Instance = read(json!({ "id": "i" }));
    assert_eq!((bare.id.as_str(), bare.route), ("i", None));
    let strange: Instance = read(json!({
        "id": "i", "reference": "r", "route": "carrier_pigeon", "status": ["asleep"], "username": 7,
        "createdAt": "the day before", "credentialsReplacedAt": null, "orgId": "00D", "wings": 2,
    }));
    assert_eq!(strange.reference.as_deref(), Some("r"));
    assert_eq!(strange.org_id.as_deref(), Some("00D"));
    assert_eq!((strange.route, strange.status), (None, None));
    assert_eq!((strange.username, strange.created_at), (None, None));
    assert!(serde_json::from_value::<Instance>(json!({ "reference": "r" })).is_err());
}

#[test]
fn what_is_known_of_an_instance_is_read() {
    let instance: Instance = read(json!({
        "id": "i", "route": "external_client_app", "status": "broken",
        "credentialsReplacedAt": "2026-11-23T14:03:22Z",
    }));
    assert_eq!(instance.route, Some(Route::ExternalClientApp));
    assert_eq!(instance.status, Some(InstanceStatus::Broken));
    assert!(instance.credentials_replaced_at.is_some());
}

#[test]
fn of_a_status_that_is_not_known_nobody_can_tell() {
    for (status, read_as) in [
        (json!("passed"), CheckStatus::Passed),
        (json!("failed"), CheckStatus::Failed),
        (json!("skipped"), CheckStatus::Skipped),
        (json!("warning"), CheckStatus::Warning),
        (json!("JOB_FAILED"), CheckStatus::Unknown),
        (json!(null), CheckStatus::Unknown),
    ] {
        let check: Check = read(json!({ "id": "sign_in", "status": status }));
        assert_eq!(check.status, read_as, "{status}");
    }
}

#[test]
fn a_state_that_is_not_known_is_none_and_its_times_are_still_read() {
    let known: CredentialAnswer = read(json!({ "state": "rotating" }));
    assert_eq!(known.state, Some(CredentialState::Rotating));
    let strange: CredentialAnswer =
        read(json!({ "state": "hibernating", "createdAt": "2026-11-23T14:03:22Z" }));
    assert_eq!(strange.state, None);
    assert!(strange.created_at.is_some());
    assert!(serde_json::from_value::<CredentialAnswer>(json!({ "name": "n" })).is_err());
}

#[test]
fn a_problem_is_read_as_far_as_it_can_be() {
    let problem: ProblemAnswer = read(json!({
        "title": "No", "detail": { "in": "pieces" }, "checks": "none", "instanceId": "i",
    }));
    assert_eq!(problem.title, "No");
    assert_eq!(problem.instance_id.as_deref(), Some("i"));
    assert!(problem.detail.is_empty() && problem.checks.is_empty());
}

#[test]
fn a_request_in_progress_is_known_by_its_type() {
    for (kind, expected) in [
        (json!("/problems/request-in-progress"), true),
        (
            json!("https://gcis.invalid/problems/request-in-progress"),
            true,
        ),
        (json!("/problems/wrong-state"), false),
        (json!(409), false),
    ] {
        let problem: ProblemAnswer = read(json!({ "type": kind }));
        assert_eq!(problem.is_in_progress(), expected, "{kind}");
    }
}
