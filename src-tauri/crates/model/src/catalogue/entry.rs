//! The shape of a catalogue entry.

use std::borrow::Cow;

use serde::Serialize;
use ts_rs::TS;

use crate::Route;
use crate::guide::link::Link;

/// What the catalogue says about a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The stable name, as it stands in records and in `--json`.
    pub name: &'static str,
    /// What happened, in one line.
    pub summary: &'static str,
    /// What to do, most likely first.
    pub remedies: &'static [Remedy],
    /// Whether trying again can help.
    pub retry: Retry,
    /// Whether a failed finding with this code blocks the way on.
    pub blocks: bool,
}

impl Entry {
    /// An entry that does not block the way on.
    pub(super) const fn new(
        name: &'static str,
        retry: Retry,
        summary: &'static str,
        remedies: &'static [Remedy],
    ) -> Self {
        Self {
            name,
            summary,
            remedies,
            retry,
            blocks: false,
        }
    }

    /// What to do on a route, ready for the window; `can_open` says which pages can be opened.
    pub fn fixes(&self, route: Route, can_open: impl Fn(Link) -> bool) -> Vec<Fix> {
        self.remedies
            .iter()
            .filter(|remedy| remedy.applies_to(route))
            .map(|remedy| remedy.to_fix(&can_open))
            .collect()
    }

    /// The same entry, blocking the way on where it is found.
    pub(super) const fn blocking(mut self) -> Self {
        self.blocks = true;
        self
    }
}

/// One thing to do, as the catalogue has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Remedy {
    /// What to do, as an instruction.
    pub text: &'static str,
    /// A value to copy, or nothing.
    pub copy: Option<&'static str>,
    /// The page it happens on, or nothing.
    pub link: Option<Link>,
    /// The one route it applies to; nothing for both.
    pub route: Option<Route>,
    /// Whether it stops a connector that already signs in as the same user.
    pub disturbs: bool,
}

/// What is said before a fix that makes a password or a security token void: both count at once
/// for everything that signs in as the user (help.salesforce.com, `user_security_token`).
pub const DISTURBS: &str =
    "A connector that already signs in as this user stops until it gets the new value.";

/// One thing to do, ready for the window: the link is resolved for the org at hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct Fix {
    /// What to do, as an instruction.
    pub text: &'static str,
    /// What else it would stop: said before the instruction.
    pub disturbs: Option<&'static str>,
    /// A value to copy.
    pub copy: Option<Cow<'static, str>>,
    /// The page it happens on.
    pub link: Option<Link>,
    /// The page's name.
    pub page: Option<&'static str>,
    /// What to type into Quick Find.
    pub quick_find: Option<&'static str>,
    /// Whether the page can be opened from here: the org's own host has to be known.
    pub can_open: bool,
}

impl Remedy {
    /// Something to do, with no page and nothing to copy.
    pub(super) const fn new(text: &'static str) -> Self {
        Self {
            text,
            copy: None,
            link: None,
            route: None,
            disturbs: false,
        }
    }

    /// The one route it applies to.
    pub(super) const fn on(mut self, route: Route) -> Self {
        self.route = Some(route);
        self
    }

    /// It stops a connector that already signs in as the same user.
    pub(super) const fn disturbs(mut self) -> Self {
        self.disturbs = true;
        self
    }

    /// Whether it applies to a route.
    pub fn applies_to(&self, route: Route) -> bool {
        self.route.is_none_or(|only| only == route)
    }

    /// The page it happens on.
    pub(super) const fn at(mut self, link: Link) -> Self {
        self.link = Some(link);
        self
    }

    /// A value to copy.
    pub(super) const fn copy(mut self, value: &'static str) -> Self {
        self.copy = Some(value);
        self
    }

    /// The fix as it is shown; `can_open` says whether a page can be opened from here.
    pub fn to_fix(&self, can_open: impl Fn(Link) -> bool) -> Fix {
        Fix {
            text: self.text,
            disturbs: self.disturbs.then_some(DISTURBS),
            copy: self.copy.map(Cow::Borrowed),
            link: self.link,
            page: self.link.map(Link::title),
            quick_find: self.link.and_then(Link::quick_find),
            can_open: self.link.is_some_and(can_open),
        }
    }
}

/// Whether trying again can help, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum Retry {
    /// It will not.
    Never,
    /// Once a value here is corrected.
    AfterEdit,
    /// Once something is changed in Salesforce or GCIS.
    AfterChange,
    /// In a few minutes.
    Later,
    /// At once.
    Now,
}
