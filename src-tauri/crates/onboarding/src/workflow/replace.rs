//! Gives a registered instance other credentials through the API.

use jiff::Timestamp;
use model::catalogue::{Code, Problem};
use model::onboarding::{Onboarding, RegistrationBasis, RegistrationProof, ReplacementAttempt};
use uuid::Uuid;

use super::problem::problem;
use super::refusal::refusal;
use super::snapshot::Snapshot;
use super::workspace::Workspace;
use crate::credentials::Credentials;
use crate::gcis::{Gcis, Instance, Replacement};

impl Workspace {
    /// Replaces the credentials of the instance by those that were verified. GCIS verifies them
    /// too; until that has succeeded the instance goes on with those it has. The attempt is on disk
    /// before the request leaves; after an answer that never came the same credentials go under the
    /// same key again, so that GCIS answers for them and does nothing twice.
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

        let shown = gcis.instance(&instance_id).await?.credentials_replaced_at;
        let earlier = onboarding.facts.replacement.as_ref();
        let give = Give {
            id,
            gcis: &gcis,
            instance_id: &instance_id,
            login_url: &onboarding.fields.login_url,
            sign_in: &credentials,
            earlier,
            shown,
        };
        let attempt = ReplacementAttempt::next(earlier, basis, shown, Uuid::new_v4());
        let mut answer = self.give(&give, attempt.clone()).await?;
        if answer.credentials_replaced_at < shown && answer.credentials_replaced_at.is_some() {
            // An answer of before: these were given, and others after them.
            let anew = ReplacementAttempt {
                key: Uuid::new_v4(),
                before: shown,
                replaced_since: true,
                ..attempt.clone()
            };
            answer = self.give(&give, anew).await?;
        }
        self.replaced(id, attempt.basis, &answer)
    }

    /// Sends credentials once, with the attempt on disk before.
    async fn give(
        &self,
        give: &Give<'_>,
        attempt: ReplacementAttempt,
    ) -> Result<Instance, Problem> {
        let replacement = Replacement {
            key: attempt.key,
            instance_id: give.instance_id,
            login_url: give.login_url,
            sign_in: give.sign_in,
        };
        self.say(give.id, "replace_began", "", |onboarding| {
            onboarding.gcis_may_try(onboarding.facts.own_sign_ins.last().copied());
            onboarding.facts.replacement = Some(attempt.clone());
        })?;
        match give.gcis.replace_credentials(&replacement).await {
            Ok(answer) => Ok(answer),
            Err(error) if error.is_ambiguous() => {
                Err(problem(Code::ReplacementUnknown).with_detail(error.evidence()))
            }
            Err(error) => {
                let refusal = refusal(&attempt.basis, &error);
                // That says nothing of one before it that was never answered.
                let earlier = give.earlier;
                let earlier = earlier.map(|it| it.looked_up(give.shown, Timestamp::now()));
                self.say(give.id, "replace_refused", "", |onboarding| {
                    onboarding.facts.replacement = earlier;
                    onboarding.facts.refusal = refusal;
                })?;
                Err(error.into())
            }
        }
    }

    /// Asks GCIS whether it replaced credentials since an attempt that was never answered. Nothing
    /// is sent.
    pub(super) async fn look_for_replacement(
        &self,
        id: Uuid,
        gcis: &Gcis<'_>,
    ) -> Result<(), Problem> {
        let onboarding = self.load(id)?;
        let Some(attempt) = &onboarding.facts.replacement else {
            return Ok(());
        };
        let shown = gcis.instance(instance_id(&onboarding)?).await?;
        let looked = attempt.looked_up(shown.credentials_replaced_at, Timestamp::now());
        let outcome = if looked.replaced_since {
            "replaced_since"
        } else {
            "as_before"
        };
        self.say(id, "replace_looked_up", outcome, |onboarding| {
            onboarding.facts.replacement = Some(looked);
        })?;
        Ok(())
    }

    fn replaced(
        &self,
        id: Uuid,
        basis: RegistrationBasis,
        answer: &Instance,
    ) -> Result<Snapshot, Problem> {
        let now = Timestamp::now();
        // GCIS answers for the credentials, and for the rest where it shows the same.
        let shows_the_rest = answer.event_endpoint.as_ref() == Some(&basis.event_endpoint)
            && answer.tenant_id.as_ref() == Some(&basis.tenant);
        self.say(id, "credentials_replaced", "", |onboarding| {
            onboarding.facts.replacement = None;
            onboarding.facts.refusal = None;
            onboarding.gcis_was_given(basis, now, false);
            if let Some(registered) = &mut onboarding.facts.registered {
                if shows_the_rest {
                    registered.updated = None;
                }
                if let RegistrationProof::Verified { at, .. } = &mut registered.proof {
                    *at = now;
                }
            }
        })
    }
}

/// What is given to which instance, and what was known before.
struct Give<'a> {
    id: Uuid,
    gcis: &'a Gcis<'a>,
    instance_id: &'a str,
    login_url: &'a str,
    sign_in: &'a Credentials,
    earlier: Option<&'a ReplacementAttempt>,
    /// When GCIS last replaced credentials, asked just before.
    shown: Option<Timestamp>,
}

/// The instance, if GCIS named it.
fn instance_id(onboarding: &Onboarding) -> Result<&str, Problem> {
    let registered = onboarding.facts.registered.as_ref();
    match registered.map(|registered| &registered.proof) {
        Some(RegistrationProof::Verified { instance_id, .. }) => Ok(instance_id),
        Some(RegistrationProof::Attested(_)) | None => Err(problem(Code::NotRegistered)),
    }
}

/// The instance, and what it is to work with.
fn ready_to_replace(onboarding: &Onboarding) -> Result<(String, RegistrationBasis), Problem> {
    let instance_id = instance_id(onboarding)?.to_owned();
    if onboarding.current_connection().is_none() {
        return Err(problem(Code::VerifyFirst));
    }
    let basis = onboarding
        .registration_basis()
        .ok_or_else(|| problem(Code::TenantMissing).at_field("tenant"))?;
    let registered = onboarding.facts.registered.as_ref();
    if !registered.is_some_and(|it| it.basis.differs_in_sign_in_alone(&basis)) {
        return Err(problem(Code::OnlyInThePortal));
    }
    Ok((instance_id, basis))
}
