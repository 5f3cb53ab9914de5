//! Why a command ends early, and with which exit code.

use std::fmt::{Display, Formatter, Result};
use std::process::ExitCode;

/// What ends a command before its own end.
#[derive(Debug)]
pub(crate) enum Stop {
    /// Something failed that should work.
    Failed(String),
    /// The person has to type or install something else.
    Yours(String),
    /// The person, or the system, asked us to stop.
    Interrupted,
}

impl Stop {
    pub(crate) fn code(&self) -> ExitCode {
        ExitCode::from(match self {
            Self::Failed(_) => 1,
            Self::Yours(_) => 2,
            Self::Interrupted => 130,
        })
    }

    /// Turns an error into a failure, told as "`doing`: the error".
    pub(crate) fn told<E: Display>(doing: &str) -> impl FnOnce(E) -> Self + '_ {
        move |error| Self::Failed(format!("{doing}: {error}"))
    }
}

impl Display for Stop {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        match self {
            Self::Failed(words) | Self::Yours(words) => formatter.write_str(words),
            Self::Interrupted => formatter.write_str("Stopped."),
        }
    }
}
