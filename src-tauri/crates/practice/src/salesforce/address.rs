//! Which of Salesforce's hosts a request asks, and whose each of them is.

use axum::extract::{Request, State};
use axum::http::header;
use axum::middleware::Next;
use axum::response::Response;

use super::{Salesforce, errors};
use crate::org::Org;
use crate::origin::Host;

impl Host {
    /// Whether this is where the org's users sign in.
    pub(super) fn signs_in(&self, org: &Org) -> bool {
        match self {
            Self::Raw => true,
            Self::Login => !org.sandbox,
            Self::Test => org.sandbox,
            Self::MyDomain(my_domain) => *my_domain == org.my_domain,
        }
    }

    /// Whether the org's data is found here, which is never at `login` or `test`.
    pub(super) fn holds(&self, org: &Org) -> bool {
        matches!(self, Self::Raw | Self::MyDomain(_)) && self.signs_in(org)
    }

    /// Where an org's data is found by whoever asks here.
    pub(super) fn instance_of(&self, org: &Org) -> Self {
        match self {
            Self::Raw => Self::Raw,
            _ => Self::MyDomain(org.my_domain.clone()),
        }
    }
}

/// Hands the host on to the handlers. Where no org has the My Domain, there is only a page.
pub(super) async fn address(
    State(salesforce): State<Salesforce>,
    mut request: Request,
    next: Next,
) -> Response {
    let host = request.headers().get(header::HOST);
    let host = host.and_then(|host| salesforce.origin.host(host.to_str().ok()?));
    let Some(host) = host.filter(|host| exists(&salesforce, host)) else {
        return errors::no_org();
    };
    request.extensions_mut().insert(host);
    next.run(request).await
}

fn exists(salesforce: &Salesforce, host: &Host) -> bool {
    let Host::MyDomain(my_domain) = host else {
        return true;
    };
    salesforce.cloud.look(|saved, _| {
        let mut orgs = saved.orgs.values();
        orgs.any(|org| org.my_domain == *my_domain)
    })
}
