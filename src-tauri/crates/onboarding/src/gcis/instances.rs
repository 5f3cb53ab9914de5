//! Connector instances: created once, looked up after an answer that never came.

use uuid::Uuid;

use super::change::Change;
use super::segment::segment;
use super::wire::{ConnectorBody, CredentialsBody, Instance, InstanceBody, InstanceList};
use super::{Gcis, GcisError};
use crate::credentials::Credentials;

const INSTANCES: &str = "/v1/connector-instances";

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

impl Gcis<'_> {
    /// Creates an instance. GCIS verifies the credentials first and creates nothing if it cannot
    /// sign in.
    pub async fn create(&self, new: &NewInstance<'_>) -> Result<Instance, GcisError> {
        let key = new.key.to_string();
        let body = InstanceBody {
            reference: &key,
            connector: ConnectorBody {
                tenant_id: new.tenant_id,
                login_url: new.login_url,
                event_endpoint: new.event_endpoint,
                credentials: CredentialsBody::of(new.sign_in),
            },
        };
        let sent = new.sign_in.secrets();
        self.post(INSTANCES, &key, &body, Change::CREATE, &sent)
            .await
    }

    /// Looks for the instance that an attempt made.
    pub async fn find(&self, key: Uuid) -> Result<Option<Instance>, GcisError> {
        let reference = key.to_string();
        let query = [("reference", reference.as_str())];
        let list: InstanceList = self.get_query(INSTANCES, &query).await?;
        // A server that does not know the filter sends them all: the reference decides.
        let mut found = list.connector_instances.into_iter();
        Ok(found.find(|instance| instance.reference.as_deref() == Some(reference.as_str())))
    }

    /// All instances that this account may see.
    pub async fn instances(&self) -> Result<Vec<Instance>, GcisError> {
        let list: InstanceList = self.get(INSTANCES).await?;
        Ok(list.connector_instances)
    }

    /// One instance by its id. [`GcisError::is_missing`] if GCIS does not know it.
    pub async fn instance(&self, id: &str) -> Result<Instance, GcisError> {
        self.get(&instance_path(id)?).await
    }
}

/// The path of an instance.
pub(super) fn instance_path(id: &str) -> Result<String, GcisError> {
    Ok(format!("{INSTANCES}/{}", segment(id)?))
}
