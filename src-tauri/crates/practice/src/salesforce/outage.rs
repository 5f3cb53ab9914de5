//! Maintenance: every path answers with a page.

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::Response;

use super::{Salesforce, errors};
use crate::scenario::Scenario;

pub(super) async fn outage(
    State(salesforce): State<Salesforce>,
    request: Request,
    next: Next,
) -> Response {
    if salesforce.cloud.scenario() == Scenario::SalesforceDown {
        return errors::page(
            StatusCode::SERVICE_UNAVAILABLE,
            "Down for maintenance",
            "The practice Salesforce is down for maintenance. Please try again later.",
        );
    }
    next.run(request).await
}
