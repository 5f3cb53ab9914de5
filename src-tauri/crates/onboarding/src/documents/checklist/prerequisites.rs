//! What has to be in place, and who says so.

use model::guide::link::Link;
use model::guide::prerequisites;
use model::provenance::Attestor;

use super::Sheet;
use crate::documents::{Block, Item, Section};

pub(super) fn section(sheet: Sheet<'_>) -> Section {
    let facts = sheet.onboarding().map(|onboarding| &onboarding.facts);
    let items = prerequisites::ALL.iter().map(|p| {
        let said = facts.and_then(|facts| facts.prerequisites.get(p.id));
        let who = said.map_or("", |said| match said.by {
            Attestor::Me => "checked by the admin",
            Attestor::Colleague => "a colleague said so",
            Attestor::Gentrack => "Gentrack said so",
        });
        let note = match said {
            Some(_) => p.detail.to_owned(),
            None => format!("{} Ask: {}.", p.detail, p.ask),
        };
        Item::new(said.is_some(), p.title, who).with_note(note)
    });
    Section {
        title: "Before you start".to_owned(),
        blocks: vec![
            Block::Items(items.collect()),
            sheet.pages(&[Link::CompanyInformation, Link::InstalledPackages]),
        ],
    }
}
