//! The pages on which a person practises: Salesforce Setup and the GCIS portal, served to a browser on this machine.
//!
//! They stand on a listener of their own, so that the doors for programs go on refusing whatever a browser marks. An
//! address is good for one browser: its ticket is exchanged for a cookie on the first visit.

mod address;
mod door;
mod entered;
mod form;
mod look;
mod session;
mod setup;
mod visitor;

use axum::Router;
use axum::http::header;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::IntoResponse;
use axum::routing::get;

use crate::cloud::Cloud;

pub use address::{Page, PagesAddress};
pub(crate) use door::Own;
pub(crate) use session::{Guest, Ticket};

/// What every page needs.
#[derive(Clone)]
pub(crate) struct Pages {
    cloud: Cloud,
}

/// The pages, which answer at `own` alone.
pub(crate) fn router(cloud: Cloud, own: Own) -> Router {
    let pages = Pages { cloud };
    let behind_the_session = Router::new()
        .nest("/{org}", setup::router())
        .fallback(look::no_page)
        .layer(from_fn_with_state(pages.clone(), visitor::admit))
        .with_state(pages.clone());
    Router::new()
        .route("/style.css", get(style))
        .route("/enter/{org}/{ticket}", get(session::enter))
        .fallback_service(behind_the_session)
        .layer(from_fn_with_state(own, door::door))
        .layer(from_fn(door::mark))
        .with_state(pages)
}

async fn style() -> impl IntoResponse {
    let kind = [(header::CONTENT_TYPE, "text/css; charset=utf-8")];
    (kind, include_str!("style.css"))
}
