//! `connectorctl migrate`.

use acceptance::programs::clean;
use model::Route;
use model::field::SecretField;
use model::guide::moving::WORDS_TO_RETIRE;
use model::onboarding::PortalEnding;
use practice::Scenario;
use serde_json::Value;

use crate::desk::{command, program, run};
use crate::moving::{Moving, entered, live};
use crate::registering::text;
use crate::saved::on_this_desktop;
use crate::secrets::at_a_terminal;

fn code(object: &Value) -> &str {
    object["problem"]["code"].as_str().unwrap_or_default()
}

/// The status of a stage of the move.
fn stage<'a>(object: &'a Value, name: &str) -> &'a Value {
    let stages = object["stages"].as_array().unwrap();
    let stage = stages.iter().find(|stage| stage["stage"] == name);
    &stage.unwrap()["status"]["kind"]
}

/// Begun, and the new app entered.
fn prepared(desk: &Moving) {
    let (_, object) = desk.migrate(&[]);
    assert_eq!(code(&object), "credentials_incomplete");
    desk.enter_external_app();
}

/// Moved, and seen.
fn moved(desk: &Moving) {
    prepared(desk);
    let (ended, object) = desk.migrate(&["--yes"]);
    assert_eq!(ended, 0, "{object}");
}

#[test]
fn a_live_connector_is_begun_moved_seen_and_its_old_app_retired() {
    let name = "gcis_migrate::a_live_connector_is_begun_moved_seen_and_its_old_app_retired";
    live(name, |desk| {
        let (ended, object) = desk.migrate(&["--yes"]);
        assert_eq!((ended, code(&object)), (1, "credentials_incomplete"));
        assert_eq!(object["phase"], "on");
        assert_eq!(
            object["missing"],
            serde_json::json!(["Consumer Key", "Consumer Secret"])
        );
        let told = text(&object["problem"]["evidence"]);
        assert!(told.contains("Consumer Key, Consumer Secret"), "{told}");
        assert!(told.contains("the external client app's"), "{told}");
        desk.assert_it_runs_by(Route::ConnectedApp);

        desk.enter_external_app();
        let ran = desk.told(&["--json"]);
        let object = ran.object();
        assert_eq!((ran.code, code(&object)), (2, "command_incomplete"));
        assert!(ran.stderr.contains("GCIS will be sent:"), "{}", ran.stderr);
        let sends = object["sends"].as_array().unwrap();
        let labels: Vec<&Value> = sends.iter().map(|row| &row["label"]).collect();
        assert_eq!(labels, ["Consumer Key", "Consumer Secret", "Login URL"]);
        assert_eq!(
            (&sends[0]["stored"], &sends[0]["value"]),
            (&true.into(), &Value::Null)
        );
        assert_eq!(sends[2]["value"], desk.card.my_domain);
        assert_eq!(object["connectedAs"]["orgId"], desk.card.org_id);
        assert_eq!(stage(&object, "verify"), "completed");
        assert_eq!(object["gcisRoute"], "connected-app");
        desk.assert_it_runs_by(Route::ConnectedApp);

        let (ended, object) = desk.migrate(&["--yes"]);
        assert_eq!((ended, &object["given"]), (0, &true.into()), "{object}");
        assert_eq!(object["gcisRoute"], "external-client-app");
        assert_eq!(object["sighting"]["standing"], "got_in");
        let told = text(&object["sighting"]["words"]);
        assert!(told.starts_with("GCIS got in by the new app"), "{told}");
        assert_eq!(object["next"], "retire");
        assert!(!object["retire"].as_array().unwrap().is_empty());
        assert_eq!(object["wordsToRetire"], "");
        assert_ne!(object["wayBack"], "");
        desk.assert_it_runs_by(Route::ExternalClientApp);

        let (ended, object) = desk.migrate(&[]);
        assert_eq!((ended, &object["given"]), (0, &false.into()), "{object}");

        for again in [&["--retire"][..], &["--retire"], &["--yes"]] {
            let (ended, object) = desk.migrate(again);
            assert_eq!((ended, &object["phase"]), (0, &"done".into()), "{object}");
            assert_eq!(object["given"], false);
        }
        let (ended, object) = desk.migrate(&["--go-back", "--yes"]);
        assert_eq!((ended, code(&object)), (1, "move_ended"));
        desk.assert_it_runs_by(Route::ExternalClientApp);
    });
}

