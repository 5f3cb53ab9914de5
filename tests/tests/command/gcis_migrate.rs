//! `connectorctl migrate`.

mod back;
mod moved;
mod retired;
mod stays;
mod unclear;

use serde_json::Value;

use crate::desk::{command, run};
use crate::moving::Moving;
use crate::registering::text;

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
