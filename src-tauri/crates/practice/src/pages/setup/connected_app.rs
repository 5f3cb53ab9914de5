//! *New Connected App*, and a connected app's own page.
//!
//! The fields, their order and words: help.salesforce.com `connected_app_create_api_integration`.

use axum::Extension;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use jiff::SignedDuration;
use maud::{Markup, html};

use super::{OfId, on_to};
use crate::app::{App, Common, ConnectedApp, SCOPES};
use crate::pages::entered::Entered;
use crate::pages::form::{Amiss, Field, Kind, check, form, section, summary, told};
use crate::pages::look::{Area, page};
use crate::pages::setup::policies;
use crate::pages::visitor::Visitor;
use crate::pages::{Gone, Pages, Shown};
use crate::record_id::RecordId;

/// How long the servers take to know a new app here. Salesforce says two to ten minutes.
const PROPAGATION: SignedDuration = SignedDuration::from_mins(2);

/// What Salesforce says after Save.
const WARNING: &str = "Allow from 2-10 minutes for your changes to take effect on the server before using the connected \
                       app.";

/// Boxes that have a tick on a new form.
const TICKED: [&str; 3] = ["web_server_secret", "refresh_secret", "pkce"];

fn basic() -> Vec<Field> {
    vec![
        Field::text("name", "Connected App Name").required(),
        Field::text("api_name", "API Name").note("Made of the name if you leave it empty."),
        Field::text("contact_email", "Contact Email").required(),
        Field::text("contact_phone", "Contact Phone"),
        Field::text("logo", "Logo Image URL"),
        Field::text("icon", "Icon URL"),
        Field::text("info_url", "Info URL"),
        Field::text("description", "Description"),
    ]
}

fn oauth() -> Vec<Field> {
    vec![
        Field::tick("oauth", "Enable OAuth Settings"),
        Field::tick("device_flow", "Enable for Device Flow"),
        Field::text("callback", "Callback URL"),
        Field::tick("digital_signature", "Use digital signatures"),
        Field::new("scopes", "Selected OAuth Scopes", Kind::Any(scopes())),
        Field::tick(
            "pkce",
            "Require Proof Key for Code Exchange (PKCE) extension for Supported Authorization Flows",
        ),
        Field::tick("web_server_secret", "Require Secret for Web Server Flow"),
        Field::tick("refresh_secret", "Require Secret for Refresh Token Flow"),
        Field::tick("client_credentials", "Enable Client Credentials Flow"),
        Field::tick(
            "authorization_code",
            "Enable Authorization Code and Credentials Flow",
        ),
        Field::tick("token_exchange", "Enable Token Exchange Flow"),
        Field::tick("refresh_rotation", "Enable Refresh Token Rotation"),
        Field::tick(
            "jwt",
            "Issue JSON Web Token (JWT)-based access tokens for named users",
        ),
        Field::tick("introspect", "Introspect All Tokens"),
        Field::tick("id_token", "Configure ID Token"),
        Field::tick("asset_tokens", "Enable Asset Tokens"),
        Field::tick("single_logout", "Enable Single Logout"),
    ]
}

fn all() -> Vec<Field> {
    let mut fields = basic();
    fields.extend(oauth());
    fields
}

pub(super) fn scopes() -> Vec<(String, String)> {
    let pair = |(short, words): &(&str, &str)| ((*short).to_owned(), (*words).to_owned());
    SCOPES.iter().map(pair).collect()
}

/// `GET setup/connected-apps/new`.
pub(super) async fn blank(Extension(visitor): Extension<Visitor>) -> Markup {
    let ticked = Entered::of(TICKED.map(|name| (name, "on")));
    shown(&visitor, NEW, "New Connected App", &ticked, &Amiss::new())
}

const NEW: &str = "setup/connected-apps/new";

