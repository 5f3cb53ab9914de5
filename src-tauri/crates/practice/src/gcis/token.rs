//! `POST /oauth2/token`: client credentials, by HTTP Basic or in the form (RFC 6749 §2.3.1, §4.4).

use std::collections::HashMap;

use axum::extract::State;
use axum::extract::rejection::FormRejection;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Form, Json};
use jiff::SignedDuration;
use serde_json::json;

use super::Gcis;
use crate::basic_auth::basic;
use crate::random::hex;
use crate::world::GcisSession;

const LIFE: SignedDuration = SignedDuration::from_hours(1);

pub(super) async fn token(
    State(gcis): State<Gcis>,
    headers: HeaderMap,
    form: Result<Form<HashMap<String, String>>, FormRejection>,
) -> Response {
    let Ok(Form(form)) = form else {
        return refused(StatusCode::BAD_REQUEST, "invalid_request");
    };
    if form.get("grant_type").map(String::as_str) != Some("client_credentials") {
        return refused(StatusCode::BAD_REQUEST, "unsupported_grant_type");
    }
    let in_form = || {
        Some((
            form.get("client_id")?.clone(),
            form.get("client_secret")?.clone(),
        ))
    };
    let Some((id, secret)) = basic(&headers).or_else(in_form) else {
        return refused(StatusCode::UNAUTHORIZED, "invalid_client");
    };
    let issued = gcis.cloud.change(|world| {
        let (key, org) = world.saved.org_of_gcis_client(&id)?;
        if org.account.client_secret != secret {
            return None;
        }
        let session = GcisSession {
            org_key: key.clone(),
            expires: world.now + LIFE,
        };
        let token = hex(&world.random.bytes());
        let now = world.now;
        world
            .live
            .gcis_sessions
            .retain(|_, session| now < session.expires);
        world.live.gcis_sessions.insert(token.clone(), session);
        Some(token)
    });
    match issued {
        Some(token) => Json(json!({
            "access_token": token,
            "token_type": "Bearer",
            "expires_in": LIFE.as_secs(),
        }))
        .into_response(),
        None => refused(StatusCode::UNAUTHORIZED, "invalid_client"),
    }
}

fn refused(status: StatusCode, error: &str) -> Response {
    let mut response = (status, Json(json!({ "error": error }))).into_response();
    if status == StatusCode::UNAUTHORIZED {
        response
            .headers_mut()
            .insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Basic"));
    }
    response
}
