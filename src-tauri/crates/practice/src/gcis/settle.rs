//! Ends the operations whose time has come, and writes what they did into Salesforce.

use jiff::Timestamp;

use super::named_credential::Standing;
use super::operation::{Kind, Landing, Outcome};
use crate::org::NamedCredentialRow;
use crate::record_id::RecordId;
use crate::world::World;

/// Invented: the name that GCIS gives a credential is not published. Salesforce wants each name once in an org.
fn credential_name(instance_id: &str) -> String {
    format!(
        "Gentrack_practice_{}",
        instance_id.get(..8).unwrap_or(instance_id)
    )
}

impl World {
    /// Ends what is due, each at its own time. True if anything changed.
    pub(crate) fn settle_operations(&mut self) -> bool {
        let mut changed = false;
        while let Some(place) = self.next_due() {
            let operation = &mut self.saved.operations[place];
            let (kind, outcome, due) = (operation.kind, operation.fated, operation.due);
            let (owner, instance_id) = (operation.owner.clone(), operation.instance_id.clone());
            let landing = operation.landing;
            operation.outcome = Some(outcome);
            self.settle_credential(&instance_id, kind, outcome, due);
            if outcome == Outcome::Succeeded && landing == Landing::AtOnce {
                self.settle_salesforce(&owner, &instance_id, kind, due);
            }
            changed = true;
        }
        while let Some((place, at)) = self.next_landing() {
            let operation = &mut self.saved.operations[place];
            operation.landing = Landing::Landed;
            let (owner, instance_id) = (operation.owner.clone(), operation.instance_id.clone());
            let kind = operation.kind;
            self.settle_salesforce(&owner, &instance_id, kind, at);
            changed = true;
        }
        changed
    }

    fn next_landing(&self) -> Option<(usize, Timestamp)> {
        let mut operations = self.saved.operations.iter().enumerate();
        operations.find_map(|(place, operation)| {
            let at = operation.lands().filter(|at| *at <= self.now)?;
            Some((place, at))
        })
    }

    fn next_due(&self) -> Option<usize> {
        self.saved
            .operations
            .iter()
            .position(|operation| operation.outcome.is_none() && operation.due <= self.now)
    }

    fn settle_credential(
        &mut self,
        instance_id: &str,
        kind: Kind,
        outcome: Outcome,
        due: Timestamp,
    ) {
        let mut instances = self.saved.instances.iter_mut();
        let Some(instance) = instances.find(|instance| instance.id == instance_id) else {
            return;
        };
        let credential = &mut instance.named_credential;
        match (kind, outcome) {
            (Kind::Add, Outcome::Succeeded) => {
                credential.standing = Standing::Active;
                credential.name = Some(credential_name(instance_id));
                credential.created_at = Some(due);
                credential.rotated_at = None;
            }
            (Kind::Add, Outcome::Failed) => credential.standing = Standing::Failed,
            (Kind::Rotate, Outcome::Succeeded) => {
                credential.standing = Standing::Active;
                credential.rotated_at = Some(due);
            }
            (Kind::Revoke, Outcome::Succeeded) => credential.standing = Standing::Revoked,
            // What could not be changed is still there and still works.
            (Kind::Rotate | Kind::Revoke, Outcome::Failed) => {
                credential.standing = Standing::Active;
            }
        }
    }

    fn settle_salesforce(&mut self, owner: &str, instance_id: &str, kind: Kind, due: Timestamp) {
        let mut instances = self.saved.instances.iter();
        let instance = instances.find(|instance| instance.id == instance_id);
        let written_by = instance.map_or_else(String::new, |instance| instance.user_id.clone());
        let id = self.random.record_id(RecordId::NAMED_CREDENTIAL);
        let Some(org) = self.saved.orgs.get_mut(owner) else {
            return;
        };
        let rows = &mut org.named_credentials;
        match kind {
            Kind::Add => rows.push(NamedCredentialRow {
                id,
                instance_id: instance_id.to_owned(),
                developer_name: credential_name(instance_id),
                created: due,
                modified: due,
                written_by,
            }),
            Kind::Rotate => {
                for row in rows.iter_mut().filter(|row| row.instance_id == instance_id) {
                    row.modified = due;
                    row.written_by.clone_from(&written_by);
                }
            }
            Kind::Revoke => rows.retain(|row| row.instance_id != instance_id),
        }
    }
}
