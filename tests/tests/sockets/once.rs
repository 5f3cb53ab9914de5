//! Registering twice by accident is impossible.

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
    let desk = Desk::ready_to_register().await;
    desk.scenario(Scenario::GcisNoAnswer);
    desk.workspace.register(desk.id).await.unwrap_err();
    let data_folder = desk.workspace.data_folder().to_owned();
    desk.running.stop().await;

    let restarted = Workspace::new(data_folder);
    let snapshot = restarted.open(desk.id).unwrap();
    assert!(snapshot.register.outcome_unknown);
    let (running, _) = serve(&restarted, &snapshot, desk.folder.path()).await;
    let found = restarted.look_up_registration(desk.id).await.unwrap();
    assert!(found.register.registered.is_some());
    running.stop().await;
}

#[tokio::test]
async fn an_attempt_that_left_nothing_behind_is_forgotten() {
    let desk = Desk::ready_to_register().await;
    let mut record = desk.workspace.load(desk.id).unwrap();
    record.facts.attempt = Some(model::onboarding::RegistrationAttempt {
        key: uuid::Uuid::new_v4(),
        basis: record.registration_basis().unwrap(),
        at: jiff::Timestamp::now(),
    });
    onboarding::records::Records::new(desk.workspace.data_folder())
        .save(&record)
        .unwrap();
    let looked = desk.workspace.look_up_registration(desk.id).await.unwrap();
    assert!(looked.register.registered.is_none() && !looked.register.outcome_unknown);
    assert!(desk.workspace.register(desk.id).await.is_ok());
}

#[tokio::test]
async fn an_org_that_is_connected_already_is_not_connected_twice() {
    let desk = Desk::ready_to_register().await;
    desk.workspace.register(desk.id).await.unwrap();
    let mut record = desk.workspace.load(desk.id).unwrap();
    record.facts.registered = None;
    onboarding::records::Records::new(desk.workspace.data_folder())
        .save(&record)
        .unwrap();
    let refused = desk.workspace.register(desk.id).await.unwrap_err();
    assert_eq!(refused.code, "already_connected");
    assert!(!refused.detail.is_empty(), "the instance's id is shown");
}
