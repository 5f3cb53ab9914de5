//! The pages on which a person practises: Salesforce Setup and the GCIS portal, served to a browser on this machine.
//!
//! They stand on a listener of their own, so that the doors for programs go on refusing whatever a browser marks. An
//! address is good for one browser: its ticket is exchanged for a cookie on the first visit.

mod address;
mod door;
mod entered;
mod form;
mod look;
mod portal;
mod session;
mod setup;
mod visitor;

use axum::Router;
use axum::http::{StatusCode, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use jiff::Timestamp;

use crate::cloud::Cloud;
use crate::gcis::Gcis;
use crate::org::Org;
use crate::random::Random;
use crate::world::Live;
use visitor::Visitor;

pub use address::{Page, PagesAddress};
pub(crate) use door::Own;
pub(crate) use session::{Guest, Ticket};
pub(crate) use setup::Code;

/// What every page needs.
#[derive(Clone)]
pub(crate) struct Pages {
    cloud: Cloud,
    gcis: Gcis,
}

/// What a handler shows.
type Shown = Result<Response, Gone>;

/// What a page was to show is not there.
struct Gone;

impl IntoResponse for Gone {
    fn into_response(self) -> Response {
        let words = look::closed(
            "What it showed is not there, or no longer. Go back and open it from its list.",
        );
        (StatusCode::NOT_FOUND, words).into_response()
    }
}

impl Pages {
    /// Reads the visitor's org.
    fn org<T>(
        &self,
        visitor: &Visitor,
        look: impl FnOnce(&Org, &mut Live) -> T,
    ) -> Result<T, Gone> {
        self.cloud.look(|saved, live| {
            let org = saved.orgs.get(&visitor.org_key).ok_or(Gone)?;
            Ok(look(org, live))
        })
    }

    /// Alters the visitor's org, and saves it.
    fn change<T>(
        &self,
        visitor: &Visitor,
        change: impl FnOnce(&mut Org, &mut Random, Timestamp) -> Result<T, Gone>,
    ) -> Result<T, Gone> {
        self.cloud.change(|world| {
            let org = world.saved.orgs.get_mut(&visitor.org_key).ok_or(Gone)?;
            change(org, &mut world.random, world.now)
        })
    }
}

/// The pages, which answer at `own` alone.
pub(crate) fn router(cloud: Cloud, gcis: Gcis, own: Own) -> Router {
    let pages = Pages { cloud, gcis };
    let behind_the_session = Router::new()
        .nest("/{org}", setup::router().merge(portal::router(&pages)))
        .fallback(look::no_page)
        .layer(from_fn_with_state(pages.clone(), visitor::admit))
        .with_state(pages.clone());
    Router::new()
        .route("/style.css", get(style))
        .route("/{org}/enter/{ticket}", get(session::enter))
        .fallback_service(behind_the_session)
        .layer(from_fn_with_state(own, door::door))
        .layer(from_fn(door::mark))
        .with_state(pages)
}

async fn style() -> impl IntoResponse {
    let kind = [(header::CONTENT_TYPE, "text/css; charset=utf-8")];
    (kind, include_str!("style.css"))
}
