//! The fields that GCIS's *Setup New Instance* dialog shows, and the route that they tell.
//!
//! The older dialog: help.gentrack.com, integration-services, Salesforce Sales Cloud V2. The newer
//! one is not public, so the person is asked what it shows.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Route;
use crate::field::{Field, SecretField};

/// A field of the dialog, by its own label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum DialogField {
    /// The service user's Username.
    Username,
    /// Its password.
    Password,
    /// Its security token.
    SecurityToken,
    /// The app's Consumer Key.
    ConsumerKey,
    /// The app's Consumer Secret.
    ConsumerSecret,
    /// The Login URL.
    LoginUrl,
    /// The Event Endpoint.
    EventEndpoint,
    /// The tenant.
    Tenant,
}

/// Where the value of a dialog's field is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// In the record.
    Plain(Field),
    /// In the keychain.
    Secret(SecretField),
}

impl DialogField {
    /// All of them, in the order of the older dialog.
    pub const ALL: [Self; 8] = [
        Self::Username,
        Self::Password,
        Self::SecurityToken,
        Self::ConsumerKey,
        Self::ConsumerSecret,
        Self::LoginUrl,
        Self::EventEndpoint,
        Self::Tenant,
    ];

    /// The dialog's own label.
    pub fn label(self) -> &'static str {
        match self {
            Self::Username => "Username",
            Self::Password => "Password",
            Self::SecurityToken => "Security Token",
            Self::ConsumerKey => "Consumer Key",
            Self::ConsumerSecret => "Consumer Secret",
            Self::LoginUrl => "Login URL",
            Self::EventEndpoint => "Event Endpoint",
            Self::Tenant => "Tenant",
        }
    }

    /// Where its value is kept on a route: each route has a key and a secret of its own.
    pub fn kept(self, route: Route) -> Kept {
        match (self, route) {
            (Self::Username, _) => Kept::Plain(Field::Username),
            (Self::Password, _) => Kept::Secret(SecretField::Password),
            (Self::SecurityToken, _) => Kept::Secret(SecretField::SecurityToken),
            (Self::ConsumerKey, Route::ConnectedApp) => Kept::Secret(SecretField::ConsumerKey),
            (Self::ConsumerSecret, Route::ConnectedApp) => {
                Kept::Secret(SecretField::ConsumerSecret)
            }
            (Self::ConsumerKey, Route::ExternalClientApp) => {
                Kept::Secret(SecretField::EcaConsumerKey)
            }
            (Self::ConsumerSecret, Route::ExternalClientApp) => {
                Kept::Secret(SecretField::EcaConsumerSecret)
            }
            (Self::LoginUrl, _) => Kept::Plain(Field::LoginUrl),
            (Self::EventEndpoint, _) => Kept::Plain(Field::EventEndpoint),
            (Self::Tenant, _) => Kept::Plain(Field::Tenant),
        }
    }

    /// Whether a route signs in with it.
    pub fn signs_in(self, route: Route) -> bool {
        match self {
            Self::Username | Self::Password | Self::SecurityToken => route == Route::ConnectedApp,
            Self::ConsumerKey | Self::ConsumerSecret | Self::LoginUrl => true,
            Self::EventEndpoint | Self::Tenant => false,
        }
    }

    /// Whether a dialog of the route is expected to show it, where nobody has looked yet.
    pub fn is_expected(self, route: Route) -> bool {
        self.signs_in(route) || matches!(self, Self::EventEndpoint | Self::Tenant)
    }
}

impl Route {
    /// The route that a dialog with these fields belongs to. Nothing where they do not tell:
    /// neither a password nor a key and secret.
    pub fn of_dialog(shown: &BTreeSet<DialogField>) -> Option<Self> {
        let has = |field| shown.contains(&field);
        if has(DialogField::Password) || has(DialogField::SecurityToken) {
            Some(Self::ConnectedApp)
        } else if has(DialogField::ConsumerKey) && has(DialogField::ConsumerSecret) {
            Some(Self::ExternalClientApp)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dialogs_fields_tell_the_route() {
        use DialogField as F;
        for (shown, route) in [
            (&F::ALL[..], Some(Route::ConnectedApp)),
            (&[F::Password, F::LoginUrl], Some(Route::ConnectedApp)),
            (
                &[F::ConsumerKey, F::ConsumerSecret, F::LoginUrl, F::Tenant],
                Some(Route::ExternalClientApp),
            ),
            (
                &[F::Username, F::ConsumerKey, F::ConsumerSecret],
                Some(Route::ExternalClientApp),
            ),
            (&[F::LoginUrl, F::Tenant], None),
            (&[F::ConsumerKey], None),
            (&[], None),
        ] {
            let shown: BTreeSet<_> = shown.iter().copied().collect();
            assert_eq!(Route::of_dialog(&shown), route, "{shown:?}");
        }
    }

    #[test]
    fn every_secret_of_a_route_is_a_field_it_signs_in_with() {
        for route in Route::ALL {
            for field in SecretField::of_route(route) {
                let asked = DialogField::ALL
                    .into_iter()
                    .filter(|asked| asked.kept(route) == Kept::Secret(*field));
                let asked: Vec<_> = asked.collect();
                assert_eq!(asked.len(), 1, "{field:?}");
                assert!(asked.iter().all(|asked| asked.signs_in(route)));
            }
        }
    }
}
