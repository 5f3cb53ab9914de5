//! Who follows a run: what is told of it, and what may hold the secrets back.

use std::convert::Infallible;

use super::Progress;
use crate::salesforce::SalesforceError;

/// Who follows a run.
pub trait Watch: Sync {
    /// Why the secrets were held back, or why what came of them could not be noted.
    type Held;

    /// Something happened.
    fn tell(&self, progress: Progress);

    /// The secrets are about to leave. An error holds them back and ends the run.
    fn leaving(&self) -> Result<(), Self::Held>;

    /// What came of them: a session, or an error. Not called where the run was dropped first.
    fn answered(&self, refused: Option<&SalesforceError>) -> Result<(), Self::Held>;
}

/// Listens, and holds nothing back.
impl<F: Fn(Progress) + Sync> Watch for F {
    type Held = Infallible;

    fn tell(&self, progress: Progress) {
        self(progress);
    }

    fn leaving(&self) -> Result<(), Infallible> {
        Ok(())
    }

    fn answered(&self, _: Option<&SalesforceError>) -> Result<(), Infallible> {
        Ok(())
    }
}
