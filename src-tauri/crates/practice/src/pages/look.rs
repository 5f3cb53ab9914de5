//! What all pages look like: neutral, and marked as practice.

use axum::Extension;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};

use super::visitor::Visitor;

/// Which of the two services a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Area {
    Setup,
    Portal,
}

/// Groups of entries, each entry with its path.
type Menu = &'static [(&'static str, &'static [(&'static str, &'static str)])];

impl Area {
    const fn name(self) -> &'static str {
        match self {
            Self::Setup => "Practice Salesforce Setup",
            Self::Portal => "Practice GCIS Developer Portal",
        }
    }

    const fn menu(self) -> Menu {
        match self {
            Self::Setup => SETUP,
            Self::Portal => PORTAL,
        }
    }

    /// The title of the page that the menu calls Home.
    pub(super) const fn home(self) -> &'static str {
        match self {
            Self::Setup => "Setup",
            Self::Portal => "GCIS Developer Portal",
        }
    }

    /// Whether a menu's entry of these words leads to the page of this title.
    fn leads_to(self, words: &str, title: &str) -> bool {
        words == title || words == HOME && title == self.home()
    }

    const fn other(self) -> (&'static str, &'static str) {
        match self {
            Self::Setup => ("GCIS Developer Portal", "portal"),
            Self::Portal => ("Salesforce Setup", "setup"),
        }
    }
}

const HOME: &str = "Home";

const SETUP: Menu = &[
    ("Setup", &[(HOME, "setup")]),
    (
        "Apps",
        &[
            ("App Manager", "setup/apps"),
            ("External Client App Manager", "setup/external-apps"),
            ("Installed Packages", "setup/packages"),
        ],
    ),
    (
        "Users",
        &[
            ("Users", "setup/users"),
            ("Profiles", "setup/profiles"),
            ("Your mailbox (admin)", "setup/admin-mailbox"),
        ],
    ),
    (
        "Identity and security",
        &[
            ("Login History", "setup/login-history"),
            ("OAuth and OpenID Connect Settings", "setup/oauth-settings"),
            ("Network Access", "setup/network-access"),
            ("Named Credentials", "setup/named-credentials"),
        ],
    ),
    (
        "Company Settings",
        &[("Company Information", "setup/company")],
    ),
];

const PORTAL: Menu = &[
    ("Portal", &[(HOME, "portal")]),
    (
        "Connectors",
        &[
            ("Connector Store", "portal/connector-store"),
            ("My Connectors", "portal/connectors"),
        ],
    ),
    ("Manage Access", &[("Tenants", "portal/tenants")]),
];

/// A whole page.
pub(super) fn page(visitor: &Visitor, area: Area, title: &str, body: &Markup) -> Markup {
    let (other, leads_to) = area.other();
    frame(
        title,
        &html! {
            header {
                p.practice { strong { "PRACTICE" } " Invented values; nothing here is real. Never type real ones." }
                p.place {
                    strong { (area.name()) } " "
                    span.org { (visitor.org_name) } " "
                    a href=(visitor.path(leads_to)) { (other) }
                }
            }
            div.columns {
                nav aria-label=(area.name()) {
                    @for (group, entries) in area.menu() {
                        h2 { (group) }
                        ul {
                            @for (words, path) in *entries {
                                li {
                                    a href=(visitor.path(path)) aria-current=[area.leads_to(words, title).then_some("page")] {
                                        (words)
                                    }
                                }
                            }
                        }
                    }
                }
                main id="main" { h1 { (title) } (body) }
            }
        },
    )
}

/// A page for whom nothing is open.
pub(super) fn closed(why: &str) -> Markup {
    frame(
        "Closed",
        &html! {
            header { p.practice { strong { "PRACTICE" } " Invented values; nothing here is real." } }
            main id="main" { h1 { "This page is closed" } p { (why) } }
        },
    )
}

fn frame(title: &str, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) " · PRACTICE" }
                link rel="stylesheet" href="/style.css";
            }
            body { a.skip href="#main" { "Skip to the page" } (body) }
        }
    }
}

/// Whoever comes without a session learns nothing but how to get one.
pub(super) fn no_session() -> Response {
    let why = "Its address was used already, or belongs to an earlier run. Open the page from Connector Setup again.";
    (StatusCode::FORBIDDEN, closed(why)).into_response()
}

/// A path below an org that leads nowhere.
pub(super) async fn no_page(Extension(visitor): Extension<Visitor>) -> Response {
    missing(&visitor, Area::Setup)
}

/// The page in place of what is not there.
pub(super) fn missing(visitor: &Visitor, area: Area) -> Response {
    let words = html! { p { "There is no such page, or what it showed is gone." } };
    let page = page(visitor, area, "Page not found", &words);
    (StatusCode::NOT_FOUND, page).into_response()
}
