//! The state machine: `not enabled → adding → active → rotating → active → revoking → revoked`, and
//! `failed`. Nothing else moves it.

use jiff::Timestamp;

use super::{
    CredentialAction, CredentialKnown, CredentialState, Looked, NamedCredential, Operation,
    OperationWay, Seen, Sighting, Unclear, Verdict, Watch,
};
use crate::provenance::Attested;

/// The state forbids it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Forbidden;

/// What GCIS shows of the credential, once nothing is under way any more.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shown {
    /// Its name in Salesforce.
    pub name: Option<String>,
    /// When it was last made new, by GCIS's clock.
    pub renewed_at: Option<Timestamp>,
}

impl NamedCredential {
    /// An operation begins; `before` is what Salesforce lists just before it.
    pub fn begin(&mut self, mut operation: Operation, before: Looked) -> Result<(), Forbidden> {
        if self.operation.is_some() || !operation.action.can_start_from(self.state) {
            return Err(Forbidden);
        }
        let watch = Watch {
            action: operation.action,
            at: operation.at,
            before,
        };
        operation.watch_before = self.watch.replace(watch).map(Box::new);
        self.state = operation.action.under_way();
        self.declined = None;
        self.unanswered = None;
        self.operation = Some(operation);
        Ok(())
    }

    /// GCIS has taken it on, under this id.
    pub fn started(&mut self, id: String) {
        if let Some(operation) = &mut self.operation {
            operation.id = Some(id);
        }
    }

    /// Nothing came of it: it was refused, or the person did not click. All is as it was.
    pub fn came_to_nothing(&mut self) {
        if let Some(operation) = self.operation.take() {
            self.state = operation.from;
            self.watch = operation.watch_before.map(|watch| *watch);
        }
    }

    /// GCIS answers where it stands. While it is still at work nothing is settled, and this answers
    /// no. What it does not tell stays as it was known, where the state is the same as before.
    pub fn answered(&mut self, state: CredentialState, shown: Shown, at: Timestamp) -> bool {
        if state.is_under_way() {
            return false;
        }
        let operation = self.operation.take();
        let before = operation.map_or(self.state, |operation| operation.from);
        self.state = state;
        self.known = Some(CredentialKnown::Verified { at });
        let is_the_same = state == before;
        let name = self.name.take().filter(|_| is_the_same);
        self.name = shown.name.or(name);
        let renewed_at = self.renewed_at.filter(|_| is_the_same);
        self.renewed_at = shown.renewed_at.or(renewed_at);
        true
    }

    /// GCIS could not do it, or did not: there is nothing of it to be seen in Salesforce.
    pub fn left_no_trace(&mut self, operation: Option<Operation>) {
        self.unanswered = operation.and_then(|mut operation| {
            self.watch = operation.watch_before.take().map(|watch| *watch);
            operation.id.is_none().then_some(operation)
        });
    }

    /// The person says that it is done in the portal: what was begun there, or what nobody
    /// announced here.
    pub fn attested(&mut self, action: CredentialAction, said: Attested) -> Result<(), Forbidden> {
        match &self.operation {
            Some(begun) if begun.way == OperationWay::Portal && begun.action == action => {}
            None if action.can_start_from(self.state) => {
                self.watch = Some(Watch {
                    action,
                    at: said.at,
                    before: Looked::Not {
                        why: Unclear::NoLookBefore,
                        detail: String::new(),
                    },
                });
            }
            _ => return Err(Forbidden),
        }
        self.operation = None;
        self.declined = None;
        self.state = action.settled();
        self.known = Some(CredentialKnown::Attested(said));
        if action != CredentialAction::Revoke {
            self.renewed_at = Some(said.at);
        }
        Ok(())
    }

    /// Whether the person has begun this in the portal and not said how it ended.
    pub fn is_in_portal(&self, action: CredentialAction) -> bool {
        self.operation
            .as_ref()
            .is_some_and(|begun| begun.way == OperationWay::Portal && begun.action == action)
    }

    /// Salesforce was looked at: keeps what it showed, and the credential's id there.
    pub fn sighted(&mut self, sighting: Sighting) {
        match sighting.verdict {
            Verdict::Verified(Seen::Appeared | Seen::Changed) => {
                self.salesforce_id = sighting.row.as_ref().map(|row| row.id.clone());
            }
            Verdict::CannotTell(Unclear::Gone) => self.salesforce_id = None,
            Verdict::CannotTell(_) => {}
        }
        self.sighting = Some(sighting);
    }
}
