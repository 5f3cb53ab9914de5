//! The host rule at work: where requests may go.

use model::Environment;
use model::host::SalesforceHost;
use url::Url;

use super::NetError;

/// What can be reached in this run.
#[derive(Debug, Clone)]
pub enum Reach {
    /// Salesforce over https, and GCIS where this machine's settings name it.
    Live {
        /// Production or sandbox.
        environment: Environment,
        /// GCIS's addresses, if any are set.
        gcis: Option<GcisAddresses>,
    },
    /// The practice services, and nothing else.
    Practice(PracticeOrigins),
}

/// GCIS's addresses, from this machine's settings.
#[derive(Debug, Clone)]
pub struct GcisAddresses {
    api: Url,
    token: Url,
}

impl GcisAddresses {
    /// Accepts the API's and the token's address: both https, nothing hidden in them.
    pub fn new(api: &str, token: &str) -> Option<Self> {
        Some(Self {
            api: https(api)?,
            token: https(token)?,
        })
    }
}

/// Reads an https address without a user name or password in it.
pub fn https(address: &str) -> Option<Url> {
    let url = Url::parse(address.trim()).ok()?;
    (url.scheme() == "https" && url.has_host() && no_credentials(&url)).then_some(url)
}

/// Where the practice services listen in this run. The ports differ from run to run, so records
/// never hold them.
#[derive(Debug, Clone)]
pub struct PracticeOrigins {
    /// The practice Salesforce.
    pub salesforce: Url,
    /// The practice GCIS.
    pub gcis: Url,
}

/// An address that passed the host rule. It can be made nowhere else, and a path joined to it is
/// checked again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Destination(Url);

impl Reach {
    /// A Salesforce host that was accepted as Login URL.
    pub fn salesforce(&self, host: &SalesforceHost) -> Result<Destination, NetError> {
        match self {
            Self::Live { .. } => parse(&format!("https://{host}/")),
            Self::Practice(origins) => Ok(Destination(origins.salesforce.clone())),
        }
    }

    /// An address that Salesforce sent (`instance_url`, `id`).
    pub fn salesforce_sent(&self, sent: &str) -> Result<Destination, NetError> {
        let url = Url::parse(sent).map_err(|_| NetError::Foreign)?;
        let allowed = match self {
            Self::Live { environment, .. } => {
                SalesforceHost::of_service_url(&url, *environment).is_ok()
            }
            Self::Practice(origins) => {
                url.origin() == origins.salesforce.origin() && no_credentials(&url)
            }
        };
        if allowed {
            Ok(Destination(url))
        } else {
            Err(NetError::Foreign)
        }
    }

    /// GCIS's API, if its address is known.
    pub fn gcis(&self) -> Option<Destination> {
        match self {
            Self::Live { gcis, .. } => gcis.as_ref().map(|gcis| Destination(gcis.api.clone())),
            Self::Practice(origins) => Some(Destination(origins.gcis.clone())),
        }
    }

    /// GCIS's token address, if it is known.
    pub fn gcis_token(&self) -> Option<Destination> {
        match self {
            Self::Live { gcis, .. } => gcis.as_ref().map(|gcis| Destination(gcis.token.clone())),
            Self::Practice(origins) => Destination(origins.gcis.clone()).join("/oauth2/token").ok(),
        }
    }
}

impl Destination {
    /// Joins a path, typed or sent by a service; what leads to another origin is refused.
    pub fn join(&self, path: &str) -> Result<Self, NetError> {
        let joined = self.0.join(path).map_err(|_| NetError::Foreign)?;
        if joined.origin() == self.0.origin() && no_credentials(&joined) {
            Ok(Self(joined))
        } else {
            Err(NetError::Foreign)
        }
    }

    /// Joins a path below the address's own path, as an API's base address wants it.
    pub fn below(&self, path: &str) -> Result<Self, NetError> {
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

    pub(super) fn url(&self) -> &Url {
        &self.0
    }

    /// The host, for display and the activity trail.
    pub fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }
}

fn parse(text: &str) -> Result<Destination, NetError> {
    Url::parse(text)
        .map(Destination)
        .map_err(|_| NetError::Foreign)
}

fn no_credentials(url: &Url) -> bool {
    url.username().is_empty() && url.password().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn live() -> Reach {
        Reach::Live {
            environment: Environment::Production,
            gcis: None,
        }
    }

    fn practice() -> Reach {
        Reach::Practice(PracticeOrigins {
            salesforce: Url::parse("http://127.0.0.1:4001").unwrap(),
            gcis: Url::parse("http://127.0.0.1:4002").unwrap(),
        })
    }

    #[test]
    fn live_reaches_org_hosts_over_https_alone() {
        let host =
            SalesforceHost::parse("acme.my.salesforce.com", Environment::Production).unwrap();
        assert_eq!(
            live().salesforce(&host).unwrap().url().as_str(),
            "https://acme.my.salesforce.com/"
        );
        assert!(
            live()
                .salesforce_sent("https://acme.my.salesforce.com")
                .is_ok()
        );
        for sent in [
            "http://acme.my.salesforce.com",
            "https://evil.example",
            "https://acme.my.salesforce.com.evil.example",
            "http://127.0.0.1:4001",
            "not an address",
        ] {
            assert!(live().salesforce_sent(sent).is_err(), "{sent}");
        }
        assert!(live().gcis().is_none());
    }

    #[test]
    fn gcis_is_reached_over_https_alone() {
        let good = "https://api.example/v1";
        assert!(GcisAddresses::new(good, good).is_some());
        for bad in [
            "http://api.example",
            "https://u:p@api.example",
            "api.example",
            "",
        ] {
            assert!(
                GcisAddresses::new(bad, good).is_none() && https(bad).is_none(),
                "{bad}"
            );
        }
    }

    #[test]
    fn practice_reaches_its_own_two_origins_alone() {
        let reach = practice();
        assert!(
            reach
                .salesforce_sent("http://127.0.0.1:4001/id/00D/005")
                .is_ok()
        );
        for sent in [
            "http://127.0.0.1:4002",
            "http://127.0.0.1:4003",
            "http://localhost:4001",
            "https://login.salesforce.com",
        ] {
            assert!(reach.salesforce_sent(sent).is_err(), "{sent}");
        }
    }

    #[test]
    fn a_joined_path_cannot_leave_the_origin() {
        let gcis = practice().gcis().unwrap();
        assert!(gcis.below("/v1/tenants").is_ok());
        assert!(gcis.join("/v1/operations/7").is_ok());
        for path in [
            "//evil.example/x",
            "https://evil.example/x",
            "http://127.0.0.1:4001/x",
        ] {
            assert_eq!(gcis.join(path), Err(NetError::Foreign), "{path}");
        }
    }
}
