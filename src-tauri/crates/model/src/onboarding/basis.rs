//! What a sign-in and a registration depend on, so that a change asks for a recheck.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Route;
use crate::field::SecretField;

/// What a sign-in depends on: names of things, never a secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SignInBasis {
    /// The route.
    #[serde(default)]
    pub route: Route,
    /// The Login URL.
    pub login_url: String,
    /// The Username; empty on a route that does not send one.
    pub username: String,
    /// The generation of each secret that the route signs in with.
    pub secrets: BTreeMap<SecretField, Uuid>,
}

impl SignInBasis {
    /// Labels of what differs between this basis and another, in the dialog's order.
    pub fn differs_from(&self, other: &Self) -> Vec<&'static str> {
        if self.route != other.route {
            return vec!["How GCIS signs in"];
        }
        let mut labels = Vec::new();
        if self.username != other.username {
            labels.push("Username");
        }
        for field in SecretField::of_route(self.route) {
            if self.secrets.get(field) != other.secrets.get(field) {
                labels.push(field.label());
            }
        }
        if self.login_url != other.login_url {
            labels.push("Login URL");
        }
        labels
    }
}

/// What a registration depends on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RegistrationBasis {
    /// The credentials that GCIS was given.
    pub sign_in: SignInBasis,
    /// The Event Endpoint.
    pub event_endpoint: String,
    /// The tenant's id, or its name where the id is unknown.
    pub tenant: String,
}

impl RegistrationBasis {
    /// Whether nothing but what GCIS signs in with differs.
    pub fn differs_in_sign_in_alone(&self, other: &Self) -> bool {
        self.event_endpoint == other.event_endpoint && self.tenant == other.tenant
    }

    /// Labels of what differs between this basis and another.
    pub fn differs_from(&self, other: &Self) -> Vec<&'static str> {
        let mut labels = self.sign_in.differs_from(&other.sign_in);
        if self.event_endpoint != other.event_endpoint {
            labels.push("Event Endpoint");
        }
        if self.tenant != other.tenant {
            labels.push("Tenant");
        }
        labels
    }
}
