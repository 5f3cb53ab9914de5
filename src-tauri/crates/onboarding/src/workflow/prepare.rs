//! What a person says about the work in Salesforce.

use jiff::Timestamp;
use model::catalogue::{Code, Problem};
use model::guide::{all_items, prerequisites};
use model::onboarding::UserInUse;
use model::provenance::{Attested, Attestor};
use model::{Onboarding, Route};
use uuid::Uuid;

use super::problem::problem;
use super::snapshot::Snapshot;
use super::workspace::Workspace;

/// The person at the keyboard says so now.
pub(super) fn i_say_so() -> Attested {
    Attested {
        by: Attestor::Me,
        at: Timestamp::now(),
    }
}

impl Workspace {
    /// Records who says that a prerequisite is met; nobody takes it back.
    pub fn confirm_prerequisite(
        &self,
        id: Uuid,
        prerequisite: &str,
        by: Option<Attestor>,
    ) -> Result<Snapshot, Problem> {
        if !prerequisites::ALL
            .iter()
            .any(|known| known.id == prerequisite)
        {
            return Err(problem(Code::UnknownItem));
        }
        let said = by.map(|by| Attested {
            by,
            at: Timestamp::now(),
        });
        let word = match by {
            Some(Attestor::Me) => "me",
            Some(Attestor::Colleague) => "colleague",
            Some(Attestor::Gentrack) => "gentrack",
            None => "taken_back",
        };
        self.say(
            id,
            "prerequisite",
            &format!("{prerequisite}: {word}"),
            |onboarding| {
                let prerequisites = &mut onboarding.facts.prerequisites;
                match said {
                    Some(said) => prerequisites.insert(prerequisite.to_owned(), said),
                    None => prerequisites.remove(prerequisite),
                };
            },
        )
    }

    /// Ticks a setting or a task, or takes the tick back.
    pub fn tick(&self, id: Uuid, item: &str, done: bool) -> Result<Snapshot, Problem> {
        if !all_items().any(|known| known == item) {
            return Err(problem(Code::UnknownItem));
        }
        self.say(
            id,
            if done { "ticked" } else { "unticked" },
            item,
            |onboarding| {
                if done {
                    onboarding.facts.done.insert(item.to_owned(), i_say_so());
                } else {
                    onboarding.facts.done.remove(item);
                }
            },
        )
    }

    /// The app of the onboarding's route is set up, or not yet after all.
    pub fn app_saved(&self, id: Uuid, saved: bool) -> Result<Snapshot, Problem> {
        self.say(id, "app_saved", yes_or_no(saved), |onboarding| {
            let fact = match onboarding.route {
                Route::ConnectedApp => &mut onboarding.facts.app_saved,
                Route::ExternalClientApp => &mut onboarding.facts.eca_ready,
            };
            *fact = saved.then(i_say_so);
        })
    }

    /// Whether a connector already uses the service user.
    pub fn answer_user_in_use(&self, id: Uuid, answer: UserInUse) -> Result<Snapshot, Problem> {
        let word = match answer {
            UserInUse::No => "no",
            UserInUse::Yes => "yes",
            UserInUse::NotSure => "not_sure",
        };
        self.say(id, "user_in_use", word, |onboarding| {
            onboarding.facts.user_in_use = Some(answer);
        })
    }

    /// The service user of the onboarding's route is ready, or not yet after all.
    pub fn user_ready(&self, id: Uuid, ready: bool) -> Result<Snapshot, Problem> {
        self.say(id, "user_ready", yes_or_no(ready), |onboarding| {
            let fact = match onboarding.route {
                Route::ConnectedApp => &mut onboarding.facts.user_ready,
                Route::ExternalClientApp => &mut onboarding.facts.eca_user_ready,
            };
            *fact = ready.then(i_say_so);
        })
    }

    pub(super) fn say(
        &self,
        id: Uuid,
        what: &str,
        outcome: &str,
        change: impl FnOnce(&mut Onboarding),
    ) -> Result<Snapshot, Problem> {
        let saved = self.edit(id, what, outcome, |onboarding| {
            change(onboarding);
            Ok(())
        })?;
        Ok(self.picture(&saved))
    }
}

fn yes_or_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}
