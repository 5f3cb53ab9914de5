//! The gate before REST and Apex REST: who calls, whether they may, and how much of the allowance is used.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;

use super::Salesforce;
use super::errors::RestError;
use crate::origin::Host;
use crate::profile::Profile;
use crate::scenario::{Quirk, Scenario};
use crate::world::{Live, SalesforceSession};

/// The daily allowance of API calls.
pub(super) const DAILY_CALLS: u32 = 100_000;
/// How many calls the rest of the org has made where nearly all are used.
const NEARLY_ALL: u32 = 99_500;

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
        let org = saved.orgs.get(&session.org_key);
        let org = org.filter(|org| host.holds(org))?;
        let user = org.user(&session.user_id).filter(|user| user.active)?;
        session.api_calls += 1;
        Some((session.clone(), user.about.profile))
    });
    let Some((session, profile)) = session else {
        return RestError::new(
            StatusCode::UNAUTHORIZED,
            "INVALID_SESSION_ID",
            "Session expired or invalid",
        )
        .into_response();
    };
    let token = session.token.clone();
    let scenario = salesforce.cloud.scenario();
    let denied = RestError::of(scenario, request.uri().path());
    let mut response = if let Some(error) = denied.or_else(|| barred(&session, profile)) {
        error.into_response()
    } else {
        request.extensions_mut().insert(session);
        next.run(request).await
    };
    // Told at the end, since a batch makes further calls.
    let used = salesforce.cloud.look(|_, live| {
        let mut sessions = live.salesforce_sessions.iter();
        let session = sessions.find(|session| session.token == token);
        session.map_or(0, |session| used(scenario, session))
    });
    if let Ok(usage) = HeaderValue::from_str(&format!("api-usage={used}/{DAILY_CALLS}")) {
        response.headers_mut().insert(LIMIT_INFO, usage);
    }
    response
}

/// Why a live session may not call the API: by its app's scopes or its user's profile.
fn barred(session: &SalesforceSession, profile: Profile) -> Option<RestError> {
    if !session.may_call {
        return Some(RestError::new(
            StatusCode::UNAUTHORIZED,
            "INVALID_SESSION_ID",
            "This session is not valid for use with the REST API",
        ));
    }
    (!profile.api_enabled()).then(|| {
        RestError::new(
            StatusCode::FORBIDDEN,
            "API_CURRENTLY_DISABLED",
            "API is disabled for this User",
        )
    })
}

/// How many of the daily calls are used.
pub(super) fn used(scenario: Scenario, session: &SalesforceSession) -> u32 {
    let others = if scenario.has(Quirk::LimitsNearlyUsed) {
        NEARLY_ALL
    } else {
        0
    };
    others.saturating_add(session.api_calls).min(DAILY_CALLS)
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
