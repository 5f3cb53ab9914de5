//! The addresses of the practice Salesforce: its raw one on loopback, and the names that Salesforce gives.

use std::fmt;
use std::sync::Arc;

use crate::my_domain::is_my_domain;

/// How a caller speaks to the practice Salesforce.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scheme {
    Http,
    Https,
}

impl Scheme {
    /// The port that an address leaves out.
    const fn usual_port(self) -> u16 {
        match self {
            Self::Http => 80,
            Self::Https => 443,
        }
    }

    /// What a caller of `name` at `port` writes in `Host`.
    pub(crate) fn authority(self, name: &str, port: u16) -> String {
        if port == self.usual_port() {
            name.to_owned()
        } else {
            format!("{name}:{port}")
        }
    }
}

impl fmt::Display for Scheme {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Http => "http",
            Self::Https => "https",
        })
    }
}

/// Where the practice Salesforce is found. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Origin {
    scheme: Scheme,
    /// The domain below which Salesforce's names stand, as `salesforce.practice`.
    domain: Arc<str>,
    /// What callers by name write after the name; left out where it is the scheme's usual one.
    port: u16,
    /// `127.0.0.1:PORT`, without the port where it is the scheme's usual one.
    raw: Arc<str>,
}

/// One host of the practice Salesforce, as a request names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Host {
    /// The loopback address, behind which all orgs stand, for clients that cannot be told of other names.
    Raw,
    /// `login.D`, where production users sign in.
    Login,
    /// `test.D`, where sandbox users sign in.
    Test,
    /// `X.my.D`: one org's own host, with what stands before `.my.`.
    MyDomain(String),
}

impl Origin {
    /// The address of a server that listens at `raw`, and whose callers by name come to `port`.
    pub(crate) fn new(scheme: Scheme, domain: &str, port: u16, raw: &str) -> Self {
        Self {
            scheme,
            domain: domain.into(),
            port,
            raw: raw.into(),
        }
    }

    /// The domain below which Salesforce's names stand.
    pub(crate) fn domain(&self) -> &Arc<str> {
        &self.domain
    }

    /// Reads a request's `Host`, which has to be exact.
    pub(crate) fn host(&self, header: &str) -> Option<Host> {
        if *header == *self.raw {
            return Some(Host::Raw);
        }
        self.by_name(header.strip_suffix(&self.port_shown())?)
    }

    /// Reads a Login URL as a person types it: the portal's own default is a bare host, so that a scheme and a port
    /// are tolerated rather than asked for.
    pub(crate) fn login_url(&self, typed: &str) -> Option<Host> {
        let lower = typed.trim().to_ascii_lowercase();
        let address = ["https://", "http://"]
            .iter()
            .find_map(|scheme| lower.strip_prefix(scheme))
            .unwrap_or(&lower);
        let address = address.strip_suffix('/').unwrap_or(address);
        self.host(address).or_else(|| self.by_name(address))
    }

    fn by_name(&self, name: &str) -> Option<Host> {
        let left = name.strip_suffix(&*self.domain)?.strip_suffix('.')?;
        match left {
            "login" => Some(Host::Login),
            "test" => Some(Host::Test),
            _ => {
                let my_domain = left.strip_suffix(".my")?;
                is_my_domain(my_domain).then(|| Host::MyDomain(my_domain.to_owned()))
            }
        }
    }

    /// What a request for this host carries in `Host`.
    pub(crate) fn authority(&self, host: &Host) -> String {
        let name = match host {
            Host::Raw => return self.raw.to_string(),
            Host::Login => format!("login.{}", self.domain),
            Host::Test => format!("test.{}", self.domain),
            Host::MyDomain(my_domain) => full_name(my_domain, &self.domain),
        };
        name + &self.port_shown()
    }

    /// The URL of this host, without a slash at its end.
    pub(crate) fn url(&self, host: &Host) -> String {
        format!("{}://{}", self.scheme, self.authority(host))
    }

    /// What the client credentials flow tells as `api_instance_url`; nothing answers there.
    pub(crate) fn api_url(&self, asked: &Host) -> String {
        match asked {
            Host::Raw => self.url(asked),
            _ => format!("{}://api.{}{}", self.scheme, self.domain, self.port_shown()),
        }
    }

