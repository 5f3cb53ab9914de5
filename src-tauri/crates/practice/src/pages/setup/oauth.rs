//! *OAuth and `OpenID` Connect Settings*.

use axum::Extension;
use axum::extract::State;
use axum::response::IntoResponse;
use maud::html;

use super::on_to;
use crate::pages::entered::Entered;
use crate::pages::form::{Amiss, Field, form, section};
use crate::pages::look::{Area, page};
use crate::pages::visitor::Visitor;
use crate::pages::{Pages, Shown};

const PATH: &str = "setup/oauth-settings";
const FLOW: &str = "password_flow";

/// `GET setup/oauth-settings`.
pub(super) async fn read(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
) -> Shown {
    let allowed = pages.org(&visitor, |org, _| !org.settings.password_flow_blocked)?;
    let entered = Entered::of(allowed.then_some((FLOW, "on")));
    let fields = [Field::tick(FLOW, "Allow OAuth Username-Password Flows")
        .note("Off in orgs created in Summer ’23 or later. A connected app cannot sign in by password while it is off.")];
    let fields = section(
        "OAuth and OpenID Connect Settings",
        &fields,
        &entered,
        &Amiss::new(),
    );
    let body = html! { (form(&visitor, PATH, "Save", &fields)) };
    Ok(page(
        &visitor,
        Area::Setup,
        "OAuth and OpenID Connect Settings",
        &body,
    )
    .into_response())
}

/// `POST setup/oauth-settings`.
pub(super) async fn save(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Extension(entered): Extension<Entered>,
) -> Shown {
    pages.change(&visitor, |org, _, _| {
        org.settings.password_flow_blocked = !entered.ticked(FLOW);
        Ok(())
    })?;
    Ok(on_to(&visitor, PATH))
}
