//! Other values for a connector that runs. That the portal can do this, and how, is not public: it is invented.

use axum::Extension;
use axum::extract::{ConnectInfo, Path, State};
use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};
use serde::Deserialize;

use super::OfId;
use super::connectors::{basic_path, find};
use super::dialog::{dialog, name, route, values, words};
use crate::gcis::NotSaved;
use crate::hang_up::Line;
use crate::pages::entered::Entered;
use crate::pages::form::{Amiss, check, form, section, summary};
use crate::pages::look::{Area, page};
use crate::pages::visitor::Visitor;
use crate::pages::{Gone, Pages, Shown};
use crate::route::Route;
use crate::scenario::Quirk;

const TITLE: &str = "Edit Salesforce Connector";

/// The connector and the route in a path.
#[derive(Deserialize)]
pub(super) struct OfConnector {
    id: String,
    route: String,
}

/// Where a connector is edited.
pub(super) fn path(id: &str) -> String {
    format!("portal/connectors/{id}/edit")
}

fn path_of(id: &str, route: Route) -> String {
    format!("{}/{}", path(id), name(route))
}

/// `GET portal/connectors/{id}/edit`: which of the two ways it is to sign in by.
pub(super) async fn choose(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Path(OfId { id }): Path<OfId>,
) -> Shown {
    find(&pages, &visitor, &id)?;
    let body = html! {
        p { "How does the connector sign in to Salesforce?" }
        ul {
            @for (route, label) in [
                (Route::ConnectedApp, "Username, password and security token"),
                (Route::ExternalClientApp, "Consumer key and secret"),
            ] {
                li { a href=(visitor.path(&path_of(&id, route))) { (label) } }
            }
        }
    };
    Ok(page(&visitor, Area::Portal, TITLE, &body).into_response())
}

/// `GET portal/connectors/{id}/edit/{route}`. What is no secret stands there already.
pub(super) async fn filled(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Path(of): Path<OfConnector>,
) -> Shown {
    let route = route(&of.route)?;
    let instance = find(&pages, &visitor, &of.id)?.instance;
    let entered = Entered::of(
        [
            ("login_url", instance.login_url),
            ("event_endpoint", instance.event_endpoint),
        ]
        .into_iter()
        .chain(instance.username.map(|username| ("username", username))),
    );
    let shown = shown(&visitor, &of.id, route, &entered, &Amiss::new(), None);
    Ok(shown.into_response())
}

/// `POST portal/connectors/{id}/edit/{route}`. Until the values are verified the connector goes on with those it has.
pub(super) async fn save(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    ConnectInfo(line): ConnectInfo<Line>,
    Path(of): Path<OfConnector>,
    Extension(entered): Extension<Entered>,
) -> Shown {
    let route = route(&of.route)?;
    let amiss = check(&values(route), &entered);
    if !amiss.is_empty() {
        return Ok(shown(&visitor, &of.id, route, &entered, &amiss, None).into_response());
    }
    let gcis = &pages.gcis;
    let saved = gcis.update(&visitor.org_key, &of.id, dialog(route, &entered));
    let saved = saved.await.ok_or(Gone)?;
    if pages.cloud.scenario().has(Quirk::GcisNoAnswer) && saved.is_ok() {
        line.hang_up();
    }
    match saved {
        Ok(()) => Ok(Redirect::to(&visitor.path(&basic_path(&of.id))).into_response()),
        Err(why) => {
            let shown = shown(&visitor, &of.id, route, &entered, &amiss, Some(why));
            Ok(shown.into_response())
        }
    }
}

fn shown(
    visitor: &Visitor,
    id: &str,
    route: Route,
    entered: &Entered,
    amiss: &Amiss,
    why: Option<NotSaved>,
) -> Markup {
    let section = section("Salesforce Connector", &values(route), entered, amiss);
    let body = html! {
        @if let Some(why) = why {
            div.amiss role="alert" { p { (words(why)) } }
            p.hint { "The connector goes on with what it has. Salesforce’s Login History may say more." }
        } @else { (summary(amiss)) }
        (form(visitor, &path_of(id, route), "Save", &section))
    };
    page(visitor, Area::Portal, TITLE, &body)
}