    fn port_shown(&self) -> String {
        self.scheme.authority("", self.port)
    }
}

/// The full host name of a My Domain, without a port.
pub(crate) fn full_name(my_domain: &str, domain: &str) -> String {
    format!("{my_domain}.my.{domain}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origin() -> Origin {
        Origin::new(Scheme::Http, "salesforce.practice", 4100, "127.0.0.1:4100")
    }

    fn my_domain(name: &str) -> Host {
        Host::MyDomain(name.to_owned())
    }

    #[test]
    fn the_raw_address_and_salesforces_names_are_known() {
        for (header, host) in [
            ("127.0.0.1:4100", Some(Host::Raw)),
            ("login.salesforce.practice:4100", Some(Host::Login)),
            ("test.salesforce.practice:4100", Some(Host::Test)),
            ("acme.my.salesforce.practice:4100", Some(my_domain("acme"))),
            (
                "acme--uat.sandbox.my.salesforce.practice:4100",
                Some(my_domain("acme--uat.sandbox")),
            ),
        ] {
            assert_eq!(origin().host(header), host, "{header}");
            let told = origin().url(&host.unwrap());
            assert_eq!(told, format!("http://{header}"));
        }
    }

    #[test]
    fn any_other_host_is_unknown() {
        for header in [
            "",
            "127.0.0.1",
            "127.0.0.1:4101",
            "localhost:4100",
            "salesforce.practice:4100",
            ".salesforce.practice:4100",
            "login.salesforce.practice",
            "login.salesforce.practice:4101",
            "login.salesforce.practice.:4100",
            "LOGIN.salesforce.practice:4100",
            "na139.salesforce.practice:4100",
            "my.salesforce.practice:4100",
            ".my.salesforce.practice:4100",
            "acme.my.salesforce.practice",
            "acme.uat.my.salesforce.practice:4100",
            "acme.develop.my.salesforce.practice:4100",
            "-acme.my.salesforce.practice:4100",
            "acme@evil.my.salesforce.practice:4100",
            "acme.lightning.salesforce.practice:4100",
            "loginsalesforce.practice:4100",
            "login.salesforce.practice.evil.example:4100",
            "login.salesforce.com:4100",
        ] {
            assert_eq!(origin().host(header), None, "{header}");
        }
    }

    #[test]
    fn a_usual_port_is_left_out() {
        let origin = Origin::new(Scheme::Http, "salesforce.com", 80, "127.0.0.1:4100");
        assert_eq!(origin.host("login.salesforce.com"), Some(Host::Login));
        assert_eq!(origin.host("login.salesforce.com:80"), None);
        assert_eq!(origin.url(&Host::Login), "http://login.salesforce.com");
        assert_eq!(origin.url(&Host::Raw), "http://127.0.0.1:4100");

        let raw = Scheme::Https.authority("127.0.0.1", 443);
        let origin = Origin::new(Scheme::Https, "salesforce.com", 443, &raw);
        for header in ["login.salesforce.com", "127.0.0.1"] {
            assert!(origin.host(header).is_some(), "{header}");
            assert_eq!(origin.host(&format!("{header}:443")), None);
        }
        assert_eq!(
            origin.url(&my_domain("acme")),
            "https://acme.my.salesforce.com"
        );
    }

    #[test]
    fn a_login_url_is_read_with_or_without_scheme_slash_and_port() {
        for (typed, host) in [
            ("login.salesforce.practice", Some(Host::Login)),
            (" LOGIN.salesforce.practice ", Some(Host::Login)),
            ("https://test.salesforce.practice/", Some(Host::Test)),
            (
                "http://acme.my.salesforce.practice:4100",
                Some(my_domain("acme")),
            ),
            (
                "acme--uat.sandbox.my.salesforce.practice",
                Some(my_domain("acme--uat.sandbox")),
            ),
            ("http://127.0.0.1:4100", Some(Host::Raw)),
            ("127.0.0.1:4100", Some(Host::Raw)),
            ("", None),
            ("login.salesforce.com", None),
            ("evil.example/acme.my.salesforce.practice", None),
            ("acme@evil.my.salesforce.practice", None),
            ("login.salesforce.practice.evil.example", None),
            ("127.0.0.1:4101", None),
        ] {
            assert_eq!(origin().login_url(typed), host, "{typed}");
        }
    }
}
