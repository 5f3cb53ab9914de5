//! The move in the portal, and of a connector that was made elsewhere.

use model::Route;
use model::field::Field;
use model::journey::Status;
use model::onboarding::{MovePhase, MoveStage, MoveStanding, PortalEnding, Tenant};
use model::provenance::Provenance;
use onboarding::workflow::snapshot::{CredentialsAtGcis, MoveGiving};

use super::{provenance, stage, verified};
use crate::desk::Desk;

#[tokio::test]
async fn through_the_portal_each_ending_is_told_apart_from_what_salesforce_saw() {
    let desk = verified().await;
    let workspace = &desk.workspace;
    let ended = |ending| workspace.portal_ended(desk.id, ending, "").unwrap();
    let refused = ended(PortalEnding::Refused);
    assert_eq!(stage(&refused, MoveStage::Replace), &Status::Problem);
    assert_eq!(desk.registered().sign_in.route, Route::ConnectedApp);
    let unknown = ended(PortalEnding::DontKnow);
    assert!(unknown.moving.either);
    for refused in [
        workspace.go_back(desk.id),
        workspace.retire_old_app(desk.id, ""),
    ] {
        assert_eq!(refused.unwrap_err().code, "move_outcome_unknown");
    }
    desk.save_in_the_portal().await;
    let looked = workspace.look_for_move(desk.id).await.unwrap();
    assert_eq!(
        looked.moving.sighting.unwrap().standing,
        MoveStanding::GotIn
    );
    assert_eq!(
        desk.registered().sign_in.route,
        Route::ConnectedApp,
        "what was seen is not what the person says"
    );
    let saved = ended(PortalEnding::Saved);
    assert_eq!(
        provenance(&saved, MoveStage::Replace),
        Some(Provenance::Attested)
    );
    assert!(!saved.moving.either);
    desk.running.let_connectors_sign_in().await;
    let looked = workspace.look_for_move(desk.id).await.unwrap();
    assert_eq!(
        provenance(&looked, MoveStage::Seen),
        Some(Provenance::Verified)
    );
    assert_eq!(
        workspace.retire_old_app(desk.id, "").unwrap().moving.phase,
        MovePhase::Done
    );
}

#[tokio::test]
async fn a_connector_made_elsewhere_is_moved_on_the_persons_word() {
    let desk = Desk::new().await;
    let workspace = &desk.workspace;
    assert_eq!(desk.now().moving.phase, MovePhase::MayExist);
    let refused = workspace.begin_move(desk.id, true).unwrap_err();
    assert_eq!(
        (refused.code, refused.field),
        ("tenant_missing", Some("tenant"))
    );
    let tenant = Tenant {
        id: None,
        name: "Northwind Production".to_owned(),
        product: None,
        environment: None,
    };
    workspace.choose_tenant(desk.id, &tenant).unwrap();
    let refused = workspace.begin_move(desk.id, false).unwrap_err();
    assert_eq!(refused.code, "nothing_to_move");
    let begun = workspace.begin_move(desk.id, true).unwrap();
    assert_eq!(begun.moving.gcis_route, Some(Route::ConnectedApp));
    assert_eq!(
        begun.register.registered.unwrap().credentials,
        CredentialsAtGcis::Unknown
    );

    desk.save(Field::LoginUrl, &desk.card.my_domain);
    desk.enter_external_app().await;
    let verified = desk.verify().await.unwrap();
    assert_eq!(
        verified.moving.giving,
        MoveGiving::InPortal,
        "GCIS named no instance"
    );
    let saved = workspace
        .portal_ended(desk.id, PortalEnding::Saved, "")
        .unwrap();
    assert_eq!(
        provenance(&saved, MoveStage::Replace),
        Some(Provenance::Attested)
    );
}
