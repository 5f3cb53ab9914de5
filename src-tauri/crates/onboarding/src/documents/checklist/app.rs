//! The connected app or the external client app, form by form.

use model::Route;

use super::Sheet;
use super::blocks::{heading, points, text};
use crate::documents::{Block, Item, Section};

pub(super) fn section(sheet: Sheet<'_>, route: Route) -> Section {
    let guide = route.guide();
    let mut blocks = vec![text(guide.why)];
    blocks.extend(guide.before.iter().map(|words| text(words)));
    if !guide.blocked.is_empty() {
        blocks.push(text(guide.blocked));
    }
    for form in guide.forms {
        blocks.extend([heading(form.title), text(form.detail)]);
        blocks.extend(form.link.map(|link| sheet.page(link)));
        blocks.push(sheet.settings(form.settings));
    }
    if !guide.leave_as_they_are.is_empty() {
        blocks.extend([
            heading("Leave as they are"),
            points(guide.leave_as_they_are.iter().copied()),
        ]);
    }
    blocks.extend([saved(sheet, route), text(guide.key_and_secret)]);
    Section {
        title: sheet.heading(route, route.title(), "the app"),
        blocks,
    }
}

fn saved(sheet: Sheet<'_>, route: Route) -> Block {
    let facts = sheet.onboarding().map(|onboarding| &onboarding.facts);
    let after_save = route.guide().after_save;
    let item = match route {
        Route::ConnectedApp => {
            let saved = facts.is_some_and(|facts| facts.app_saved.is_some());
            Item::new(saved, "Click Save, then Continue", "")
                .with_note(format!("Salesforce says: {after_save}."))
        }
        Route::ExternalClientApp => {
            let ready = facts.is_some_and(|facts| facts.eca_ready.is_some());
            Item::new(ready, "The app is created and its policies are saved", "")
                .with_note(after_save)
        }
    };
    Block::Items(vec![item])
}
