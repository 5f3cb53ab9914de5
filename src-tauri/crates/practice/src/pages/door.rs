//! Who may come to the pages: a browser on this machine, from the pages themselves or from no page at all.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::look;
use crate::guard::{PRACTICE, SEC_FETCH_SITE, addressed_to};

/// The pages load their own style and nothing else, send forms to themselves alone, and stand in no frame.
const POLICY: &str = "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// What every answer carries. `same-origin` and not `no-referrer`: the latter would make browsers send `Origin: null`
/// with the pages' own forms.
const MARKS: [(&str, &str); 7] = [
    ("cache-control", "no-store"),
    ("content-security-policy", POLICY),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("referrer-policy", "same-origin"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
];

/// The one address at which the pages answer.
#[derive(Clone)]
pub(crate) struct Own {
    /// What stands in `Host`.
    authority: Arc<str>,
    /// What stands in `Origin`.
    origin: Arc<str>,
}

impl Own {
    pub(crate) fn new(authority: &str) -> Self {
        Self {
            authority: authority.into(),
            origin: format!("http://{authority}").into(),
        }
    }

    pub(crate) fn origin(&self) -> &str {
        &self.origin
    }
}

/// Refuses what was sent by another page, or to another name.
pub(super) async fn door(State(own): State<Own>, request: Request, next: Next) -> Response {
    match refusal(&own, request.method(), request.uri(), request.headers()) {
        Some(why) => (StatusCode::FORBIDDEN, look::closed(why)).into_response(),
        None => next.run(request).await,
    }
}

/// Puts the marks on every answer, a refusal among them.
pub(super) async fn mark(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(PRACTICE.0, PRACTICE.1);
    for (name, value) in MARKS {
        headers.insert(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
    }
    response
}

fn refusal(own: &Own, method: &Method, uri: &Uri, headers: &HeaderMap) -> Option<&'static str> {
    if !addressed_to(uri, headers, |host| *host == *own.authority) {
        return Some("These practice pages answer to their own address only.");
    }
    let posts = match *method {
        Method::GET | Method::HEAD => false,
        Method::POST => true,
        _ => return Some("These practice pages are read and their forms are sent, nothing else."),
    };
    let from_here = only(headers, header::ORIGIN.as_str()).map(|origin| origin == &*own.origin);
    let came = only(headers, SEC_FETCH_SITE);
    let fetched_here = came.map(|site| site == "same-origin" || (site == "none" && !posts));
    if from_here.unwrap_or(!posts) && fetched_here.unwrap_or(true) {
        return None;
    }
    Some("Another web page sent this request. Practice pages take none from elsewhere.")
}

/// A header's value, or an empty one where it is repeated or unreadable; nothing where it is absent.
fn only<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let first = values.next()?.to_str().unwrap_or_default();
    Some(if values.next().is_some() { "" } else { first })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: &str = "127.0.0.1:4200";
    const ORIGIN: (&str, &str) = ("origin", "http://127.0.0.1:4200");

    fn refused(method: &Method, pairs: &[(&'static str, &'static str)]) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, HeaderValue::from_static(HERE));
        for (name, value) in pairs {
            headers.append(*name, HeaderValue::from_static(value));
        }
        refusal(&Own::new(HERE), method, &Uri::from_static("/"), &headers).is_some()
    }

    #[test]
    fn a_page_is_read_from_the_pages_themselves_or_from_no_page() {
        for fine in [
            &[][..],
            &[("sec-fetch-site", "none")],
            &[("sec-fetch-site", "same-origin")],
            &[("sec-fetch-site", "same-origin"), ORIGIN],
        ] {
            assert!(!refused(&Method::GET, fine), "{fine:?}");
        }
        for wrong in [
            &[("sec-fetch-site", "cross-site")][..],
            &[("sec-fetch-site", "same-site")],
            &[
                ("sec-fetch-site", "same-origin"),
                ("sec-fetch-site", "none"),
            ],
            &[("sec-fetch-site", "")],
            &[("origin", "null")],
            &[("origin", "http://127.0.0.1:4201")],
            &[("origin", "https://127.0.0.1:4200")],
            &[ORIGIN, ORIGIN],
        ] {
            assert!(refused(&Method::GET, wrong), "{wrong:?}");
        }
    }

    #[test]
    fn a_form_comes_from_the_pages_themselves_and_says_so() {
        assert!(!refused(&Method::POST, &[ORIGIN]));
        let site = ("sec-fetch-site", "same-origin");
        assert!(!refused(&Method::POST, &[ORIGIN, site]));
        for wrong in [
            &[][..],
            &[site],
            &[ORIGIN, ("sec-fetch-site", "none")],
            &[ORIGIN, ("sec-fetch-site", "same-site")],
            &[("origin", "null")],
        ] {
            assert!(refused(&Method::POST, wrong), "{wrong:?}");
        }
    }

    #[test]
    fn no_other_method_is_taken() {
        for method in [Method::PUT, Method::DELETE, Method::OPTIONS, Method::PATCH] {
            assert!(refused(&method, &[ORIGIN]));
        }
    }
}
