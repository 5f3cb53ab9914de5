//! `POST /services/oauth2/token`.

use std::collections::HashMap;

use axum::extract::rejection::FormRejection;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Form, Json, RequestExt};

use super::Salesforce;
use super::errors::{self, OAuthError};
use super::login_history::Source;
use super::sign_in::{Attempt, sign_in};
use crate::origin::Host;
use crate::scenario::Scenario;

type Parameters = Form<HashMap<String, String>>;

pub(super) async fn token(
    State(salesforce): State<Salesforce>,
    Extension(host): Extension<Host>,
    request: Request,
) -> Response {
    match salesforce.cloud.scenario() {
        Scenario::RateLimited => return rate_limited(),
        Scenario::HtmlInsteadOfJson => {
            return errors::page(
                StatusCode::OK,
                "Welcome",
                "Please sign in to use this network.",
            );
        }
        _ => {}
    }
    if request.method() != Method::POST {
        return OAuthError::MUST_POST.into_response();
    }
    let source = request
        .extensions()
        .get::<Source>()
        .copied()
        .unwrap_or_default();
    let form: Result<Parameters, FormRejection> = request.extract().await;
    // What is not a form has no grant type that Salesforce could see.
    let Ok(Form(form)) = form else {
        return OAuthError::UNSUPPORTED_GRANT_TYPE.into_response();
    };
    grant(&salesforce, &host, &form, source)
}

fn grant(
    salesforce: &Salesforce,
    host: &Host,
    form: &HashMap<String, String>,
    source: Source,
) -> Response {
    let given = |name: &str| {
        form.get(name)
            .map(String::as_str)
            .filter(|value| !value.is_empty())
    };
    match given("grant_type") {
        Some("password") => {}
        Some("client_credentials") => return OAuthError::NO_CLIENT_CREDENTIALS.into_response(),
        _ => return OAuthError::UNSUPPORTED_GRANT_TYPE.into_response(),
    }
    let (Some(client_id), Some(client_secret), Some(username), Some(password)) = (
        given("client_id"),
        given("client_secret"),
        given("username"),
        given("password"),
    ) else {
        return OAuthError::MISSING_PARAMETER.into_response();
    };
    let attempt = Attempt {
        client_id,
        client_secret,
        username,
        password,
        host,
        source,
    };
    let answer = salesforce
        .cloud
        .change(|world| sign_in(world, &attempt, &salesforce.origin));
    answer.map(Json).into_response()
}

fn rate_limited() -> Response {
    let mut response = OAuthError::RATE_LIMITED.into_response();
    *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    response
        .headers_mut()
        .insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    response
}
