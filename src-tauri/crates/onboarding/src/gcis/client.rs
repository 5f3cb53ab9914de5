//! A signed-in client of the contract.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use model::catalogue::Code;
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;
use serde::de::DeserializeOwned;
use url::form_urlencoded::byte_serialize;

use super::GcisError;
use super::change::Change;
use super::wire::TokenAnswer;
use crate::net::{Answer, Client, Destination, Reach};

/// What Gentrack gave for the API.
#[derive(Debug)]
pub struct ApiCredentials {
    /// The client ID.
    pub client_id: String,
    /// The client secret.
    pub client_secret: SecretString,
}

impl ApiCredentials {
    /// Id and secret as HTTP Basic carries them, each form-encoded first (RFC 6749 §2.3.1).
    fn pair(&self) -> SecretString {
        let encoded = |text: &str| byte_serialize(text.as_bytes()).collect::<String>();
        let id = encoded(&self.client_id);
        let secret = encoded(self.client_secret.expose_secret());
        SecretString::from(STANDARD.encode(format!("{id}:{secret}")))
    }
}

/// A signed-in client of the contract.
#[derive(Debug)]
pub struct Gcis<'a> {
    client: &'a Client,
    api: Destination,
    token: SecretString,
}

impl<'a> Gcis<'a> {
    /// Signs in by client credentials at the configured token address. The client names itself by
    /// HTTP Basic: the one way that every server must take (RFC 6749 §2.3.1), and the one seen at
    /// GCIS's token addresses.
    pub async fn sign_in(
        client: &'a Client,
        reach: &Reach,
        credentials: &ApiCredentials,
    ) -> Result<Self, GcisError> {
        let api = reach.gcis().ok_or(GcisError::NotConfigured)?;
        let token_address = reach.gcis_token().ok_or(GcisError::NotConfigured)?;
        let pair = credentials.pair();
        let form = [("grant_type", "client_credentials")];
        let answer = client.post_form_by(&token_address, &pair, &form).await?;
        let sent = [credentials.client_secret.clone(), pair];
        match answer
            .is_success()
            .then(|| answer.read::<TokenAnswer>())
            .flatten()
        {
            Some(granted) => {
                let token = SecretString::from(granted.access_token);
                Ok(Self { client, api, token })
            }
            None => Err(GcisError::at_sign_in(&answer, &sent)),
        }
    }

    pub(super) async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, GcisError> {
        let answer = self
            .client
            .get(&self.api.below(path)?, Some(&self.token))
            .await?;
        good(&answer, &[])
    }

    pub(super) async fn get_query<T: DeserializeOwned>(
        &self,
        path: &str,
        query: &[(&str, &str)],
    ) -> Result<T, GcisError> {
        let to = self.api.below(path)?;
        let answer = self.client.get_query(&to, &self.token, query).await?;
        good(&answer, &[])
    }

    /// GET, and how many seconds to wait before asking again.
    pub(super) async fn poll<T: DeserializeOwned>(
        &self,
        path: &str,
    ) -> Result<(T, Option<u32>), GcisError> {
        let to = self.api.below(path)?;
        let answer = self.client.get(&to, Some(&self.token)).await?;
        Ok((good(&answer, &[])?, answer.retry_after))
    }

    /// POST that asks and changes nothing; `sent` are the secrets in the body.
    pub(super) async fn ask<T: DeserializeOwned>(
        &self,
        path: &str,
        body: &(impl Serialize + ?Sized),
        sent: &[SecretString],
    ) -> Result<T, GcisError> {
        let to = self.api.below(path)?;
        let answer = self.client.ask_json(&to, &self.token, body).await?;
        good(&answer, sent)
    }

    /// POST under an idempotency key; `sent` are the secrets in the body.
    pub(super) async fn post<T: DeserializeOwned>(
        &self,
        path: &str,
        key: &str,
        body: &(impl Serialize + ?Sized),
        change: Change,
        sent: &[SecretString],
    ) -> Result<T, GcisError> {
        let to = self.api.below(path)?;
        let answer = self.client.post_json(&to, &self.token, key, body).await?;
        made(&answer, change, sent)
    }

    /// POST without a body.
    pub(super) async fn post_nothing<T: DeserializeOwned>(
        &self,
        path: &str,
        key: &str,
        change: Change,
    ) -> Result<T, GcisError> {
        let to = self.api.below(path)?;
        let answer = self.client.post_nothing(&to, &self.token, key).await?;
        made(&answer, change, &[])
    }

    /// PUT under an idempotency key; `sent` are the secrets in the body.
    pub(super) async fn put<T: DeserializeOwned>(
        &self,
        path: &str,
        key: &str,
        body: &(impl Serialize + ?Sized),
        change: Change,
        sent: &[SecretString],
    ) -> Result<T, GcisError> {
        let to = self.api.below(path)?;
        let answer = self.client.put_json(&to, &self.token, key, body).await?;
        made(&answer, change, sent)
    }
}

/// The answer of a request that changes nothing.
fn good<T: DeserializeOwned>(answer: &Answer, sent: &[SecretString]) -> Result<T, GcisError> {
    let read = answer.is_success().then(|| answer.read()).flatten();
    read.ok_or_else(|| GcisError::of(answer, Code::GcisRefused, sent))
}

/// The answer of a request that changes something.
fn made<T: DeserializeOwned>(
    answer: &Answer,
    change: Change,
    sent: &[SecretString],
) -> Result<T, GcisError> {
    let is_done = change.is_done(answer.status);
    let read = is_done.then(|| answer.read()).flatten();
    read.ok_or_else(|| GcisError::of_change(answer, change, sent))
}
