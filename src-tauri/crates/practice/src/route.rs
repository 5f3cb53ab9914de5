//! The two ways in which a connector signs in to Salesforce.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// How a connector signs in to Salesforce.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Route {
    /// A connected app and the username-password flow.
    ConnectedApp,
    /// An external client app and the client credentials flow.
    ExternalClientApp,
}

impl Route {
    /// Both routes, the older one first.
    pub const ALL: [Self; 2] = [Self::ConnectedApp, Self::ExternalClientApp];

    /// A stable name: `connected_app` or `external_client_app`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ConnectedApp => "connected_app",
            Self::ExternalClientApp => "external_client_app",
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// A name that no route has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no route named {0:?}")]
pub struct UnknownRoute(String);

impl FromStr for Route {
    type Err = UnknownRoute;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let mut routes = Self::ALL.into_iter();
        routes
            .find(|route| route.name() == name)
            .ok_or_else(|| UnknownRoute(name.to_owned()))
    }
}
