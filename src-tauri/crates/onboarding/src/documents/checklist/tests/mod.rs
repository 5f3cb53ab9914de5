//! What stands on the paper, on each route and before the choice.

mod checks;
mod choice;
mod pages;
mod portal;
mod settings;
mod values;

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::{Date, date};
use model::guide::{Places, Setting, Task};
use model::onboarding::{Facts, Fields};
use model::provenance::{Attested, Attestor};
use model::{Environment, Onboarding, Route};
use uuid::Uuid;

use super::{Sheet, checklist};
use crate::documents::{Block, Document, Item, Section};

const TODAY: Date = date(2026, 11, 23);

/// What the place-holders stand for on a blank sheet.
const NOTHING: Places<'static> = Places {
    domain: "",
    sandbox: "",
};

fn onboarding(route: Route) -> Onboarding {
    Onboarding {
        id: Uuid::nil(),
        name: "Northwind Energy".to_owned(),
        environment: Environment::Production,
        route,
        created_at: Timestamp::UNIX_EPOCH,
        changed_at: Timestamp::UNIX_EPOCH,
        fields: Fields {
            domain: "northwind.example".to_owned(),
            login_url: "northwind.my.salesforce.com".to_owned(),
            ..Fields::default()
        },
        secrets: BTreeMap::new(),
        facts: Facts::default(),
        gone: BTreeSet::new(),
    }
}

fn chosen(route: Route) -> Onboarding {
    let mut onboarding = onboarding(route);
    onboarding.facts.route.chosen = Some(Attested {
        by: Attestor::Me,
        at: Timestamp::UNIX_EPOCH,
    });
    onboarding
}

fn paper(sheet: Sheet<'_>) -> Document {
    checklist(sheet, TODAY)
}

fn section<'a>(document: &'a Document, title: &str) -> &'a Section {
    let mut sections = document.sections.iter();
    let found = sections.find(|section| section.title == title);
    found.unwrap_or_else(|| panic!("no section {title}"))
}

fn items(blocks: &[Block]) -> Vec<&Item> {
    let items = blocks.iter().filter_map(|block| match block {
        Block::Items(items) => Some(items),
        _ => None,
    });
    items.flatten().collect()
}

fn all_items(document: &Document) -> Vec<&Item> {
    let sections = document.sections.iter();
    sections
        .flat_map(|section| items(&section.blocks))
        .collect()
}

/// Every word of a document, as one text.
fn text(document: &Document) -> String {
    let mut all = vec![document.title.clone(), document.subtitle.clone()];
    for section in &document.sections {
        all.extend([section.title.clone(), text_of(section)]);
    }
    all.join("\n")
}

fn text_of(section: &Section) -> String {
    let lines = section.blocks.iter().flat_map(|block| match block {
        Block::Text(text) | Block::Heading(text) => vec![text.clone()],
        Block::Items(items) => items
            .iter()
            .map(|item| format!("{}: {} {}", item.label, item.value, item.note))
            .collect(),
        Block::Numbered(lines) | Block::Points(lines) => lines.clone(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Something to tick: label, value, and how the note begins.
type Line = (String, String, &'static str);

/// What the guide of a route has to tick.
fn guided(route: Route, places: &Places<'_>) -> BTreeSet<Line> {
    let guide = route.guide();
    let setting = |one: &'static Setting| (one.label.to_owned(), one.value.words(places), one.note);
    let task = |one: &'static Task| (one.title.to_owned(), String::new(), one.detail);
    let settings = guide.forms.iter().flat_map(|form| form.settings);
    let tasks = guide.user_before.iter().chain(guide.user_review);
    settings
        .chain(guide.user_settings)
        .map(setting)
        .chain(tasks.chain(guide.user_token).map(task))
        .collect()
}

fn has(document: &Document, line: &Line) -> bool {
    let (label, value, note) = line;
    all_items(document)
        .iter()
        .any(|item| item.label == *label && item.value == *value && item.note.starts_with(note))
}

fn other(route: Route) -> Route {
    match route {
        Route::ConnectedApp => Route::ExternalClientApp,
        Route::ExternalClientApp => Route::ConnectedApp,
    }
}
