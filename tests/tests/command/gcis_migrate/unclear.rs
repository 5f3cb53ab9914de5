//! Nobody knows what GCIS has, until it answers.

use std::process::Stdio;

use acceptance::cut::{Cut, Point, Proxy, Target};
use acceptance::programs::clean;
use model::Route;
use model::onboarding::PortalEnding;
use practice::Scenario;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;

use super::{code, prepared};
use crate::desk::program;
use crate::moving::live;
use crate::saved::on_this_desktop;

#[test]
fn an_answer_that_never_came_is_asked_for_again_and_it_says_so() {
    let name = "gcis_migrate::unclear::an_answer_that_never_came_is_asked_for_again_and_it_says_so";
    live(name, |desk| {
        prepared(desk);
        desk.scenario(Scenario::GcisNoAnswer);
        let ran = desk.told(&["--json", "--yes"]);
        let object = ran.object();
        assert_eq!(ran.code, 0, "{object}");
        assert_eq!(
            (&object["askedAgain"], &object["given"]),
            (&true.into(), &true.into())
        );
        assert!(ran.stderr.contains("GCIS did not answer"), "{}", ran.stderr);
        desk.scenario(Scenario::Smooth);
        desk.assert_it_runs_by(Route::ExternalClientApp);
    });
}

#[test]
fn a_save_whose_end_nobody_saw_is_settled_by_gciss_own_answer() {
    let name = "gcis_migrate::unclear::a_save_whose_end_nobody_saw_is_settled_by_gciss_own_answer";
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
fn once_the_request_may_have_left_an_interruption_says_so_and_the_next_run_asks_again() {
    let name = "gcis_migrate::unclear::once_the_request_may_have_left_an_interruption_says_so_and_the_next_run_asks_again";
    live(name, |desk| {
        prepared(desk);
        desk.verify();
        let line = desk.runtime.block_on(Proxy::before(desk.running.gcis()));
        let line = line.unwrap();
        desk.gcis_is_at(line.origin());
        line.cut(Cut {
            target: Target::Replace,
            point: Point::AfterSend,
            part: 0.0,
            resets: false,
            waits_for_the_end: true,
        });
        let mut migrate = on_this_desktop(clean(program()));
        let migrate = migrate
            .args(["migrate", "--json", "--yes"])
            .args(desk.onboarding())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        desk.runtime.block_on(line.reached());
        kill_process(Pid::from_child(&migrate), Signal::INT).unwrap();
        let output = migrate.wait_with_output().unwrap();
        let object: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(code(&object), "replacement_unknown", "{object}");
        assert_eq!(object["either"], true);
        let replaced = desk.at_gcis().credentials_replaced_at;
        assert!(replaced.is_some(), "GCIS had done it");

        let (ended, object) = desk.migrate(&["--yes"]);
        assert_eq!(
            (ended, &object["askedAgain"]),
            (0, &true.into()),
            "{object}"
        );
        assert_eq!(
            (&object["either"], &object["next"]),
            (&false.into(), &"retire".into())
        );
        let replaced_again = desk.at_gcis().credentials_replaced_at;
        assert_eq!(replaced_again, replaced, "GCIS did it once");
    });
}
