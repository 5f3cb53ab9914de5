//! The host rule: which names a Salesforce org can have.
//!
//! A secret is sent only to a host this module has accepted. The grammar is exact; a bare
//! `*.salesforce.com` is not in it, since such hosts also carry other people's content.
//! Source: help.salesforce.com, *My Domain hostnames* (enhanced domains).

mod grammar;
#[cfg(test)]
mod properties;
mod reading;
mod refusal;

use std::fmt;

use url::{Host, Url};

use crate::{Environment, Route};
use grammar::is_org_host;

pub use reading::{Reading, Rewritten};
pub use refusal::Refusal;

/// A Salesforce host name that passed the host rule: lower case, no scheme, no port, no path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SalesforceHost(String);

/// Which kind of org a host name speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// A production org.
    Production,
    /// A sandbox.
    Sandbox,
}

impl SalesforceHost {
    /// Reads a Login URL as a person types or pastes it: a bare host, or an address with scheme
    /// and path. Lightning and Setup hosts become the org's My Domain host; what was understood
    /// comes with it.
    pub fn read(typed: &str, environment: Environment) -> Result<Reading, Refusal> {
        reading::read(typed, environment)
    }

    /// Reads a Login URL, for its host alone.
    pub fn parse(typed: &str, environment: Environment) -> Result<Self, Refusal> {
        Self::read(typed, environment).map(|reading| reading.host)
    }

    /// Accepts a URL that a service sent (`instance_url`, `id`): https, an org's host to the letter,
    /// nothing hidden in it.
    pub fn of_service_url(url: &Url, environment: Environment) -> Result<Self, Refusal> {
        if url.scheme() != "https" {
            return Err(Refusal::Scheme);
        }
        if url.port().is_some() {
            return Err(Refusal::Port);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Refusal::UserName);
        }
        match url.host() {
            Some(Host::Domain(name)) => Self::exact(name, environment),
            Some(Host::Ipv4(_) | Host::Ipv6(_)) => Err(Refusal::IpAddress),
            None => Err(Refusal::NotAHost),
        }
    }

    /// Accepts a host name to the letter.
    pub fn exact(name: &str, environment: Environment) -> Result<Self, Refusal> {
        if is_org_host(name, environment.salesforce_domain()) {
            return Ok(Self(name.to_owned()));
        }
        let other = match environment {
            Environment::Practice => Environment::Production,
            Environment::Production | Environment::Sandbox => Environment::Practice,
        };
        if is_org_host(name, other.salesforce_domain()) {
            Err(Refusal::OtherEnvironment)
        } else {
            Err(Refusal::NotSalesforce)
        }
    }

    /// Checks that a route can sign in here: client credentials are taken on the org's own host
    /// alone, not on `login` or `test` (help.salesforce.com, KB 000886201).
    pub fn for_route(&self, route: Route) -> Result<(), Refusal> {
        match route {
            Route::ConnectedApp => Ok(()),
            Route::ExternalClientApp if self.is_my_domain() => Ok(()),
            Route::ExternalClientApp => Err(Refusal::NeedsMyDomain),
        }
    }

    /// The host name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is the org's own host, as opposed to `login` or `test`.
    pub fn is_my_domain(&self) -> bool {
        self.0.contains(".my.")
    }

    /// Which kind of org the name speaks of; nothing where it does not say. `--` stands before a
    /// sandbox's name with or without the partition. Instances and scratch orgs can be either.
    pub fn side(&self) -> Option<Side> {
        let mut labels = self.0.split('.');
        match (labels.next()?, labels.next()?) {
            ("login", "salesforce") => Some(Side::Production),
            ("test", "salesforce") | (_, "sandbox") => Some(Side::Sandbox),
            (_, "salesforce" | "scratch") => None,
            (org, _) if org.contains("--") => Some(Side::Sandbox),
            _ => Some(Side::Production),
        }
    }
}

impl fmt::Display for SalesforceHost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn host(name: &str) -> SalesforceHost {
        SalesforceHost::exact(name, Environment::Production).unwrap()
    }

    #[test]
    fn a_service_may_only_name_an_org_host_over_https() {
        let judge = |text: &str| {
            let url = Url::parse(text).unwrap();
            SalesforceHost::of_service_url(&url, Environment::Production).err()
        };
        assert_eq!(judge("https://acme.my.salesforce.com"), None);
        assert_eq!(judge("https://na139.salesforce.com/"), None);
        for (text, why) in [
            ("http://acme.my.salesforce.com", Refusal::Scheme),
            ("https://acme.my.salesforce.com:444", Refusal::Port),
            ("https://a@acme.my.salesforce.com", Refusal::UserName),
            ("https://127.0.0.1", Refusal::IpAddress),
            // The name is used as it was sent: no sister host, no last dot.
            ("https://acme.lightning.force.com", Refusal::NotSalesforce),
            ("https://acme.my.salesforce.com./", Refusal::NotSalesforce),
            (
                "https://login.salesforce.practice",
                Refusal::OtherEnvironment,
            ),
        ] {
            assert_eq!(judge(text), Some(why), "{text}");
        }
    }

    #[test]
    fn an_external_client_app_signs_in_on_the_orgs_own_host_alone() {
        for shared in [
            "login.salesforce.com",
            "test.salesforce.com",
            "na139.salesforce.com",
        ] {
            let needs = Err(Refusal::NeedsMyDomain);
            assert_eq!(host(shared).for_route(Route::ExternalClientApp), needs);
            assert_eq!(host(shared).for_route(Route::ConnectedApp), Ok(()));
        }
        for route in Route::ALL {
            assert_eq!(host("acme.my.salesforce.com").for_route(route), Ok(()));
        }
    }

    #[test]
    fn a_host_name_tells_production_and_sandbox_apart_where_it_can() {
        for (name, side) in [
            ("login.salesforce.com", Some(Side::Production)),
            ("test.salesforce.com", Some(Side::Sandbox)),
            ("acme.my.salesforce.com", Some(Side::Production)),
            (
                "acme-dev-ed.develop.my.salesforce.com",
                Some(Side::Production),
            ),
            ("acme--uat.sandbox.my.salesforce.com", Some(Side::Sandbox)),
            ("acme--uat.my.salesforce.com", Some(Side::Sandbox)),
            ("acme.scratch.my.salesforce.com", None),
            ("na139.salesforce.com", None),
            ("login.my.salesforce.com", Some(Side::Production)),
            ("test.my.salesforce.com", Some(Side::Production)),
        ] {
            assert_eq!(host(name).side(), side, "{name}");
        }
    }
}
