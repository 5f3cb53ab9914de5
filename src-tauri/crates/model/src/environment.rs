//! Which hosts may be talked to, and how GCIS will sign in.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where an onboarding lives: it decides which hosts may be talked to. Chosen once, for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum Environment {
    /// The customer's production org.
    Production,
    /// A sandbox of the customer's org.
    Sandbox,
    /// The practice services on this computer.
    Practice,
}

impl Environment {
    /// The domain below which this environment's Salesforce hosts live.
    ///
    /// Practice hosts have the shape of real ones, so that the same grammar reads both, below a
    /// name that no public resolver answers.
    pub fn salesforce_domain(self) -> &'static str {
        match self {
            Self::Production | Self::Sandbox => "salesforce.com",
            Self::Practice => "salesforce.practice",
        }
    }

    /// The Login URL that the vendor's dialog shows before anything is typed.
    pub fn default_login_url(self) -> &'static str {
        match self {
            Self::Production => "login.salesforce.com",
            Self::Sandbox => "test.salesforce.com",
            Self::Practice => "login.salesforce.practice",
        }
    }

    /// The environment's name on screen.
    pub fn title(self) -> &'static str {
        match self {
            Self::Production => "Production",
            Self::Sandbox => "Sandbox",
            Self::Practice => "Practice",
        }
    }
}

/// How GCIS signs in to Salesforce.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum Route {
    /// A connected app with the service user's username, password and security token
    /// (help.salesforce.com, `remoteaccess_oauth_username_password_flow`).
    #[default]
    ConnectedApp,
    /// An external client app that signs in by client credentials as its Run As user
    /// (help.salesforce.com, KB 000886201).
    ExternalClientApp,
}

impl Route {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::ConnectedApp, Self::ExternalClientApp];

    /// The route's name on screen.
    pub fn title(self) -> &'static str {
        match self {
            Self::ConnectedApp => "Connected app",
            Self::ExternalClientApp => "External client app",
        }
    }
}
