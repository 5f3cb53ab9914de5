//! What Login History shows of GCIS after it was given the new credentials.
//!
//! Both ways stand there as *Remote Access 2.0*, so it is the app's name that tells one from the
//! other. Where that does not tell, nobody can. All times are Salesforce's own clock.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Onboarding;
use crate::onboarding::{SignIn, Whose};

/// How far a line's time may be from that of the token it belongs to; the line has whole seconds.
const NEAR: SignedDuration = SignedDuration::from_secs(3);

/// What the last look showed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MoveSighting {
    /// When it was looked at.
    pub looked_at: Timestamp,
    /// What it says.
    pub standing: MoveStanding,
    /// The line that says so, if one does.
    pub seen: Option<SignIn>,
    /// The newest sign-in by the old app that cannot have come before the new credentials were
    /// given.
    pub still_old: Option<SignIn>,
    /// Why the history could not be read; empty where it could.
    pub unread: String,
}

/// What Login History says of GCIS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum MoveStanding {
    /// It got in by the new app.
    GotIn,
    /// It tried by the new app and was refused.
    Refused,
    /// Cannot tell: the two apps cannot be told apart by their names.
    SameName,
    /// Cannot tell: no new line.
    NoLine,
    /// Cannot tell: the history could not be read.
    Unread,
}

/// The app's name in this program's own latest line: the nearest in time. Of lines of one second that
/// of the old app is not it, if another is there; where two others are, nobody can tell.
pub(super) fn own_application(onboarding: &Onboarding) -> Option<String> {
    let own = *onboarding.facts.own_sign_ins.last()?;
    let distance = |line: &SignIn| line.at.duration_since(own).abs();
    let desk = lines(onboarding).filter(|line| line.whose == Whose::ThisDesk);
    let near: Vec<&SignIn> = desk
        .filter(|line| distance(line) <= NEAR && !line.application.is_empty())
        .collect();
    let nearest = near.iter().map(|line| distance(line)).min()?;
    let names: BTreeSet<&str> = near
        .iter()
        .filter(|line| distance(line) == nearest)
        .map(|line| line.application.as_str())
        .collect();
    let migration = onboarding.facts.migration.as_ref();
    let old = migration.and_then(|migration| migration.old_application.as_deref());
    let new: Vec<&str> = names
        .iter()
        .copied()
        .filter(|name| Some(*name) != old)
        .collect();
    match (new.as_slice(), names.len()) {
        ([name], _) => Some((*name).to_owned()),
        ([], 1) => old.map(str::to_owned),
        _ => None,
    }
}

fn lines(onboarding: &Onboarding) -> impl Iterator<Item = &SignIn> {
    let verification = onboarding.facts.verification.as_ref();
    verification
        .into_iter()
        .flat_map(|one| one.sign_ins.iter().flatten())
}

/// Judges the lines of the last look; `unread` says why they could not be read.
pub fn judge(onboarding: &Onboarding, looked_at: Timestamp, unread: String) -> MoveSighting {
    let mut found = MoveSighting {
        looked_at,
        standing: MoveStanding::NoLine,
        seen: None,
        still_old: None,
        unread,
    };
    let migration = onboarding.facts.migration.as_ref();
    let since = migration.and_then(|migration| match migration.given {
        Some(given) => given.since,
        None => onboarding.facts.portal_end.as_ref()?.since,
    });
    let (Some(migration), Some(since), true) = (migration, since, found.unread.is_empty()) else {
        found.standing = MoveStanding::Unread;
        return found;
    };
    let Some(new_app) = own_application(onboarding) else {
        found.standing = MoveStanding::Unread;
        return found;
    };
    let is_ours = |line: &&SignIn| {
        let said = onboarding.facts.addresses.get(&line.source_ip);
        line.whose == Whose::ThisDesk || said.is_some_and(|said| said.ours)
    };
    let others: Vec<&SignIn> = lines(onboarding).filter(|line| !is_ours(line)).collect();
    let is_after = |line: &SignIn, moment: Timestamp| line.at.as_second() >= moment.as_second();
    let of_new = || others.iter().filter(|line| line.application == new_app);
    let newest = of_new()
        .filter(|line| is_after(line, since))
        .max_by_key(|line| line.at)
        .copied();
    let got_in = of_new()
        .filter(|line| is_after(line, since) && line.status == SignIn::SUCCESS)
        .map(|line| line.at)
        .min();

    // Before GCIS was first given the new credentials nobody but this program used the new app. What
    // it tried in between and could not take is its own.
    let first = migration.before_first_try.unwrap_or(since);
    let used_before = of_new().any(|line| !is_after(line, first));
    let old = &migration.old_application;
    // Where the old app's name was never read, GCIS tells it by having come from there by another.
    let changed_app = |address: &str| {
        others
            .iter()
            .any(|line| line.source_ip == address && line.application != new_app)
    };
    let differs = match (old, newest) {
        (Some(old), _) => *old != new_app,
        (None, Some(newest)) => changed_app(&newest.source_ip),
        (None, None) => true,
    };
    found.standing = match newest {
        _ if used_before || !differs => MoveStanding::SameName,
        None => MoveStanding::NoLine,
        Some(line) if line.status == SignIn::SUCCESS => MoveStanding::GotIn,
        Some(_) => MoveStanding::Refused,
    };
    found.seen = newest.cloned();
    if let Some(old) = old.as_ref().filter(|old| **old != new_app) {
        let after = [got_in, migration.first_look].into_iter().flatten().min();
        found.still_old = others
            .iter()
            .filter(|line| line.application == *old)
            .filter(|line| after.is_some_and(|after| line.at.as_second() > after.as_second()))
            .max_by_key(|line| line.at)
            .map(|line| (*line).clone());
    }
    found
}
