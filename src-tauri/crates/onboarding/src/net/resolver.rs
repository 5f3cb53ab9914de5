//! How host names become addresses.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};

use model::Environment;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};

/// How host names become addresses.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Names {
    /// As the system says.
    #[default]
    System,
    /// Those of the practice Salesforce are this computer; no other has an address.
    Practice,
}

/// Finds the practice Salesforce by its names, and asks nobody for them.
pub(super) struct PracticeResolver;

impl Resolve for PracticeResolver {
    fn resolve(&self, name: Name) -> Resolving {
        let found = if is_practice(name.as_str()) {
            // The port is the address's own; 0 leaves it so.
            let here = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
            let all: Addrs = Box::new(std::iter::once(here));
            Ok(all)
        } else {
            let unknown = format!("{} is no practice host", name.as_str());
            Err(io::Error::new(io::ErrorKind::NotFound, unknown).into())
        };
        Box::pin(std::future::ready(found))
    }
}

fn is_practice(name: &str) -> bool {
    name.strip_suffix(Environment::Practice.salesforce_domain())
        .is_some_and(|left| left.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::is_practice;

    #[test]
    fn names_below_the_practice_domain_are_this_computer_and_no_others() {
        for name in ["login.salesforce.practice", "a.my.salesforce.practice"] {
            assert!(is_practice(name), "{name}");
        }
        for name in [
            "login.salesforce.com",
            "salesforce.practice",
            "evilsalesforce.practice",
            "login.salesforce.practice.evil.example",
            "localhost",
            "",
        ] {
            assert!(!is_practice(name), "{name}");
        }
    }
}
