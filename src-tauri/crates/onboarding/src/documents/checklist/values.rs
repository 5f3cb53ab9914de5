//! The values that the portal's dialog asks for; never a secret.

use std::collections::BTreeSet;

use model::dialog::{DialogField, Kept};
use model::field::{Field, SecretField};
use model::guide::link::Link;
use model::guide::portal;
use model::{Onboarding, Route};

use super::Sheet;
use super::blocks::text;
use crate::documents::{Block, Item, Section};

pub(super) fn section(sheet: Sheet<'_>, route: Route) -> Section {
    let unseen = BTreeSet::new();
    let seen = sheet
        .onboarding()
        .map_or(&unseen, |onboarding| &onboarding.facts.route.dialog);
    let dialog = route.dialog(seen);
    let items = route.to_enter(seen).into_iter().map(|field| {
        let item = match field.kept(route) {
            Kept::Plain(plain) => typed(sheet, route, plain, field),
            Kept::Secret(secret) => stored(sheet, secret),
        };
        if dialog.contains(&field) {
            item
        } else {
            let note = format!("{} The dialog does not ask for it.", item.note);
            item.with_note(note.trim_start())
        }
    });
    let mut blocks = vec![
        text("Do not write passwords, tokens, keys or secrets on this sheet."),
        Block::Items(items.collect()),
        sheet.page(Link::MyDomain),
    ];
    let aside = sheet
        .onboarding()
        .map(Onboarding::aside)
        .unwrap_or_default();
    if !aside.is_empty() {
        let labels: Vec<_> = aside.iter().map(|(field, _)| field.label()).collect();
        blocks.push(Block::Text(format!(
            "Kept aside for the other way: {}.",
            labels.join(", ")
        )));
    }
    Section {
        title: sheet.heading(
            route,
            "Values for Setup New Instance",
            "values for Setup New Instance",
        ),
        blocks,
    }
}

fn typed(sheet: Sheet<'_>, route: Route, field: Field, label: DialogField) -> Item {
    let value = sheet.onboarding().map_or("", |onboarding| {
        let fields = &onboarding.fields;
        match field {
            Field::Domain => &fields.domain,
            Field::SandboxName => &fields.sandbox_name,
            Field::Username => &fields.username,
            Field::LoginUrl => &fields.login_url,
            Field::EventEndpoint => &fields.event_endpoint,
            Field::Tenant => fields.tenant.as_ref().map_or("", |tenant| &tenant.name),
        }
    });
    let note = match (field, route) {
        (Field::Username, Route::ExternalClientApp) => {
            "The app’s Run As; compared with the one that signs in.".to_owned()
        }
        (Field::LoginUrl, Route::ConnectedApp) => {
            let default = sheet.onboarding().map_or(
                "login.salesforce.com, in a sandbox test.salesforce.com",
                |onboarding| onboarding.environment.default_login_url(),
            );
            format!("Default: {default}. Your My Domain host is better.")
        }
        (Field::LoginUrl, Route::ExternalClientApp) => {
            "Your My Domain host; login.salesforce.com does not serve this sign-in.".to_owned()
        }
        (Field::EventEndpoint, _) => "The Apex REST path; upper and lower case count.".to_owned(),
        (Field::Tenant, _) => portal::TENANT_NOTE.to_owned(),
        (Field::Username, Route::ConnectedApp) | (Field::Domain | Field::SandboxName, _) => {
            String::new()
        }
    };
    // A host that serves the other way alone is entered and missing all the same.
    let is_missing = |onboarding: &Onboarding| {
        let missing = onboarding.missing_credentials();
        missing.contains(&label.label())
    };
    let is_there = !value.is_empty() && !sheet.onboarding().is_some_and(is_missing);
    Item::new(is_there, label.label(), value).with_note(note)
}

fn stored(sheet: Sheet<'_>, field: SecretField) -> Item {
    let holds = |onboarding: &Onboarding| {
        onboarding.secrets.contains_key(&field) && !onboarding.gone.contains(&field)
    };
    let is_stored = sheet.onboarding().is_some_and(holds);
    let value = if is_stored { "stored, not printed" } else { "" };
    Item::new(is_stored, field.label(), value)
}
