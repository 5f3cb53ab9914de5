//! What the contract's bodies look like. Unknown members are passed over.

use jiff::Timestamp;
use model::onboarding::CredentialState;
use secrecy::ExposeSecret;
use serde::{Deserialize, Serialize};

use crate::credentials::Credentials;

#[derive(Deserialize)]
pub(super) struct TokenAnswer {
    pub(super) access_token: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct TenantList {
    pub(super) tenants: Vec<TenantEntry>,
}

#[derive(Debug, Deserialize)]
pub(super) struct TenantEntry {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) product: Option<String>,
    pub(super) environment: Option<String>,
}

/// A new instance on its way out. It holds secrets and so cannot be printed.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct InstanceRequest<'a> {
    pub(super) reference: &'a str,
    pub(super) tenant_id: &'a str,
    pub(super) login_url: &'a str,
    pub(super) event_endpoint: &'a str,
    pub(super) credentials: CredentialsBody<'a>,
}

/// What GCIS signs in to Salesforce with, by either route.
#[derive(Serialize)]
#[serde(
    tag = "route",
    rename_all = "snake_case",
    rename_all_fields = "camelCase"
)]
pub(super) enum CredentialsBody<'a> {
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
    pub(super) fn of(credentials: &'a Credentials) -> Self {
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

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct InstanceAnswer {
    pub(super) id: String,
    pub(super) reference: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct InstanceList {
    pub(super) connector_instances: Vec<InstanceAnswer>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct OperationStarted {
    pub(super) operation_id: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct OperationAnswer {
    pub(super) status: String,
    pub(super) error: Option<ProblemAnswer>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct CredentialAnswer {
    pub(super) state: String,
    pub(super) name: Option<String>,
    pub(super) created_at: Option<Timestamp>,
    pub(super) rotated_at: Option<Timestamp>,
}

impl CredentialAnswer {
    /// The state, if it is one this program knows.
    pub(super) fn known_state(&self) -> Option<CredentialState> {
        match self.state.as_str() {
            "not_enabled" => Some(CredentialState::NotEnabled),
            "adding" => Some(CredentialState::Adding),
            "active" => Some(CredentialState::Active),
            "rotating" => Some(CredentialState::Rotating),
            "revoking" => Some(CredentialState::Revoking),
            "revoked" => Some(CredentialState::Revoked),
            "failed" => Some(CredentialState::Failed),
            _ => None,
        }
    }
}

/// RFC 9457, with the contract's own members.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct ProblemAnswer {
    pub(super) title: String,
    pub(super) detail: String,
    pub(super) instance_id: Option<String>,
    pub(super) checks: Vec<CheckAnswer>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct CheckAnswer {
    pub(super) title: String,
    pub(super) status: String,
    pub(super) message: String,
}
