//! The way back.

use model::Route;
use serde_json::Value;

use super::{code, moved, prepared};
use crate::moving::live;

#[test]
fn before_gcis_has_anything_going_back_is_done_at_once() {
    let name = "gcis_migrate::back::before_gcis_has_anything_going_back_is_done_at_once";
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
    let name = "gcis_migrate::back::after_it_going_back_verifies_the_old_credentials_and_gives_them_to_gcis";
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
