//! The registration of the connector instance.

use model::Onboarding;
use model::guide::link::Link;
use model::guide::portal;
use model::onboarding::RegistrationProof;

use super::Sheet;
use super::blocks::{moment, numbered, text};
use crate::documents::{Block, Item, Section};

pub(super) fn section(sheet: Sheet<'_>) -> Section {
    Section {
        title: "Register the connector".to_owned(),
        blocks: vec![
            numbered(portal::OPEN_DIALOG),
            text("Fill in the values above, then:"),
            numbered(portal::SAVE),
            sheet.page(Link::GcisPortal),
            text(portal::WORDS_MAY_DIFFER),
            Block::Items(vec![registered(sheet)]),
        ],
    }
}

fn registered(sheet: Sheet<'_>) -> Item {
    let label = "The connector instance is saved";
    let onboarding = sheet.onboarding();
    let registered = onboarding.and_then(|onboarding| onboarding.facts.registered.as_ref());
    let Some(registered) = registered else {
        return Item::new(false, label, "");
    };
    let now = onboarding.and_then(Onboarding::registration_basis);
    let is_current = now.as_ref() == Some(&registered.basis);
    let (value, note) = match &registered.proof {
        RegistrationProof::Attested(said) => (
            "attested",
            format!("Seen in the portal {}.", moment(said.at)),
        ),
        RegistrationProof::Verified { instance_id, at } => (
            instance_id.as_str(),
            format!("Verified: GCIS answered {}.", moment(*at)),
        ),
    };
    let rest = if is_current {
        ""
    } else {
        " Values have changed since."
    };
    let unknown = if registered.credentials_unknown() {
        " It was there before and was adopted; which credentials GCIS has is not known here."
    } else {
        ""
    };
    let kinds = registered
        .mismatch
        .map_or_else(String::new, |mismatch| format!(" {}", mismatch.says()));
    let tenant = &registered.tenant.name;
    let note = format!("Tenant {tenant}.{kinds} {note}{unknown}{rest}");
    Item::new(is_current, label, value).with_note(note)
}
