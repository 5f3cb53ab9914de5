//! Adds, rotates and revokes the named credential.

use std::time::Duration;

use jiff::Timestamp;
use model::Onboarding;
use model::catalogue::{Code, Problem};
use model::onboarding::{
    CredentialAction, CredentialKnown, CredentialState, Operation, RegistrationProof,
};
use tokio::time::{Instant, sleep};
use uuid::Uuid;

use super::prepare::i_say_so;
use super::problem::problem;
use super::snapshot::Snapshot;
use super::workspace::Workspace;
use crate::gcis::{CredentialReading, Gcis, OperationState};

/// How long the window waits for an operation to settle; it goes on at GCIS after that.
const PATIENCE: Duration = Duration::from_mins(1);
const BETWEEN_LOOKS: Duration = Duration::from_secs(1);

impl Workspace {
    /// Adds, rotates or revokes through the API, and waits until it has settled. The operation is
    /// on disk before the request leaves; after an answer that never came it is looked up, never
    /// repeated.
    pub async fn change_named_credential(
        &self,
        id: Uuid,
        action: CredentialAction,
    ) -> Result<Snapshot, Problem> {
        let _hold = self.hold(id)?;
        let changed = self.start_and_wait(id, action).await;
        changed.map_err(|problem| self.note_problem(id, action.label(), problem))
    }

    /// Asks GCIS where the named credential stands.
    pub async fn refresh_named_credential(&self, id: Uuid) -> Result<Snapshot, Problem> {
        let _hold = self.hold(id)?;
        let look = async {
            let onboarding = self.load(id)?;
            let instance = instance_id(&onboarding)?;
            let (client, reach) = self.connection(onboarding.environment)?;
            let api = self.api_credentials(onboarding.environment).await?;
            let gcis = Gcis::sign_in(&client, &reach, &api).await?;
            match self.look(id, &gcis, &instance).await? {
                Some(settled) => Ok(settled),
                None => self.open(id),
            }
        };
        look.await
            .map_err(|problem| self.note_problem(id, "refresh", problem))
    }

    /// The person saw it done in the portal.
    pub fn attest_named_credential(
        &self,
        id: Uuid,
        action: CredentialAction,
    ) -> Result<Snapshot, Problem> {
        let saved = self.edit(
            id,
            "named_credential_attested",
            action.label(),
            |onboarding| {
                if onboarding.facts.registered.is_none() {
                    return Err(problem(Code::NotRegistered));
                }
                let credential = &mut onboarding.facts.named_credential;
                if !action.can_start_from(credential.state) {
                    return Err(problem(Code::CredentialBusy));
                }
                let said = i_say_so();
                credential.declined = None;
                credential.state = action.settled();
                credential.known = Some(CredentialKnown::Attested(said));
                if action != CredentialAction::Revoke {
                    credential.renewed_at = Some(said.at);
                }
                Ok(())
            },
        )?;
        Ok(self.picture(&saved))
    }

    /// It is not wanted, or wanted after all.
    pub fn decline_named_credential(&self, id: Uuid, declined: bool) -> Result<Snapshot, Problem> {
        let word = if declined { "not_wanted" } else { "wanted" };
        let saved = self.edit(id, "named_credential", word, |onboarding| {
            let credential = &mut onboarding.facts.named_credential;
            let absent = matches!(
                credential.state,
                CredentialState::NotEnabled | CredentialState::Revoked
            );
            if declined && !absent {
                return Err(problem(Code::CredentialBusy));
            }
            credential.declined = declined.then(i_say_so);
            Ok(())
        })?;
        Ok(self.picture(&saved))
    }

