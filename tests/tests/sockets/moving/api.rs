//! The move through the API.

use model::Route;
use model::field::SecretField;
use model::guide::moving::WORDS_TO_RETIRE;
use model::journey::Status;
use model::onboarding::{MovePhase, MoveStage, MoveStanding};
use model::provenance::Provenance;
use onboarding::workflow::snapshot::MoveGiving;
use practice::Scenario;

use super::{live, provenance, stage, verified};
use crate::desk::Desk;

#[tokio::test]
async fn through_the_api_the_connector_is_moved_seen_and_its_old_app_retired() {
    let desk = live().await;
    let due = desk.now().moving;
    assert_eq!(
        (due.phase, due.gcis_route),
        (MovePhase::Due, Some(Route::ConnectedApp))
    );

    let begun = desk.workspace.begin_move(desk.id, false).unwrap();
    assert_eq!(begun.route, Route::ExternalClientApp);
    assert_eq!(begun.moving.next, Some(MoveStage::Prepare));
    desk.enter_external_app().await;
    assert_eq!(desk.now().moving.next, Some(MoveStage::Verify));
    let verified = desk.verify().await.unwrap();
    assert_eq!(verified.moving.next, Some(MoveStage::Replace));
    assert_eq!(verified.moving.giving, MoveGiving::ByApi);
    desk.assert_it_runs_by(Route::ConnectedApp).await;

    let given = desk.workspace.replace_credentials(desk.id).await.unwrap();
    assert_eq!(
        provenance(&given, MoveStage::Replace),
        Some(Provenance::Verified)
    );
    assert_eq!(given.moving.next, Some(MoveStage::Seen));
    desk.assert_it_runs_by(Route::ExternalClientApp).await;

    let looked = desk.workspace.look_for_move(desk.id).await.unwrap();
    let sighting = looked.moving.sighting.as_ref().unwrap();
    assert_eq!(sighting.standing, MoveStanding::GotIn);
    assert!(
        sighting
            .seen
            .as_ref()
            .unwrap()
            .source_ip
            .starts_with("203.0.113.")
    );
    assert_eq!(
        provenance(&looked, MoveStage::Seen),
        Some(Provenance::Verified)
    );

    let retired = desk.workspace.retire_old_app(desk.id, "").unwrap();
    assert_eq!(retired.moving.phase, MovePhase::Done);
    assert_eq!(
        provenance(&retired, MoveStage::Retire),
        Some(Provenance::Attested)
    );
    let ended = desk.workspace.go_back(desk.id).unwrap_err();
    assert_eq!(ended.code, "move_ended");
    desk.workspace.forget_aside(desk.id).await.unwrap();
    let record = desk.workspace.load(desk.id).unwrap();
    assert!(!record.secrets.contains_key(&SecretField::Password));
    desk.assert_it_runs_by(Route::ExternalClientApp).await;
}

#[tokio::test]
async fn what_gcis_refuses_leaves_the_running_connector_untouched() {
    let desk = verified().await;
    desk.scenario(Scenario::GcisRefuses);
    let refused = desk.workspace.replace_credentials(desk.id).await;
    assert_eq!(refused.unwrap_err().code, "verification_refused");
    desk.scenario(Scenario::Smooth);
    assert_eq!(desk.registered().sign_in.route, Route::ConnectedApp);
    assert_eq!(desk.now().moving.next, Some(MoveStage::Replace));
    desk.assert_it_runs_by(Route::ConnectedApp).await;
}

#[tokio::test]
async fn an_answer_that_never_came_is_looked_up_and_stops_the_way_back_until_then() {
    let desk = verified().await;
    desk.scenario(Scenario::GcisNoAnswer);
    let lost = desk.workspace.replace_credentials(desk.id).await;
    assert_eq!(lost.unwrap_err().code, "replacement_unknown");
    desk.scenario(Scenario::Smooth);
    let unknown = desk.now();
    assert!(unknown.moving.either);
    assert_eq!(stage(&unknown, MoveStage::Replace), &Status::Problem);
    let refused = desk.workspace.go_back(desk.id).unwrap_err();
    assert_eq!(refused.code, "move_outcome_unknown");
    let found = desk.workspace.replace_credentials(desk.id).await.unwrap();
    assert_eq!(
        provenance(&found, MoveStage::Replace),
        Some(Provenance::Verified)
    );
    desk.assert_it_runs_by(Route::ExternalClientApp).await;
}

#[tokio::test]
async fn where_gcis_signs_in_by_the_external_client_app_there_is_nothing_to_move() {
    let desk = Desk::on(Route::ExternalClientApp).await;
    desk.make_ready().await;
    desk.workspace.register(desk.id).await.unwrap();
    assert_eq!(desk.now().moving.phase, MovePhase::None);
    for refused in [
        desk.workspace.begin_move(desk.id, true),
        desk.workspace.go_back(desk.id),
        desk.workspace.retire_old_app(desk.id, WORDS_TO_RETIRE),
    ] {
        assert_eq!(refused.unwrap_err().code, "nothing_to_move");
    }
}

#[tokio::test]
async fn a_login_url_of_many_orgs_gives_way_to_the_orgs_own_and_comes_back() {
    let desk = live().await;
    let before = desk.workspace.load(desk.id).unwrap().fields;
    let begun = desk.workspace.begin_move(desk.id, false).unwrap();
    assert_eq!(
        begun.verify.host.as_deref(),
        Some(desk.card.my_domain.as_str())
    );
    desk.workspace.go_back(desk.id).unwrap();
    assert_eq!(
        desk.workspace.load(desk.id).unwrap().fields.login_url,
        before.login_url
    );
}
