//! A live connector is moved.

use acceptance::programs::clean;
use model::Route;
use serde_json::{Value, json};

use super::{code, prepared, stage};
use crate::desk::program;
use crate::moving::live;
use crate::registering::text;
use crate::saved::on_this_desktop;
use crate::secrets::at_a_terminal;

#[test]
fn a_live_connector_is_begun_moved_seen_and_its_old_app_retired() {
    let name = "gcis_migrate::moved::a_live_connector_is_begun_moved_seen_and_its_old_app_retired";
    live(name, |desk| {
        let (ended, object) = desk.migrate(&["--yes"]);
        assert_eq!((ended, code(&object)), (1, "credentials_incomplete"));
        assert_eq!(object["phase"], "on");
        assert_eq!(
            object["missing"],
            json!(["Consumer Key", "Consumer Secret"])
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
    let name = "gcis_migrate::moved::a_person_is_told_how_far_it_is_and_what_is_left_to_do";
    live(name, |desk| {
        let ran = desk.told(&[]);
        let told = "Give the external client app a name that the connected app does not have";
        assert!(ran.stdout.contains(told), "{}", ran.stdout);
        desk.enter_external_app();
        let ran = desk.told(&["--yes"]);
        for told in [
            "The connector is being moved to the external client app.\n",
            "GCIS signs in: By the external client app, with key and secret.\n",
            "  done         See GCIS sign in by it: GCIS got in by the new app\n",
            "In Login History: GCIS got in by the new app",
            "To retire the connected app, in Salesforce:\n  Let a working day pass: ",
            "Once that is done: --retire.\n",
            "To go back: --go-back. ",
        ] {
            assert!(ran.stdout.contains(told), "{told}: {}", ran.stdout);
        }
    });
}

#[test]
fn at_a_terminal_nothing_is_sent_without_the_word_yes() {
    let name = "gcis_migrate::moved::at_a_terminal_nothing_is_sent_without_the_word_yes";
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
