//! The operation at GCIS: asked for once, then looked at until it has settled.

use std::time::Duration;

use jiff::Timestamp;
use model::catalogue::{Code, Problem};
use model::guide::credential_sighting::wrong_state;
use model::onboarding::{CredentialAction, CredentialState, Shown};
use tokio::time::{Instant, sleep};
use uuid::Uuid;

use super::CredentialEvent;
use crate::gcis::{CredentialReading, Gcis, GcisError, OperationState};
use crate::workflow::problem::problem;
use crate::workflow::workspace::Workspace;

/// How it stands at a look.
enum Standing {
    /// Nothing is under way any more.
    Settled,
    /// It goes on; GCIS may say when to ask again.
    Running(Option<Duration>),
}

impl Workspace {
    /// Asks GCIS for an operation that is on disk. A refusal undoes the record; an answer that never
    /// came leaves it to be looked up.
    pub(super) async fn ask_gcis(
        &self,
        id: Uuid,
        gcis: &Gcis<'_>,
        instance: &str,
        action: CredentialAction,
        key: Uuid,
    ) -> Result<(), Problem> {
        let note = "named_credential_operation";
        match gcis.start(instance, action, key).await {
            Ok(operation_id) => {
                self.say(id, note, "started", |onboarding| {
                    onboarding.facts.named_credential.started(operation_id);
                })?;
                Ok(())
            }
            Err(error) if error.is_ambiguous() => {
                Err(problem(Code::CredentialUnsettled).with_detail(error.evidence()))
            }
            Err(error) => {
                self.say(id, note, "refused", |onboarding| {
                    onboarding.facts.named_credential.came_to_nothing();
                })?;
                Err(self.refused(id, gcis, instance, action, error).await)
            }
        }
    }

    /// What a refusal means. Where GCIS has the credential in another state, that state is what
    /// counts from now on.
    async fn refused(
        &self,
        id: Uuid,
        gcis: &Gcis<'_>,
        instance: &str,
        action: CredentialAction,
        error: GcisError,
    ) -> Problem {
        let told = error.refusal().and_then(|refusal| refusal.credential_state);
        let Some(state) = told.filter(|_| error.code() == Code::CredentialBusy) else {
            return error.into();
        };
        if let Ok(reading) = gcis.credential(instance).await
            && let Some(state) = reading.state
            && let Err(unsaved) = self.settle(id, state, reading)
        {
            return unsaved;
        }
        problem(Code::CredentialOtherState).with_detail(wrong_state(action, state))
    }

    /// Looks until nothing is under way any more.
    pub(super) async fn until_settled(
        &self,
        id: Uuid,
        gcis: &Gcis<'_>,
        instance: &str,
        tell: &(dyn Fn(CredentialEvent) + Sync),
    ) -> Result<(), Problem> {
        let patience = self.credential_patience;
        let until = Instant::now() + patience.longest;
        tell(CredentialEvent::AtGcis {
            until: patience.until(),
        });
        let mut looks = 0;
        loop {
            let asked = match self.look(id, gcis, instance).await? {
                Standing::Settled => return Ok(()),
                Standing::Running(asked) => asked,
            };
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(problem(Code::CredentialUnsettled));
            }
            sleep(patience.pause(looks, asked, left)).await;
            looks += 1;
        }
    }

    /// Looks once. What is recorded is what GCIS shows, its own time of renewal included: an
    /// operation whose answer was lost is believed only if GCIS shows its effect.
    async fn look(&self, id: Uuid, gcis: &Gcis<'_>, instance: &str) -> Result<Standing, Problem> {
        let credential = self.load(id)?.facts.named_credential;
        let operation_id = credential
            .operation
            .as_ref()
            .and_then(|known| known.id.as_ref());
        let outcome = match operation_id {
            Some(operation_id) => match gcis.operation(operation_id).await {
                Err(error) if error.is_missing() => None,
                other => {
                    let reading = other?;
                    if reading.state == OperationState::Running {
                        return Ok(Standing::Running(reading.ask_again_after));
                    }
                    Some(reading.state)
                }
            },
            None => None,
        };
        let reading = gcis.credential(instance).await?;
        let Some(state) = reading.state.filter(|state| !state.is_under_way()) else {
            return Ok(Standing::Running(None));
        };
        let unchanged = credential.operation.as_ref().is_some_and(|operation| {
            // A time that GCIS does not tell shows no effect.
            let renewed_at = reading.renewed_at.or(credential.renewed_at);
            state == operation.from && renewed_at == credential.renewed_at
        });
        self.settle(id, state, reading)?;
        let (code, words) = match outcome {
            Some(OperationState::Failed(words)) => (Code::CredentialFailed, words),
            None if unchanged => (Code::CredentialUnchanged, String::new()),
            Some(_) | None => return Ok(Standing::Settled),
        };
        self.say(
            id,
            "named_credential_operation",
            "no_effect",
            |onboarding| {
                let operation = credential.operation;
                onboarding.facts.named_credential.left_no_trace(operation);
            },
        )?;
        Err(problem(code).with_detail(words))
    }

    /// Keeps what GCIS shows, unless it is still at work.
    fn settle(
        &self,
        id: Uuid,
        state: CredentialState,
        reading: CredentialReading,
    ) -> Result<(), Problem> {
        let shown = Shown {
            name: reading.name,
            renewed_at: reading.renewed_at,
        };
        self.say(id, "named_credential_settled", "", |onboarding| {
            let credential = &mut onboarding.facts.named_credential;
            credential.answered(state, shown, Timestamp::now());
        })
        .map(|_| ())
    }
}
