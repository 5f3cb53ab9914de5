//! `connectorctl explain`: an entry of the catalogue.

use std::process::ExitCode;

use model::Route;
use model::catalogue::{Entry, explain};
use serde_json::json;

use crate::FAILED;
use crate::arguments::ExplainOptions;

/// Prints what a text means; ends with 1 where the catalogue does not know it.
pub(crate) fn run(options: &ExplainOptions) -> Result<ExitCode, String> {
    let text = options.text.join(" ");
    let only = options.route.map(Route::from);
    let entries: Vec<Entry> = explain(&text).iter().map(|hit| hit.code.entry()).collect();
    if options.json {
        let found: Vec<_> = entries.iter().map(|entry| as_json(entry, only)).collect();
        println!("{}", json!({ "text": text, "entries": found }));
    } else if entries.is_empty() {
        println!("The catalogue does not know this text: {text}");
    } else {
        let blocks: Vec<_> = entries.iter().map(|entry| as_text(entry, only)).collect();
        println!("{}", blocks.join("\n\n"));
    }
    Ok(if entries.is_empty() {
        ExitCode::from(FAILED)
    } else {
        ExitCode::SUCCESS
    })
}

fn remedies(
    entry: &Entry,
    only: Option<Route>,
) -> impl Iterator<Item = &'static model::catalogue::Remedy> {
    entry
        .remedies
        .iter()
        .filter(move |remedy| only.is_none_or(|route| remedy.applies_to(route)))
}

fn as_json(entry: &Entry, only: Option<Route>) -> serde_json::Value {
    let fixes: Vec<_> = remedies(entry, only)
        .map(|remedy| {
            json!({
                "text": remedy.text,
                "copy": remedy.copy,
                "link": remedy.link.map(model::guide::link::Link::title),
                "quickFind": remedy.link.and_then(model::guide::link::Link::quick_find),
                "route": remedy.route,
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
            .and_then(model::guide::link::Link::quick_find)
            .map_or_else(String::new, |words| format!(" Setup ▸ Quick Find: {words}"));
        lines.push(format!("  - {route}{}{page}", remedy.text));
    }
    lines.join("\n")
}
