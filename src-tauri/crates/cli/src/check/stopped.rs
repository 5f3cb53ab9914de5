//! Why nothing could be asked.

use model::Route;
use model::catalogue::{Code, Problem};
use onboarding::workflow::problem;

use super::report::Org;

/// Why nothing could be asked.
pub(super) struct Stopped {
    pub(super) problem: Box<Problem>,
    pub(super) route: Option<Route>,
    pub(super) org: Option<Org>,
    /// The command was not complete, so nothing was tried.
    pub(super) usage: bool,
}

impl Stopped {
    pub(super) fn of(problem: Problem) -> Self {
        Self {
            problem: Box::new(problem),
            route: None,
            org: None,
            usage: false,
        }
    }

    pub(super) fn new(code: Code, words: impl Into<String>) -> Self {
        Self::of(problem(code).with_detail(words))
    }

    /// Something is missing from the command.
    pub(super) fn usage(code: Code, words: impl Into<String>) -> Self {
        Self {
            usage: true,
            ..Self::new(code, words)
        }
    }

    /// The command does not fit together, or names what is not there.
    pub(super) fn misused(words: &str) -> Self {
        Self::usage(Code::CommandIncomplete, words)
    }

    /// Names the field it concerns, by its name in the window.
    pub(super) fn at_field(mut self, field: &'static str) -> Self {
        self.problem.field = Some(field);
        self
    }

    pub(super) fn on(mut self, route: Route) -> Self {
        self.route = Some(route);
        self
    }

    pub(super) fn at(mut self, org: Org) -> Self {
        self.org = Some(org);
        self
    }
}

impl From<Problem> for Stopped {
    fn from(problem: Problem) -> Self {
        Self::of(problem)
    }
}
