//! What GCIS will sign in with, by either route.

use secrecy::{ExposeSecret, SecretString};

/// What GCIS will sign in with.
#[derive(Debug)]
pub enum Credentials {
    /// A connected app with the service user's password (help.salesforce.com,
    /// `remoteaccess_oauth_username_password_flow`).
    Password {
        /// The service user's Username.
        username: String,
        /// Its password.
        password: SecretString,
        /// Its security token; may be empty where the org trusts the address.
        security_token: SecretString,
        /// The connected app's Consumer Key.
        consumer_key: SecretString,
        /// Its Consumer Secret.
        consumer_secret: SecretString,
    },
    /// An external client app's own credentials (help.salesforce.com, KB 000886201).
    Client {
        /// The external client app's Consumer Key.
        consumer_key: SecretString,
        /// Its Consumer Secret.
        consumer_secret: SecretString,
    },
}

impl Credentials {
    /// The form of the token request. The security token stands behind the password with nothing
    /// between.
    pub(crate) fn form(&self) -> Vec<(&'static str, SecretString)> {
        let plain = |value: &str| SecretString::from(value);
        match self {
            Self::Password {
                username,
                password,
                security_token,
                consumer_key,
                consumer_secret,
            } => vec![
                ("grant_type", plain("password")),
                ("client_id", consumer_key.clone()),
                ("client_secret", consumer_secret.clone()),
                ("username", plain(username)),
                ("password", joined(password, security_token)),
            ],
            Self::Client {
                consumer_key,
                consumer_secret,
            } => vec![
                ("grant_type", plain("client_credentials")),
                ("client_id", consumer_key.clone()),
                ("client_secret", consumer_secret.clone()),
            ],
        }
    }

    /// The app's secret, which the answer is signed with.
    pub(crate) fn consumer_secret(&self) -> &SecretString {
        match self {
            Self::Password {
                consumer_secret, ..
            }
            | Self::Client {
                consumer_secret, ..
            } => consumer_secret,
        }
    }

    /// Every value that must not come back in what is reported.
    pub(crate) fn secrets(&self) -> Vec<SecretString> {
        match self {
            Self::Password {
                username: _,
                password,
                security_token,
                consumer_key,
                consumer_secret,
            } => vec![
                joined(password, security_token),
                password.clone(),
                security_token.clone(),
                consumer_key.clone(),
                consumer_secret.clone(),
            ],
            Self::Client {
                consumer_key,
                consumer_secret,
            } => vec![consumer_key.clone(), consumer_secret.clone()],
        }
    }
}

fn joined(password: &SecretString, security_token: &SecretString) -> SecretString {
    SecretString::from(format!(
        "{}{}",
        password.expose_secret(),
        security_token.expose_secret()
    ))
}