/// `POST setup/connected-apps/new`.
pub(super) async fn create(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Extension(entered): Extension<Entered>,
) -> Shown {
    let amiss = amiss(&entered);
    if !amiss.is_empty() {
        return Ok(shown(&visitor, NEW, "New Connected App", &entered, &amiss).into_response());
    }
    let id = pages.change(&visitor, |org, random, now| {
        let mut common = Common::invent(random, RecordId::CONNECTED_APP, entered.text("name"));
        common.fill(&entered, &all());
        let id = common.id.clone();
        org.made.connected_apps.push(ConnectedApp {
            common,
            takes_effect: now + PROPAGATION,
        });
        Ok(id)
    })?;
    Ok(on_to(&visitor, &format!("setup/connected-apps/{id}/saved")))
}

/// `GET setup/connected-apps/{id}/saved`.
pub(super) async fn saved(
    Extension(visitor): Extension<Visitor>,
    Path(OfId { id }): Path<OfId>,
) -> Markup {
    let body = html! {
        div.told { p { (WARNING) } }
        p.hint {
            "Here it takes two minutes. " a href=(visitor.path("setup")) { "Home in Setup" } " lets the time pass."
        }
        p { a.button href=(visitor.path(&format!("setup/connected-apps/{id}"))) { "Continue" } }
    };
    page(&visitor, Area::Setup, "New Connected App", &body)
}

/// `GET setup/connected-apps/{id}`.
pub(super) async fn read(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Path(OfId { id }): Path<OfId>,
) -> Shown {
    pages.org(&visitor, |org, _| {
        let mut apps = org.connected_apps();
        let app = apps.find(|app| app.common.id == id).ok_or(Gone)?;
        let path = App::Connected(app).path();
        let entered = app.common.entered();
        let body = html! {
            div.buttons {
                a.button href=(visitor.path(&format!("{path}/edit"))) { "Edit" }
                a.button href=(visitor.path(&format!("setup/apps/{id}/policies"))) { "Edit Policies" }
            }
            (told(&basic(), &entered))
            h2 { "API (Enable OAuth Settings)" }
            @if app.common.oauth {
                div.buttons {
                    a.button href=(visitor.path(&format!("setup/apps/{id}/consumer"))) { "Manage Consumer Details" }
                }
            } @else {
                p { "OAuth is not enabled, so this app has neither key nor secret." }
            }
            (told(&oauth(), &entered))
            h2 { "OAuth Policies" }
            (policies::told(org, App::Connected(app)))
        };
        Ok(page(&visitor, Area::Setup, &app.common.name, &body).into_response())
    })?
}

/// `GET setup/connected-apps/{id}/edit`.
pub(super) async fn edit(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Path(OfId { id }): Path<OfId>,
) -> Shown {
    let entered = pages.org(&visitor, |org, _| {
        let mut apps = org.connected_apps();
        let app = apps.find(|app| app.common.id == id).ok_or(Gone)?;
        Ok(app.common.entered())
    })??;
    Ok(editing(&visitor, &id, &entered, &Amiss::new()))
}

/// `POST setup/connected-apps/{id}/edit`.
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
        let app = org.connected_app_mut(&id).ok_or(Gone)?;
        app.common.fill(&entered, &all());
        Ok(())
    })?;
    Ok(on_to(&visitor, &format!("setup/connected-apps/{id}")))
}

fn editing(visitor: &Visitor, id: &str, entered: &Entered, amiss: &Amiss) -> Response {
    let path = format!("setup/connected-apps/{id}/edit");
    shown(visitor, &path, "Edit Connected App", entered, amiss).into_response()
}

fn amiss(entered: &Entered) -> Amiss {
    let mut amiss = check(&all(), entered);
    if entered.ticked("oauth") && entered.text("callback").is_empty() {
        amiss.insert("callback", "Complete this field.".to_owned());
    }
    amiss
}

fn shown(visitor: &Visitor, path: &str, title: &str, entered: &Entered, amiss: &Amiss) -> Markup {
    let fields = html! {
        (section("Basic Information", &basic(), entered, amiss))
        (section("API (Enable OAuth Settings)", &oauth(), entered, amiss))
        p.hint { "Web App Settings, Custom Connected App Handler, Mobile App Settings and Canvas App Settings keep their \
                  default values." }
    };
    let body = html! { (summary(amiss)) (form(visitor, path, "Save", &fields)) };
    page(visitor, Area::Setup, title, &body)
}
