//! GCIS's way into the practice Salesforce: the very routes that everyone else calls, without the wire between.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header, request};
use serde_json::Value;
use tower::ServiceExt as _;

use super::credentials::Credentials;
use crate::origin::{Host, Origin};
use crate::salesforce::Source;

/// More than any answer of the practice Salesforce.
const LONGEST_ANSWER: usize = 1 << 20;

/// Calls the practice Salesforce from inside.
#[derive(Clone)]
pub(crate) struct SalesforceDoor {
    router: Router,
    origin: Origin,
}

/// What Salesforce answered; the body is null where it was not JSON.
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) body: Value,
}

/// A sign-in that went well: where the org is, and what opens it.
pub(super) struct Session {
    instance: Host,
    token: String,
    pub(super) user_id: String,
}

impl SalesforceDoor {
    pub(crate) fn new(router: Router, origin: Origin) -> Self {
        Self { router, origin }
    }

    /// The Salesforce host that a Login URL names, if one answers there.
    pub(super) async fn find(&self, login_url: &str) -> Option<Host> {
        let host = self.origin.login_url(login_url)?;
        let request = self.to(&host, "/services/data");
        let answer = self.call(request, Body::empty()).await;
        (answer.status != StatusCode::NOT_FOUND).then_some(host)
    }

    /// Asks for a token, by the flow of the credentials' route.
    pub(super) async fn sign_in(
        &self,
        host: &Host,
        credentials: &Credentials,
        source: Source,
    ) -> Answer {
        let request = self
            .to(host, "/services/oauth2/token")
            .method("POST")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .extension(source);
        self.call(request, Body::from(credentials.form())).await
    }

    pub(super) async fn get(&self, session: &Session, path: &str) -> Answer {
        let request = self
            .to(&session.instance, path)
            .header(header::AUTHORIZATION, format!("Bearer {}", session.token));
        self.call(request, Body::empty()).await
    }

    /// The session in an answer of the token endpoint.
    pub(super) fn session(&self, answer: &Answer) -> Option<Session> {
        Some(Session {
            instance: self.origin.login_url(answer.text("/instance_url")?)?,
            token: answer.text("/access_token")?.to_owned(),
            user_id: answer.text("/id")?.rsplit('/').next()?.to_owned(),
        })
    }

    fn to(&self, host: &Host, path: &str) -> request::Builder {
        Request::builder()
            .uri(path)
            .header(header::HOST, self.origin.authority(host))
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
