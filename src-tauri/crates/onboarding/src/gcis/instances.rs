//! Connector instances: created once, looked up after an answer that never came.

use model::catalogue::Code;
use uuid::Uuid;

use super::wire::{CredentialsBody, InstanceAnswer, InstanceList, InstanceRequest};
use super::{Gcis, GcisError};
use crate::credentials::Credentials;

/// What an instance is made of.
#[derive(Debug)]
pub struct NewInstance<'a> {
    /// The attempt's key: Idempotency-Key and reference at once, so that an instance can be found
    /// by the attempt that made it.
    pub key: Uuid,
    /// The tenant's id.
    pub tenant_id: &'a str,
    /// The Login URL, exactly as verified.
    pub login_url: &'a str,
    /// The Event Endpoint, exactly as typed.
    pub event_endpoint: &'a str,
    /// What GCIS signs in with.
    pub sign_in: &'a Credentials,
}

/// An instance as GCIS names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instance {
    /// Its id.
    pub id: String,
}

impl Gcis<'_> {
    /// Creates an instance. GCIS verifies the credentials first and creates nothing if it cannot
    /// sign in.
    pub async fn create(&self, new: &NewInstance<'_>) -> Result<Instance, GcisError> {
        let key = new.key.to_string();
        let request = InstanceRequest {
            reference: &key,
            tenant_id: new.tenant_id,
            login_url: new.login_url,
            event_endpoint: new.event_endpoint,
            credentials: CredentialsBody::of(new.sign_in),
        };
        let path = "/v1/connector-instances";
        let sent = new.sign_in.secrets();
        let sent: Vec<_> = sent.iter().collect();
        let made: InstanceAnswer = self
            .post(path, &key, &request, Code::AlreadyConnected, &sent)
            .await?;
        Ok(Instance { id: made.id })
    }

    /// Looks for the instance that an attempt made.
    pub async fn find(&self, key: Uuid) -> Result<Option<Instance>, GcisError> {
        let reference = key.to_string();
        let query = [("reference", reference.as_str())];
        let list: InstanceList = self.get_query("/v1/connector-instances", &query).await?;
        // A server that does not know the filter sends them all: the reference decides.
        let ours = list
            .connector_instances
            .into_iter()
            .find(|instance| instance.reference.as_deref() == Some(reference.as_str()));
        Ok(ours.map(|instance| Instance { id: instance.id }))
    }
}
