//! How GCIS signs in: the choice, or the questions that lead to it.

use std::collections::BTreeSet;

use jiff::civil::Date;
use model::dialog::DialogField;
use model::guide::dates::days_until;
use model::guide::link::Link;
use model::guide::route::{self, Ending};
use model::journey::StepId;
use model::onboarding::{AppAnswer, RouteFacts};
use model::provenance::Attested;
use model::{Onboarding, Route};

use super::Sheet;
use super::blocks::{day, heading, moment, points, text};
use crate::documents::{Block, Item, Section};

pub(super) fn section(sheet: Sheet<'_>, today: Date) -> Section {
    let blocks = match sheet {
        Sheet::Of(onboarding) => of(onboarding, sheet, today),
        Sheet::Blank(Some(route)) => one_way(route, today),
        Sheet::Blank(None) => {
            let both = "The sections of both ways follow, one way after the other. Answer these \
                        questions first, then use the sections of your way alone.";
            the_questions(both, sheet, &RouteFacts::default(), today)
        }
    };
    Section {
        // The step's name is the same on every route.
        title: StepId::Route.title(Route::default()).to_owned(),
        blocks,
    }
}

fn of(onboarding: &Onboarding, sheet: Sheet<'_>, today: Date) -> Vec<Block> {
    let facts = &onboarding.facts.route;
    if let Some(chosen) = facts.chosen {
        the_choice(onboarding.route, chosen, facts, today)
    } else {
        let until_then = format!(
            "Not chosen yet. Until it is, the sections below are those of this way: {}.",
            onboarding.route.title().to_lowercase()
        );
        the_questions(&until_then, sheet, facts, today)
    }
}

fn the_choice(route: Route, chosen: Attested, facts: &RouteFacts, today: Date) -> Vec<Block> {
    let said = format!("Attested: chosen {}.", moment(chosen.at));
    let item = Item::new(true, "The way that was chosen", route.title()).with_note(said);
    let mut blocks = vec![
        Block::Items(vec![item]),
        Block::Text(the_dialog(route, &facts.dialog)),
    ];
    blocks.extend(words(route, today));
    blocks
}

/// What the dialog asks for, and whether that fits.
fn the_dialog(route: Route, seen: &BTreeSet<DialogField>) -> String {
    let labels = route.dialog(seen).into_iter().map(DialogField::label);
    let labels = labels.collect::<Vec<_>>().join(", ");
    if seen.is_empty() {
        return format!("Setup New Instance has not been seen yet. Expected: {labels}.");
    }
    let other = match Route::of_dialog(seen) {
        Some(other) if other != route => {
            " These fields belong to the other way: ask your Gentrack contact before you go on."
        }
        _ => "",
    };
    format!("Setup New Instance shows: {labels}.{other}")
}

fn the_questions(first: &str, sheet: Sheet<'_>, facts: &RouteFacts, today: Date) -> Vec<Block> {
    let answers = [
        (AppAnswer::Exists, "There is one for this connector"),
        (AppAnswer::CanCreate, "This org can create one"),
        (AppAnswer::No, "Neither"),
    ];
    let answers = answers.map(|(answer, label)| Item::new(facts.app == Some(answer), label, ""));
    let mut blocks = vec![
        text(first),
        heading(route::QUESTION),
        fields(&DialogField::ALL, &facts.dialog),
        points(route::WHAT_THE_FIELDS_TELL.iter().copied()),
        heading(route::SECOND_QUESTION),
        text("For those who have not seen the dialog."),
        Block::Items(answers.to_vec()),
        text(route::SECOND_QUESTION_HELP),
        sheet.pages(&[Link::AppManager, Link::ExternalClientAppSettings]),
        heading(ASK),
        questions(),
    ];
    for route in Route::ALL {
        blocks.push(heading(route.title()));
        blocks.extend(words(route, today));
    }
    blocks
}

fn one_way(route: Route, today: Date) -> Vec<Block> {
    let mut blocks = words(route, today);
    blocks.extend([
        heading(route::QUESTION),
        text("These fields belong to this way. If yours are others, ask before you go on."),
        fields(&route.dialog(&BTreeSet::new()), &BTreeSet::new()),
        heading(ASK),
        questions(),
    ]);
    blocks
}

const ASK: &str = "Ask your Gentrack contact";

fn questions() -> Block {
    let questions = route::WHAT_TO_ASK.iter();
    Block::Items(questions.map(|one| Item::new(false, *one, "")).collect())
}

fn fields(fields: &[DialogField], seen: &BTreeSet<DialogField>) -> Block {
    let items = fields
        .iter()
        .map(|field| Item::new(seen.contains(field), field.label(), ""));
    Block::Items(items.collect())
}

/// What a person has to know of a route.
fn words(route: Route, today: Date) -> Vec<Block> {
    let words = route.guide().words;
    let mut blocks = vec![text(words.summary)];
    blocks.extend(words.ends.map(|ends| Block::Text(ending(&ends, today))));
    blocks.extend([
        text("It needs:"),
        points(words.needs.iter().copied()),
        text("Not known:"),
        points(words.unknown.iter().copied()),
    ]);
    blocks
}

/// What stops, and how many days from now.
pub(super) fn ending(ending: &Ending, today: Date) -> String {
    let (on, what) = (day(ending.on), ending.what);
    match days_until(ending.on, today) {
        ..=0 => format!("{on} has come: {what} No new onboarding can take this way."),
        1 => format!("On {on}, in 1 day: {what}"),
        days => format!("On {on}, in {days} days: {what}"),
    }
}
