//! The pages of the GCIS portal.
//!
//! Words and order of the clicks: *Salesforce Sales Cloud V2* on help.gentrack.com. What its pages look like, and what
//! they say when Save fails, is not public: that is invented.

mod connectors;
mod dialog;
mod edit;
mod home;
mod named_credential;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde::Deserialize;

use super::{Pages, look};
use crate::scenario::Quirk;

/// The id in a path.
#[derive(Deserialize)]
struct OfId {
    id: String,
}

/// The pages, below an org's own path.
pub(super) fn router(pages: &Pages) -> Router<Pages> {
    Router::new()
        .route("/portal", get(home::home))
        .route("/portal/connector-store", get(home::store))
        .route(
            "/portal/connector-store/{id}",
            get(dialog::blank).post(dialog::save),
        )
        .route("/portal/connectors", get(connectors::list))
        .route("/portal/connectors/{id}", get(connectors::read))
        .route(
            "/portal/connectors/{id}/basic-information",
            get(connectors::basic_information),
        )
        .route("/portal/connectors/{id}/edit", get(edit::choose))
        .route(
            "/portal/connectors/{id}/edit/{route}",
            get(edit::filled).post(edit::save),
        )
        .route(
            "/portal/connectors/{id}/named-credential/add",
            post(named_credential::add),
        )
        .route(
            "/portal/connectors/{id}/named-credential/rotate",
            post(named_credential::rotate),
        )
        .route(
            "/portal/connectors/{id}/named-credential/revoke",
            post(named_credential::revoke),
        )
        .route("/portal/tenants", get(home::tenants))
        .layer(from_fn_with_state(pages.clone(), outage))
}

/// Maintenance: every page of the portal answers 503.
async fn outage(State(pages): State<Pages>, request: Request, next: Next) -> Response {
    if pages.cloud.scenario().has(Quirk::GcisDown) {
        let why = "The practice GCIS is down for maintenance. Try again later.";
        return (StatusCode::SERVICE_UNAVAILABLE, look::closed(why)).into_response();
    }
    next.run(request).await
}
