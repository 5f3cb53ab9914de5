//! Who follows a run.

use super::Progress;
use crate::salesforce::Gate;

/// Who follows a run: what is told of it, and what may hold the secrets back.
pub trait Watch: Gate {
    /// Something happened.
    fn tell(&self, progress: Progress);
}

/// Listens, and holds nothing back.
impl<F: Fn(Progress) + Sync> Watch for F {
    fn tell(&self, progress: Progress) {
        self(progress);
    }
}
