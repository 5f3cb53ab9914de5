//! The two apps of an org by which a connector may sign in.

use serde::{Deserialize, Serialize};

use crate::random::Random;

/// A connected app, which takes the username-password flow.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ConnectedApp {
    pub(crate) consumer_key: String,
    pub(crate) consumer_secret: String,
}

/// An external client app, which takes the client credentials flow where its settings and policies allow.
///
/// Source: help.salesforce.com `xcloud.external_client_apps_oauth_flow_config`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ExternalClientApp {
    pub(crate) consumer_key: String,
    pub(crate) consumer_secret: String,
    /// Selected OAuth Scopes, in Salesforce's short form.
    pub(crate) scopes: Vec<String>,
    /// *Enable Client Credentials Flow*, in the app's settings.
    pub(crate) flow_enabled: bool,
    /// The id of the user that the app's policies name as *Run As*.
    pub(crate) run_as: Option<String>,
}

/// One of an org's apps.
#[derive(Clone, Copy)]
pub(crate) enum App<'a> {
    Connected(&'a ConnectedApp),
    External(&'a ExternalClientApp),
}

impl App<'_> {
    pub(crate) fn consumer_secret(&self) -> &str {
        match self {
            Self::Connected(app) => &app.consumer_secret,
            Self::External(app) => &app.consumer_secret,
        }
    }
}

impl ConnectedApp {
    pub(crate) fn invent(random: &mut Random) -> Self {
        Self {
            consumer_key: consumer_key(random),
            consumer_secret: random.upper_hex(32),
        }
    }
}

impl ExternalClientApp {
    /// An app that is set up as a connector needs it and runs as this user.
    pub(crate) fn invent(random: &mut Random, run_as: &str) -> Self {
        Self {
            consumer_key: consumer_key(random),
            consumer_secret: random.upper_hex(32),
            scopes: vec!["api".to_owned()],
            flow_enabled: true,
            run_as: Some(run_as.to_owned()),
        }
    }

    /// Whether a scope lets the app call the API.
    pub(crate) fn may_call(&self) -> bool {
        let mut scopes = self.scopes.iter();
        scopes.any(|scope| matches!(scope.as_str(), "api" | "full"))
    }
}

fn consumer_key(random: &mut Random) -> String {
    format!("3MVG9{}", random.alphanumeric(80))
}
