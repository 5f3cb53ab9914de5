//! Salesforce's three error shapes: OAuth's object, REST's array, and web pages.

use axum::Json;
use axum::http::{Method, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use serde_json::json;

use crate::scenario::Scenario;

/// An answer of the token endpoint that is not a token.
///
/// Source of the words: help.salesforce.com `xcloud.remoteaccess_oauth_flow_errors`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct OAuthError {
    error: &'static str,
    description: &'static str,
}

impl OAuthError {
    pub(super) const INVALID_CLIENT_ID: Self =
        Self::new("invalid_client_id", "client identifier invalid");
    pub(super) const INVALID_CLIENT: Self =
        Self::new("invalid_client", "invalid client credentials");
    pub(super) const APP_NOT_IN_ORG: Self = Self::new(
        "invalid_client",
        "External client app is not installed in this org",
    );
    pub(crate) const AUTHENTICATION_FAILURE: Self =
        Self::new("invalid_grant", "authentication failure");
    pub(super) const NO_CLIENT_CREDENTIALS: Self =
        Self::new("invalid_grant", "client credentials flow not enabled");
    pub(super) const NO_RUN_AS_USER: Self =
        Self::new("invalid_grant", "no client credentials user enabled");
    pub(super) const NO_SCOPES: Self = Self::new("invalid_grant", "no valid scopes defined");
    pub(super) const NOT_APPROVED: Self = Self::new(
        "invalid_app_access",
        "user is not admin approved to access this app",
    );
    pub(super) const USER_INACTIVE: Self = Self::new("inactive_user", "user is inactive");
    pub(super) const IP_RESTRICTED: Self = Self::new("invalid_grant", "ip restricted");
    pub(super) const DOMAIN_NOT_SUPPORTED: Self =
        Self::new("invalid_grant", "request not supported on this domain");
    pub(super) const UNSUPPORTED_GRANT_TYPE: Self =
        Self::new("unsupported_grant_type", "grant type not supported");
    pub(super) const MUST_POST: Self = Self::new("invalid_request", "must use HTTP POST");
    pub(super) const MISSING_PARAMETER: Self =
        Self::new("invalid_request", "missing required parameter");

    pub(crate) const fn new(error: &'static str, description: &'static str) -> Self {
        Self { error, description }
    }
}

impl IntoResponse for OAuthError {
    fn into_response(self) -> Response {
        let body = json!({ "error": self.error, "error_description": self.description });
        (StatusCode::BAD_REQUEST, Json(body)).into_response()
    }
}

/// An error of the REST API, written as an array of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RestError {
    status: StatusCode,
    code: &'static str,
    message: String,
}

impl RestError {
    pub(super) fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self {
            status,
            code,
            message: message.into(),
        }
    }

    /// What a scenario refuses a signed-in caller at this path with.
    pub(super) fn of(scenario: Scenario, path: &str) -> Option<Self> {
        let (status, code, message) = scenario.denial(path)?;
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::FORBIDDEN);
        Some(Self::new(status, code, message))
    }

    pub(super) fn not_found(message: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, "NOT_FOUND", message)
    }

    pub(super) fn bad_request(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, message)
    }

    pub(super) fn method(method: &Method, allowed: &str) -> Self {
        Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "METHOD_NOT_ALLOWED",
            format!("HTTP Method '{method}' not allowed. Allowed are {allowed}"),
        )
    }

    /// The code alone, for tests.
    #[cfg(test)]
    pub(super) fn code(&self) -> &'static str {
        self.code
    }

    /// The message alone, for tests.
    #[cfg(test)]
    pub(super) fn message(&self) -> &str {
        &self.message
    }
}

impl IntoResponse for RestError {
    fn into_response(self) -> Response {
        let body = json!([{ "message": self.message, "errorCode": self.code }]);
        (self.status, Json(body)).into_response()
    }
}

pub(super) async fn no_resource() -> RestError {
    RestError::not_found("The requested resource does not exist")
}

pub(super) async fn wrong_method(method: Method) -> RestError {
    RestError::method(&method, "GET")
}

pub(super) async fn post_only(method: Method) -> RestError {
    RestError::method(&method, "POST")
}

pub(super) async fn no_page() -> Response {
    page(
        StatusCode::NOT_FOUND,
        "Page not found",
        "This practice Salesforce has no such page.",
    )
}

/// The page at a My Domain that no org has.
pub(super) fn no_org() -> Response {
    page(
        StatusCode::NOT_FOUND,
        "URL No Longer Exists",
        "This practice Salesforce has no org at this address.",
    )
}

/// A web page, as gateways and maintenance give it where a program expects JSON.
pub(super) fn page(status: StatusCode, title: &str, text: &str) -> Response {
    let html = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>{title}</title></head>\n\
         <body><h1>{title}</h1><p>{text}</p></body>\n</html>\n"
    );
    (status, Html(html)).into_response()
}
