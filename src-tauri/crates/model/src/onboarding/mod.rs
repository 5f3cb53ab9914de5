//! The aggregate: one customer environment being connected, as it is saved.

mod basis;
mod named_credential;

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::catalogue::Finding;
use crate::field::SecretField;
use crate::guide::Places;
use crate::guide::link::Link;
use crate::host::SalesforceHost;
use crate::provenance::{Attested, Verified};
use crate::{Environment, Route};

pub use basis::{RegistrationBasis, SignInBasis};
pub use named_credential::{
    CredentialAction, CredentialKnown, CredentialState, NamedCredential, Operation,
};

/// One customer environment being connected. Holds no secret, only where secrets are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Onboarding {
    /// Stable name; also the name of its file.
    pub id: Uuid,
    /// The customer's name, as the person typed it.
    pub name: String,
    /// Which hosts may be talked to.
    pub environment: Environment,
    /// How GCIS will sign in.
    pub route: Route,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// What the person typed, secrets apart.
    pub fields: Fields,
    /// Which secrets are stored, never the secrets.
    pub secrets: BTreeMap<SecretField, StoredSecret>,
    /// What has been established.
    pub facts: Facts,
    /// Secrets that were kept for an earlier run only and are gone with it. Known to the running
    /// program, never saved.
    #[serde(skip)]
    pub gone: BTreeSet<SecretField>,
}

/// What the person typed, kept as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Fields {
    /// The customer's e-mail domain.
    pub domain: String,
    /// The sandbox's name, where it is one.
    pub sandbox_name: String,
    /// The service user's Username.
    pub username: String,
    /// The Login URL, normalised to a bare host.
    pub login_url: String,
    /// The Event Endpoint, exactly as typed.
    pub event_endpoint: String,
    /// The tenant that this connector serves.
    pub tenant: Option<Tenant>,
    /// How the connector is registered, once the person has said it.
    pub registration: Option<RegistrationWay>,
}

/// A GCIS tenant. The id is opaque; it is unknown where the name was typed from the portal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct Tenant {
    /// The id that GCIS gave, if it was GCIS that named the tenant.
    pub id: Option<String>,
    /// The name, as GCIS or its portal shows it.
    pub name: String,
    /// Velocity or Junifer, as GCIS words it.
    pub product: Option<String>,
    /// Production or test, as GCIS words it.
    pub environment: Option<String>,
}

/// The two ways to register behind one screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum RegistrationWay {
    /// The portal's own clicks, guided.
    Portal,
    /// The HTTP contract proposed by this project.
    Api,
}

/// That a secret is stored, and which one. A new value gets a new generation, so that what was
/// established with the old one can be told apart without keeping either.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StoredSecret {
    /// Names this value, reveals nothing of it.
    pub generation: Uuid,
    /// When it was stored.
    pub stored_at: Timestamp,
    /// Where it is.
    pub keep: Keep,
}

/// Where a secret is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum Keep {
    /// The operating system's keychain.
    Keychain,
    /// The memory of this run; gone when the program ends.
    ThisRun,
}

/// What has been established. Provenance is part of the type: what a person said and what a
/// service answered cannot be mistaken for each other.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Facts {
    /// Prerequisites, by id.
    pub prerequisites: BTreeMap<String, Attested>,
    /// Settings and tasks ticked, by id.
    pub done: BTreeMap<String, Attested>,
    /// The person saved the connected app's form.
    pub app_saved: Option<Attested>,
    /// Whether a connector already uses the service user.
    pub user_in_use: Option<UserInUse>,
    /// The service user exists and its token is at hand.
    pub user_ready: Option<Attested>,
    /// The org that the first verified sign-in reached. Never replaced by a later one.
    pub pinned_org: Option<String>,
    /// The latest verification, whatever its outcome.
    pub verification: Option<Verification>,
    /// A registration that was begun and whose outcome may be unknown.
    pub attempt: Option<RegistrationAttempt>,
    /// The registered connector instance.
    pub registered: Option<Registered>,
    /// The named credential.
    pub named_credential: NamedCredential,
    /// The checklist was saved to a file.
    pub checklist_saved: Option<Timestamp>,
}

/// The answer to *Is this user already used by a connector?*
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum UserInUse {
    /// A new user will be created.
    No,
    /// It signs in for a connector already.
    Yes,
    /// The person cannot say.
    NotSure,
}

/// One run of the verification.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Verification {
    /// When it ended.
    pub at: Timestamp,
    /// What it was made with.
    pub basis: SignInBasis,
    /// What was found, in the order of the checks.
    pub findings: Vec<Finding>,
    /// Who signed in, where; present only if nothing blocks the way on.
    pub connection: Option<Verified<Connection>>,
}

