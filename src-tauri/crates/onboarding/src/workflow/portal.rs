//! The guided portal: how a save there ended, and what Salesforce saw of it.

use jiff::Timestamp;
use model::catalogue::{Check, Code, Problem, explain};
use model::onboarding::{Evidence, Onboarding, PortalEnd, PortalEnding, SignIn, Whose};
use uuid::Uuid;

use super::VerifyRequest;
use super::problem::problem;
use super::snapshot::Snapshot;
use super::workspace::Workspace;

/// How many meanings of the portal's words are kept.
const MEANINGS: usize = 3;

impl Workspace {
    /// The person says how a save in the portal ended; `words` are the portal's own, where it said
    /// no. A save makes the connector registered, on the person's word.
    pub fn portal_ended(
        &self,
        id: Uuid,
        ending: PortalEnding,
        words: &str,
    ) -> Result<Snapshot, Problem> {
        let outcome = match ending {
            PortalEnding::Saved => "saved",
            PortalEnding::Refused => "refused",
            PortalEnding::DontKnow => "dont_know",
        };
        if ending == PortalEnding::Saved {
            self.attest_registered(id)?;
        }
        self.say(id, "portal_ended", outcome, |onboarding| {
            let at = Timestamp::now();
            let facts = &mut onboarding.facts;
            facts.portal_end = Some(PortalEnd {
                ending,
                at,
                since: facts.own_sign_ins.last().copied(),
                codes: explain(words)
                    .into_iter()
                    .map(|hit| hit.code)
                    .take(MEANINGS)
                    .collect(),
            });
            facts.evidence = None;
        })
    }

    /// Signs in once and reads the service user's Login History: a new sign-in that is not ours is
    /// evidence that GCIS tried, and of how it ended. Nothing there means *cannot tell*.
    pub async fn look_for_gcis(&self, id: Uuid) -> Result<Snapshot, Problem> {
        let end = self.load(id)?.facts.portal_end;
        let end = end.ok_or_else(|| problem(Code::NotRegistered))?;
        let request = VerifyRequest {
            only: Some(Check::SignIns),
            ..VerifyRequest::default()
        };
        self.verify(id, &request, &|_| ()).await?;
        self.say(id, "looked_for_gcis", "", |onboarding| {
            onboarding.facts.evidence = Some(Evidence {
                looked_at: Timestamp::now(),
                seen: newest_from_elsewhere(onboarding, end.since).cloned(),
            });
        })
    }
}

/// The lines of Login History have whole seconds.
fn newest_from_elsewhere(onboarding: &Onboarding, since: Option<Timestamp>) -> Option<&SignIn> {
    let since = since.map_or(0, Timestamp::as_second);
    let verification = onboarding.facts.verification.as_ref()?;
    verification
        .sign_ins
        .iter()
        .flatten()
        .filter(|sign_in| sign_in.whose == Whose::Elsewhere && sign_in.at.as_second() >= since)
        .max_by_key(|sign_in| sign_in.at)
}
