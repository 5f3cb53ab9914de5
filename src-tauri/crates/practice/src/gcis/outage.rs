//! Maintenance: every path answers 503.

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::Gcis;
use super::problem::Problem;
use crate::scenario::Quirk;

pub(super) async fn outage(State(gcis): State<Gcis>, request: Request, next: Next) -> Response {
    if gcis.cloud.scenario().has(Quirk::GcisDown) {
        return Problem::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "unavailable",
            "GCIS is not available",
            "The practice GCIS is down for maintenance. Try again later.",
        )
        .into_response();
    }
    next.run(request).await
}
