//! A connector instance, as kept and as told. It holds no secret.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::check::Check;
use super::named_credential::NamedCredential;
use crate::route::Route;

/// A connector that GCIS runs.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Instance {
    pub(crate) id: String,
    /// The practice cloud's key of the org whose owner made it.
    pub(crate) owner: String,
    pub(super) reference: String,
    pub(crate) tenant_id: String,
    pub(crate) login_url: String,
    pub(crate) event_endpoint: String,
    pub(crate) org_id: String,
    pub(crate) route: Route,
    /// The user's name, where the route has one.
    pub(crate) username: Option<String>,
    /// The id of the user as whom GCIS signed in, last of all.
    pub(super) user_id: String,
    pub(crate) created_at: Timestamp,
    /// When its credentials were last replaced.
    pub(super) credentials_replaced_at: Option<Timestamp>,
    pub(super) checks: Vec<Check>,
    pub(crate) named_credential: NamedCredential,
}

impl Instance {
    /// The instance as the API tells it.
    pub(super) fn told(&self) -> Value {
        json!({
            "id": self.id,
            "reference": self.reference,
            "tenantId": self.tenant_id,
            "loginUrl": self.login_url,
            "eventEndpoint": self.event_endpoint,
            "orgId": self.org_id,
            "route": self.route,
            "username": self.username,
            "status": "connected",
            "createdAt": self.created_at,
            "credentialsReplacedAt": self.credentials_replaced_at,
            "verification": { "checks": self.checks },
        })
    }
}
