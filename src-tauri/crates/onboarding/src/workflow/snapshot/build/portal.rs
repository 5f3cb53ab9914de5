//! The way through the portal, what Salesforce saw of it, and what happens next.

use jiff::Timestamp;
use model::catalogue::{Code, fixes_with_address, login_history};
use model::guide::{next, portal};
use model::lockout;
use model::onboarding::{Evidence, Listed, Onboarding, PortalEnd, PortalEnding, SignIn};

use super::diagnosis::explained;
use super::guide::task_rows;
use crate::records::Refused;
use crate::workflow::snapshot::{
    EvidenceStanding, EvidenceView, ExplainedView, PortalEndView, PortalPage, PortalStage,
    WhatNextPage,
};

pub(super) fn page(
    onboarding: &Onboarding,
    now: Timestamp,
    refused: Option<Refused>,
) -> PortalPage {
    let facts = &onboarding.facts;
    let listed = onboarding.list_look().map(|look| look.listed);
    let (open, save) = match listed {
        Some(Listed::No) => (portal::OPEN_DIALOG, portal::SAVE),
        Some(Listed::Yes) => (portal::OPEN_INSTANCE, portal::SAVE_INSTANCE),
        Some(Listed::CannotTell) | None => (&[][..], &[][..]),
    };
    let evidence = facts.evidence.as_ref();
    let evidence = evidence.map(|evidence| evidence_view(evidence, onboarding));
    let paused =
        refused.and_then(|refused| lockout::paused_until(refused.count, refused.last, now));
    PortalPage {
        stages: stages(onboarding, evidence.as_ref()),
        address: portal::ADDRESS,
        words_may_differ: portal::WORDS_MAY_DIFFER,
        look: portal::LOOK,
        how_to_tell: portal::HOW_TO_TELL,
        listed,
        open,
        save,
        end: facts
            .portal_end
            .as_ref()
            .map(|end| end_view(end, onboarding)),
        evidence,
        can_look: facts.portal_end.is_some()
            && onboarding.current_connection().is_some()
            && onboarding.credentials_complete()
            && paused.is_none(),
    }
}

fn stages(onboarding: &Onboarding, evidence: Option<&EvidenceView>) -> Vec<PortalStage> {
    let ending = onboarding.facts.portal_end.as_ref().map(|end| end.ending);
    let listed = onboarding.list_look().map(|look| look.listed);
    let standing = evidence.map(|evidence| evidence.standing);
    let mut stages = vec![
        (
            "Look in the Connectors list",
            matches!(listed, Some(Listed::No | Listed::Yes)),
        ),
        (
            "Enter the values and save",
            ending == Some(PortalEnding::Saved),
        ),
        (
            "Seen in Salesforce",
            standing == Some(EvidenceStanding::GotIn),
        ),
    ];
    // Each rests on the one before it.
    for later in 1..stages.len() {
        stages[later].1 &= stages[later - 1].1;
    }
    let next = stages.iter().position(|(_, done)| !done);
    let stages = stages.into_iter().enumerate();
    stages
        .map(|(at, (title, done))| PortalStage {
            title,
            done,
            next: next == Some(at),
        })
        .collect()
}

fn end_view(end: &PortalEnd, onboarding: &Onboarding) -> PortalEndView {
    let codes = end.codes.iter();
    PortalEndView {
        ending: end.ending,
        at: end.at,
        explained: codes.map(|code| explained(*code, onboarding)).collect(),
    }
}

fn evidence_view(evidence: &Evidence, onboarding: &Onboarding) -> EvidenceView {
    let standing = match &evidence.seen {
        _ if !evidence.unread.is_empty() => EvidenceStanding::Unread,
        None => EvidenceStanding::NoLine,
        Some(_) if evidence.seen_before => EvidenceStanding::SeenBefore,
        Some(seen) if seen.status == SignIn::SUCCESS => EvidenceStanding::GotIn,
        Some(_) => EvidenceStanding::Refused,
    };
    let refused = evidence.seen.as_ref();
    let refused = refused.filter(|_| standing == EvidenceStanding::Refused);
    let addresses = onboarding.facts.addresses.iter();
    let own = addresses.filter(|(_, said)| said.ours);
    EvidenceView {
        looked_at: evidence.looked_at,
        standing,
        seen: evidence.seen.clone(),
        ran_before: ran_before(onboarding),
        explained: refused.map(|line| refusal(line, onboarding)),
        unread: evidence.unread.clone(),
        own_addresses: own.map(|(address, _)| address.clone()).collect(),
    }
}

/// Whether the instance was there before the last save: taken over, or updated since.
fn ran_before(onboarding: &Onboarding) -> bool {
    let facts = &onboarding.facts;
    let listed = onboarding.list_look().map(|look| look.listed);
    match &facts.registered {
        Some(registered) => facts.taken_over.is_some() || registered.updated.is_some(),
        None => listed == Some(Listed::Yes),
    }
}

/// What a refused line means; where the address is the cause, with that address to copy.
fn refusal(line: &SignIn, onboarding: &Onboarding) -> ExplainedView {
    let status = login_history::of_words(&line.status);
    let code = status.map_or(Code::OtherStatus, |status| status.code);
    let general = explained(code, onboarding);
    let can_open = |link| onboarding.can_open(link);
    match fixes_with_address(code, &line.source_ip, onboarding.route, can_open) {
        Some(fixes) => ExplainedView { fixes, ..general },
        None => general,
    }
}

pub(super) fn what_next(onboarding: &Onboarding) -> WhatNextPage {
    let facts = &onboarding.facts;
    let tasks = next::tasks(facts.named_credential.declined.is_none());
    WhatNextPage {
        available: facts.registered.is_some(),
        tasks: task_rows(tasks, onboarding),
        mapping: next::MAPPING,
    }
}
