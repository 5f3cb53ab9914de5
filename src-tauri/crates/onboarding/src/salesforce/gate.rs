//! What may hold secrets back before they leave, and is told what came of them.

use std::convert::Infallible;

use super::{Progress, SalesforceError};

/// What stands between the secrets and the way out.
pub trait Gate: Sync {
    /// Why the secrets were held back, or why what came of them could not be noted.
    type Held;

    /// The secrets are about to leave. An error holds them back and ends the run.
    fn leaving(&self) -> Result<(), Self::Held>;

    /// What came of them: a session, or an error. Not called where the run was dropped first.
    fn answered(&self, refused: Option<&SalesforceError>) -> Result<(), Self::Held>;
}

/// Holds nothing back.
impl<F: Fn(Progress) + Sync> Gate for F {
    type Held = Infallible;

    fn leaving(&self) -> Result<(), Infallible> {
        Ok(())
    }

    fn answered(&self, _: Option<&SalesforceError>) -> Result<(), Infallible> {
        Ok(())
    }
}
