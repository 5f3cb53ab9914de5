//! The pause after two refusals, which the window's records share.

use model::Environment;
use model::field::Field;
use onboarding::workflow::{NewOnboarding, Workspace};
use serde_json::Value;

use crate::desk::{CONNECTED_APP, Desk, finding, run};

fn sign_in(desk: &Desk, further: &[&str]) -> (i32, Value) {
    let login = desk.practice().login.clone();
    let ran = run(&mut desk.check(CONNECTED_APP, &login, further));
    (ran.code, finding(&ran.object(), "sign_in").clone())
}

#[test]
fn after_two_refusals_nothing_is_sent_until_a_person_says_that_the_user_is_unlocked() {
    let desk = Desk::new("flow_blocked");
    for _ in 0..2 {
        let (code, found) = sign_in(&desk, &[]);
        assert_eq!(
            (code, &found["code"]),
            (1, &"authentication_failure".into())
        );
    }
    let (code, found) = sign_in(&desk, &[]);
    assert_eq!((code, &found["code"]), (1, &"sign_in_paused".into()));
    assert!(
        found["evidence"].as_str().unwrap().contains("until"),
        "{found}"
    );

    let (_, found) = sign_in(&desk, &["--user-unlocked"]);
    assert_eq!(found["code"], "authentication_failure", "it was tried");
    let (_, found) = sign_in(&desk, &[]);
    assert_eq!(
        found["code"], "authentication_failure",
        "the count began anew"
    );
    let (_, found) = sign_in(&desk, &[]);
    assert_eq!(found["code"], "sign_in_paused");
}

#[test]
fn the_window_sees_the_commands_count() {
    let desk = Desk::new("flow_blocked");
    let workspace = Workspace::new(desk.data.path().join("connector-setup"));
    let new = NewOnboarding {
        name: "Northwind Energy".to_owned(),
        environment: Environment::Practice,
        domain: "northwind.example".to_owned(),
        sandbox_name: String::new(),
    };
    let id = workspace.create(&new).unwrap().id;
    let username = &desk.practice().username;
    workspace.save_field(id, Field::Username, username).unwrap();
    assert_eq!(workspace.open(id).unwrap().verify.refusals, 0);
    for count in 1..=2 {
        sign_in(&desk, &[]);
        assert_eq!(workspace.open(id).unwrap().verify.refusals, count);
    }
    assert!(workspace.open(id).unwrap().verify.paused_until.is_some());
}
