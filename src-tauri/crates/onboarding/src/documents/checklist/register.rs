//! The registration of the connector instance.

use model::Onboarding;
use model::guide::link::Link;
use model::guide::portal;
use model::onboarding::{Listed, RegistrationProof, SignIn};

use super::Sheet;
use super::blocks::{heading, moment, numbered, text};
use crate::documents::{Block, Item, Section};

pub(super) fn section(sheet: Sheet<'_>) -> Section {
    let mut blocks = vec![numbered(portal::LOOK), Block::Items(vec![listed(sheet)])];
    // Who has looked needs the one way alone; a blank sheet shows both.
    let answer = sheet.onboarding().and_then(Onboarding::list_look);
    let answer = answer.map(|look| look.listed);
    if answer != Some(Listed::Yes) {
        blocks.push(text("If none is there:"));
        blocks.push(numbered(&[portal::OPEN_DIALOG, portal::SAVE].concat()));
    }
    if answer != Some(Listed::No) {
        blocks.push(text("If one is there, update it:"));
        let steps = [portal::OPEN_INSTANCE, portal::SAVE_INSTANCE].concat();
        blocks.push(numbered(&steps));
    }
    blocks.extend([
        text("The values to enter stand above."),
        sheet.page(Link::GcisPortal),
        text(portal::WORDS_MAY_DIFFER),
        heading("On somebody’s word, or as GCIS answered"),
        Block::Items(vec![registered(sheet)]),
        heading("Seen in Salesforce"),
        Block::Items(vec![seen(sheet)]),
    ]);
    Section {
        title: "Register the connector".to_owned(),
        blocks,
    }
}

fn listed(sheet: Sheet<'_>) -> Item {
    let label = "Does the Connectors list already show this org and tenant?";
    let Some(look) = sheet.onboarding().and_then(Onboarding::list_look) else {
        return Item::new(false, label, "");
    };
    let (known, answer) = match look.listed {
        Listed::No => (true, "no"),
        Listed::Yes => (true, "yes"),
        Listed::CannotTell => (false, "cannot tell"),
    };
    let note = format!("Attested {}.", moment(look.said.at));
    Item::new(known, label, answer).with_note(note)
}

/// What Login History showed: never on anybody's word.
fn seen(sheet: Sheet<'_>) -> Item {
    let label = "A sign-in from GCIS in the service user’s Login History";
    let onboarding = sheet.onboarding();
    let evidence = onboarding.and_then(|it| Some((it, it.facts.evidence.as_ref()?)));
    let Some((onboarding, evidence)) = evidence else {
        return Item::new(false, label, "");
    };
    let looked = format!("Looked at {}.", moment(evidence.looked_at));
    match &evidence.seen {
        Some(line) if !onboarding.is_doubtful(evidence) => {
            let value = format!(
                "{}, from {}: {}",
                moment(line.at),
                line.source_ip,
                line.status
            );
            let got_in = line.status == SignIn::SUCCESS;
            Item::new(got_in, label, value).with_note(looked)
        }
        Some(line) => {
            let why = if evidence.may_be_older {
                format!(
                    "The sign-in from {} may be older than the save.",
                    line.source_ip
                )
            } else if evidence.seen_before {
                format!("{} may be another computer of yours.", line.source_ip)
            } else {
                "The instance ran before, and may have signed in with what it had.".to_owned()
            };
            Item::new(false, label, "cannot tell").with_note(format!("{why} {looked}"))
        }
        None => Item::new(false, label, "cannot tell").with_note(looked),
    }
}

fn registered(sheet: Sheet<'_>) -> Item {
    let label = "The connector instance is saved";
    let onboarding = sheet.onboarding();
    let registered = onboarding.and_then(|onboarding| onboarding.facts.registered.as_ref());
    let Some(registered) = registered else {
        return Item::new(false, label, "");
    };
    let taken_over = onboarding.is_some_and(|onboarding| onboarding.facts.taken_over.is_some());
    let now = onboarding.and_then(Onboarding::registration_basis);
    let is_current = now.as_ref() == Some(&registered.basis);
    let (value, note) = match &registered.proof {
        RegistrationProof::Attested(said) => (
            "attested",
            format!("Seen in the portal {}.", moment(said.at)),
        ),
        RegistrationProof::Verified { instance_id, at } => {
            let verified = if registered.updated.is_none() {
                "Verified: "
            } else {
                ""
            };
            let note = format!("{verified}GCIS answered {}.", moment(*at));
            (instance_id.as_str(), note)
        }
    };
    let updated = registered.updated.map_or_else(String::new, |said| {
        let said = moment(said.at);
        format!(" Attested: changed values were entered in the portal {said}.")
    });
    let rest = if is_current {
        ""
    } else {
        " Values have changed since."
    };
    let unseen = onboarding.is_some_and(|onboarding| {
        onboarding.facts.replacement_is_unknown() || onboarding.facts.replaced_unseen()
    });
    let which = if unseen {
        " Replacing its credentials was never answered; cannot tell which GCIS has."
    } else if registered.credentials_unknown() {
        " It was there before and was adopted; which credentials GCIS has is not known here."
    } else if taken_over {
        " An existing instance was taken over."
    } else {
        ""
    };
    let kinds = registered
        .mismatch
        .map_or_else(String::new, |mismatch| format!(" {}", mismatch.says()));
    let tenant = &registered.tenant.name;
    let note = format!("Tenant {tenant}.{kinds} {note}{updated}{which}{rest}");
    Item::new(is_current && !unseen, label, value).with_note(note)
}
