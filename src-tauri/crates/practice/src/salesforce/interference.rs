//! Answers that come in Salesforce's place: from a gateway, a network login, or its own maintenance.

use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::{Salesforce, errors};
use crate::scenario::{Answer, Body};

/// Answers what Salesforce never gets to see.
pub(super) async fn interfere(
    State(salesforce): State<Salesforce>,
    request: Request,
    next: Next,
) -> Response {
    match salesforce.cloud.scenario().answer(request.uri().path()) {
        Some(answer) => answer.into_response(),
        None => next.run(request).await,
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let json = [(header::CONTENT_TYPE, "application/json;charset=UTF-8")];
        let mut response = match self.body {
            Body::Nothing => status.into_response(),
            Body::Json(text) => (status, json, text).into_response(),
            Body::Page { title, text } => errors::page(status, title, text),
            Body::Text(text) => (status, text).into_response(),
        };
        if let Some((name, value)) = self.header {
            let headers = response.headers_mut();
            headers.insert(
                HeaderName::from_static(name),
                HeaderValue::from_static(value),
            );
        }
        response
    }
}
