//! Keeps a browser on the same machine out, and marks every answer as practice.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::origin::Origin;

pub(crate) const SEC_FETCH_SITE: &str = "sec-fetch-site";
/// What marks every answer.
pub(crate) const PRACTICE: (HeaderName, HeaderValue) = (
    HeaderName::from_static("x-practice"),
    HeaderValue::from_static("nothing here is real"),
);

/// The `Host`s that a service answers to.
#[derive(Clone)]
pub(crate) enum Hosts {
    /// These, to the letter.
    Exactly(Arc<[String]>),
    /// Those of the practice Salesforce.
    Salesforce(Origin),
}

impl Hosts {
    fn include(&self, host: &str) -> bool {
        match self {
            Self::Exactly(hosts) => hosts.iter().any(|one| one == host),
            Self::Salesforce(origin) => origin.host(host).is_some(),
        }
    }
}

/// Refuses whatever is not addressed to one of `hosts` by a program.
///
/// The exact `Host` defeats a name that is rebound to 127.0.0.1; browsers alone send `Origin` and `Sec-Fetch-Site`.
pub(crate) async fn guard(State(hosts): State<Hosts>, request: Request, next: Next) -> Response {
    let mut response = match refusal(&hosts, request.uri(), request.headers()) {
        Some(why) => (StatusCode::FORBIDDEN, why).into_response(),
        None => next.run(request).await,
    };
    let headers = response.headers_mut();
    headers.insert(PRACTICE.0, PRACTICE.1);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn refusal(hosts: &Hosts, uri: &Uri, headers: &HeaderMap) -> Option<&'static str> {
    if !addressed_to(uri, headers, |host| hosts.include(host)) {
        return Some("This practice server answers to its own address only.");
    }
    if headers.contains_key(header::ORIGIN) || headers.contains_key(SEC_FETCH_SITE) {
        return Some("This practice server does not answer web pages.");
    }
    None
}

/// Whether a request names one host, and one that is known, wherever it names it.
pub(crate) fn addressed_to(uri: &Uri, headers: &HeaderMap, known: impl Fn(&str) -> bool) -> bool {
    let mut named = headers.get_all(header::HOST).iter();
    let host = named.next().and_then(|host| host.to_str().ok());
    let addressed_here = host.is_some_and(|host| {
        known(host) && uri.authority().is_none_or(|authority| authority == host)
    });
    addressed_here && named.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::origin::Scheme;

    const HERE: &str = "127.0.0.1:4100";
    const LOGIN: &str = "login.salesforce.practice:4100";

    fn gcis() -> Hosts {
        Hosts::Exactly([HERE.to_owned()].into())
    }

    fn salesforce() -> Hosts {
        Hosts::Salesforce(Origin::new(Scheme::Http, "salesforce.practice", 4100, HERE))
    }

    fn refused(hosts: &Hosts, uri: &'static str, pairs: &[(&'static str, &'static str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(
                HeaderName::from_static(name),
                HeaderValue::from_static(value),
            );
        }
        refusal(hosts, &Uri::from_static(uri), &headers).is_some()
    }

    #[test]
    fn a_program_that_names_the_exact_address_is_let_in() {
        assert!(!refused(&gcis(), "/", &[("host", HERE)]));
        assert!(!refused(&salesforce(), "/", &[("host", HERE)]));
        assert!(!refused(
            &salesforce(),
            "http://127.0.0.1:4100/",
            &[("host", HERE)]
        ));
    }

    #[test]
    fn salesforces_names_are_salesforces_alone() {
        assert!(!refused(&salesforce(), "/", &[("host", LOGIN)]));
        assert!(refused(&gcis(), "/", &[("host", LOGIN)]));
    }

    #[test]
    fn any_other_host_is_kept_out() {
        for hosts in [gcis(), salesforce()] {
            for host in [
                "localhost:4100",
                "127.0.0.1",
                "127.0.0.1:4101",
                "evil.example:4100",
                "127.0.0.1:4100.",
                "login.salesforce.practice",
                "evil.salesforce.practice:4100",
                "",
            ] {
                assert!(refused(&hosts, "/", &[("host", host)]), "{host}");
            }
            assert!(refused(&hosts, "/", &[]));
            let twice = [("host", HERE), ("host", HERE)];
            assert!(refused(&hosts, "/", &twice));
            let elsewhere = "http://evil.example/";
            assert!(refused(&hosts, elsewhere, &[("host", HERE)]));
        }
        let other_name = "http://test.salesforce.practice:4100/";
        assert!(refused(&salesforce(), other_name, &[("host", LOGIN)]));
    }

    #[test]
    fn a_web_page_is_kept_out() {
        for hosts in [gcis(), salesforce()] {
            for mark in [("origin", "null"), ("sec-fetch-site", "none")] {
                assert!(refused(&hosts, "/", &[("host", HERE), mark]));
            }
        }
        let page = [
            ("host", LOGIN),
            ("origin", "http://login.salesforce.practice:4100"),
        ];
        assert!(refused(&salesforce(), "/", &page));
    }
}
