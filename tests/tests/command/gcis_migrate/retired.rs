//! The connected app is retired.

use model::guide::moving::WORDS_TO_RETIRE;
use model::onboarding::PortalEnding;
use practice::Scenario;

use super::{code, moved, prepared};
use crate::moving::live;
use crate::registering::text;

#[test]
fn what_salesforce_has_not_shown_is_retired_in_words_alone() {
    let name = "gcis_migrate::retired::what_salesforce_has_not_shown_is_retired_in_words_alone";
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
fn what_speaks_against_it_in_login_history_is_no_success() {
    let name = "gcis_migrate::retired::what_speaks_against_it_in_login_history_is_no_success";
    live(name, |desk| {
        moved(desk);
        desk.scenario(Scenario::GcisRefuses);
        let got_in = desk.running.let_connectors_sign_in();
        assert_eq!(desk.runtime.block_on(got_in), [false]);
        let (ended, object) = desk.migrate(&[]);
        assert_eq!((ended, code(&object)), (1, "move_not_seen"), "{object}");
        assert_eq!(object["sighting"]["standing"], "refused");
        let told = text(&object["sighting"]["words"]);
        assert!(told.starts_with("GCIS tried by the new app"), "{told}");
        let (ended, object) = desk.migrate(&["--retire"]);
        assert_eq!((ended, code(&object)), (2, "move_not_seen"), "{object}");
    });
}
