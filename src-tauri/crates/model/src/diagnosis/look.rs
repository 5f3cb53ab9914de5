//! One thing to look at.

use std::borrow::Cow;

use crate::guide::link::Link;

/// One thing to look at, and why here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// What to look at or do, as an instruction; the last one of a list is a question.
    pub what: &'static str,
    /// Why it may be the cause.
    pub why: Cow<'static, str>,
    /// The page it happens on, or nothing where it is done in this program.
    pub link: Option<Link>,
    /// What to type into Quick Find.
    pub quick_find: Option<&'static str>,
}

/// How likely a cause is by what is known; the first is looked at first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likely {
    /// It would stop the sign-in by itself.
    Certain,
    /// Something known speaks for it.
    Suspected,
    /// Nothing speaks for or against it.
    Usual,
    /// Something known speaks against it, or it is rare.
    Seldom,
}

/// A look with its likelihood. Within one likelihood the order of the list counts.
pub(super) type Ranked = (Likely, Look);

impl Look {
    pub(super) fn new(what: &'static str, why: impl Into<Cow<'static, str>>) -> Self {
        Self {
            what,
            why: why.into(),
            link: None,
            quick_find: None,
        }
    }

    pub(super) fn at(mut self, link: Link) -> Self {
        self.link = Some(link);
        self.quick_find = link.quick_find();
        self
    }
}
