//! Trying credentials, and giving an instance others.

use uuid::Uuid;

use super::change::Change;
use super::instances::instance_path;
use super::wire::{Check, ConnectorBody, CredentialsBody, Instance, ReplacementBody, Verification};
use super::{Gcis, GcisError};
use crate::credentials::Credentials;

/// A connector to be tried.
#[derive(Debug)]
pub struct Proposal<'a> {
    /// The tenant's id.
    pub tenant_id: &'a str,
    /// The Login URL, exactly as verified.
    pub login_url: &'a str,
    /// The Event Endpoint, exactly as typed.
    pub event_endpoint: &'a str,
    /// What GCIS signs in with.
    pub sign_in: &'a Credentials,
}

/// Other credentials for an instance.
#[derive(Debug)]
pub struct Replacement<'a> {
    /// The attempt's key, sent as Idempotency-Key.
    pub key: Uuid,
    /// The instance.
    pub instance_id: &'a str,
    /// The Login URL at which the new credentials sign in, exactly as verified.
    pub login_url: &'a str,
    /// What GCIS signs in with from then on.
    pub sign_in: &'a Credentials,
}

impl Gcis<'_> {
    /// Lets GCIS try a connector, and answers with what it found. GCIS keeps nothing of it; a refused
    /// sign-in counts towards the user's lock-out all the same.
    pub async fn verify(&self, proposal: &Proposal<'_>) -> Result<Vec<Check>, GcisError> {
        let body = ConnectorBody {
            tenant_id: proposal.tenant_id,
            login_url: proposal.login_url,
            event_endpoint: proposal.event_endpoint,
            credentials: CredentialsBody::of(proposal.sign_in),
        };
        let secrets = proposal.sign_in.secrets();
        let found: Verification = self.ask("/v1/verifications", &body, &secrets).await?;
        let checks = found.checks.into_iter();
        Ok(checks.map(|check| check.without(&secrets)).collect())
    }

    /// Gives an instance other credentials. GCIS verifies them first; until that has succeeded, and
    /// if it fails, the instance goes on with those it has. After an answer that never came,
    /// the same request under the same key is answered and not done twice;
    /// [`Instance::credentials_replaced_at`] tells only that somebody replaced them.
    pub async fn replace_credentials(
        &self,
        replacement: &Replacement<'_>,
    ) -> Result<Instance, GcisError> {
        let path = format!("{}/credentials", instance_path(replacement.instance_id)?);
        let key = replacement.key.to_string();
        let body = ReplacementBody {
            login_url: replacement.login_url,
            credentials: CredentialsBody::of(replacement.sign_in),
        };
        let sent = replacement.sign_in.secrets();
        self.put(&path, &key, &body, Change::REPLACE, &sent).await
    }
}
