//! A save in the portal that was told of, and is not there after all.

use model::catalogue::{Code, Problem};
use model::onboarding::{Onboarding, RegistrationWay};
use uuid::Uuid;

use crate::workflow::problem::problem;
use crate::workflow::snapshot::Snapshot;
use crate::workflow::workspace::Workspace;

impl Workspace {
    /// Takes back the person's word that the instance was saved in the portal. What was entered and
    /// answered besides stays.
    ///
    /// # Errors
    /// `not_registered` where there is nothing to take back; `already_registered` where more than
    /// the person's word stands for it: GCIS named it, or it is being moved.
    pub fn take_back_registration(&self, id: Uuid) -> Result<Snapshot, Problem> {
        let saved = self.edit(id, "registration_taken_back", "", |onboarding| {
            if onboarding.facts.registered.is_none() {
                return Err(problem(Code::NotRegistered));
            }
            if !can_take_back(onboarding) {
                return Err(problem(Code::AlreadyRegistered));
            }
            let facts = &mut onboarding.facts;
            facts.registered = None;
            facts.taken_over = None;
            facts.portal_end = None;
            facts.evidence = None;
            onboarding.fields.registration = Some(RegistrationWay::Portal);
            Ok(())
        })?;
        Ok(self.picture(&saved))
    }
}

/// Whether the registration rests on the person's word alone, and nothing is built on it.
pub(in crate::workflow) fn can_take_back(onboarding: &Onboarding) -> bool {
    let registered = onboarding.facts.registered.as_ref();
    registered.is_some_and(model::onboarding::Registered::is_attested_alone)
        && onboarding.facts.migration.is_none()
}
