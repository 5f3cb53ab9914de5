//! Gives a registered instance other credentials through the API.

use jiff::Timestamp;
use model::catalogue::{Code, Problem};
use model::onboarding::{Onboarding, RegistrationBasis, RegistrationProof, ReplacementAttempt};
use uuid::Uuid;

use super::problem::problem;
use super::refusal::refusal;
use super::snapshot::Snapshot;
use super::workspace::Workspace;
use crate::gcis::{Gcis, Replacement};

impl Workspace {
    /// Replaces the credentials of the instance by those that were verified. GCIS verifies them
    /// too; until that has succeeded the instance goes on with those it has. The attempt is on disk
    /// before the request leaves; after an answer that never came it is looked up first.
    pub async fn replace_credentials(&self, id: Uuid) -> Result<Snapshot, Problem> {
        let _hold = self.hold(id)?;
        self.replace_once(id)
            .await
            .map_err(|problem| self.note_problem(id, "replace_credentials", problem))
    }

    pub(super) async fn replace_once(&self, id: Uuid) -> Result<Snapshot, Problem> {
        self.verify_again_if_old(id).await?;
        let onboarding = self.load(id)?;
        let (instance_id, basis) = ready_to_replace(&onboarding)?;
        let credentials = self.credentials(&onboarding).await?;
        let (client, reach) = self.connection(onboarding.environment)?;
        let api = self.api_credentials(onboarding.environment).await?;
        let gcis = Gcis::sign_in(&client, &reach, &api).await?;

        let before = gcis.instance(&instance_id).await?.credentials_replaced_at;
        let earlier = onboarding.facts.replacement.clone();
        if let Some(earlier) = &earlier
            && earlier.before != before
        {
            let done = self.replaced(id, earlier.basis.clone())?;
            if earlier.basis == basis {
                return Ok(done);
            }
        }
        let key = match &earlier {
            Some(earlier) if earlier.basis == basis => earlier.key,
            Some(_) | None => Uuid::new_v4(),
        };
        self.say(id, "replace_began", "", |onboarding| {
            onboarding.gcis_may_try(onboarding.facts.own_sign_ins.last().copied());
            onboarding.facts.replacement = Some(ReplacementAttempt {
                key,
                basis: basis.clone(),
                before,
            });
        })?;
        let replacement = Replacement {
            key,
            instance_id: &instance_id,
            login_url: &onboarding.fields.login_url,
            sign_in: &credentials,
        };
        match gcis.replace_credentials(&replacement).await {
            Ok(_) => self.replaced(id, basis),
            Err(error) if error.is_ambiguous() => {
                Err(problem(Code::OutcomeUnknown).with_detail(error.evidence()))
            }
            Err(error) => {
                let refusal = refusal(&basis, &error);
                // That says nothing of one before it that was never answered.
                self.say(id, "replace_refused", "", |onboarding| {
                    onboarding.facts.replacement = earlier;
                    onboarding.facts.refusal = refusal;
                })?;
                Err(error.into())
            }
        }
    }

    fn replaced(&self, id: Uuid, basis: RegistrationBasis) -> Result<Snapshot, Problem> {
        self.say(id, "credentials_replaced", "", |onboarding| {
            onboarding.facts.replacement = None;
            onboarding.facts.refusal = None;
            onboarding.gcis_was_given(basis, Timestamp::now(), false);
        })
    }
}

/// The instance, and what it is to work with.
fn ready_to_replace(onboarding: &Onboarding) -> Result<(String, RegistrationBasis), Problem> {
    let registered = onboarding.facts.registered.as_ref();
    let Some((RegistrationProof::Verified { instance_id, .. }, registered)) =
        registered.map(|registered| (&registered.proof, registered))
    else {
        return Err(problem(Code::NotRegistered));
    };
    if onboarding.current_connection().is_none() {
        return Err(problem(Code::VerifyFirst));
    }
    let basis = onboarding
        .registration_basis()
        .ok_or_else(|| problem(Code::TenantMissing).at_field("tenant"))?;
    if !registered.basis.differs_in_sign_in_alone(&basis) {
        return Err(problem(Code::OnlyInThePortal));
    }
    Ok((instance_id.clone(), basis))
}
