//! GCIS's way into the practice Salesforce: the very routes that everyone else calls, without the wire between.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header, request};
use serde_json::Value;
use tower::ServiceExt as _;
use url::form_urlencoded;

use super::proposal::Credentials;
use crate::salesforce::Source;

/// More than any answer of the practice Salesforce.
const LONGEST_ANSWER: usize = 1 << 20;

/// Calls the practice Salesforce from inside.
#[derive(Clone)]
pub(crate) struct SalesforceDoor {
    router: Router,
    authority: Arc<str>,
}

/// What Salesforce answered; the body is null where it was not JSON.
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) body: Value,
}

impl SalesforceDoor {
    pub(crate) fn new(router: Router, authority: Arc<str>) -> Self {
        Self { router, authority }
    }

    pub(super) fn authority(&self) -> &str {
        &self.authority
    }

    /// The username-password flow.
    pub(super) async fn sign_in(&self, credentials: &Credentials, source: Source) -> Answer {
        let form = form_urlencoded::Serializer::new(String::new())
            .append_pair("grant_type", "password")
            .append_pair("client_id", &credentials.consumer_key)
            .append_pair("client_secret", &credentials.consumer_secret)
            .append_pair("username", &credentials.username)
            .append_pair(
                "password",
                &format!("{}{}", credentials.password, credentials.security_token),
            )
            .finish();
        let request = self
            .to("/services/oauth2/token")
            .method("POST")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .extension(source);
        self.call(request, Body::from(form)).await
    }

    pub(super) async fn get(&self, path: &str, token: &str) -> Answer {
        let request = self
            .to(path)
            .header(header::AUTHORIZATION, format!("Bearer {token}"));
        self.call(request, Body::empty()).await
    }

    fn to(&self, path: &str) -> request::Builder {
        Request::builder()
            .uri(path)
            .header(header::HOST, &*self.authority)
    }

    /// A path that is no URI is one that Salesforce cannot have.
    async fn call(&self, request: request::Builder, body: Body) -> Answer {
        let Ok(request) = request.body(body) else {
            return Answer {
                status: StatusCode::NOT_FOUND,
                body: Value::Null,
            };
        };
        let Ok(response) = self.router.clone().oneshot(request).await;
        let status = response.status();
        let bytes = to_bytes(response.into_body(), LONGEST_ANSWER)
            .await
            .unwrap_or_default();
        Answer {
            status,
            body: serde_json::from_slice(&bytes).unwrap_or_default(),
        }
    }
}

impl Answer {
    /// A member of the answer, if it is text.
    pub(super) fn text(&self, pointer: &str) -> Option<&str> {
        self.body.pointer(pointer)?.as_str()
    }
}
