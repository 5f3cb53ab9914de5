//! Where a request goes.

use model::path::stays_below;
use url::{Position, Url};

use crate::net::NetError;

/// An address that passed the host rule. It can be made nowhere else, and a path joined to it is
/// checked again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Destination(Url);

impl Destination {
    pub(super) fn new(url: Url) -> Self {
        Self(url)
    }

    /// Joins a rooted path, typed or sent by a service (`nextRecordsUrl`, an operation's location),
    /// with or without a query. What could lead to another place is refused, and so is what a URL
    /// parser would have to repair: the path joined is the path given, to the letter.
    pub fn join(&self, path: &str) -> Result<Self, NetError> {
        let plain = path.split('?').next().unwrap_or_default();
        if !plain.starts_with('/') || !stays_below(plain) {
            return Err(NetError::Foreign);
        }
        let joined = self.0.join(path).map_err(|_| NetError::Foreign)?;
        let as_given = joined[Position::BeforePath..] == *path && joined.fragment().is_none();
        if as_given && joined.origin() == self.0.origin() && no_credentials(&joined) {
            Ok(Self(joined))
        } else {
            Err(NetError::Foreign)
        }
    }

    /// Joins a rooted path below the address's own path, as an API's base address wants it.
    pub fn below(&self, path: &str) -> Result<Self, NetError> {
        if !path.starts_with('/') {
            return Err(NetError::Foreign);
        }
        let base = self.0.path().trim_end_matches('/');
        self.join(&format!("{base}{path}"))
    }

    /// A part of the path, counted from 0.
    pub fn segment(&self, index: usize) -> Option<&str> {
        self.0
            .path_segments()?
            .nth(index)
            .filter(|segment| !segment.is_empty())
    }

    pub(in crate::net) fn url(&self) -> &Url {
        &self.0
    }

    /// The host, for display and the activity trail.
    pub fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }
}

pub(super) fn no_credentials(url: &Url) -> bool {
    url.username().is_empty() && url.password().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn api() -> Destination {
        Destination::new(Url::parse("https://api.example/v1/").unwrap())
    }

    #[test]
    fn a_path_is_joined_to_the_letter() {
        for (path, joined) in [
            ("/", "https://api.example/"),
            ("/v1/operations/7", "https://api.example/v1/operations/7"),
            (
                "/services/data/v68.0/query/01g000000000001-2000",
                "https://api.example/services/data/v68.0/query/01g000000000001-2000",
            ),
            ("/q?a=%2e%2e//b", "https://api.example/q?a=%2e%2e//b"),
        ] {
            assert_eq!(api().join(path).unwrap().url().as_str(), joined);
        }
        let below = api().below("/tenants").unwrap();
        assert_eq!(below.url().as_str(), "https://api.example/v1/tenants");
    }

    #[test]
    fn a_joined_path_cannot_lead_elsewhere() {
        for path in [
            "",
            "tenants",
            "//evil.example/x",
            "\\\\evil.example/x",
            "/\\evil.example/x",
            "/\t/evil.example/x",
            "https://evil.example/x",
            "https://api.example/v1/x",
            "@evil.example",
            ".evil.example",
            ":8443/x",
            "/v1/../x",
            "/v1/..",
            "/v1/%2e%2e/x",
            "/v1/%252e%252e/x",
            "/v1/..%2fx",
            "/v1/..;/x",
            "/v1//x",
            "/v1/x#y",
            "/v1/x?y#z",
            "/v1/x y",
            "/v1/x?y z",
            "/v1/stra\u{df}e",
            "/v1/x\r\nHost: evil.example",
        ] {
            assert_eq!(api().join(path), Err(NetError::Foreign), "{path:?}");
            let below = api().below(path);
            assert_eq!(below, Err(NetError::Foreign), "{path:?}");
        }
    }
}
