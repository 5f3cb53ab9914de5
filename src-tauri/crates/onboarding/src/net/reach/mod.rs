//! The host rule at work: where requests may go.

mod destination;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

use model::Environment;
use model::host::SalesforceHost;
use model::path::stays_below;
use url::Url;

use super::NetError;

pub use destination::Destination;
use destination::no_credentials;

const HTTPS: &str = "https://";

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

/// Reads an https address, typed or pasted: a URL parser has nothing to repair in it, no user name
/// or password is hidden in it, and paths can be joined below its own.
pub fn https(address: &str) -> Option<Url> {
    let address = address.trim();
    let scheme = address.get(..HTTPS.len())?;
    let repaired = |c: char| c == '\\' || c.is_whitespace() || c.is_control();
    if !scheme.eq_ignore_ascii_case(HTTPS) || address.contains(repaired) {
        return None;
    }
    let url = Url::parse(address).ok()?;
    let plain = no_credentials(&url) && url.fragment().is_none() && stays_below(url.path());
    (url.scheme() == "https" && url.has_host() && plain).then_some(url)
}

/// Where the practice services listen in this run. The ports differ from run to run, so records
/// never hold them.
#[derive(Debug, Clone)]
pub struct PracticeOrigins {
    /// The practice Salesforce, by its address; its hosts' names stand in for it at the same port.
    pub salesforce: Url,
    /// The practice GCIS.
    pub gcis: Url,
}

impl PracticeOrigins {
    /// Whether it is the practice Salesforce's origin, by its address or by a practice host's name
    /// in place of it.
    fn include_salesforce(&self, url: &Url) -> bool {
        let own = &self.salesforce;
        let named = url
            .host_str()
            .is_some_and(|name| exact(name, Environment::Practice).is_ok());
        let same_place = (url.scheme(), url.port_or_known_default())
            == (own.scheme(), own.port_or_known_default());
        url.origin() == own.origin() || (named && same_place)
    }
}

impl Reach {
    /// A Salesforce host that was accepted as Login URL.
    pub fn salesforce(&self, host: &SalesforceHost) -> Result<Destination, NetError> {
        match self {
            Self::Live { environment, .. } => {
                exact(host.as_str(), *environment)?;
                let url = Url::parse(&format!("{HTTPS}{host}/")).map_err(|_| NetError::Foreign)?;
                Ok(Destination::new(url))
            }
            Self::Practice(origins) => {
                exact(host.as_str(), Environment::Practice)?;
                let mut url = origins.salesforce.clone();
                url.set_host(Some(host.as_str()))
                    .map_err(|_| NetError::Foreign)?;
                Ok(Destination::new(url))
            }
        }
    }

    /// An address that Salesforce sent (`instance_url`, `id`).
    pub fn salesforce_sent(&self, sent: &str) -> Result<Destination, NetError> {
        let url = to_the_letter(sent).ok_or(NetError::Foreign)?;
        let allowed = match self {
            Self::Live { environment, .. } => {
                SalesforceHost::of_service_url(&url, *environment).is_ok()
            }
            Self::Practice(origins) => origins.include_salesforce(&url),
        };
        if allowed {
            Ok(Destination::new(url))
        } else {
            Err(NetError::Foreign)
        }
    }

    /// GCIS's API, if its address is known.
    pub fn gcis(&self) -> Option<Destination> {
        match self {
            Self::Live { gcis, .. } => gcis.as_ref().map(|gcis| Destination::new(gcis.api.clone())),
            Self::Practice(origins) => Some(Destination::new(origins.gcis.clone())),
        }
    }

    /// GCIS's token address, if it is known.
    pub fn gcis_token(&self) -> Option<Destination> {
        match self {
            Self::Live { gcis, .. } => gcis
                .as_ref()
                .map(|gcis| Destination::new(gcis.token.clone())),
            Self::Practice(origins) => Destination::new(origins.gcis.clone())
                .join("/oauth2/token")
                .ok(),
        }
    }
}

/// A name that was accepted in one environment is none of another's.
fn exact(name: &str, environment: Environment) -> Result<SalesforceHost, NetError> {
    SalesforceHost::exact(name, environment).map_err(|_| NetError::Foreign)
}

/// Reads an address that a service sent: its origin as the URL standard writes it, then nothing or
/// a plain path. What a URL parser would have to repair is not read, and neither are user names,
/// ports that are understood, or letters of other alphabets.
fn to_the_letter(sent: &str) -> Option<Url> {
    let url = Url::parse(sent).ok()?;
    let origin = url.origin().ascii_serialization();
    let (own, path) = sent.split_at_checked(origin.len())?;
    let plain = path.is_empty() || (path.starts_with('/') && stays_below(path));
    (own.eq_ignore_ascii_case(&origin) && plain).then_some(url)
}
