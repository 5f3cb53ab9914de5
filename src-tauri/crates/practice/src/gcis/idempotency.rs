//! `Idempotency-Key`: a request that is repeated is answered, not done, again.
//!
//! Source: draft-ietf-httpapi-idempotency-key-header-07.

use axum::Json;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Gcis;
use super::problem::Problem;
use super::request::Change;
use crate::cloud::Cloud;
use crate::keyed_hash::keyed_hash;
use crate::random::hex;
use crate::world::World;

const HEADER: &str = "idempotency-key";
const LONGEST_KEY: usize = 255;

/// An answer, as it can be given twice.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Answer {
    pub(super) status: u16,
    /// Names in lower case.
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Value,
}

/// A kept answer. Only answers to requests that changed something are kept, so that a refusal can be put right.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StoredAnswer {
    owner: String,
    key: String,
    /// Tells one payload from another without keeping it: payloads carry secrets.
    fingerprint: String,
    answer: Answer,
}

/// The key that a request came with.
pub(super) struct IdempotencyKey(String);

impl FromRequestParts<Gcis> for IdempotencyKey {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &Gcis) -> Result<Self, Problem> {
        let header = parts
            .headers
            .get(HEADER)
            .and_then(|value| value.to_str().ok());
        header
            .and_then(quoted)
            .map(|key| Self(key.to_owned()))
            .ok_or_else(|| {
                Problem::bad_request(
                    "The header Idempotency-Key is needed, with a text in double quotes.",
                )
            })
    }
}

/// What is inside a structured header's string (RFC 9651 §3.3.3), which keys need no escapes for.
fn quoted(value: &str) -> Option<&str> {
    let key = value.trim().strip_prefix('"')?.strip_suffix('"')?;
    let plain = |byte: u8| matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'\\');
    (!key.is_empty() && key.len() <= LONGEST_KEY && key.bytes().all(plain)).then_some(key)
}

/// What to do about a request.
pub(super) enum Turn {
    /// It is new: do it.
    Do(Reservation),
    /// It was done: answer as before.
    Repeat(Response),
}

/// A key whose request is being answered. It is free again once this is dropped.
pub(super) struct Reservation {
    cloud: Cloud,
    owner: String,
    key: String,
    fingerprint: String,
}

/// Takes the key of a change for as long as it is being answered.
pub(super) fn begin(gcis: &Gcis, change: &Change) -> Result<Turn, Problem> {
    let (owner, key) = (change.account.org_key.clone(), change.key.0.clone());
    let cloud = gcis.cloud.clone();
    gcis.cloud.look(|saved, live| {
        let secret = change
            .account
            .org(saved)
            .map_or("", |org| &org.account.client_secret);
        let fingerprint = fingerprint(secret, &change.path, &change.body.0);
        let stored = saved
            .answers
            .iter()
            .find(|stored| stored.owner == owner && stored.key == key);
        match stored {
            Some(stored) if stored.fingerprint == fingerprint => {
                Ok(Turn::Repeat(stored.answer.clone().into_response()))
            }
            Some(_) => Err(Problem::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "idempotency-key-reused",
                "The idempotency key belongs to another request",
                "This key was used before with another payload. A new payload needs a new key.",
            )),
            None if live.in_flight.insert((owner.clone(), key.clone())) => {
                Ok(Turn::Do(Reservation {
                    cloud,
                    owner,
                    key,
                    fingerprint,
                }))
            }
            None => Err(Problem::new(
                StatusCode::CONFLICT,
                "request-in-progress",
                "The same request is still being answered",
                "A request with this idempotency key is under way. Ask again in a moment.",
            )),
        }
    })
}

impl Reservation {
    /// Keeps the answer. To be called in the very change that it answers for, so that neither is ever saved alone.
    pub(super) fn keep(&self, world: &mut World, answer: Answer) {
        world.saved.answers.push(StoredAnswer {
            owner: self.owner.clone(),
            key: self.key.clone(),
            fingerprint: self.fingerprint.clone(),
            answer,
        });
    }
}

impl Drop for Reservation {
    fn drop(&mut self) {
        let held = (
            std::mem::take(&mut self.owner),
            std::mem::take(&mut self.key),
        );
        self.cloud.look(|_, live| live.in_flight.remove(&held));
    }
}

fn fingerprint(secret: &str, path: &str, body: &[u8]) -> String {
    // Spaces and the order of members do not make another payload.
    let body = serde_json::from_slice::<Value>(body)
        .map_or_else(|_| body.to_vec(), |json| json.to_string().into());
    let message = [path.as_bytes(), b"\n", &body].concat();
    hex(&keyed_hash(secret.as_bytes(), &message))
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, Json(self.body)).into_response();
        for (name, value) in self.headers {
            if let (Ok(name), Ok(value)) =
                (name.parse::<HeaderName>(), HeaderValue::try_from(value))
            {
                response.headers_mut().insert(name, value);
            }
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_stands_in_double_quotes() {
        assert_eq!(quoted("\"abc\""), Some("abc"));
        for value in ["abc", "\"\"", "\"", "\"a\"b\"", "'abc'", "\"a\\b\""] {
            assert_eq!(quoted(value), None, "{value}");
        }
        assert_eq!(quoted(&format!("\"{}\"", "k".repeat(256))), None);
    }

    #[test]
    fn spaces_and_order_do_not_make_another_payload() {
        let one = fingerprint("s", "/p", br#"{"a":1,"b":2}"#);
        assert_eq!(one, fingerprint("s", "/p", br#"{ "b": 2, "a": 1 }"#));
        assert_ne!(one, fingerprint("s", "/p", br#"{"a":1,"b":3}"#));
        assert_ne!(one, fingerprint("s", "/q", br#"{"a":1,"b":2}"#));
    }
}
