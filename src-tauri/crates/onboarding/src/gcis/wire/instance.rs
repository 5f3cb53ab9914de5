//! Connector instances as GCIS tells them.

use jiff::Timestamp;
use model::Route;
use serde::Deserialize;

use super::lenient::or_default;

/// A connector that GCIS runs. What GCIS left out, or said in a way that this program does not know,
/// is not there.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Instance {
    /// Its id.
    pub id: String,
    /// The caller's own name for it: the key of the attempt that made it, if that was one of ours.
    #[serde(default, deserialize_with = "or_default")]
    pub reference: Option<String>,
    /// The tenant that it serves.
    #[serde(default, deserialize_with = "or_default")]
    pub tenant_id: Option<String>,
    /// The org that it is connected to.
    #[serde(default, deserialize_with = "or_default")]
    pub org_id: Option<String>,
    /// Where it signs in.
    #[serde(default, deserialize_with = "or_default")]
    pub login_url: Option<String>,
    /// Where its events go.
    #[serde(default, deserialize_with = "or_default")]
    pub event_endpoint: Option<String>,
    /// How it signs in.
    #[serde(default, deserialize_with = "or_default")]
    pub route: Option<Route>,
    /// The user that signs in, where the route has one.
    #[serde(default, deserialize_with = "or_default")]
    pub username: Option<String>,
    /// Whether it works.
    #[serde(default, deserialize_with = "or_default")]
    pub status: Option<InstanceStatus>,
    /// When it was created.
    #[serde(default, deserialize_with = "or_default")]
    pub created_at: Option<Timestamp>,
    /// When its credentials were last replaced.
    #[serde(default, deserialize_with = "or_default")]
    pub credentials_replaced_at: Option<Timestamp>,
}

impl Instance {
    /// One of which nothing but the id is known.
    pub fn named(id: String) -> Self {
        Self {
            id,
            reference: None,
            tenant_id: None,
            org_id: None,
            login_url: None,
            event_endpoint: None,
            route: None,
            username: None,
            status: None,
            created_at: None,
            credentials_replaced_at: None,
        }
    }
}

/// Whether an instance works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InstanceStatus {
    /// It does.
    Connected,
    /// Salesforce no longer takes its credentials.
    Broken,
}
