//! `connectorctl explain`: an entry of the catalogue.

use std::process::ExitCode;

use model::Route;
use model::catalogue::{DISTURBS, Entry, Remedy, explain};
use model::guide::link::Link;
use serde_json::json;

use crate::FAILED;
use crate::arguments::{ExplainOptions, RouteName};

/// Prints what a text means; ends with 1 where the catalogue does not know it. The text is not
/// repeated: a pasted log line may hold more than its error.
pub(crate) fn run(options: &ExplainOptions) -> ExitCode {
    let text = options.text.join(" ");
    let only = options.route.map(Route::from);
    let entries: Vec<Entry> = explain(&text).iter().map(|hit| hit.code.entry()).collect();
    if options.json {
        let found: Vec<_> = entries.iter().map(|entry| as_json(entry, only)).collect();
        println!("{}", json!({ "entries": found }));
    } else if entries.is_empty() {
        println!("The catalogue does not know this text.");
    } else {
        let blocks: Vec<_> = entries.iter().map(|entry| as_text(entry, only)).collect();
        println!("{}", blocks.join("\n\n"));
    }
    if entries.is_empty() {
        ExitCode::from(FAILED)
    } else {
        ExitCode::SUCCESS
    }
}

fn remedies(entry: &Entry, only: Option<Route>) -> impl Iterator<Item = &'static Remedy> {
    entry
        .remedies
        .iter()
        .filter(move |remedy| only.is_none_or(|route| remedy.applies_to(route)))
}

fn as_json(entry: &Entry, only: Option<Route>) -> serde_json::Value {
    let fixes: Vec<_> = remedies(entry, only)
        .map(|remedy| {
            json!({
                "text": words(remedy),
                "copy": remedy.copy,
                "page": remedy.link.map(Link::title),
                "quickFind": remedy.link.and_then(Link::quick_find),
                "route": remedy.route.map(RouteName::from),
            })
        })
        .collect();
    json!({
        "code": entry.name,
        "summary": entry.summary,
        "retry": entry.retry,
        "blocks": entry.blocks,
        "fixes": fixes,
    })
}

fn as_text(entry: &Entry, only: Option<Route>) -> String {
    let mut lines = vec![format!("{}  ({})", entry.summary, entry.name)];
    for remedy in remedies(entry, only) {
        let route = remedy
            .route
            .filter(|_| only.is_none())
            .map_or_else(String::new, |route| format!("{}: ", route.title()));
        let page = remedy
            .link
            .and_then(Link::quick_find)
            .map_or_else(String::new, |words| format!(" Setup ▸ Quick Find: {words}"));
        lines.push(format!("  - {route}{}{page}", words(remedy)));
    }
    lines.join("\n")
}

/// What else a fix would stop stands before it.
fn words(remedy: &Remedy) -> String {
    if remedy.disturbs {
        format!("{DISTURBS} {}", remedy.text)
    } else {
        remedy.text.to_owned()
    }
}
