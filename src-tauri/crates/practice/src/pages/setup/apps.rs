//! *App Manager* and *External Client App Manager*.

use axum::Extension;
use axum::extract::State;
use axum::response::IntoResponse;
use maud::{Markup, html};

use crate::app::App;
use crate::org::Org;
use crate::pages::look::{Area, page};
use crate::pages::visitor::Visitor;
use crate::pages::{Pages, Shown};

impl App<'_> {
    pub(super) const fn kind(&self) -> &'static str {
        match self {
            Self::Connected(_) => "Connected App",
            Self::External(_) => "External Client App",
        }
    }

    /// Its own page.
    pub(super) fn path(&self) -> String {
        let folder = match self {
            Self::Connected(_) => "connected-apps",
            Self::External(_) => "external-apps",
        };
        format!("setup/{folder}/{}", self.common().id)
    }
}

/// `GET setup/apps`.
pub(super) async fn list(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
) -> Shown {
    let rows = pages.org(&visitor, |org, _| table(&visitor, org, org.apps()))?;
    let body = html! {
        div.buttons {
            a.button href=(visitor.path("setup/connected-apps/new")) { "New Connected App" }
            a.button href=(visitor.path("setup/external-apps/new")) { "New External Client App" }
        }
        p.hint { "Since Spring ’26 most orgs show no New Connected App. This practice org does, so that both ways can be \
                  practised." }
        (rows)
    };
    Ok(page(&visitor, Area::Setup, "App Manager", &body).into_response())
}

/// `GET setup/external-apps`.
pub(super) async fn external(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
) -> Shown {
    let rows = pages.org(&visitor, |org, _| {
        table(&visitor, org, org.external_apps().map(App::External))
    })?;
    let body = html! {
        div.buttons { a.button href=(visitor.path("setup/external-apps/new")) { "New External Client App" } }
        (rows)
    };
    Ok(page(&visitor, Area::Setup, "External Client App Manager", &body).into_response())
}

fn table<'a>(visitor: &Visitor, org: &Org, apps: impl Iterator<Item = App<'a>>) -> Markup {
    let ready = [&org.app.common.id, &org.external_app.common.id];
    html! {
        table {
            thead { tr { th scope="col" { "App Name" } th scope="col" { "Developer Name" } th scope="col" { "App Type" }
                th scope="col" { "Description" } } }
            tbody {
                @for app in apps {
                    tr {
                        th scope="row" { a href=(visitor.path(&app.path())) { (app.common().name) } }
                        td { (app.common().api_name) }
                        td { (app.kind()) }
                        td { @if ready.contains(&&app.common().id) { "Ready for use: this practice org came with it" }
                            @else { "Made here" } }
                    }
                }
            }
        }
    }
}
