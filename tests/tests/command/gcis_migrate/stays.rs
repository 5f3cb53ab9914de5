//! What cannot be moved, or not yet, stays as it is.

use model::Route;
use model::field::{Field, SecretField};
use model::onboarding::PortalEnding;
use practice::Scenario;
use serde_json::Value;

use super::{code, prepared};
use crate::moving::{entered, live};
use crate::registering::text;

#[test]
fn where_gcis_signs_in_by_the_external_client_app_there_is_nothing_to_move() {
    let name = "gcis_migrate::stays::where_gcis_signs_in_by_the_external_client_app_there_is_nothing_to_move";
    entered(name, Route::ExternalClientApp, |desk| {
        desk.register();
        for further in [&["--yes"][..], &["--go-back"], &["--go-on"], &["--retire"]] {
            let (ended, object) = desk.migrate(further);
            assert_eq!((ended, code(&object)), (1, "nothing_to_move"), "{object}");
            assert_eq!(object["phase"], "none");
        }
    });
}

#[test]
fn a_connector_made_elsewhere_is_moved_on_the_persons_word_and_in_the_portal() {
    let name = "gcis_migrate::stays::a_connector_made_elsewhere_is_moved_on_the_persons_word_and_in_the_portal";
    entered(name, Route::ConnectedApp, |desk| {
        let (ended, object) = desk.migrate(&["--yes"]);
        assert_eq!((ended, code(&object)), (2, "nothing_to_move"), "{object}");
        let told = text(&object["problem"]["evidence"]);
        assert!(told.contains("--runs-already"), "{told}");
        let (ended, object) = desk.migrate(&["--runs-already"]);
        assert_eq!((ended, code(&object)), (1, "tenant_missing"), "{object}");

        desk.choose_tenant();
        let (ended, object) = desk.migrate(&["--runs-already"]);
        assert_eq!((ended, code(&object)), (1, "credentials_incomplete"));
        let told = text(&object["problem"]["evidence"]);
        assert!(told.contains("Login URL"), "{told}");
        assert!(told.contains("as My Domain in Setup shows it"), "{told}");
        desk.save(Field::LoginUrl, &desk.card.my_domain);
        desk.enter_external_app();
        let (ended, object) = desk.migrate(&["--runs-already", "--yes"]);
        assert_eq!(
            (ended, code(&object)),
            (1, "only_in_the_portal"),
            "{object}"
        );
        assert!(!object["portal"].as_array().unwrap().is_empty());
        assert_eq!(
            (&object["given"], &object["gcisRoute"]),
            (&false.into(), &"connected-app".into())
        );

        desk.portal_ended(PortalEnding::DontKnow);
        let (ended, object) = desk.migrate(&["--yes"]);
        assert_eq!((ended, code(&object)), (1, "move_outcome_unknown"));
        assert_eq!(object["either"], true);
        assert!(object["sighting"].is_object(), "{object}");
        desk.portal_ended(PortalEnding::Saved);
        let (ended, object) = desk.migrate(&[]);
        assert_eq!((ended, &object["next"]), (0, &"seen".into()), "{object}");
        assert_eq!(object["gcisRoute"], "external-client-app");
    });
}

#[test]
fn what_salesforce_does_not_accept_is_never_sent() {
    let name = "gcis_migrate::stays::what_salesforce_does_not_accept_is_never_sent";
    live(name, |desk| {
        prepared(desk);
        let wrong = "0123456789ABCDEF0123456789ABCDEF";
        desk.store(SecretField::EcaConsumerSecret, wrong);
        let (ended, object) = desk.migrate(&["--yes"]);
        assert_eq!((ended, code(&object)), (1, "verify_first"), "{object}");
        assert_eq!(object["sends"], Value::Array(Vec::new()));
        desk.assert_it_runs_by(Route::ConnectedApp);
    });
}

#[test]
fn what_gcis_refuses_leaves_the_running_connector_and_its_reason_is_told() {
    let name = "gcis_migrate::stays::what_gcis_refuses_leaves_the_running_connector_and_its_reason_is_told";
    live(name, |desk| {
        prepared(desk);
        desk.scenario(Scenario::GcisRefuses);
        let (ended, object) = desk.migrate(&["--yes"]);
        assert_eq!(
            (ended, code(&object)),
            (1, "verification_refused"),
            "{object}"
        );
        assert!(!object["findings"].as_array().unwrap().is_empty());
        assert_eq!(
            (&object["given"], &object["next"]),
            (&false.into(), &"replace".into())
        );
        desk.scenario(Scenario::Smooth);
        desk.assert_it_runs_by(Route::ConnectedApp);
        let (ended, object) = desk.migrate(&["--yes"]);
        assert_eq!((ended, &object["next"]), (0, &"retire".into()), "{object}");
    });
}
