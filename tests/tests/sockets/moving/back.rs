//! The way back, from each stage.

use model::Route;
use model::field::SecretField;
use model::onboarding::{MovePhase, MoveStage, PortalEnding};
use onboarding::workflow::snapshot::MoveGiving;

use super::{moved, prepared, verified};

#[tokio::test]
async fn going_back_before_gcis_has_anything_leaves_all_as_it_was_and_needs_no_new_proof() {
    for desk in [prepared().await, verified().await] {
        let registered = desk.registered();
        let back = desk.workspace.go_back(desk.id).unwrap();
        assert_eq!(
            (back.moving.phase, back.route),
            (MovePhase::Due, Route::ConnectedApp)
        );
        assert!(back.verify.passed && back.register.changed_since.is_empty());
        assert_eq!(desk.registered(), registered);
        desk.assert_it_runs_by(Route::ConnectedApp).await;

        let again = desk.workspace.begin_move(desk.id, false).unwrap();
        assert!(
            again.credentials.missing.is_empty(),
            "what was entered stays"
        );
    }
}

#[tokio::test]
async fn going_back_after_it_gives_gcis_the_old_credentials_again() {
    let desk = moved().await;
    desk.workspace.look_for_move(desk.id).await.unwrap();
    let back = desk.workspace.go_back(desk.id).unwrap();
    assert_eq!(
        (back.moving.phase, back.route),
        (MovePhase::GoingBack, Route::ConnectedApp)
    );
    assert_eq!(back.moving.gcis_route, Some(Route::ExternalClientApp));
    assert_eq!(
        back.moving.giving,
        MoveGiving::ByApi,
        "nothing of the old way has changed"
    );
    desk.assert_it_runs_by(Route::ExternalClientApp).await;

    let on = desk.workspace.go_on_moving(desk.id).unwrap();
    assert_eq!(
        (on.moving.phase, on.moving.next),
        (MovePhase::On, Some(MoveStage::Retire))
    );
    desk.workspace.go_back(desk.id).unwrap();
    let given = desk.workspace.replace_credentials(desk.id).await.unwrap();
    assert_eq!(given.moving.phase, MovePhase::Due);
    assert!(given.register.changed_since.is_empty());
    desk.assert_it_runs_by(Route::ConnectedApp).await;
}

#[tokio::test]
async fn old_credentials_that_open_the_org_no_more_are_entered_anew_before_they_go_back() {
    let desk = moved().await;
    let cloud = desk.running.cloud();
    let card = cloud.reset_security_token(&desk.id.to_string()).unwrap();
    desk.workspace.go_back(desk.id).unwrap();
    desk.store(SecretField::SecurityToken, &card.security_token)
        .await;
    desk.verify().await.unwrap();
    let given = desk.workspace.replace_credentials(desk.id).await.unwrap();
    assert_eq!(given.moving.phase, MovePhase::Due);
    desk.assert_it_runs_by(Route::ConnectedApp).await;
}

#[tokio::test]
async fn in_the_portal_too_the_old_credentials_go_back_once_the_person_saw_them_saved() {
    let desk = moved().await;
    desk.workspace.go_back(desk.id).unwrap();
    let saved = desk
        .workspace
        .portal_ended(desk.id, PortalEnding::Saved, "")
        .unwrap();
    assert_eq!(saved.moving.phase, MovePhase::Due);
    assert_eq!(desk.registered().sign_in.route, Route::ConnectedApp);
}
