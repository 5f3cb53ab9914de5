//! Which answers say what became of a request that changes something. Source: the responses that
//! `gcis-connectors.openapi.yaml` lists for each operation. Anything else may come from what stands
//! in between, with the request carried out or still on its way: then GCIS is asked.

use model::catalogue::Code;

/// A request that changes something.
#[derive(Debug, Clone, Copy)]
pub(super) struct Change {
    /// The statuses that say it was done.
    done: &'static [u16],
    /// Those that say it was refused.
    refused: &'static [u16],
    /// What a 409 means here.
    pub(super) conflict: Code,
}

impl Change {
    /// A new instance.
    pub(super) const CREATE: Self = Self {
        done: &[200, 201],
        refused: &[400, 401, 409, 422],
        conflict: Code::AlreadyConnected,
    };
    /// Other credentials. Its 409 says that the first request still runs.
    pub(super) const REPLACE: Self = Self {
        done: &[200, 201],
        refused: &[400, 401, 404, 422],
        conflict: Code::OutcomeUnknown,
    };
    /// A named credential's operation, which goes on after the answer.
    pub(super) const START: Self = Self {
        done: &[200, 201, 202],
        refused: &[400, 401, 404, 409, 422],
        conflict: Code::CredentialBusy,
    };

    /// Whether an answer of this status says that it was done.
    pub(super) fn is_done(self, status: u16) -> bool {
        self.done.contains(&status)
    }

    /// Whether an answer of this status says that nothing was done.
    pub(super) fn is_refused(self, status: u16) -> bool {
        self.refused.contains(&status)
    }
}
