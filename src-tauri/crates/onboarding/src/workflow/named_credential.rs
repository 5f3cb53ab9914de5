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
use super::workspace::{Workspace, picture};
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
        let onboarding = self.records.load(id)?;
        let instance = instance_id(&onboarding)?;
        let from = onboarding.facts.named_credential.state;
        if !action.can_start_from(from) {
            return Err(problem(Code::CredentialBusy));
        }
        let (client, reach) = self.connection(onboarding.environment)?;
        let api = self.api_credentials(onboarding.environment).await?;
        let failed = |problem: Problem| self.note_problem(id, action.label(), problem);
        let gcis = Gcis::sign_in(&client, &reach, &api)
            .await
            .map_err(|e| failed(e.into()))?;

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
                return Err(failed(problem(Code::CredentialUnsettled)));
            }
            Err(error) => {
                self.operation(id, "refused", |onboarding| {
                    let credential = &mut onboarding.facts.named_credential;
                    credential.state = from;
                    credential.operation = None;
                })?;
                return Err(failed(error.into()));
            }
        }
        let until = Instant::now() + PATIENCE;
        while Instant::now() < until {
            sleep(BETWEEN_LOOKS).await;
            if let Some(settled) = self.look(id, &gcis, &instance).await.map_err(&failed)? {
                return Ok(settled);
            }
        }
        Err(failed(problem(Code::CredentialUnsettled)))
    }

    /// Asks GCIS where the named credential stands.
    pub async fn refresh_named_credential(&self, id: Uuid) -> Result<Snapshot, Problem> {
        let _hold = self.hold(id)?;
        let onboarding = self.records.load(id)?;
        let instance = instance_id(&onboarding)?;
        let (client, reach) = self.connection(onboarding.environment)?;
        let api = self.api_credentials(onboarding.environment).await?;
        let gcis = Gcis::sign_in(&client, &reach, &api)
            .await
            .map_err(|error| self.note_problem(id, "refresh", error.into()))?;
        match self.look(id, &gcis, &instance).await? {
            Some(settled) => Ok(settled),
            None => self.open(id),
        }
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
        Ok(picture(&saved))
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
        Ok(picture(&saved))
    }

    /// Looks once; answers with the onboarding if nothing is under way any more.
    async fn look(
        &self,
        id: Uuid,
        gcis: &Gcis<'_>,
        instance: &str,
    ) -> Result<Option<Snapshot>, Problem> {
        let operation = self.records.load(id)?.facts.named_credential.operation;
        if let Some(operation_id) = operation.as_ref().and_then(|known| known.id.as_ref()) {
            match gcis.operation(operation_id).await? {
                OperationState::Running => return Ok(None),
                OperationState::Succeeded => {}
                OperationState::Failed(words) => {
                    let reading = gcis.credential(instance).await?;
                    self.settle(id, reading, false)?;
                    let failed = problem(Code::CredentialFailed).with_detail(words);
                    return Err(failed);
                }
            }
        }
        let reading = gcis.credential(instance).await?;
        let is_settled = !matches!(
            reading.state,
            CredentialState::Adding | CredentialState::Rotating | CredentialState::Revoking
        );
        if is_settled {
            self.settle(id, reading, true).map(Some)
        } else {
            Ok(None)
        }
    }

    fn settle(
        &self,
        id: Uuid,
        reading: CredentialReading,
        succeeded: bool,
    ) -> Result<Snapshot, Problem> {
        let saved = self.edit(id, "named_credential_settled", "", |onboarding| {
            let at = Timestamp::now();
            let credential = &mut onboarding.facts.named_credential;
            let renewed = credential
                .operation
                .take()
                .is_some_and(|operation| operation.action != CredentialAction::Revoke);
            credential.state = reading.state;
            credential.known = Some(CredentialKnown::Verified { at });
            credential.name = reading.name;
            if succeeded && renewed && reading.state == CredentialState::Active {
                credential.renewed_at = Some(at);
            }
            Ok(())
        })?;
        Ok(picture(&saved))
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
