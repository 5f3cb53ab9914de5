//! A client's id and secret in `Authorization: Basic`.

use axum::http::{HeaderMap, header};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use url::form_urlencoded;

/// Id and secret, each of which was form-encoded before they were joined (RFC 6749 §2.3.1).
pub(crate) fn basic(headers: &HeaderMap) -> Option<(String, String)> {
    let (scheme, encoded) = headers
        .get(header::AUTHORIZATION)?
        .to_str()
        .ok()?
        .split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("Basic") {
        return None;
    }
    let pair = String::from_utf8(STANDARD.decode(encoded.trim()).ok()?).ok()?;
    let (id, secret) = pair.split_once(':')?;
    Some((form_decoded(id), form_decoded(secret)))
}

fn form_decoded(text: &str) -> String {
    form_urlencoded::parse(text.as_bytes())
        .map(|(name, _)| name.into_owned())
        .next()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn read(value: &str) -> Option<(String, String)> {
        let mut headers = HeaderMap::new();
        headers.insert(header::AUTHORIZATION, HeaderValue::from_str(value).unwrap());
        basic(&headers)
    }

    #[test]
    fn id_and_secret_are_decoded() {
        let pair = Some(("a b".to_owned(), "c:d".to_owned()));
        let value = format!("basic {}", STANDARD.encode("a%20b:c%3Ad"));
        assert_eq!(read(&value), pair);
    }

    #[test]
    fn anything_else_is_nobody() {
        for value in ["Bearer abc", "Basic", "Basic !", "Basic YWJj"] {
            assert_eq!(read(value), None, "{value}");
        }
    }
}
