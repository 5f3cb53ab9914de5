//! The fields of GCIS's *Setup New Instance* dialog, and the few others a person types.
//!
//! Labels and order: help.gentrack.com, integration-services, Salesforce Sales Cloud V2.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Route;

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
///
/// Each route has a key and a secret of its own, so that an external client app can be prepared
/// beside a connected app that is still in use.
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
    /// The external client app's Consumer Key.
    EcaConsumerKey,
    /// The external client app's Consumer Secret.
    EcaConsumerSecret,
}

impl SecretField {
    /// All of them, in the dialog's order, route by route.
    pub const ALL: [Self; 6] = [
        Self::Password,
        Self::SecurityToken,
        Self::ConsumerKey,
        Self::ConsumerSecret,
        Self::EcaConsumerKey,
        Self::EcaConsumerSecret,
    ];

    /// Those that a route signs in with, in the dialog's order.
    pub fn of_route(route: Route) -> &'static [Self] {
        match route {
            Route::ConnectedApp => &[
                Self::Password,
                Self::SecurityToken,
                Self::ConsumerKey,
                Self::ConsumerSecret,
            ],
            Route::ExternalClientApp => &[Self::EcaConsumerKey, Self::EcaConsumerSecret],
        }
    }

    /// The portal's own label.
    pub fn label(self) -> &'static str {
        match self {
            Self::Password => "Password",
            Self::SecurityToken => "Security Token",
            Self::ConsumerKey | Self::EcaConsumerKey => "Consumer Key",
            Self::ConsumerSecret | Self::EcaConsumerSecret => "Consumer Secret",
        }
    }

    /// What it is, in one line below the label.
    pub fn hint(self) -> &'static str {
        match self {
            Self::Password => "Password for the service account",
            Self::SecurityToken => "Security token generated for the service account",
            Self::ConsumerKey => "Unique identifier for the connected app",
            Self::ConsumerSecret => "Secret generated for the connected app",
            Self::EcaConsumerKey => "Unique identifier for the external client app",
            Self::EcaConsumerSecret => "Secret generated for the external client app",
        }
    }

    /// The name of the field in the keychain.
    pub fn key(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::SecurityToken => "security_token",
            Self::ConsumerKey => "consumer_key",
            Self::ConsumerSecret => "consumer_secret",
            Self::EcaConsumerKey => "eca_consumer_key",
            Self::EcaConsumerSecret => "eca_consumer_secret",
        }
    }
}
