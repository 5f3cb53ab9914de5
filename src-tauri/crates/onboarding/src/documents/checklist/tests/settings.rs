//! Every setting and task of the guide, on the sheet of its own route.

use model::Route;

use super::*;

#[test]
fn every_setting_and_task_of_the_chosen_route_is_on_the_paper_and_none_of_the_others() {
    for route in Route::ALL {
        let onboarding = chosen(route);
        let places = onboarding.places();
        let paper = paper(Sheet::Of(&onboarding));
        let (own, others) = (guided(route, &places), guided(other(route), &places));
        assert!(own.len() > 20, "{route:?}: {}", own.len());
        for line in &own {
            assert!(has(&paper, line), "{route:?} lacks {line:?}");
        }
        // A line of both forms may have more to say beside it on one route.
        let is_own = |line: &Line| {
            let mut same = own
                .iter()
                .filter(|own| (&own.0, &own.1) == (&line.0, &line.1));
            same.any(|own| own.2.starts_with(line.2))
        };
        let foreign: Vec<_> = others.iter().filter(|line| !is_own(line)).collect();
        assert!(foreign.len() > 8, "{route:?}: {foreign:?}");
        for line in foreign {
            assert!(!has(&paper, line), "{route:?} has {line:?}");
        }
    }
}

#[test]
fn what_is_ticked_is_ticked_on_the_paper() {
    for route in Route::ALL {
        let mut onboarding = chosen(route);
        let said = onboarding.facts.route.chosen.unwrap();
        let guide = route.guide();
        let items = guide.app_items().into_iter().chain(guide.user_items());
        onboarding.facts.done = items.map(|id| (id.to_owned(), said)).collect();
        let paper = paper(Sheet::Of(&onboarding));
        for title in [route.title(), "Service user"] {
            let open: Vec<_> = items_open(&paper, title);
            // The whole form, and the user, are for the person to confirm.
            let whole = if title == "Service user" && route == Route::ConnectedApp {
                2
            } else {
                1
            };
            assert_eq!(open.len(), whole, "{route:?}: {open:?}");
        }
        onboarding.facts.app_saved = Some(said);
        onboarding.facts.eca_ready = Some(said);
        let paper = self::paper(Sheet::Of(&onboarding));
        assert!(items_open(&paper, route.title()).is_empty());
    }
}

fn items_open<'a>(document: &'a Document, title: &str) -> Vec<&'a str> {
    let items = items(&section(document, title).blocks).into_iter();
    items
        .filter(|item| !item.done)
        .map(|item| item.label.as_str())
        .collect()
}

#[test]
fn a_blank_sheet_has_both_ways_one_after_the_other() {
    let paper = paper(Sheet::Blank(None));
    let titles: Vec<_> = paper
        .sections
        .iter()
        .map(|one| one.title.as_str())
        .collect();
    assert_eq!(
        titles,
        [
            "Before you start",
            "How GCIS signs in",
            "Connected app: the app",
            "Connected app: service user",
            "Connected app: values for Setup New Instance",
            "Connected app: verify sign-in",
            "External client app: the app",
            "External client app: service user",
            "External client app: values for Setup New Instance",
            "External client app: verify sign-in",
            "Register the connector",
            "Named credential (optional)",
            "What happens next",
        ]
    );
    for route in Route::ALL {
        for line in guided(route, &NOTHING) {
            assert!(has(&paper, &line), "{line:?}");
        }
    }
    assert!(all_items(&paper).iter().all(|item| !item.done));
    assert!(text(&paper).contains("connector@[your domain]"));
}

#[test]
fn a_blank_sheet_can_be_for_one_way_alone() {
    for route in Route::ALL {
        let paper = paper(Sheet::Blank(Some(route)));
        let own = guided(route, &NOTHING);
        assert!(own.iter().all(|line| has(&paper, line)));
        let app = section(&paper, route.title());
        assert_eq!(paper.sections.len(), 9);
        assert!(text_of(app).contains(route.guide().why));
        assert!(!text(&paper).contains(other(route).guide().why));
        assert!(all_items(&paper).iter().all(|item| !item.done));
    }
}
