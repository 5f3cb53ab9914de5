//! What is sent. These hold secrets and so cannot be printed.

use secrecy::ExposeSecret;
use serde::Serialize;

use crate::credentials::Credentials;

/// A connector to try.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::gcis) struct ConnectorBody<'a> {
    pub(in crate::gcis) tenant_id: &'a str,
    pub(in crate::gcis) login_url: &'a str,
    pub(in crate::gcis) event_endpoint: &'a str,
    pub(in crate::gcis) credentials: CredentialsBody<'a>,
}

/// A new instance.
#[derive(Serialize)]
pub(in crate::gcis) struct InstanceBody<'a> {
    pub(in crate::gcis) reference: &'a str,
    #[serde(flatten)]
    pub(in crate::gcis) connector: ConnectorBody<'a>,
}

/// Other credentials for an instance.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::gcis) struct ReplacementBody<'a> {
    pub(in crate::gcis) login_url: &'a str,
    pub(in crate::gcis) credentials: CredentialsBody<'a>,
}

/// What GCIS signs in to Salesforce with, by either route.
#[derive(Serialize)]
#[serde(
    tag = "route",
    rename_all = "snake_case",
    rename_all_fields = "camelCase"
)]
pub(in crate::gcis) enum CredentialsBody<'a> {
    ConnectedApp {
        username: &'a str,
        password: &'a str,
        security_token: &'a str,
        consumer_key: &'a str,
        consumer_secret: &'a str,
    },
    ExternalClientApp {
        consumer_key: &'a str,
        consumer_secret: &'a str,
    },
}

impl<'a> CredentialsBody<'a> {
    pub(in crate::gcis) fn of(credentials: &'a Credentials) -> Self {
        match credentials {
            Credentials::Password {
                username,
                password,
                security_token,
                consumer_key,
                consumer_secret,
            } => Self::ConnectedApp {
                username,
                password: password.expose_secret(),
                security_token: security_token.expose_secret(),
                consumer_key: consumer_key.expose_secret(),
                consumer_secret: consumer_secret.expose_secret(),
            },
            Credentials::Client {
                consumer_key,
                consumer_secret,
            } => Self::ExternalClientApp {
                consumer_key: consumer_key.expose_secret(),
                consumer_secret: consumer_secret.expose_secret(),
            },
        }
    }
}
