//! What Salesforce's Login History shows after a save in the portal.
//!
//! All times that are compared are Salesforce's own clock: the lines', and those of the tokens that
//! this program was given.

use jiff::Timestamp;
use model::Onboarding;
use model::catalogue::{Check, Code, Problem};
use model::onboarding::{AddressAnswer, Evidence, PortalEnd, SignIn, Whose};
use uuid::Uuid;

use crate::workflow::VerifyRequest;
use crate::workflow::prepare::i_say_so;
use crate::workflow::problem::problem;
use crate::workflow::snapshot::Snapshot;
use crate::workflow::workspace::Workspace;

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
        self.verify(id, &request, &|_| ()).await?;
        self.say(id, "looked_for_gcis", "", |onboarding| {
            let found = evidence(onboarding, &end, Timestamp::now());
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
                let again = evidence(onboarding, end, before.looked_at);
                onboarding.facts.evidence = Some(again);
            }
            onboarding.judge_move_again();
            Ok(())
        })?;
        Ok(self.picture(&saved))
    }
}

/// What the lines of the last look say of a save: the newest sign-in from elsewhere after it, one
/// that can be told from other computers of the person's before one that cannot.
fn evidence(onboarding: &Onboarding, end: &PortalEnd, looked_at: Timestamp) -> Evidence {
    let mut evidence = Evidence {
        looked_at,
        seen: None,
        seen_before: false,
        unread: unread(onboarding),
    };
    // Without a sign-in of this program there is nothing to compare with.
    let Some(since) = end.since.filter(|_| evidence.unread.is_empty()) else {
        return evidence;
    };
    let newest = |before: bool| {
        from_elsewhere(onboarding)
            // The lines have whole seconds.
            .filter(|line| line.at.as_second() >= since.as_second())
            .filter(|line| signed_in_before(onboarding, &line.source_ip) == before)
            .max_by_key(|line| line.at)
            .cloned()
    };
    evidence.seen = newest(false);
    if evidence.seen.is_none() {
        evidence.seen = newest(true);
        evidence.seen_before = evidence.seen.is_some();
    }
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
