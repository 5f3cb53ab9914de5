//! The guided portal: what its list showed, how a save there ended, and what Salesforce saw of it.

mod evidence;
mod take_back;

pub(super) use evidence::unread;
pub(super) use take_back::can_take_back;

use jiff::Timestamp;
use model::catalogue::{Code, Problem, explain};
use model::onboarding::{ListLook, Listed, PortalEnd, PortalEnding};
use uuid::Uuid;

use super::prepare::i_say_so;
use super::problem::problem;
use super::snapshot::Snapshot;
use super::unanswered::nothing_is_open;
use super::workspace::Workspace;

/// How many meanings of the portal's words are kept.
const MEANINGS: usize = 3;

impl Workspace {
    /// Whether the portal's list already shows an instance for this org and tenant, on the person's
    /// word. It holds for the tenant as it is now.
    pub fn answer_list(&self, id: Uuid, listed: Listed) -> Result<Snapshot, Problem> {
        let word = match listed {
            Listed::No => "no",
            Listed::Yes => "yes",
            Listed::CannotTell => "cannot_tell",
        };
        let saved = self.edit(id, "portal_list", word, |onboarding| {
            if listed == Listed::No && onboarding.facts.registered.is_none() {
                nothing_is_open(&onboarding.facts)?;
            }
            let basis = onboarding.registration_basis();
            let tenant = basis.ok_or_else(|| problem(Code::TenantMissing).at_field("tenant"))?;
            onboarding.facts.list_look = Some(ListLook {
                listed,
                said: i_say_so(),
                tenant: tenant.tenant,
            });
            Ok(())
        })?;
        Ok(self.picture(&saved))
    }

    /// The person says how a save in the portal ended; `words` are the portal's own, where it said
    /// no. A save makes the connector registered, on the person's word: a new instance, or one that
    /// stood in the portal's list before. Without that known, nothing is recorded.
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
        let onboarding = self.load(id)?;
        let listed = onboarding.list_look().map(|look| look.listed);
        let is_new = onboarding.facts.registered.is_none();
        if is_new && !matches!(listed, Some(Listed::No | Listed::Yes)) {
            return Err(self.note_problem(id, "portal_ended", problem(Code::ListFirst)));
        }
        if ending == PortalEnding::Saved {
            self.attest_registered(id)?;
        }
        self.say(id, "portal_ended", outcome, |onboarding| {
            let at = Timestamp::now();
            let facts = &mut onboarding.facts;
            // Who did not know before has found out meanwhile: it is still the same save.
            let before = facts.portal_end.take();
            let same = before.filter(|end| end.ending == PortalEnding::DontKnow);
            let is_first = is_new && same.is_none() && facts.before_first_save.is_none();
            let first_said = same.as_ref().map(|end| end.first_said.unwrap_or(end.at));
            let since = same.map_or_else(|| facts.own_sign_ins.last().copied(), |end| end.since);
            if is_new && listed == Some(Listed::Yes) && ending == PortalEnding::Saved {
                facts.taken_over = Some(i_say_so());
            }
            // An instance that was there signed in all along.
            if is_first && listed == Some(Listed::No) {
                facts.before_first_save = since;
            }
            facts.portal_end = Some(PortalEnd {
                ending,
                at,
                first_said,
                since,
                codes: explain(words)
                    .into_iter()
                    .map(|hit| hit.code)
                    .take(MEANINGS)
                    .collect(),
            });
            facts.evidence = None;
            onboarding.gcis_may_try(since);
        })
    }
}
