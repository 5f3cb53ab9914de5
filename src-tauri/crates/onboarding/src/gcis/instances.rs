//! Connector instances: created once, looked up after an answer that never came.

use model::catalogue::Code;
use secrecy::{ExposeSecret, SecretString};
use uuid::Uuid;

use super::wire::{InstanceAnswer, InstanceList, InstanceRequest, UsernamePassword};
use super::{Gcis, GcisError};

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
    pub sign_in: ServiceAccount<'a>,
}

/// The service account and its app, as GCIS is given them on the connected-app route.
#[derive(Debug, Clone, Copy)]
pub struct ServiceAccount<'a> {
    /// The Username.
    pub username: &'a str,
    /// The password.
    pub password: &'a SecretString,
    /// The security token.
    pub security_token: &'a SecretString,
    /// The Consumer Key.
    pub consumer_key: &'a SecretString,
    /// The Consumer Secret.
    pub consumer_secret: &'a SecretString,
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
        let account = new.sign_in;
        let request = InstanceRequest {
            reference: &key,
            tenant_id: new.tenant_id,
            login_url: new.login_url,
            event_endpoint: new.event_endpoint,
            credentials: UsernamePassword {
                username: account.username,
                password: account.password.expose_secret(),
                security_token: account.security_token.expose_secret(),
                consumer_key: account.consumer_key.expose_secret(),
                consumer_secret: account.consumer_secret.expose_secret(),
            },
        };
        let path = "/v1/connector-instances";
        let sent = [
            account.password,
            account.security_token,
            account.consumer_key,
            account.consumer_secret,
        ];
        let made: InstanceAnswer = self
            .post(path, &key, &request, Code::AlreadyConnected)
            .await
            .map_err(|error| error.without(&sent))?;
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
