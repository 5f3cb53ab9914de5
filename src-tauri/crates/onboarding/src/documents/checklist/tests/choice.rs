//! The section on how GCIS signs in.

use model::dialog::DialogField;
use model::guide::route as guide;

use super::*;

#[test]
fn before_the_choice_its_questions_are_on_the_paper() {
    let mut undecided = onboarding(Route::ConnectedApp);
    undecided.facts.route.dialog = BTreeSet::from([DialogField::LoginUrl]);
    for sheet in [Sheet::Blank(None), Sheet::Of(&undecided)] {
        let paper = paper(sheet);
        let route = section(&paper, "How GCIS signs in");
        let words = text_of(route);
        for question in [guide::QUESTION, guide::SECOND_QUESTION] {
            assert!(words.contains(question), "{question}");
        }
        let items = items(&route.blocks);
        let item = |label: &str| items.iter().find(|item| item.label == label).unwrap();
        for field in DialogField::ALL {
            let is_seen = matches!(sheet, Sheet::Of(_)) && field == DialogField::LoginUrl;
            assert_eq!(item(field.label()).done, is_seen, "{field:?}");
        }
        for question in guide::WHAT_TO_ASK {
            assert!(!item(question).done);
        }
        for route in Route::ALL {
            let known = route.guide().words;
            for line in known.needs.iter().chain(known.unknown) {
                assert!(words.contains(line), "{line}");
            }
        }
    }
}

#[test]
fn after_the_choice_the_way_stands_with_its_end_and_with_what_is_not_known() {
    for route in Route::ALL {
        let onboarding = chosen(route);
        let paper = paper(Sheet::Of(&onboarding));
        let words = text_of(section(&paper, "How GCIS signs in"));
        assert!(words.contains(&format!("The way that was chosen: {}", route.title())));
        for unknown in route.guide().words.unknown {
            assert!(words.contains(unknown), "{unknown}");
        }
        assert!(!words.contains(guide::SECOND_QUESTION));
        assert_eq!(
            words.contains("On 20 Feb 2027, in 89 days: Salesforce ends"),
            route == Route::ConnectedApp
        );
    }
}

#[test]
fn the_end_of_a_way_is_said_before_and_after() {
    let onboarding = chosen(Route::ConnectedApp);
    for (today, words) in [
        (date(2027, 2, 19), "On 20 Feb 2027, in 1 day: "),
        (date(2027, 2, 20), "20 Feb 2027 has come: "),
        (date(2027, 6, 1), "20 Feb 2027 has come: "),
    ] {
        let paper = checklist(Sheet::Of(&onboarding), today);
        for title in ["How GCIS signs in", "Verify sign-in"] {
            assert!(text_of(section(&paper, title)).contains(words), "{today}");
        }
    }
}

#[test]
fn fields_of_the_other_way_are_noticed() {
    let mut onboarding = chosen(Route::ExternalClientApp);
    onboarding.facts.route.dialog = DialogField::ALL.into();
    let paper = paper(Sheet::Of(&onboarding));
    let words = text_of(section(&paper, "How GCIS signs in"));
    assert!(words.contains("These fields belong to the other way"));
}
