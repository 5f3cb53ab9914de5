//! What requests bring along. What cannot be read is refused as a problem, as all else is.

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::request::Parts;

use super::Gcis;
use super::account::Account;
use super::idempotency::IdempotencyKey;
use super::problem::Problem;

/// A request that changes something: who sent it, under which key, to what, and what it says.
pub(super) struct Change {
    pub(super) account: Account,
    pub(super) key: IdempotencyKey,
    pub(super) path: String,
    pub(super) body: Body,
}

impl FromRequest<Gcis> for Change {
    type Rejection = Problem;

    async fn from_request(request: Request, gcis: &Gcis) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let account = Account::from_request_parts(&mut parts, gcis).await?;
        let key = IdempotencyKey::from_request_parts(&mut parts, gcis).await?;
        let path = parts.uri.path().to_owned();
        let body = Body::from_request(Request::from_parts(parts, body), gcis).await?;
        Ok(Self {
            account,
            key,
            path,
            body,
        })
    }
}

/// A request's body, as it came.
pub(super) struct Body(pub(super) Bytes);

impl FromRequest<Gcis> for Body {
    type Rejection = Problem;

    async fn from_request(request: Request, gcis: &Gcis) -> Result<Self, Problem> {
        let bytes = Bytes::from_request(request, gcis).await;
        bytes.map(Self).map_err(|_| {
            Problem::bad_request("The body is too large, or ended before it was complete.")
        })
    }
}

/// The id in a request's path.
pub(super) struct Id(pub(super) String);

impl FromRequestParts<Gcis> for Id {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, gcis: &Gcis) -> Result<Self, Problem> {
        let id = Path::from_request_parts(parts, gcis).await;
        id.map(|Path(id)| Self(id))
            .map_err(|_| Problem::not_found("Nothing here has such an id."))
    }
}
