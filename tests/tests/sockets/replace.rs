//! Other credentials for a registered instance, through the API.

use model::field::{Field, SecretField};
use model::journey::{Status, StepId};
use onboarding::workflow::snapshot::Snapshot;
use practice::Scenario;

use crate::desk::Desk;

/// A registered connector whose security token was reset, entered anew and verified.
async fn with_a_new_token() -> Desk {
    let desk = Desk::ready_to_register().await;
    desk.workspace.register(desk.id).await.unwrap();
    let card = desk
        .running
        .cloud()
        .reset_security_token(&desk.id.to_string())
        .unwrap();
    desk.store(SecretField::SecurityToken, &card.security_token)
        .await;
    desk.verify().await.unwrap();
    desk
}

fn register_step(snapshot: &Snapshot) -> &Status {
    let step = snapshot.steps.iter().find(|s| s.id == StepId::Register);
    &step.unwrap().status
}

#[tokio::test]
async fn what_was_verified_anew_is_given_to_the_same_instance() {
    let desk = with_a_new_token().await;
    let before = desk.workspace.open(desk.id).unwrap();
    assert_eq!(register_step(&before), &Status::NeedsRecheck);
    assert!(before.register.can_replace);
    let after = desk.workspace.replace_credentials(desk.id).await.unwrap();
    assert!(matches!(register_step(&after), Status::Completed { .. }));
    assert!(!after.register.can_replace);
    let id = |snapshot: &Snapshot| {
        let registered = snapshot.register.registered.as_ref();
        registered.unwrap().instance_id.clone()
    };
    assert_eq!(id(&before), id(&after));
}

#[tokio::test]
async fn credentials_that_are_not_verified_are_not_sent() {
    let desk = with_a_new_token().await;
    desk.store(SecretField::SecurityToken, "mistyped").await;
    let refused = desk.workspace.replace_credentials(desk.id).await;
    assert_eq!(refused.unwrap_err().code, "verify_first");
}

#[tokio::test]
async fn what_gcis_refuses_leaves_the_instance_as_it_was() {
    let desk = with_a_new_token().await;
    desk.scenario(Scenario::GcisRefuses);
    let refused = desk.workspace.replace_credentials(desk.id).await;
    assert_eq!(refused.unwrap_err().code, "verification_refused");
    let after = desk.workspace.open(desk.id).unwrap();
    assert_eq!(register_step(&after), &Status::NeedsRecheck);
    desk.scenario(Scenario::Smooth);
    assert!(desk.workspace.replace_credentials(desk.id).await.is_ok());
}

#[tokio::test]
async fn another_event_endpoint_is_a_matter_for_the_portal() {
    let desk = with_a_new_token().await;
    desk.workspace
        .save_field(desk.id, Field::EventEndpoint, "other/events")
        .unwrap();
    let snapshot = desk.workspace.open(desk.id).unwrap();
    assert!(!snapshot.register.can_replace);
    let refused = desk.workspace.replace_credentials(desk.id).await;
    assert_eq!(refused.unwrap_err().code, "only_in_the_portal");
}
