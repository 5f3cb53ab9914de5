//! The operation in the portal: begun and ended on the person's word.

use model::catalogue::{Code, Problem};
use model::onboarding::{CredentialAction, OperationWay};
use uuid::Uuid;

use super::in_salesforce::Sight;
use super::{CredentialEvent, confirm_org, may_begin, new_operation, unless_cancelled};
use crate::workflow::prepare::i_say_so;
use crate::workflow::problem::problem;
use crate::workflow::snapshot::Snapshot;
use crate::workflow::workspace::Workspace;

impl Workspace {
    /// The person is about to do it in the portal: lists Salesforce's named credentials first, so
    /// that the change can be seen. A list that cannot be had stops nobody.
    pub async fn begin_named_credential_in_portal(
        &self,
        id: Uuid,
        action: CredentialAction,
        org_name: &str,
        tell: &(dyn Fn(CredentialEvent) + Sync),
    ) -> Result<Snapshot, Problem> {
        let hold = self.hold(id)?;
        let begin = async {
            let onboarding = self.load(id)?;
            may_begin(&onboarding, action)?;
            confirm_org(&onboarding, action, org_name)?;
            let connection = self.connection(onboarding.environment)?;
            let Sight { before, .. } = self.look_before(id, &connection, tell).await;
            let operation = new_operation(action, &onboarding, OperationWay::Portal);
            let saved = self.edit(id, "named_credential_in_portal", "began", |onboarding| {
                let credential = &mut onboarding.facts.named_credential;
                let begun = credential.begin(operation, before);
                begun.map_err(|_| problem(Code::CredentialBusy))
            })?;
            Ok(self.picture(&saved))
        };
        unless_cancelled(&hold, Box::pin(begin))
            .await
            .map_err(|problem| self.note_problem(id, action.label(), problem))
    }

    /// The person did not do it in the portal after all: everything is as it was.
    pub fn leave_named_credential_in_portal(&self, id: Uuid) -> Result<Snapshot, Problem> {
        let saved = self.edit(id, "named_credential_in_portal", "left", |onboarding| {
            let credential = &mut onboarding.facts.named_credential;
            let begun = credential.operation.as_ref();
            if begun.is_none_or(|begun| begun.way != OperationWay::Portal) {
                return Err(problem(Code::CredentialBusy));
            }
            credential.came_to_nothing();
            Ok(())
        })?;
        Ok(self.picture(&saved))
    }

    /// The person saw it done in the portal. What they say is on disk at once; then it is looked for
    /// in Salesforce. The org's name is asked for unless it was typed when this was begun.
    pub async fn attest_named_credential(
        &self,
        id: Uuid,
        action: CredentialAction,
        org_name: &str,
        tell: &(dyn Fn(CredentialEvent) + Sync),
    ) -> Result<Snapshot, Problem> {
        let hold = self.hold(id)?;
        let attest = async {
            self.edit(
                id,
                "named_credential_attested",
                action.label(),
                |onboarding| {
                    if onboarding.facts.registered.is_none() {
                        return Err(problem(Code::NotRegistered));
                    }
                    if !onboarding.facts.named_credential.is_in_portal(action) {
                        confirm_org(onboarding, action, org_name)?;
                    }
                    let credential = &mut onboarding.facts.named_credential;
                    let attested = credential.attested(action, i_say_so());
                    attested.map_err(|_| problem(Code::CredentialBusy))
                },
            )?;
            self.see(id, None, tell).await
        };
        unless_cancelled(&hold, Box::pin(attest))
            .await
            .map_err(|problem| self.note_problem(id, action.label(), problem))
    }
}
