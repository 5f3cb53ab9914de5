//! What GCIS signs in to Salesforce with. Never on disk: after a restart a connector has none.

use url::form_urlencoded;

use crate::route::Route;

/// The credentials of one route.
#[derive(Clone)]
pub(crate) enum Credentials {
    ConnectedApp {
        username: String,
        password: String,
        security_token: String,
        consumer_key: String,
        consumer_secret: String,
    },
    ExternalClientApp {
        consumer_key: String,
        consumer_secret: String,
    },
}

impl Credentials {
    pub(super) const fn route(&self) -> Route {
        match self {
            Self::ConnectedApp { .. } => Route::ConnectedApp,
            Self::ExternalClientApp { .. } => Route::ExternalClientApp,
        }
    }

    /// The user's name, where the route has one.
    pub(super) fn username(&self) -> Option<&str> {
        match self {
            Self::ConnectedApp { username, .. } => Some(username),
            Self::ExternalClientApp { .. } => None,
        }
    }

    /// The form that Salesforce's token endpoint takes.
    pub(super) fn form(&self) -> String {
        let (Self::ConnectedApp {
            consumer_key,
            consumer_secret,
            ..
        }
        | Self::ExternalClientApp {
            consumer_key,
            consumer_secret,
        }) = self;
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.append_pair("client_id", consumer_key)
            .append_pair("client_secret", consumer_secret);
        match self {
            Self::ConnectedApp {
                username,
                password,
                security_token,
                ..
            } => form
                .append_pair("grant_type", "password")
                .append_pair("username", username)
                .append_pair("password", &format!("{password}{security_token}")),
            Self::ExternalClientApp { .. } => form.append_pair("grant_type", "client_credentials"),
        };
        form.finish()
    }
}
