//! *Setup New Instance*: the dialog of either route, and its Save.

use axum::Extension;
use axum::extract::{ConnectInfo, Path, State};
use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};

use super::OfId;
use crate::gcis::{Dialog, NotSaved};
use crate::hang_up::Line;
use crate::pages::entered::Entered;
use crate::pages::form::{Amiss, Field, Kind, check, form, section, summary};
use crate::pages::look::{Area, page};
use crate::pages::visitor::Visitor;
use crate::pages::{Gone, Pages, Shown};
use crate::route::Route;
use crate::scenario::Quirk;

const TITLE: &str = "Setup New Instance";

/// Where the dialog of a route stands.
pub(super) fn path(route: Route) -> String {
    format!("portal/connector-store/{}", name(route))
}

pub(super) const fn name(route: Route) -> &'static str {
    match route {
        Route::ConnectedApp => "connected-app",
        Route::ExternalClientApp => "external-client-app",
    }
}

pub(super) fn route(given: &str) -> Result<Route, Gone> {
    let mut routes = Route::ALL.into_iter();
    routes.find(|route| name(*route) == given).ok_or(Gone)
}

fn fields(route: Route, tenants: Vec<(String, String)>) -> Vec<Field> {
    let mut fields = values(route);
    fields.push(Field::new("tenant", "Tenant", Kind::One(tenants)).required());
    fields
}

/// What the dialog asks for on a route, the tenant apart.
pub(super) fn values(route: Route) -> Vec<Field> {
    let mut fields = match route {
        Route::ConnectedApp => vec![
            Field::text("username", "Username").required(),
            Field::new("password", "Password", Kind::Password).required(),
            Field::new("security_token", "Security Token", Kind::Password),
        ],
        Route::ExternalClientApp => Vec::new(),
    };
    fields.extend([
        Field::text("consumer_key", "Consumer Key").required(),
        Field::new("consumer_secret", "Consumer Secret", Kind::Password).required(),
        Field::text("login_url", "Login URL").required(),
        Field::text("event_endpoint", "Event Endpoint").required(),
    ]);
    fields
}

/// `GET portal/connector-store/{route}`.
pub(super) async fn blank(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Path(OfId { id }): Path<OfId>,
) -> Shown {
    let route = route(&id)?;
    // The published default is for the first route; the other needs the org's own host.
    let login = (route == Route::ConnectedApp).then(|| format!("login.{}", pages.cloud.domain()));
    let entered = Entered::of(login.map(|login| ("login_url", login)));
    Ok(shown(&pages, &visitor, route, &entered, &Amiss::new(), None).into_response())
}

/// `POST portal/connector-store/{route}`.
pub(super) async fn save(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    ConnectInfo(line): ConnectInfo<Line>,
    Path(OfId { id }): Path<OfId>,
    Extension(entered): Extension<Entered>,
) -> Shown {
    let route = route(&id)?;
    let mut amiss = check(&fields(route, tenants(&pages, &visitor)), &entered);
    if !amiss.is_empty() {
        return Ok(shown(&pages, &visitor, route, &entered, &amiss, None).into_response());
    }
    let saved = pages
        .gcis
        .save(&visitor.org_key, dialog(route, &entered))
        .await;
    if pages.cloud.scenario().has(Quirk::GcisNoAnswer) && saved.is_ok() {
        line.hang_up();
    }
    match saved {
        Ok(_) => Ok(Redirect::to(&visitor.path("portal/connectors")).into_response()),
        Err(why) => {
            if why == NotSaved::Tenant {
                amiss.insert("tenant", "This tenant is not connected.".to_owned());
            }
            let page = shown(&pages, &visitor, route, &entered, &amiss, Some(why));
            Ok(page.into_response())
        }
    }
}

/// Secrets are taken to the letter, all else without the white space around it.
pub(super) fn dialog(route: Route, entered: &Entered) -> Dialog {
    let text = |name: &str| entered.text(name).to_owned();
    let secret = |name: &str| entered.as_typed(name).to_owned();
    Dialog {
        route,
        username: text("username"),
        password: secret("password"),
        security_token: secret("security_token"),
        consumer_key: text("consumer_key"),
        consumer_secret: secret("consumer_secret"),
        login_url: text("login_url"),
        event_endpoint: text("event_endpoint"),
        tenant_id: text("tenant"),
    }
}

fn tenants(pages: &Pages, visitor: &Visitor) -> Vec<(String, String)> {
    let tenants = pages.gcis.tenants(&visitor.org_key).into_iter();
    tenants.map(|tenant| (tenant.id, tenant.name)).collect()
}

/// What the portal says. Its real words are not public.
pub(super) const fn words(why: NotSaved) -> &'static str {
    match why {
        NotSaved::LoginUrl => {
            "The connector was not saved: no Salesforce answers at this Login URL."
        }
        NotSaved::Authentication => {
            "The connector was not saved: authentication failure. Salesforce did not accept the credentials provided."
        }
        NotSaved::Tenant => "The connector was not saved: the tenant is not connected.",
        NotSaved::OtherOrg => {
            "The connector was not saved: these credentials lead to another Salesforce org."
        }
        NotSaved::Connected => {
            "The connector was not saved: this Salesforce org is connected to this tenant already."
        }
    }
}

fn shown(
    pages: &Pages,
    visitor: &Visitor,
    route: Route,
    entered: &Entered,
    amiss: &Amiss,
    why: Option<NotSaved>,
) -> Markup {
    let fields = fields(route, tenants(pages, visitor));
    let section = section("Salesforce Connector", &fields, entered, amiss);
    let body = html! {
        @if let Some(why) = why {
            div.amiss role="alert" { p { (words(why)) } }
            p.hint { "Salesforce’s Login History says more, if a user of this org was found." }
        } @else { (summary(amiss)) }
        (form(visitor, &path(route), "Save", &section))
    };
    page(visitor, Area::Portal, TITLE, &body)
}
