//! The page that chooses how GCIS signs in.

use jiff::civil::Date;
use model::Route;
use model::dialog::DialogField;
use model::guide::{dates, route};
use model::onboarding::{AppAnswer, Onboarding};

use crate::workflow::snapshot::{DialogTick, FlowEnd, Nearness, RouteEnd, RoutePage, RouteView};

/// The end of the username-password sign-in, seen from a day.
pub(super) fn flow_end(today: Date) -> FlowEnd {
    let ends = dates::PASSWORD_FLOW_ENDS;
    let days = dates::days_until(ends, today);
    FlowEnd {
        days,
        on: ends.to_string(),
        nearness: match days {
            ..=0 => Nearness::Past,
            1..=14 => Nearness::Close,
            15..=60 => Nearness::Near,
            _ => Nearness::Far,
        },
    }
}

pub(super) fn page(onboarding: &Onboarding, today: Date) -> RoutePage {
    let facts = &onboarding.facts.route;
    let ended = !dates::can_begin(Route::ConnectedApp, today);
    let (proposed, why) = proposal(onboarding, ended);
    RoutePage {
        question: route::QUESTION,
        dialog: DialogField::ALL
            .into_iter()
            .map(|field| DialogTick {
                field,
                label: field.label(),
                shown: facts.dialog.contains(&field),
            })
            .collect(),
        second_question: route::SECOND_QUESTION,
        second_help: route::SECOND_QUESTION_HELP,
        app: facts.app,
        ask_gentrack: route::WHAT_TO_ASK,
        proposed,
        why,
        chosen_at: facts.chosen.map(|said| said.at),
        routes: Route::ALL
            .into_iter()
            .map(|route| view(route, today))
            .collect(),
        aside: onboarding
            .aside()
            .into_iter()
            .map(|(field, _)| field.label())
            .collect(),
    }
}

/// The dialog decides; where it was not seen, whether a connected app can be had.
fn proposal(onboarding: &Onboarding, ended: bool) -> (Option<Route>, &'static str) {
    let facts = &onboarding.facts.route;
    let by_dialog = Route::of_dialog(&facts.dialog);
    match (by_dialog, facts.app) {
        (Some(Route::ConnectedApp), _) if ended => (
            None,
            "The dialog asks for a password, and Salesforce has ended that sign-in: ask your \
             Gentrack contact how to go on.",
        ),
        (Some(Route::ConnectedApp), _) => (
            Some(Route::ConnectedApp),
            "The dialog asks for a password or a security token.",
        ),
        (Some(Route::ExternalClientApp), _) => (
            Some(Route::ExternalClientApp),
            "The dialog asks for a key and a secret, and for no password.",
        ),
        (None, Some(AppAnswer::Exists | AppAnswer::CanCreate)) if !ended => (
            Some(Route::ConnectedApp),
            "A connected app can be had. Ask your Gentrack contact which way they expect before you \
             begin: this one ends soon.",
        ),
        (None, Some(AppAnswer::No | AppAnswer::Exists | AppAnswer::CanCreate)) => (
            Some(Route::ExternalClientApp),
            "An external client app can be made in every org. Ask your Gentrack contact whether \
             they expect one before you begin.",
        ),
        (None, Some(AppAnswer::NotSure)) => (
            None,
            "Ask your Gentrack contact first: the questions below are theirs to answer.",
        ),
        (None, None) => (None, ""),
    }
}

fn view(route: Route, today: Date) -> RouteView {
    let words = route.guide().words;
    RouteView {
        route,
        title: words.title,
        summary: words.summary,
        needs: words.needs,
        ends: words.ends.map(|ends| RouteEnd {
            on: ends.on.to_string(),
            what: ends.what,
        }),
        unknown: words.unknown,
        open: dates::can_begin(route, today),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_warning_grows_as_the_end_nears() {
        for (today, days, nearness) in [
            (date(2026, 11, 23), 89, Nearness::Far),
            (date(2026, 12, 22), 60, Nearness::Near),
            (date(2027, 2, 6), 14, Nearness::Close),
            (date(2027, 2, 19), 1, Nearness::Close),
            (date(2027, 2, 20), 0, Nearness::Past),
            (date(2027, 6, 1), -101, Nearness::Past),
        ] {
            let end = flow_end(today);
            assert_eq!((end.days, end.nearness), (days, nearness), "{today}");
        }
    }

    #[test]
    fn after_its_end_a_route_is_closed() {
        let ends = dates::PASSWORD_FLOW_ENDS;
        assert!(view(Route::ConnectedApp, ends.yesterday().unwrap()).open);
        assert!(!view(Route::ConnectedApp, ends).open);
        assert!(view(Route::ExternalClientApp, ends).open);
    }
}
