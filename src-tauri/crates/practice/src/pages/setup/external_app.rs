//! *New External Client App*, its settings, and its own page.
//!
//! The fields, their order and words: help.salesforce.com KB 000886201; developer.salesforce.com, *Create an External
//! Client App*.

use axum::Extension;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::connected_app::scopes;
use super::{OfId, on_to};
use crate::app::{App, Common, ExternalClientApp};
use crate::pages::entered::Entered;
use crate::pages::form::{Amiss, Field, Kind, check, choices, form, section, summary, told};
use crate::pages::look::{Area, page};
use crate::pages::setup::policies;
use crate::pages::visitor::Visitor;
use crate::pages::{Gone, Pages, Shown};
use crate::record_id::RecordId;

const NEW: &str = "setup/external-apps/new";

/// Boxes that have a tick on a new form.
const TICKED: [&str; 3] = ["web_server_secret", "refresh_secret", "pkce"];

fn basic() -> Vec<Field> {
    vec![
        Field::text("name", "External Client App Name").required(),
        Field::text("api_name", "API Name").note("Made of the name if you leave it empty."),
        Field::text("contact_email", "Contact Email").required(),
        Field::new(
            "distribution",
            "Distribution State",
            Kind::One(choices(&["Local", "Packaged"])),
        )
        .required(),
        Field::text("contact_phone", "Contact Phone"),
        Field::text("info_url", "Info URL"),
        Field::text("logo", "Logo Image URL"),
        Field::text("icon", "Icon URL"),
        Field::text("description", "Description"),
    ]
}

fn api() -> Vec<Field> {
    vec![
        Field::tick("oauth", "Enable OAuth"),
        Field::text("callback", "Callback URL"),
        Field::new("scopes", "OAuth Scopes", Kind::Any(scopes())),
    ]
}

fn flows() -> Vec<Field> {
    vec![
        Field::tick("flow", "Enable Client Credentials Flow"),
        Field::tick(
            "authorization_code",
            "Enable Authorization Code and Credentials Flow",
        ),
        Field::tick("device_flow", "Enable Device Flow"),
        Field::tick("jwt_bearer", "Enable JWT Bearer Flow"),
        Field::tick("token_exchange", "Enable Token Exchange Flow"),
    ]
}

fn security() -> Vec<Field> {
    vec![
        Field::tick("web_server_secret", "Require secret for Web Server Flow"),
        Field::tick("refresh_secret", "Require secret for Refresh Token Flow"),
        Field::tick(
            "pkce",
            "Require Proof Key for Code Exchange (PKCE) extension for Supported Authorization Flows",
        ),
    ]
}

fn all() -> Vec<Field> {
    let sections = [basic(), api(), flows(), security()];
    sections.into_iter().flatten().collect()
}

/// `GET setup/external-apps/new`.
pub(super) async fn blank(Extension(visitor): Extension<Visitor>) -> Markup {
    let ticked = TICKED.map(|name| (name, "on"));
    let entered = Entered::of(ticked.into_iter().chain([("distribution", "Local")]));
    shown(&visitor, NEW, &entered, &Amiss::new())
}

/// `POST setup/external-apps/new`.
pub(super) async fn create(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Extension(entered): Extension<Entered>,
) -> Shown {
    let amiss = amiss(&entered);
    if !amiss.is_empty() {
        return Ok(shown(&visitor, NEW, &entered, &amiss).into_response());
    }
    let id = pages.change(&visitor, |org, random, _| {
        let mut common =
            Common::invent(random, RecordId::EXTERNAL_CLIENT_APP, entered.text("name"));
        common.fill(&entered, &all());
        let id = common.id.clone();
        org.made.external_apps.push(ExternalClientApp {
            common,
            flow_enabled: entered.ticked("flow"),
            flow_allowed: false,
            run_as: None,
        });
        Ok(id)
    })?;
    Ok(on_to(&visitor, &format!("setup/external-apps/{id}")))
}

/// `GET setup/external-apps/{id}`.
pub(super) async fn read(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Path(OfId { id }): Path<OfId>,
) -> Shown {
    pages.org(&visitor, |org, _| {
        let mut apps = org.external_apps();
        let app = apps.find(|app| app.common.id == id).ok_or(Gone)?;
        let path = App::External(app).path();
        let entered = entered(app);
        let body = html! {
            h2 { "Policies" }
            div.buttons { a.button href=(visitor.path(&format!("setup/apps/{id}/policies"))) { "Edit Policies" } }
            (policies::told(org, App::External(app)))
            h2 { "Settings" }
            div.buttons {
                a.button href=(visitor.path(&format!("{path}/settings"))) { "Edit Settings" }
                @if app.common.oauth {
                    a.button href=(visitor.path(&format!("setup/apps/{id}/consumer"))) { "Consumer Key and Secret" }
                }
            }
            (told(&all(), &entered))
        };
        Ok(page(&visitor, Area::Setup, &app.common.name, &body).into_response())
    })?
}

/// `GET setup/external-apps/{id}/settings`.
pub(super) async fn edit(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Path(OfId { id }): Path<OfId>,
) -> Shown {
    let entered = pages.org(&visitor, |org, _| {
        let mut apps = org.external_apps();
        let app = apps.find(|app| app.common.id == id).ok_or(Gone)?;
        Ok(entered(app))
    })??;
    Ok(editing(&visitor, &id, &entered, &Amiss::new()))
}

/// `POST setup/external-apps/{id}/settings`. It counts at once.
pub(super) async fn save(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Path(OfId { id }): Path<OfId>,
    Extension(entered): Extension<Entered>,
) -> Shown {
    let amiss = amiss(&entered);
    if !amiss.is_empty() {
        return Ok(editing(&visitor, &id, &entered, &amiss));
    }
    pages.change(&visitor, |org, _, _| {
        let app = org.external_app_mut(&id).ok_or(Gone)?;
        app.common.fill(&entered, &all());
        app.flow_enabled = entered.ticked("flow");
        Ok(())
    })?;
    Ok(on_to(&visitor, &format!("setup/external-apps/{id}")))
}

/// The form as it was filled in. The flow stands by itself, since it has an effect.
fn entered(app: &ExternalClientApp) -> Entered {
    let entered = app.common.entered();
    if app.flow_enabled == entered.ticked("flow") {
        return entered;
    }
    entered.with("flow", "on")
}

fn editing(visitor: &Visitor, id: &str, entered: &Entered, amiss: &Amiss) -> Response {
    let path = format!("setup/external-apps/{id}/settings");
    shown(visitor, &path, entered, amiss).into_response()
}

fn amiss(entered: &Entered) -> Amiss {
    let mut amiss = check(&all(), entered);
    if entered.ticked("oauth") && entered.text("callback").is_empty() {
        amiss.insert("callback", "Complete this field.".to_owned());
    }
    amiss
}

fn shown(visitor: &Visitor, path: &str, entered: &Entered, amiss: &Amiss) -> Markup {
    let (title, save) = if path == NEW {
        ("New External Client App", "Create")
    } else {
        ("External Client App Settings", "Save")
    };
    let fields = html! {
        (section("Basic Information", &basic(), entered, amiss))
        (section("API (Enable OAuth Settings)", &api(), entered, amiss))
        (section("Flow Enablement", &flows(), entered, amiss))
        (section("Security", &security(), entered, amiss))
    };
    let body = html! { (summary(amiss)) (form(visitor, path, save, &fields)) };
    page(visitor, Area::Setup, title, &body)
}
