//! Registering twice by accident is impossible.

use model::onboarding::{
    CredentialAction, CredentialState, Operation, OperationWay, RegistrationAttempt,
};
use model::provenance::Provenance;
use onboarding::records::Records;
use onboarding::workflow::Workspace;
use practice::Scenario;

use crate::desk::{Desk, serve};

#[tokio::test]
async fn an_answer_that_never_came_is_looked_up_before_anything_is_sent_again() {
    let desk = Desk::ready_to_register().await;
    desk.scenario(Scenario::GcisNoAnswer);
    let unknown = desk.workspace.register(desk.id).await.unwrap_err();
    assert_eq!(unknown.code, "outcome_unknown");
    assert!(
        desk.workspace
            .open(desk.id)
            .unwrap()
            .register
            .outcome_unknown
    );
    desk.scenario(Scenario::Smooth);
    let found = desk.workspace.look_up_registration(desk.id).await.unwrap();
    assert!(found.register.registered.unwrap().instance_id.is_some());
    assert!(!found.register.outcome_unknown);
}

#[tokio::test]
async fn a_second_click_after_no_answer_finds_the_first_instance() {
    let desk = Desk::ready_to_register().await;
    desk.scenario(Scenario::GcisNoAnswer);
    desk.workspace.register(desk.id).await.unwrap_err();
    desk.scenario(Scenario::Smooth);
    let again = desk.workspace.register(desk.id).await.unwrap();
    assert!(again.register.registered.is_some());
    let refused = desk.workspace.register(desk.id).await.unwrap_err();
    assert_eq!(refused.code, "already_registered");
}

#[tokio::test]
async fn after_a_restart_the_attempt_is_still_known() {
    let desk = Desk::that_outlives_its_services().await;
    desk.enter_credentials().await;
    desk.make_ready().await;
    desk.scenario(Scenario::GcisNoAnswer);
    desk.workspace.register(desk.id).await.unwrap_err();
    let data_folder = desk.workspace.data_folder().to_owned();
    desk.running.stop().await;

    let restarted = Workspace::new(data_folder);
    let snapshot = restarted.open(desk.id).unwrap();
    assert!(snapshot.register.outcome_unknown);
    let (running, _) = serve(&restarted, &snapshot, Some(desk.folder.path())).await;
    let found = restarted.look_up_registration(desk.id).await.unwrap();
    assert!(found.register.registered.is_some());
    running.stop().await;
}

#[tokio::test]
async fn an_attempt_that_left_nothing_behind_may_be_made_again_under_its_own_key() {
    let desk = Desk::ready_to_register().await;
    let mut record = desk.workspace.load(desk.id).unwrap();
    let key = uuid::Uuid::new_v4();
    record.facts.attempt = Some(RegistrationAttempt {
        key,
        basis: record.registration_basis().unwrap(),
        tenant: record.fields.tenant.clone().unwrap(),
        at: jiff::Timestamp::now(),
        looked_up_at: None,
    });
    Records::new(desk.workspace.data_folder())
        .save(&record)
        .unwrap();
    assert!(
        desk.workspace
            .open(desk.id)
            .unwrap()
            .register
            .outcome_unknown
    );
    let looked = desk.workspace.look_up_registration(desk.id).await.unwrap();
    assert!(looked.register.registered.is_none() && !looked.register.outcome_unknown);
    let kept = desk.workspace.load(desk.id).unwrap().facts.attempt.unwrap();
    assert_eq!(kept.key, key, "the first request may still be on its way");
    assert!(desk.workspace.register(desk.id).await.is_ok());
}

#[tokio::test]
async fn what_the_person_saw_in_the_portal_cannot_hide_an_unknown_outcome() {
    let desk = Desk::ready_to_register().await;
    desk.scenario(Scenario::GcisNoAnswer);
    desk.workspace.register(desk.id).await.unwrap_err();
    let refused = desk.workspace.attest_registered(desk.id).unwrap_err();
    assert_eq!(refused.code, "outcome_unknown");
}

#[tokio::test]
async fn values_changed_in_the_portal_keep_the_instance_that_gcis_named() {
    let desk = Desk::ready_to_register().await;
    let before = desk
        .workspace
        .register(desk.id)
        .await
        .unwrap()
        .register
        .registered
        .unwrap();
    let field = model::field::Field::EventEndpoint;
    let changed = desk
        .workspace
        .save_field(desk.id, field, "/other/events")
        .unwrap();
    assert_eq!(changed.register.changed_since, ["Event Endpoint"]);
    let updated = desk.workspace.attest_registered(desk.id).unwrap().register;
    let after = updated.registered.unwrap();
    assert_eq!(after.instance_id, before.instance_id);
    assert!(after.updated_at.is_some() && updated.changed_since.is_empty());
    assert_eq!(before.provenance, Provenance::Verified);
    assert_eq!(
        after.provenance,
        Provenance::Attested,
        "GCIS said nothing of it"
    );
    assert_eq!(after.at, before.at, "when GCIS answered is not forgotten");
}

#[tokio::test]
async fn an_org_that_is_connected_already_is_not_connected_twice() {
    let desk = Desk::ready_to_register().await;
    desk.workspace.register(desk.id).await.unwrap();
    let mut record = desk.workspace.load(desk.id).unwrap();
    record.facts.registered = None;
    Records::new(desk.workspace.data_folder())
        .save(&record)
        .unwrap();
    let refused = desk.workspace.register(desk.id).await.unwrap_err();
    assert_eq!(refused.code, "already_connected");
    assert!(!refused.detail.is_empty(), "the instance's id is shown");
}

/// The record as it is after the request for a rotation was lost: begun, with no answer.
fn rotation_without_an_answer(desk: &Desk) {
    let mut record = desk.workspace.load(desk.id).unwrap();
    let credential = &mut record.facts.named_credential;
    credential.operation = Some(Operation {
        action: CredentialAction::Rotate,
        key: uuid::Uuid::new_v4(),
        id: None,
        at: jiff::Timestamp::now(),
        from: credential.state,
        way: OperationWay::Api,
        watch_before: None,
    });
    credential.state = CredentialState::Rotating;
    Records::new(desk.workspace.data_folder())
        .save(&record)
        .unwrap();
}

#[tokio::test]
async fn a_rotation_whose_request_was_lost_is_never_taken_for_done() {
    let desk = Desk::ready_to_register().await;
    desk.workspace.register(desk.id).await.unwrap();
    let add = desk.change_credential(CredentialAction::Add);
    let renewed = add.await.unwrap().named_credential.renewed_at;
    assert!(renewed.is_some());

    rotation_without_an_answer(&desk);
    let looked = desk
        .workspace
        .refresh_named_credential(desk.id, &|_| ())
        .await
        .unwrap_err();
    assert_eq!(looked.code, "credential_unchanged");
    let after = desk.workspace.open(desk.id).unwrap().named_credential;
    assert_eq!(
        (after.state, after.renewed_at),
        (CredentialState::Active, renewed)
    );
    assert_eq!(after.under_way, None);

    let rotate = desk.change_credential(CredentialAction::Rotate);
    assert!(rotate.await.unwrap().named_credential.renewed_at > renewed);
}
