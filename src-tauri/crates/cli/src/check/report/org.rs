//! The org that is asked, as far as the Login URL tells.

use model::Environment;
use model::guide::link::Link;
use model::host::SalesforceHost;

/// The org that is asked, as far as the Login URL tells.
#[derive(Debug)]
pub(in crate::check) struct Org {
    environment: Environment,
    host: Option<SalesforceHost>,
}

impl Org {
    pub(in crate::check) fn new(environment: Environment, login_url: &str) -> Self {
        Self {
            environment,
            host: SalesforceHost::parse(login_url, environment).ok(),
        }
    }

    /// The host as it was understood; nothing where the Login URL is none.
    pub(in crate::check) fn host(&self) -> Option<&SalesforceHost> {
        self.host.as_ref()
    }

    pub(super) fn is_practice(&self) -> bool {
        self.environment == Environment::Practice
    }

    /// Where a page of Setup opens; practice has none.
    pub(super) fn address(&self, link: Link) -> Option<String> {
        (!self.is_practice())
            .then(|| link.address(self.host.as_ref()))
            .flatten()
    }
}
