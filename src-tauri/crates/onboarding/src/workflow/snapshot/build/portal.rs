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
    UnansweredView, WhatNextPage,
};
use crate::workflow::unanswered::still_open;

pub(super) fn page(
    onboarding: &Onboarding,
    now: Timestamp,
    refused: Option<Refused>,
) -> PortalPage {
    let facts = &onboarding.facts;
    let listed = onboarding.list_look().map(|look| look.listed);
    let unanswered = still_open(facts).filter(|_| facts.registered.is_none());
    let (open, save) = match listed.filter(|_| unanswered.is_none()) {
        Some(Listed::No) => (portal::OPEN_DIALOG, portal::SAVE),
        Some(Listed::Yes) => (portal::OPEN_INSTANCE, portal::SAVE_INSTANCE),
        Some(Listed::CannotTell) | None => (&[][..], &[][..]),
    };
    let evidence = facts.evidence.as_ref();
    let evidence = evidence.map(|evidence| evidence_view(evidence, onboarding));
    let paused =
        refused.and_then(|refused| lockout::paused_until(refused.count, refused.last, now));
    let cannot_look = if !onboarding.credentials_complete() {
        Some("Not everything that the sign-in takes is entered and stored.")
    } else if onboarding.current_connection().is_none() {
        Some("The sign-in is not verified with what is entered now.")
    } else {
        None
    };
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
        can_look: facts.portal_end.is_some() && cannot_look.is_none() && paused.is_none(),
        cannot_look,
        paused_until: paused,
        unanswered: unanswered.map(|(attempt, until)| UnansweredView {
            tenant: attempt.tenant.name.clone(),
            at: attempt.at,
            until,
        }),
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
        Some(_) if evidence.may_be_older => EvidenceStanding::MayBeOlder,
        Some(_) if evidence.seen_before => EvidenceStanding::SeenBefore,
        Some(_) if onboarding.is_doubtful(evidence) => EvidenceStanding::RanBefore,
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
        ran_before: onboarding.ran_before(),
        explained: refused.map(|line| refusal(line, onboarding)),
        unread: evidence.unread.clone(),
        own_addresses: own.map(|(address, _)| address.clone()).collect(),
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