#[test]
fn a_person_is_told_how_far_it_is_and_what_is_left_to_do() {
    let name = "gcis_migrate::a_person_is_told_how_far_it_is_and_what_is_left_to_do";
    live(name, |desk| {
        prepared(desk);
        let ran = desk.told(&["--yes"]);
        for told in [
            "The connector is being moved to the external client app.\n",
            "GCIS signs in: By the external client app, with key and secret.\n",
            "  done         See GCIS sign in by it: GCIS got in by the new app\n",
            "In Login History: GCIS got in by the new app",
            "To retire the connected app, in Salesforce:\n  Let a working day pass.",
            "Once that is done: --retire.\n",
            "To go back: --go-back. ",
        ] {
            assert!(ran.stdout.contains(told), "{told}: {}", ran.stdout);
        }
    });
}

#[test]
fn at_a_terminal_nothing_is_sent_without_the_word_yes() {
    let name = "gcis_migrate::at_a_terminal_nothing_is_sent_without_the_word_yes";
    live(name, |desk| {
        prepared(desk);
        let words = desk.onboarding().map(|word| format!("'{word}'")).join(" ");
        let migrate = format!("{} migrate {words}", program().display());
        let answered = |typed: &str| {
            let script = on_this_desktop(clean("script"));
            let prompt = "Type yes to give GCIS the new key and secret: ";
            at_a_terminal(script, &migrate, &[(prompt, typed)])
        };
        let shown = answered("y");
        assert!(shown.contains("Consumer Secret    stored"), "{shown}");
        assert!(!shown.contains("Given to GCIS"), "{shown}");
        desk.assert_it_runs_by(Route::ConnectedApp);
        let shown = answered("yes");
        assert!(shown.contains("Given to GCIS: instance "), "{shown}");
        desk.assert_it_runs_by(Route::ExternalClientApp);
    });
}