/// *Connected as*: the user and the org that Salesforce named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct Connection {
    /// The user name that Salesforce answered with.
    pub username: String,
    /// The org's id, 15 or 18 characters as Salesforce sent it.
    pub org_id: String,
    /// The org's name; empty where the user may not read it.
    pub org_name: String,
    /// Whether Salesforce says it is a sandbox; nothing where it did not say.
    pub sandbox: Option<bool>,
    /// Salesforce's word for the edition.
    pub edition: String,
    /// The host that was signed in to.
    pub login_host: String,
}

/// A registration on its way: on disk before the request leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RegistrationAttempt {
    /// Sent as Idempotency-Key and as the instance's reference.
    pub key: Uuid,
    /// The payload it belongs to.
    pub basis: RegistrationBasis,
    /// The tenant it is for.
    pub tenant: Tenant,
    /// When it was begun.
    pub at: Timestamp,
    /// When GCIS was asked what became of it and showed nothing. The key stays: should the request
    /// still be on its way, the same key makes the same instance.
    #[serde(default)]
    pub looked_up_at: Option<Timestamp>,
}

impl RegistrationAttempt {
    /// Whether GCIS has to be asked before anything is sent again.
    pub fn is_unknown(&self) -> bool {
        self.looked_up_at.is_none()
    }
}

/// The registered connector instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Registered {
    /// What it was registered with, or has been updated to.
    pub basis: RegistrationBasis,
    /// The tenant it serves.
    pub tenant: Tenant,
    /// How it is known.
    pub proof: RegistrationProof,
    /// The person entered changed values in the portal.
    #[serde(default)]
    pub updated: Option<Attested>,
}

/// How a registration is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind")]
pub enum RegistrationProof {
    /// A person saw it saved in the portal.
    Attested(Attested),
    /// GCIS answered with the instance's id.
    Verified {
        /// The id.
        #[serde(rename = "instanceId")]
        instance_id: String,
        /// When GCIS answered.
        at: Timestamp,
    },
}

impl Onboarding {
    /// What the guide's place-holders stand for here.
    pub fn places(&self) -> Places<'_> {
        let sandbox = match self.environment {
            Environment::Sandbox => self.fields.sandbox_name.as_str(),
            Environment::Production | Environment::Practice => "",
        };
        Places {
            domain: &self.fields.domain,
            sandbox,
        }
    }

    /// The Salesforce host that the Login URL names.
    pub fn login_host(&self) -> Option<SalesforceHost> {
        SalesforceHost::parse(&self.fields.login_url, self.environment).ok()
    }

    /// The address of a page in this org or the portal, if it can be opened: practice has neither.
    pub fn link_address(&self, link: Link) -> Option<String> {
        match self.environment {
            Environment::Practice => None,
            Environment::Production | Environment::Sandbox => {
                link.address(self.login_host().as_ref())
            }
        }
    }

    /// What a sign-in would depend on now.
    pub fn sign_in_basis(&self) -> SignInBasis {
        SignInBasis {
            login_url: self.fields.login_url.clone(),
            username: self.fields.username.clone(),
            secrets: self
                .secrets
                .iter()
                .map(|(field, stored)| (*field, stored.generation))
                .collect(),
        }
    }

    /// What a registration would depend on now; nothing without a tenant.
    pub fn registration_basis(&self) -> Option<RegistrationBasis> {
        let tenant = self.fields.tenant.as_ref()?;
        Some(RegistrationBasis {
            sign_in: self.sign_in_basis(),
            event_endpoint: self.fields.event_endpoint.clone(),
            tenant: tenant.id.clone().unwrap_or_else(|| tenant.name.clone()),
        })
    }

    /// The verified connection, if it was made with what is entered now.
    pub fn current_connection(&self) -> Option<&Verified<Connection>> {
        let verification = self.facts.verification.as_ref()?;
        if verification.basis == self.sign_in_basis() {
            verification.connection.as_ref()
        } else {
            None
        }
    }

    /// Whether all that a sign-in needs is entered.
    pub fn credentials_complete(&self) -> bool {
        self.missing_credentials().is_empty()
    }

    /// Labels of the dialog's fields that are still empty, in its order, the tenant apart.
    pub fn missing_credentials(&self) -> Vec<&'static str> {
        let fields = &self.fields;
        let mut missing = Vec::new();
        if fields.username.is_empty() {
            missing.push("Username");
        }
        missing.extend(
            SecretField::ALL
                .iter()
                .filter(|field| !self.secrets.contains_key(field) || self.gone.contains(field))
                .map(|field| field.label()),
        );
        if fields.login_url.is_empty() {
            missing.push("Login URL");
        }
        if fields.event_endpoint.is_empty() {
            missing.push("Event Endpoint");
        }
        missing
    }
}
