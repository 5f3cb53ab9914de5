//! What a caller asks of the practice cloud, and the values it is then shown.

use serde::Serialize;

use crate::org::Org;
use crate::origin::full_name;

/// An org that a caller wants to practise with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrgSpec {
    /// The caller's own name for this org. It means nothing here.
    pub key: String,
    /// The org's name, as *Company Information* shows it.
    pub name: String,
    /// The service user's Salesforce username.
    pub username: String,
    /// Whether the org is a sandbox.
    pub sandbox: bool,
    /// What stands before `.my.` in the org's own host, as [`my_domain_of`](crate::my_domain_of) makes it. What is no
    /// My Domain is replaced by one made of the org's name; what another org has gets a number.
    pub my_domain: String,
}

/// The values that Salesforce's and GCIS's own pages would show for one org. All are invented.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Card {
    /// The service user's username.
    pub username: String,
    /// The service user's password; empty while none is set, as for a user made anew on the pages.
    pub password: String,
    /// The service user's security token, as mailed after a reset; empty before the first one.
    pub security_token: String,
    /// The connected app's consumer key.
    pub consumer_key: String,
    /// The connected app's consumer secret.
    pub consumer_secret: String,
    /// The external client app's consumer key.
    pub eca_consumer_key: String,
    /// The external client app's consumer secret.
    pub eca_consumer_secret: String,
    /// The org's My Domain: its own host name, without a port.
    pub my_domain: String,
    /// The org's name.
    pub org_name: String,
    /// The org's id, 18 characters.
    pub org_id: String,
    /// The id of the client that may call the practice GCIS for this org's owner.
    pub gcis_client_id: String,
    /// That client's secret.
    pub gcis_client_secret: String,
    /// The path of the Apex REST class that receives events.
    pub event_endpoint: String,
}

impl Card {
    /// The card of an org whose My Domain stands below `domain`.
    pub(crate) fn of(org: &Org, domain: &str) -> Self {
        Self {
            my_domain: full_name(&org.my_domain, domain),
            username: org.user.username.clone(),
            password: org.user.password.clone(),
            security_token: org.user.security_token.clone(),
            consumer_key: org.app.common.consumer_key.clone(),
            consumer_secret: org.app.common.consumer_secret.clone(),
            eca_consumer_key: org.external_app.common.consumer_key.clone(),
            eca_consumer_secret: org.external_app.common.consumer_secret.clone(),
            org_name: org.name.clone(),
            org_id: org.id.clone(),
            gcis_client_id: org.account.client_id.clone(),
            gcis_client_secret: org.account.client_secret.clone(),
            event_endpoint: org.event_endpoint.clone(),
        }
    }
}
