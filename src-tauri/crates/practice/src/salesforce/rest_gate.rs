//! The gate before REST and Apex REST: who calls, whether they may, and how much of the allowance is used.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;

use super::Salesforce;
use super::errors::RestError;
use crate::origin::Host;
use crate::scenario::Scenario;
use crate::world::{Live, SalesforceSession};

/// The daily allowance of API calls.
pub(super) const DAILY_CALLS: u32 = 100_000;

/// Source: developer.salesforce.com `headers_api_usage`.
const LIMIT_INFO: HeaderName = HeaderName::from_static("sforce-limit-info");

/// Lets a call through with its session, or says why not.
pub(super) async fn gate(
    State(salesforce): State<Salesforce>,
    mut request: Request,
    next: Next,
) -> Response {
    let session = salesforce.cloud.look(|saved, live| {
        let session = session_of(live, request.headers())?;
        let host = request.extensions().get::<Host>()?;
        saved
            .orgs
            .get(&session.org_key)
            .filter(|org| host.holds(org))?;
        session.api_calls += 1;
        Some(session.clone())
    });
    let Some(session) = session else {
        return RestError::new(
            StatusCode::UNAUTHORIZED,
            "INVALID_SESSION_ID",
            "Session expired or invalid",
        )
        .into_response();
    };
    let usage = format!("api-usage={}/{DAILY_CALLS}", session.api_calls);
    let apex = request.uri().path().starts_with("/services/apexrest/");
    let mut response = if let Some(error) = refusal(salesforce.cloud.scenario(), apex) {
        error.into_response()
    } else {
        request.extensions_mut().insert(session);
        next.run(request).await
    };
    if let Ok(usage) = HeaderValue::from_str(&usage) {
        response.headers_mut().insert(LIMIT_INFO, usage);
    }
    response
}

/// The live session that a request's bearer token stands for.
pub(super) fn session_of<'a>(
    live: &'a mut Live,
    headers: &HeaderMap,
) -> Option<&'a mut SalesforceSession> {
    let token = bearer(headers)?;
    let now = Timestamp::now();
    live.salesforce_sessions
        .iter_mut()
        .find(|session| session.token == token && now < session.expires)
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers
        .get(header::AUTHORIZATION)?
        .to_str()
        .ok()?
        .split_once(' ')?;
    // Salesforce has taken "OAuth" for "Bearer" from its beginning.
    (scheme.eq_ignore_ascii_case("Bearer") || scheme.eq_ignore_ascii_case("OAuth"))
        .then_some(token.trim())
}

fn refusal(scenario: Scenario, apex: bool) -> Option<RestError> {
    let (code, message) = match (scenario, apex) {
        (Scenario::PasswordExpired, false) => (
            "INVALID_OPERATION_WITH_EXPIRED_PASSWORD",
            "The users password has expired, you must call SetPassword before attempting any other API operations",
        ),
        // Source: Apex Developer Guide v258, "Apex REST Status Codes".
        (Scenario::PasswordExpired, true) => (
            "MUTUAL_AUTHENTICATION_FAILED",
            "The users password has expired",
        ),
        (Scenario::ApiDisabled, _) => (
            "API_DISABLED_FOR_ORG",
            "API is not enabled for this Organization or Partner",
        ),
        _ => return None,
    };
    Some(RestError::new(StatusCode::FORBIDDEN, code, message))
}