    async fn start_and_wait(
        &self,
        id: Uuid,
        action: CredentialAction,
    ) -> Result<Snapshot, Problem> {
        let onboarding = self.load(id)?;
        let instance = instance_id(&onboarding)?;
        let from = onboarding.facts.named_credential.state;
        if !action.can_start_from(from) {
            return Err(problem(Code::CredentialBusy));
        }
        let (client, reach) = self.connection(onboarding.environment)?;
        let api = self.api_credentials(onboarding.environment).await?;
        let gcis = Gcis::sign_in(&client, &reach, &api).await?;

        let key = Uuid::new_v4();
        let operation = Operation {
            action,
            key,
            id: None,
            at: Timestamp::now(),
            from,
        };
        self.operation(id, "began", |onboarding| {
            let credential = &mut onboarding.facts.named_credential;
            credential.state = action.under_way();
            credential.declined = None;
            credential.operation = Some(operation);
        })?;
        match gcis.start(&instance, action, key).await {
            Ok(operation_id) => {
                self.operation(id, "started", |onboarding| {
                    if let Some(operation) = &mut onboarding.facts.named_credential.operation {
                        operation.id = Some(operation_id);
                    }
                })?;
            }
            Err(error) if error.is_ambiguous() => {
                return Err(problem(Code::CredentialUnsettled).with_detail(error.evidence()));
            }
            Err(error) => {
                self.operation(id, "refused", |onboarding| {
                    let credential = &mut onboarding.facts.named_credential;
                    credential.state = from;
                    credential.operation = None;
                })?;
                return Err(error.into());
            }
        }
        let until = Instant::now() + PATIENCE;
        while Instant::now() < until {
            sleep(BETWEEN_LOOKS).await;
            if let Some(settled) = self.look(id, &gcis, &instance).await? {
                return Ok(settled);
            }
        }
        Err(problem(Code::CredentialUnsettled))
    }

    /// Looks once; answers with the onboarding if nothing is under way any more. What is recorded
    /// is what GCIS shows, its own time of renewal included: an operation whose answer was lost is
    /// believed only if GCIS shows its effect.
    async fn look(
        &self,
        id: Uuid,
        gcis: &Gcis<'_>,
        instance: &str,
    ) -> Result<Option<Snapshot>, Problem> {
        let credential = self.load(id)?.facts.named_credential;
        let operation_id = credential
            .operation
            .as_ref()
            .and_then(|known| known.id.as_ref());
        let outcome = match operation_id {
            Some(operation_id) => match gcis.operation(operation_id).await {
                Err(error) if error.is_missing() => None,
                other => Some(other?.state),
            },
            None => None,
        };
        if outcome == Some(OperationState::Running) {
            return Ok(None);
        }
        let reading = gcis.credential(instance).await?;
        let Some(state) = reading.state.filter(|state| is_settled(*state)) else {
            return Ok(None);
        };
        let unchanged = credential.operation.as_ref().is_some_and(|operation| {
            state == operation.from && reading.renewed_at == credential.renewed_at
        });
        let settled = self.settle(id, state, reading)?;
        match outcome {
            Some(OperationState::Failed(words)) => {
                Err(problem(Code::CredentialFailed).with_detail(words))
            }
            None if unchanged => Err(problem(Code::CredentialUnchanged)),
            Some(_) | None => Ok(Some(settled)),
        }
    }

    fn settle(
        &self,
        id: Uuid,
        state: CredentialState,
        reading: CredentialReading,
    ) -> Result<Snapshot, Problem> {
        let saved = self.edit(id, "named_credential_settled", "", |onboarding| {
            let credential = &mut onboarding.facts.named_credential;
            credential.operation = None;
            credential.state = state;
            credential.known = Some(CredentialKnown::Verified {
                at: Timestamp::now(),
            });
            credential.name = reading.name;
            credential.renewed_at = reading.renewed_at;
            Ok(())
        })?;
        Ok(self.picture(&saved))
    }

    fn operation(
        &self,
        id: Uuid,
        outcome: &str,
        change: impl FnOnce(&mut Onboarding),
    ) -> Result<(), Problem> {
        self.say(id, "named_credential_operation", outcome, change)
            .map(|_| ())
    }
}

fn is_settled(state: CredentialState) -> bool {
    !matches!(
        state,
        CredentialState::Adding | CredentialState::Rotating | CredentialState::Revoking
    )
}

fn instance_id(onboarding: &Onboarding) -> Result<String, Problem> {
    match onboarding
        .facts
        .registered
        .as_ref()
        .map(|registered| &registered.proof)
    {
        Some(RegistrationProof::Verified { instance_id, .. }) => Ok(instance_id.clone()),
        Some(RegistrationProof::Attested(_)) | None => Err(problem(Code::NotRegistered)),
    }
}
