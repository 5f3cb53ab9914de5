//! `POST /services/oauth2/token`.

use std::collections::HashMap;

use axum::extract::rejection::FormRejection;
use axum::extract::{Request, State};
use axum::http::Method;
use axum::response::{IntoResponse, Response};
use axum::{Extension, Form, Json, RequestExt};

use super::Salesforce;
use super::errors::OAuthError;
use super::login_history::Source;
use super::session::TokenAnswer;
use super::sign_in::{Attempt, Grant, sign_in};
use crate::basic_auth::basic;
use crate::origin::Host;

type Parameters = Form<HashMap<String, String>>;

pub(super) async fn token(
    State(salesforce): State<Salesforce>,
    Extension(host): Extension<Host>,
    request: Request,
) -> Response {
    if request.method() != Method::POST {
        return OAuthError::MUST_POST.into_response();
    }
    let source = request
        .extensions()
        .get::<Source>()
        .copied()
        .unwrap_or_default();
    let client = basic(request.headers());
    let form: Result<Parameters, FormRejection> = request.extract().await;
    // What is not a form has no grant type that Salesforce could see.
    let Ok(Form(mut form)) = form else {
        return OAuthError::UNSUPPORTED_GRANT_TYPE.into_response();
    };
    if let Some((id, secret)) = client {
        form.entry("client_id".to_owned()).or_insert(id);
        form.entry("client_secret".to_owned()).or_insert(secret);
    }
    let answer = attempt(&form, &host, source).and_then(|attempt| try_in(&salesforce, &attempt));
    answer.map(Json).into_response()
}

fn attempt<'a>(
    form: &'a HashMap<String, String>,
    host: &'a Host,
    source: Source,
) -> Result<Attempt<'a>, OAuthError> {
    let given = |name: &str| {
        form.get(name)
            .map(String::as_str)
            .filter(|value| !value.is_empty())
    };
    let needed = |name: &str| given(name).ok_or(OAuthError::MISSING_PARAMETER);
    let grant = match given("grant_type") {
        Some("password") => Grant::Password {
            username: needed("username")?,
            password: needed("password")?,
        },
        Some("client_credentials") => Grant::ClientCredentials,
        _ => return Err(OAuthError::UNSUPPORTED_GRANT_TYPE),
    };
    Ok(Attempt {
        client_id: needed("client_id")?,
        client_secret: needed("client_secret")?,
        grant,
        host,
        source,
    })
}

fn try_in(salesforce: &Salesforce, attempt: &Attempt<'_>) -> Result<TokenAnswer, OAuthError> {
    let cloud = &salesforce.cloud;
    cloud.change(|world| sign_in(world, attempt, &salesforce.origin))
}
