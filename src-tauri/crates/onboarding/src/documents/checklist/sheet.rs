//! Whose checklist it is, and what follows from that for every section.

use jiff::civil::Date;
use model::guide::link::Link;
use model::guide::{Places, Setting, Task};
use model::{Environment, Onboarding, Route};

use super::blocks::{day, points, text};
use crate::documents::{Block, Item};

/// Whose checklist it is.
#[derive(Debug, Clone, Copy)]
pub enum Sheet<'a> {
    /// An onboarding's, on its own route.
    Of(&'a Onboarding),
    /// A blank one: for one route, or for both where nobody has chosen yet.
    Blank(Option<Route>),
}

impl<'a> Sheet<'a> {
    pub(super) fn onboarding(self) -> Option<&'a Onboarding> {
        match self {
            Self::Of(onboarding) => Some(onboarding),
            Self::Blank(_) => None,
        }
    }

    /// The routes that it guides along.
    pub(super) fn routes(self) -> Vec<Route> {
        match self {
            Self::Of(onboarding) => vec![onboarding.route],
            Self::Blank(Some(route)) => vec![route],
            Self::Blank(None) => Route::ALL.to_vec(),
        }
    }

    pub(super) fn title(self) -> String {
        const CONNECTOR: &str = "Salesforce Sales Cloud connector";
        match self {
            Self::Of(onboarding) => format!("{}: {CONNECTOR}", onboarding.name),
            Self::Blank(_) => format!("{CONNECTOR}: checklist"),
        }
    }

    pub(super) fn subtitle(self, today: Date) -> String {
        let of = match self {
            Self::Of(onboarding) if onboarding.environment == Environment::Practice => {
                "PRACTICE: nothing here is real."
            }
            Self::Of(onboarding) => &format!("{}.", onboarding.environment.title()),
            Self::Blank(Some(Route::ConnectedApp)) => "For a connected app.",
            Self::Blank(Some(Route::ExternalClientApp)) => "For an external client app.",
            Self::Blank(None) => "For a connected app or an external client app.",
        };
        format!("{of} As of {}.", day(today))
    }

    /// The title of a section of one route; where both are on the sheet, each says which it is.
    pub(super) fn heading(self, route: Route, alone: &str, beside: &str) -> String {
        if self.routes().len() == 1 {
            alone.to_owned()
        } else {
            format!("{}: {beside}", route.title())
        }
    }

    fn is_done(self, id: &str) -> bool {
        let facts = self.onboarding().map(|onboarding| &onboarding.facts);
        facts.is_some_and(|facts| facts.done.contains_key(id))
    }

    /// The lines of a form, to be ticked.
    pub(super) fn settings(self, settings: &[Setting]) -> Block {
        let nothing_known = Places {
            domain: "",
            sandbox: "",
        };
        let places = self.onboarding().map_or(nothing_known, Onboarding::places);
        let items = settings.iter().map(|setting| {
            let value = setting.value.words(&places);
            Item::new(self.is_done(setting.id), setting.label, value).with_note(setting.note)
        });
        Block::Items(items.collect())
    }

    /// Things to do, to be ticked.
    pub(super) fn tasks<'t>(self, tasks: impl IntoIterator<Item = &'t Task>) -> Block {
        let items = tasks.into_iter().map(|task| {
            let note = match task.link.and_then(quick_find) {
                Some(page) => format!("{} {page}.", task.detail),
                None => task.detail.to_owned(),
            };
            Item::new(self.is_done(task.id), task.title, "").with_note(note)
        });
        Block::Items(items.collect())
    }

    /// Where a page is, in words; with its address where the org's own host is known.
    pub(super) fn page(self, link: Link) -> Block {
        text(&self.place(link))
    }

    /// Where several pages are.
    pub(super) fn pages(self, links: &[Link]) -> Block {
        points(links.iter().map(|link| self.place(*link)))
    }

    /// Where a page is, as a sentence.
    pub(super) fn place(self, link: Link) -> String {
        let words = quick_find(link).unwrap_or_else(|| link.title().to_owned());
        let address = match self {
            Self::Of(onboarding) => onboarding.link_address(link),
            Self::Blank(_) => link.address(None),
        };
        match address {
            Some(address) => format!("{words} ({address})."),
            None => format!("{words}."),
        }
    }
}

/// The words that find a page in Setup; nothing for a page that is not there.
fn quick_find(link: Link) -> Option<String> {
    let words = link.quick_find()?;
    let further = if words == link.title() {
        String::new()
    } else {
        format!(" ▸ {}", link.title())
    };
    Some(format!("In Setup, Quick Find: {words}{further}"))
}
