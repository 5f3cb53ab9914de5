//! The host rule: which names a Salesforce org can have.
//!
//! A secret is sent only to a host this module has accepted. The grammar is exact; a bare
//! `*.salesforce.com` is not in it, since such hosts also carry other people's content.
//! Source: help.salesforce.com, *My Domain hostnames* (enhanced domains).

use std::fmt;

use url::{Host, Url};

use crate::Environment;

/// The partitions that stand between an org's name and `my.salesforce.com`.
const PARTITIONS: [&str; 5] = ["sandbox", "develop", "scratch", "demo", "trailblaze"];

/// A Salesforce host name that passed the host rule: lower case, no scheme, no port, no path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SalesforceHost(String);

/// Why a Login URL was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing was typed.
    Empty,
    /// The text is not a host name, or carries a part that a Login URL never has.
    NotAHost,
    /// The host is not one that Salesforce gives to an org.
    NotSalesforce,
    /// A live host in practice, or a practice host outside it.
    OtherEnvironment,
}

impl SalesforceHost {
    /// Reads a Login URL as a person types or pastes it: a bare host, or an address with scheme
    /// and path. Lightning and Setup hosts become the org's My Domain host.
    pub fn parse(typed: &str, environment: Environment) -> Result<Self, Refusal> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(Refusal::Empty);
        }
        // A URL parser repairs backslashes, percent signs and inner white space silently; what a
        // person did not mean must not be repaired into a host.
        if typed.contains(['\\', '%', '@']) || typed.contains(char::is_whitespace) {
            return Err(Refusal::NotAHost);
        }
        let address = if typed.contains("://") {
            typed.to_owned()
        } else {
            format!("https://{typed}")
        };
        let url = Url::parse(&address).map_err(|_| Refusal::NotAHost)?;
        if !matches!(url.scheme(), "https" | "http") || url.port().is_some() || !typed.is_ascii() {
            return Err(Refusal::NotAHost);
        }
        match url.host() {
            Some(Host::Domain(name)) => {
                let name = name.strip_suffix('.').unwrap_or(name);
                Self::from_name(as_my_domain(name), environment)
            }
            _ => Err(Refusal::NotAHost),
        }
    }

    /// Accepts a URL that a service sent (`instance_url`, `id`): https, an org's host to the letter,
    /// nothing hidden in it.
    pub fn of_service_url(url: &Url, environment: Environment) -> Result<Self, Refusal> {
        if url.scheme() != "https"
            || url.port().is_some()
            || !url.username().is_empty()
            || url.password().is_some()
        {
            return Err(Refusal::NotAHost);
        }
        match url.host() {
            Some(Host::Domain(name)) => Self::from_name(name.to_owned(), environment),
            _ => Err(Refusal::NotAHost),
        }
    }

    fn from_name(name: String, environment: Environment) -> Result<Self, Refusal> {
        let domain = environment.salesforce_domain();
        if is_org_host(&name, domain) {
            return Ok(Self(name));
        }
        let other = match environment {
            Environment::Practice => Environment::Production,
            Environment::Production | Environment::Sandbox => Environment::Practice,
        };
        if is_org_host(&name, other.salesforce_domain()) {
            Err(Refusal::OtherEnvironment)
        } else {
            Err(Refusal::NotSalesforce)
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
}

impl fmt::Display for SalesforceHost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Lightning and Setup pages live on sister hosts of the org's My Domain host.
fn as_my_domain(name: &str) -> String {
    for (sister, own) in [
        (".lightning.force.com", ".my.salesforce.com"),
        (".my.salesforce-setup.com", ".my.salesforce.com"),
    ] {
        if let Some(org) = name.strip_suffix(sister) {
            return format!("{org}{own}");
        }
    }
    name.to_owned()
}

fn is_org_host(name: &str, domain: &str) -> bool {
    let Some(left) = name
        .strip_suffix(domain)
        .and_then(|left| left.strip_suffix('.'))
    else {
        return false;
    };
    let labels: Vec<&str> = left.split('.').collect();
    match labels.as_slice() {
        ["login" | "test"] => true,
        [instance] => is_instance(instance),
        [org, "my"] => is_label(org),
        [org, partition, "my"] => is_label(org) && PARTITIONS.contains(partition),
        _ => false,
    }
}

/// Instance names such as `na139`; they are still answered in `instance_url` until Spring '27
/// (help.salesforce.com, KB 005228941).
fn is_instance(label: &str) -> bool {
    let letters = label.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = label.len() - letters.len();
    (2..=3).contains(&letters.len())
        && (1..=4).contains(&digits)
        && letters.bytes().all(|b| b.is_ascii_lowercase())
}

fn is_label(label: &str) -> bool {
    !label.is_empty()
        && label.len() <= 63
        && !label.starts_with('-')
        && !label.ends_with('-')
        && !label.starts_with("xn--")
        && label
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ways_people_write_their_org_are_understood() {
        for (typed, host) in [
            ("login.salesforce.com", "login.salesforce.com"),
            (
                " https://acme.my.salesforce.com/ ",
                "acme.my.salesforce.com",
            ),
            ("ACME.my.salesforce.com", "acme.my.salesforce.com"),
            (
                "acme--uat.sandbox.my.salesforce.com",
                "acme--uat.sandbox.my.salesforce.com",
            ),
            (
                "https://acme.lightning.force.com/lightning/setup/SetupOneHome/home",
                "acme.my.salesforce.com",
            ),
            (
                "acme--uat.sandbox.lightning.force.com",
                "acme--uat.sandbox.my.salesforce.com",
            ),
            ("acme.my.salesforce-setup.com", "acme.my.salesforce.com"),
        ] {
            let parsed = SalesforceHost::parse(typed, Environment::Production);
            assert_eq!(
                parsed.as_ref().map(SalesforceHost::as_str),
                Ok(host),
                "{typed}"
            );
        }
    }

    #[test]
    fn look_alikes_are_refused_with_a_reason() {
        for (typed, why) in [
            ("", Refusal::Empty),
            ("   ", Refusal::Empty),
            ("login.salesforce.com.evil.example", Refusal::NotSalesforce),
            ("my-salesforce.com", Refusal::NotSalesforce),
            ("evil.salesforce.com", Refusal::NotSalesforce),
            ("acme.my.site.com", Refusal::NotSalesforce),
            ("user@login.salesforce.com", Refusal::NotAHost),
            ("login.salesforce.com\\.evil.example", Refusal::NotAHost),
            ("login.salesforce%2ecom", Refusal::NotAHost),
            ("login.salesforce.com:8443", Refusal::NotAHost),
            ("login.salesforсe.com", Refusal::NotAHost),
            ("xn--lesforce-x1a.my.salesforce.com", Refusal::NotSalesforce),
            ("127.0.0.1", Refusal::NotAHost),
            ("[::1]", Refusal::NotAHost),
            ("ftp://login.salesforce.com", Refusal::NotAHost),
            ("login.salesforce.practice", Refusal::OtherEnvironment),
        ] {
            let parsed = SalesforceHost::parse(typed, Environment::Production);
            assert_eq!(parsed, Err(why), "{typed}");
        }
    }

    #[test]
    fn practice_accepts_practice_hosts_alone() {
        let practice = |typed| SalesforceHost::parse(typed, Environment::Practice);
        assert!(practice("login.salesforce.practice").is_ok());
        assert!(practice("northwind.my.salesforce.practice").is_ok());
        assert_eq!(
            practice("login.salesforce.com"),
            Err(Refusal::OtherEnvironment)
        );
        assert_eq!(practice("evil.example"), Err(Refusal::NotSalesforce));
    }

    #[test]
    fn a_service_may_only_name_an_org_host_over_https() {
        let ok = |text: &str| {
            Url::parse(text).is_ok_and(|url| {
                SalesforceHost::of_service_url(&url, Environment::Production).is_ok()
            })
        };
        assert!(ok("https://acme.my.salesforce.com"));
        assert!(ok("https://na139.salesforce.com/"));
        assert!(!ok("http://acme.my.salesforce.com"));
        assert!(!ok("https://acme.my.salesforce.com:444"));
        assert!(!ok("https://a@acme.my.salesforce.com"));
        assert!(!ok("https://127.0.0.1"));
        assert!(
            !ok("https://acme.lightning.force.com"),
            "the name is used as it was sent"
        );
        assert!(!ok("https://acme.my.salesforce.com./"));
    }
}
