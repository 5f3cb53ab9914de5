//! The service user, and its token on the route that has one.

use model::Route;
use model::guide::link::Link;
use model::guide::service_user;
use model::onboarding::UserInUse;

use super::Sheet;
use super::blocks::{heading, text};
use crate::documents::{Block, Item, Section};

pub(super) fn section(sheet: Sheet<'_>, route: Route) -> Section {
    let guide = route.guide();
    let mut blocks = Vec::new();
    if route == Route::ConnectedApp {
        blocks.push(in_use(sheet));
    }
    if !guide.user_before.is_empty() {
        blocks.push(sheet.tasks(guide.user_before));
    }
    blocks.extend([
        heading("New User"),
        sheet.page(Link::NewUser),
        sheet.settings(guide.user_settings),
        heading("Also review"),
        sheet.tasks(guide.user_review),
    ]);
    if !guide.user_token.is_empty() {
        blocks.extend([heading("Security token"), sheet.tasks(guide.user_token)]);
    }
    blocks.extend([text(guide.user_token_note), ready(sheet, route)]);
    Section {
        title: sheet.heading(route, "Service user", "service user"),
        blocks,
    }
}

/// A reset password or token stops whatever signs in with the old one; an external client app
/// uses neither.
fn in_use(sheet: Sheet<'_>) -> Block {
    let answer = sheet
        .onboarding()
        .and_then(|onboarding| onboarding.facts.user_in_use);
    let value = match answer {
        None => "",
        Some(UserInUse::No) => "so the admin says",
        Some(UserInUse::Yes) => "a connector uses it: create another one",
        Some(UserInUse::NotSure) => "not sure",
    };
    let is_free = answer == Some(UserInUse::No);
    let label = "No connector uses this user yet";
    Block::Items(vec![
        Item::new(is_free, label, value).with_note(service_user::IN_USE),
    ])
}

fn ready(sheet: Sheet<'_>, route: Route) -> Block {
    let facts = sheet.onboarding().map(|onboarding| &onboarding.facts);
    let (ready, label) = match route {
        Route::ConnectedApp => (
            facts.and_then(|facts| facts.user_ready),
            "The user is created, and its token is at hand",
        ),
        Route::ExternalClientApp => (
            facts.and_then(|facts| facts.eca_user_ready),
            "The user is created",
        ),
    };
    Block::Items(vec![Item::new(ready.is_some(), label, "")])
}
