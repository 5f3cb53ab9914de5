//! A request and its answer, and the client that makes one.

use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, Request, Response};
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;

const LONGEST: usize = 1 << 20;

/// A request as it was sent, and the answer as it came.
#[derive(Debug, Clone)]
pub(crate) struct Exchange {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) sent: Message,
    pub(crate) status: u16,
    pub(crate) came: Message,
}

/// Headers and a body.
#[derive(Debug, Clone)]
pub(crate) struct Message {
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Message {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// Without parameters such as a character set.
    pub(crate) fn media_type(&self) -> Option<&str> {
        let value = self.header("content-type")?;
        value.split(';').next().map(str::trim)
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }
}

/// Sends a request whose address is complete.
pub(crate) async fn exchange(request: Request<Body>) -> Exchange {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, LONGEST).await.unwrap();
    let sent = Message {
        headers: parts.headers.clone(),
        body: body.clone(),
    };
    let (method, uri) = (parts.method.to_string(), parts.uri.clone());
    let client = Client::builder(TokioExecutor::new()).build_http();
    let request = Request::from_parts(parts, Body::from(body));
    let answer: Response<_> = client.request(request).await.unwrap();
    let (head, body) = answer.into_parts();
    let body = to_bytes(Body::new(body), LONGEST).await.unwrap();
    Exchange {
        method,
        path: uri.path().to_owned(),
        query: uri.query().unwrap_or_default().to_owned(),
        sent,
        status: head.status.as_u16(),
        came: Message {
            headers: head.headers,
            body,
        },
    }
}
