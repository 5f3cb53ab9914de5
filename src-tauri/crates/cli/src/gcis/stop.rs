//! Why it was not done.

use model::catalogue::{Code, Problem};
use onboarding::workflow::problem;

/// Why it was not done.
pub(super) struct Stop {
    pub(super) problem: Box<Problem>,
    /// The command was not complete, so nothing was tried.
    pub(super) is_usage: bool,
}

impl Stop {
    pub(super) fn new(code: Code, words: impl Into<String>) -> Self {
        problem(code).with_detail(words).into()
    }

    /// Something is missing from the command, or names what is not there.
    pub(super) fn usage(code: Code, words: impl Into<String>) -> Self {
        Self {
            is_usage: true,
            ..Self::new(code, words)
        }
    }

    /// The command does not fit together.
    pub(super) fn misused(words: impl Into<String>) -> Self {
        Self::usage(Code::CommandIncomplete, words)
    }

    pub(super) fn is(&self, code: Code) -> bool {
        self.problem.code == code.entry().name
    }
}

impl From<Problem> for Stop {
    fn from(problem: Problem) -> Self {
        Self {
            problem: Box::new(problem),
            is_usage: false,
        }
    }
}
