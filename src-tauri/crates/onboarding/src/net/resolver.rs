//! How host names become addresses.

use std::collections::HashMap;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use model::Environment;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use tokio::net::lookup_host;
use tokio::sync::OnceCell;

/// How host names become addresses.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Names {
    /// As the system says.
    #[default]
    System,
    /// Those of the practice Salesforce are this computer; no other has an address.
    Practice,
}

/// Asks the system. Connections to one host that are opened together share one question, and
/// nothing is remembered beyond it: how long an address is good for is the system's to know.
#[derive(Default)]
pub(super) struct SystemResolver {
    under_way: Mutex<HashMap<String, Weak<Question>>>,
}

type Question = OnceCell<Vec<SocketAddr>>;

impl SystemResolver {
    fn question(&self, name: &str) -> Arc<Question> {
        let mut under_way = self
            .under_way
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        under_way.retain(|_, question| question.strong_count() > 0);
        if let Some(shared) = under_way.get(name).and_then(Weak::upgrade) {
            return shared;
        }
        let own = Arc::new(Question::new());
        under_way.insert(name.to_owned(), Arc::downgrade(&own));
        own
    }
}

impl Resolve for SystemResolver {
    fn resolve(&self, name: Name) -> Resolving {
        let question = self.question(name.as_str());
        Box::pin(async move {
            let ask = || async {
                // The port is the address's own; 0 leaves it so.
                let found = lookup_host((name.as_str(), 0)).await?;
                Ok::<_, io::Error>(found.collect())
            };
            let found = question.get_or_try_init(ask).await?.clone();
            let all: Addrs = Box::new(found.into_iter());
            Ok(all)
        })
    }
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
    use super::*;

    #[test]
    fn one_question_is_shared_while_it_is_under_way_and_asked_anew_after() {
        let resolver = SystemResolver::default();
        let first = resolver.question("a.example");
        assert!(Arc::ptr_eq(&first, &resolver.question("a.example")));
        assert!(!Arc::ptr_eq(&first, &resolver.question("b.example")));
        first.set(Vec::new()).unwrap();
        drop(first);
        assert!(!resolver.question("a.example").initialized());
    }

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
