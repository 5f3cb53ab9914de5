//! The fields of GCIS's *Setup New Instance* dialog, and the few others a person types.
//!
//! Labels and order: help.gentrack.com, integration-services, Salesforce Sales Cloud V2.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A field whose value is kept in the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum Field {
    /// The customer's e-mail domain, put where the page says `[your domain]`.
    Domain,
    /// The sandbox's name, the suffix of every user name in it.
    SandboxName,
    /// The service user's Username.
    Username,
    /// The Login URL: a bare host name.
    LoginUrl,
    /// The path that events are published to.
    EventEndpoint,
    /// The tenant, as the portal shows it.
    Tenant,
}

/// A field whose value lives in the keychain and never comes back to the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum SecretField {
    /// The service user's password.
    Password,
    /// The security token that Salesforce mails to the service user.
    SecurityToken,
    /// The connected app's Consumer Key. An identifier rather than a secret, yet kept as one:
    /// beside a password it opens the org.
    ConsumerKey,
    /// The connected app's Consumer Secret.
    ConsumerSecret,
}

impl SecretField {
    /// All of them, in the dialog's order.
    pub const ALL: [Self; 4] = [
        Self::Password,
        Self::SecurityToken,
        Self::ConsumerKey,
        Self::ConsumerSecret,
    ];

    /// The portal's own label.
    pub fn label(self) -> &'static str {
        match self {
            Self::Password => "Password",
            Self::SecurityToken => "Security Token",
            Self::ConsumerKey => "Consumer Key",
            Self::ConsumerSecret => "Consumer Secret",
        }
    }

    /// The name of the field in the keychain.
    pub fn key(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::SecurityToken => "security_token",
            Self::ConsumerKey => "consumer_key",
            Self::ConsumerSecret => "consumer_secret",
        }
    }
}
