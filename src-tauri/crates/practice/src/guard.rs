//! Keeps a browser on the same machine out, and marks every answer as practice.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

const SEC_FETCH_SITE: &str = "sec-fetch-site";
const PRACTICE: (HeaderName, HeaderValue) = (
    HeaderName::from_static("x-practice"),
    HeaderValue::from_static("nothing here is real"),
);

/// Refuses whatever is not addressed to `authority` by a program.
///
/// The exact `Host` defeats a name that is rebound to 127.0.0.1; browsers alone send `Origin` and `Sec-Fetch-Site`.
pub(crate) async fn guard(
    State(authority): State<Arc<str>>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = match refusal(&authority, request.uri(), request.headers()) {
        Some(why) => (StatusCode::FORBIDDEN, why).into_response(),
        None => next.run(request).await,
    };
    let headers = response.headers_mut();
    headers.insert(PRACTICE.0, PRACTICE.1);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn refusal(authority: &str, uri: &Uri, headers: &HeaderMap) -> Option<&'static str> {
    let mut hosts = headers.get_all(header::HOST).iter();
    let addressed_here = hosts.next().is_some_and(|host| host == authority)
        && hosts.next().is_none()
        && uri.authority().is_none_or(|named| named == authority);
    if !addressed_here {
        return Some("This practice server answers to its own address only.");
    }
    if headers.contains_key(header::ORIGIN) || headers.contains_key(SEC_FETCH_SITE) {
        return Some("This practice server does not answer web pages.");
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: &str = "127.0.0.1:4100";

    fn refused(uri: &'static str, pairs: &[(&'static str, &'static str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(
                HeaderName::from_static(name),
                HeaderValue::from_static(value),
            );
        }
        refusal(HERE, &Uri::from_static(uri), &headers).is_some()
    }

    #[test]
    fn a_program_that_names_the_exact_address_is_let_in() {
        assert!(!refused("/", &[("host", HERE)]));
    }

    #[test]
    fn any_other_host_is_kept_out() {
        for host in [
            "localhost:4100",
            "127.0.0.1",
            "127.0.0.1:4101",
            "evil.example:4100",
            "127.0.0.1:4100.",
            "",
        ] {
            assert!(refused("/", &[("host", host)]), "{host}");
        }
        assert!(refused("/", &[]));
        assert!(refused("/", &[("host", HERE), ("host", "evil.example")]));
        assert!(refused("http://evil.example/", &[("host", HERE)]));
    }

    #[test]
    fn a_web_page_is_kept_out() {
        assert!(refused("/", &[("host", HERE), ("origin", "null")]));
        assert!(refused("/", &[("host", HERE), ("sec-fetch-site", "none")]));
    }
}
