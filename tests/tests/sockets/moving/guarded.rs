//! What cannot undermine a move that is on.

use model::Route;
use model::field::SecretField;
use model::guide::moving::WORDS_TO_RETIRE;
use model::onboarding::PortalEnding;
use secrecy::SecretString;

use super::{prepared, verified};

#[tokio::test]
async fn until_the_new_way_is_verified_nothing_is_sent_and_nothing_counts_as_given() {
    let desk = prepared().await;
    let before = desk.registered();
    let workspace = &desk.workspace;
    for refused in [
        workspace.replace_credentials(desk.id).await,
        workspace.attest_registered(desk.id),
        workspace.portal_ended(desk.id, PortalEnding::Saved, ""),
    ] {
        assert_eq!(refused.unwrap_err().code, "verify_first");
    }
    assert_eq!(
        workspace
            .retire_old_app(desk.id, WORDS_TO_RETIRE)
            .unwrap_err()
            .code,
        "move_not_ready"
    );
    assert_eq!(
        workspace.look_for_move(desk.id).await.unwrap_err().code,
        "move_not_ready"
    );
    assert_eq!(desk.registered(), before);
    desk.assert_it_runs_by(Route::ConnectedApp).await;
}

#[tokio::test]
async fn a_new_secret_after_the_verification_has_to_be_verified_before_it_is_given() {
    let desk = verified().await;
    desk.store(
        SecretField::EcaConsumerSecret,
        "0123456789ABCDEF0123456789ABCDEF",
    )
    .await;
    let refused = desk.workspace.replace_credentials(desk.id).await;
    assert!(refused.is_err());
    assert_eq!(desk.registered().sign_in.route, Route::ConnectedApp);
    desk.assert_it_runs_by(Route::ConnectedApp).await;
}

#[tokio::test]
async fn the_old_credentials_are_neither_overwritten_nor_forgotten_nor_is_the_way_changed() {
    let desk = verified().await;
    let workspace = &desk.workspace;
    let kept = workspace.load(desk.id).unwrap().secrets;
    for field in SecretField::of_route(Route::ConnectedApp) {
        let secret = SecretString::from("another");
        let keep = model::onboarding::Keep::ThisRun;
        let refused = workspace.store_secret(desk.id, *field, secret, keep).await;
        assert_eq!(refused.unwrap_err().code, "move_keeps_both");
    }
    let refused = workspace.forget_aside(desk.id).await.unwrap_err();
    assert_eq!(refused.code, "move_keeps_both");
    let refused = workspace.choose_route(desk.id, Route::ConnectedApp);
    assert_eq!(refused.unwrap_err().code, "move_is_on");
    assert_eq!(workspace.load(desk.id).unwrap().secrets, kept);
}