#[test]
fn where_gcis_signs_in_by_the_external_client_app_there_is_nothing_to_move() {
    let name =
        "gcis_migrate::where_gcis_signs_in_by_the_external_client_app_there_is_nothing_to_move";
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
    let name =
        "gcis_migrate::a_connector_made_elsewhere_is_moved_on_the_persons_word_and_in_the_portal";
    entered(name, Route::ConnectedApp, |desk| {
        let (ended, object) = desk.migrate(&["--yes"]);
        assert_eq!((ended, code(&object)), (2, "nothing_to_move"), "{object}");
        let told = text(&object["problem"]["evidence"]);
        assert!(told.contains("--runs-already"), "{told}");
        let (ended, object) = desk.migrate(&["--runs-already"]);
        assert_eq!((ended, code(&object)), (1, "tenant_missing"), "{object}");

        desk.verify();
        desk.choose_tenant();
        let (ended, object) = desk.migrate(&["--runs-already"]);
        assert_eq!((ended, code(&object)), (1, "credentials_incomplete"));
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
    let name = "gcis_migrate::what_salesforce_does_not_accept_is_never_sent";
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
    let name =
        "gcis_migrate::what_gcis_refuses_leaves_the_running_connector_and_its_reason_is_told";
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

#[test]
fn an_answer_that_never_came_is_looked_up_and_it_says_so() {
    let name = "gcis_migrate::an_answer_that_never_came_is_looked_up_and_it_says_so";
    live(name, |desk| {
        prepared(desk);
        desk.scenario(Scenario::GcisNoAnswer);
        let ran = desk.told(&["--json", "--yes"]);
        let object = ran.object();
        assert_eq!(ran.code, 0, "{object}");
        assert_eq!(
            (&object["lookedUp"], &object["given"]),
            (&true.into(), &true.into())
        );
        assert!(ran.stderr.contains("GCIS did not answer"), "{}", ran.stderr);
        desk.scenario(Scenario::Smooth);
        desk.assert_it_runs_by(Route::ExternalClientApp);
    });
}

#[test]
fn a_save_whose_end_nobody_saw_is_settled_by_gciss_own_answer() {
    let name = "gcis_migrate::a_save_whose_end_nobody_saw_is_settled_by_gciss_own_answer";
    live(name, |desk| {
        prepared(desk);
        desk.verify();
        desk.portal_ended(PortalEnding::DontKnow);
        let (ended, object) = desk.migrate(&["--go-back"]);
        assert_eq!((ended, code(&object)), (1, "move_outcome_unknown"));
        assert_eq!(object["either"], true);
        let (ended, object) = desk.migrate(&["--yes"]);
        assert_eq!((ended, &object["given"]), (0, &true.into()), "{object}");
        assert_eq!(object["either"], false);
        desk.assert_it_runs_by(Route::ExternalClientApp);
    });
}

#[test]
fn before_gcis_has_anything_going_back_is_done_at_once() {
    let name = "gcis_migrate::before_gcis_has_anything_going_back_is_done_at_once";
    live(name, |desk| {
        prepared(desk);
        let (ended, object) = desk.migrate(&["--go-back"]);
        assert_eq!((ended, &object["phase"]), (0, &"due".into()), "{object}");
        assert_eq!(object["sends"], Value::Array(Vec::new()));
        desk.assert_it_runs_by(Route::ConnectedApp);
        let (ended, object) = desk.migrate(&["--yes"]);
        assert_eq!(
            (ended, &object["next"]),
            (0, &"retire".into()),
            "what was entered stays"
        );
    });
}

#[test]
fn after_it_going_back_verifies_the_old_credentials_and_gives_them_to_gcis() {
    let name =
        "gcis_migrate::after_it_going_back_verifies_the_old_credentials_and_gives_them_to_gcis";
    live(name, |desk| {
        moved(desk);
        let (ended, object) = desk.migrate(&["--go-back"]);
        assert_eq!((ended, code(&object)), (2, "command_incomplete"));
        let sends = object["sends"].as_array().unwrap();
        assert!(sends.iter().any(|row| row["label"] == "Password"));
        assert_eq!(object["phase"], "going_back");
        desk.assert_it_runs_by(Route::ExternalClientApp);

        let (ended, object) = desk.migrate(&["--yes"]);
        assert_eq!((ended, code(&object)), (2, "command_incomplete"));
        let (ended, object) = desk.migrate(&["--go-on"]);
        assert_eq!((ended, &object["phase"]), (0, &"on".into()), "{object}");
        assert_eq!(object["given"], false, "GCIS has them still");

        let (ended, object) = desk.migrate(&["--go-back", "--yes"]);
        assert_eq!((ended, &object["phase"]), (0, &"due".into()), "{object}");
        assert_eq!(
            (&object["given"], &object["gcisRoute"]),
            (&true.into(), &"connected-app".into())
        );
        desk.assert_it_runs_by(Route::ConnectedApp);
    });
}

#[test]
fn what_salesforce_has_not_shown_is_retired_in_words_alone() {
    let name = "gcis_migrate::what_salesforce_has_not_shown_is_retired_in_words_alone";
    live(name, |desk| {
        prepared(desk);
        let (ended, object) = desk.migrate(&["--retire", "--confirm-retire", WORDS_TO_RETIRE]);
        assert_eq!((ended, code(&object)), (1, "move_not_ready"), "{object}");
        desk.verify();
        // The person says Saved, and GCIS goes on as before.
        desk.portal_ended(PortalEnding::Saved);
        let (ended, object) = desk.migrate(&["--yes"]);
        assert_eq!(
            (ended, &object["sighting"]["standing"]),
            (0, &"no_line".into()),
            "{object}"
        );
        let told = text(&object["sighting"]["words"]);
        assert!(told.starts_with("Cannot tell"), "{told}");
        assert_eq!(object["wordsToRetire"], WORDS_TO_RETIRE);

        let (ended, object) = desk.migrate(&["--retire"]);
        assert_eq!((ended, code(&object)), (2, "move_not_seen"), "{object}");
        let told = text(&object["problem"]["evidence"]);
        assert!(
            told.contains("--confirm-retire \"GCIS uses the new app\""),
            "{told}"
        );
        let (ended, object) = desk.migrate(&["--retire", "--confirm-retire", "yes"]);
        assert_eq!((ended, code(&object)), (1, "move_not_seen"), "{object}");
        let (ended, object) = desk.migrate(&["--retire", "--confirm-retire", WORDS_TO_RETIRE]);
        assert_eq!((ended, &object["phase"]), (0, &"done".into()), "{object}");
    });
}

#[test]
fn a_command_that_is_not_complete_gets_its_object_too() {
    let data = tempfile::tempdir().unwrap();
    let of = |further: &[&'static str]| [&["migrate", "--onboarding", "Nobody"], further].concat();
    for (words, evidence) in [
        (vec!["migrate"], "--onboarding"),
        (of(&[]), "Nobody"),
        (of(&["--sure"]), "--sure"),
        (of(&["--go-back", "--retire"]), "--retire"),
        (of(&["--go-back", "--go-on"]), "--go-on"),
        (of(&["--runs-already", "--retire"]), "--retire"),
        (of(&["--confirm-retire", "yes"]), "--retire"),
    ] {
        let mut command = command(data.path());
        let ran = run(command.args(words).arg("--json"));
        let object = ran.object();
        assert_eq!((ran.code, code(&object)), (2, "command_incomplete"));
        assert_eq!(
            (&object["command"], &object["outcome"]),
            (&"migrate".into(), &"failed".into())
        );
        let told = text(&object["problem"]["evidence"]);
        assert!(told.contains(evidence), "{evidence} is not in {told}");
    }
}
