//! What Salesforce's Login History shows after a save in the portal.
//!
//! All times that are compared are Salesforce's own clock: the lines', and those of the tokens that
//! this program was given.

use jiff::{SignedDuration, Timestamp};
use model::Onboarding;
use model::catalogue::{Check, Code, Problem};
use model::onboarding::{AddressAnswer, Evidence, PortalEnd, SignIn, Whose};
use uuid::Uuid;

use crate::workflow::VerifyRequest;
use crate::workflow::prepare::i_say_so;
use crate::workflow::problem::problem;
use crate::workflow::snapshot::Snapshot;
use crate::workflow::workspace::Workspace;

/// How long a save in the portal takes, with the way back to this program to tell of it.
const SAVE_TAKES: SignedDuration = SignedDuration::from_mins(10);

impl Workspace {
    /// Signs in once and reads the service user's Login History: a new sign-in that is not ours is
    /// evidence that GCIS tried, and of how it ended. Nothing there means *cannot tell*.
    ///
    /// # Errors
    /// `not_registered` before a save in the portal was told of; what a verification can meet.
    pub async fn look_for_gcis(&self, id: Uuid) -> Result<Snapshot, Problem> {
        let end = self.load(id)?.facts.portal_end;
        let end = end.ok_or_else(|| problem(Code::NotRegistered))?;
        let request = VerifyRequest {
            only: Some(Check::SignIns),
            ..VerifyRequest::default()
        };
        let before = self.load(id)?.facts.own_sign_ins.last().copied();
        self.verify(id, &request, &|_| ()).await?;
        self.say(id, "looked_for_gcis", "", |onboarding| {
            let looked_at = Timestamp::now();
            let signed_in = onboarding.facts.own_sign_ins.last().copied();
            let signed_in = signed_in.filter(|at| Some(*at) != before);
            let from = signed_in.map(|at| counts_from(&end, at, looked_at));
            let found = evidence(onboarding, &end, looked_at, from);
            onboarding.facts.evidence = Some(found);
        })
    }

    /// Whether an address that Login History shows is one of the person's own: another computer of
    /// theirs. Nothing takes the answer back. What was seen is judged afresh, without a sign-in.
    pub fn answer_address(
        &self,
        id: Uuid,
        address: &str,
        ours: Option<bool>,
    ) -> Result<Snapshot, Problem> {
        let word = match ours {
            Some(true) => "ours",
            Some(false) => "not_ours",
            None => "taken_back",
        };
        let outcome = format!("{address}: {word}");
        let saved = self.edit(id, "address", &outcome, |onboarding| {
            if !lines(onboarding).any(|line| line.source_ip == address) {
                return Err(problem(Code::UnknownItem));
            }
            let addresses = &mut onboarding.facts.addresses;
            match ours {
                Some(ours) => {
                    let said = i_say_so();
                    addresses.insert(address.to_owned(), AddressAnswer { ours, said });
                }
                None => {
                    addresses.remove(address);
                }
            }
            let facts = &onboarding.facts;
            if let (Some(end), Some(before)) = (&facts.portal_end, &facts.evidence) {
                let again = evidence(onboarding, end, before.looked_at, before.counts_from);
                onboarding.facts.evidence = Some(again);
            }
            onboarding.judge_move_again();
            Ok(())
        })?;
        Ok(self.picture(&saved))
    }
}

/// From when on a sign-in is surely of the save, by Salesforce's clock: as long before the person told
/// of it as a save and the way back to this program take. The sign-in of this look was a moment ago,
/// which tells how Salesforce's clock goes.
fn counts_from(end: &PortalEnd, signed_in: Timestamp, looked_at: Timestamp) -> Timestamp {
    let said = end.first_said.unwrap_or(end.at);
    signed_in - looked_at.duration_since(said) - SAVE_TAKES
}

/// What the lines of the last look say of a save: the newest sign-in from elsewhere after it, one
/// that can be told from other computers of the person's before one that cannot, and last one that
/// may be older than the save.
fn evidence(
    onboarding: &Onboarding,
    end: &PortalEnd,
    looked_at: Timestamp,
    counts_from: Option<Timestamp>,
) -> Evidence {
    let mut evidence = Evidence {
        looked_at,
        seen: None,
        seen_before: false,
        may_be_older: false,
        counts_from,
        unread: unread(onboarding),
    };
    // Without a sign-in of this program there is nothing to compare with.
    let Some(since) = end.since.filter(|_| evidence.unread.is_empty()) else {
        return evidence;
    };
    // The lines have whole seconds.
    let is_of_it =
        |line: &SignIn| counts_from.is_some_and(|from| line.at.as_second() >= from.as_second());
    let seen_before = |line: &SignIn| signed_in_before(onboarding, &line.source_ip);
    let newest = from_elsewhere(onboarding)
        .filter(|line| line.at.as_second() >= since.as_second())
        .max_by_key(|line| (is_of_it(line), !seen_before(line), line.at));
    evidence.may_be_older = newest.is_some_and(|line| !is_of_it(line));
    evidence.seen_before = newest.is_some_and(seen_before);
    evidence.seen = newest.cloned();
    evidence
}

/// Why the history could not be read the last time; empty where it could.
pub(in crate::workflow) fn unread(onboarding: &Onboarding) -> String {
    let verification = onboarding.facts.verification.as_ref();
    let mut findings = verification.iter().flat_map(|one| &one.findings);
    if let Some(blocking) = findings.clone().find(|finding| finding.blocks()) {
        return blocking.entry().summary.to_owned();
    }
    let unread = findings.find(|finding| finding.code == Code::SignInsUnread);
    unread.map_or_else(String::new, |finding| finding.evidence.clone())
}

fn lines(onboarding: &Onboarding) -> impl Iterator<Item = &SignIn> {
    let verification = onboarding.facts.verification.as_ref();
    verification
        .into_iter()
        .flat_map(|one| one.sign_ins.iter().flatten())
}

/// The connector's sign-ins, as far as address, app and the person tell.
fn from_elsewhere(onboarding: &Onboarding) -> impl Iterator<Item = &SignIn> {
    let addresses = &onboarding.facts.addresses;
    let is_ours = |line: &&SignIn| addresses.get(&line.source_ip).is_some_and(|said| said.ours);
    lines(onboarding)
        .filter(|line| line.whose == Whose::Elsewhere)
        .filter(move |line| !is_ours(line))
}

/// Whether an address signed in before anything was saved in the portal, and nobody has said that
/// it is not one of their own.
fn signed_in_before(onboarding: &Onboarding, address: &str) -> bool {
    let facts = &onboarding.facts;
    if facts.addresses.contains_key(address) {
        return false;
    }
    facts.before_first_save.is_some_and(|first| {
        from_elsewhere(onboarding)
            .any(|line| line.source_ip == address && line.at.as_second() < first.as_second())
    })
}
