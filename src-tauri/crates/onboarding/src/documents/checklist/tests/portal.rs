//! The registration through the portal: what was said, and apart from it what Salesforce showed.

use model::guide::{next, portal};
use model::onboarding::{
    Evidence, ListLook, Listed, Registered, RegistrationProof, SignIn, Tenant, Whose,
};

use super::*;

const NOW: Timestamp = Timestamp::UNIX_EPOCH;

fn said() -> Attested {
    Attested {
        by: Attestor::Me,
        at: NOW,
    }
}

fn looked(listed: Listed) -> Onboarding {
    let mut onboarding = chosen(Route::ConnectedApp);
    onboarding.fields.tenant = Some(Tenant {
        id: None,
        name: "Northwind Production".to_owned(),
        product: None,
        environment: None,
    });
    onboarding.facts.list_look = Some(ListLook {
        listed,
        said: said(),
        tenant: "Northwind Production".to_owned(),
    });
    onboarding
}

fn saved(listed: Listed) -> Onboarding {
    let mut onboarding = looked(listed);
    let basis = onboarding.registration_basis().unwrap();
    onboarding.facts.taken_over = (listed == Listed::Yes).then(said);
    onboarding.facts.registered = Some(Registered {
        basis,
        tenant: onboarding.fields.tenant.clone().unwrap(),
        proof: RegistrationProof::Attested(said()),
        updated: None,
        adopted: None,
        mismatch: None,
    });
    onboarding
}

fn register(onboarding: &Onboarding) -> Section {
    let paper = paper(Sheet::Of(onboarding));
    section(&paper, "Register the connector").clone()
}

#[test]
fn the_first_question_leads_to_one_of_two_ways_and_a_blank_sheet_shows_both() {
    let to_dialog = portal::OPEN_DIALOG[1];
    let to_instance = portal::OPEN_INSTANCE[0];
    for (listed, dialog, instance) in [
        (Listed::No, true, false),
        (Listed::Yes, false, true),
        (Listed::CannotTell, true, true),
    ] {
        let words = text_of(&register(&looked(listed)));
        assert_eq!(words.contains(to_dialog), dialog, "{listed:?}");
        assert_eq!(words.contains(to_instance), instance, "{listed:?}");
    }
    let blank = text(&paper(Sheet::Blank(None)));
    assert!(blank.contains(to_dialog) && blank.contains(to_instance));
}

#[test]
fn a_tenant_chosen_afterwards_asks_the_question_again() {
    let mut onboarding = looked(Listed::No);
    assert!(items(&register(&onboarding).blocks)[0].done);
    onboarding.fields.tenant.as_mut().unwrap().name = "Northwind Test".to_owned();
    assert!(!items(&register(&onboarding).blocks)[0].done);
}

#[test]
fn what_was_said_and_what_salesforce_showed_are_two_lines_under_two_headings() {
    let mut onboarding = saved(Listed::Yes);
    let section = register(&onboarding);
    let headings = section
        .blocks
        .iter()
        .filter(|block| matches!(block, Block::Heading(_)));
    assert_eq!(headings.count(), 2);
    let [_, attested, seen] = items(&section.blocks)[..] else {
        panic!("three lines");
    };
    assert_eq!(attested.value, "attested");
    assert!(attested.note.contains("existing instance was taken over"));
    assert!(!seen.done && seen.value.is_empty());

    let ran = onboarding.facts.taken_over;
    for (status, taken_over, seen_before, may_be_older, done, value) in [
        ("Success", None, false, false, true, "25: Success"),
        (
            "Restricted IP",
            None,
            false,
            false,
            false,
            "25: Restricted IP",
        ),
        ("Success", None, true, false, false, "cannot tell"),
        ("Success", None, false, true, false, "cannot tell"),
        ("Success", ran, false, false, false, "cannot tell"),
    ] {
        onboarding.facts.taken_over = taken_over;
        onboarding.facts.evidence = Some(Evidence {
            looked_at: NOW,
            seen: Some(SignIn {
                at: NOW,
                source_ip: "203.0.113.25".to_owned(),
                application: String::new(),
                status: status.to_owned(),
                whose: Whose::Elsewhere,
            }),
            seen_before,
            may_be_older,
            counts_from: None,
            unread: String::new(),
        });
        let section = register(&onboarding);
        let seen = items(&section.blocks)[2];
        assert_eq!(seen.done, done, "{status}");
        assert!(seen.value.contains(value), "{}", seen.value);
    }
}

#[test]
fn what_was_entered_after_gcis_answered_is_attested() {
    let mut onboarding = saved(Listed::No);
    let registered = onboarding.facts.registered.as_mut().unwrap();
    registered.proof = RegistrationProof::Verified {
        instance_id: "i-1".to_owned(),
        at: NOW,
    };
    let verified = text_of(&register(&onboarding));
    assert!(verified.contains("Verified: GCIS answered"), "{verified}");
    let registered = onboarding.facts.registered.as_mut().unwrap();
    registered.updated = Some(said());
    let updated = text_of(&register(&onboarding));
    assert!(!updated.contains("Verified"), "{updated}");
    for part in ["GCIS answered", "Attested: changed values were entered"] {
        assert!(updated.contains(part), "{updated}");
    }
}

#[test]
fn what_happens_next_is_ticked_and_asks_for_no_calls_where_none_are_wanted() {
    let mut onboarding = saved(Listed::No);
    let id = next::MAP.id.to_owned();
    onboarding.facts.done.insert(id, said());
    let ticked = |onboarding: &Onboarding| -> Vec<(String, bool)> {
        let paper = paper(Sheet::Of(onboarding));
        let items = items(&section(&paper, "What happens next").blocks);
        let lines = items
            .into_iter()
            .map(|item| (item.label.clone(), item.done));
        lines.collect()
    };
    let all = ticked(&onboarding);
    assert_eq!(all.len(), next::ALL.len());
    assert!(all.contains(&(next::MAP.title.to_owned(), true)));
    assert!(all.contains(&(next::SUBSCRIBE.title.to_owned(), false)));
    onboarding.facts.named_credential.declined = Some(said());
    let fewer = ticked(&onboarding);
    assert!(
        !fewer
            .iter()
            .any(|(title, _)| title == next::CALL_APIS.title)
    );
    assert_eq!(fewer.len(), all.len() - 1);
}
