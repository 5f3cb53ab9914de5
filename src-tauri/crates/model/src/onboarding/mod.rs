//! The aggregate: one customer environment being connected, as it is saved.

mod basis;
mod entered;
mod existing;
mod facts;
mod migration;
mod mismatch;
mod named_credential;
mod org_name;
mod portal;
mod refusal;
mod registration;
mod replacement;
mod unanswered;
mod verification;

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::dialog::{DialogField, Kept};
use crate::field::{Field, SecretField};
use crate::guide::Places;
use crate::guide::link::Link;
use crate::host::SalesforceHost;
use crate::provenance::Verified;
use crate::{Environment, Route};

pub use basis::{RegistrationBasis, SignInBasis};
pub use entered::{Fields, Keep, RegistrationWay, StoredSecret, Tenant};
pub use existing::{Adopted, ExistingInstance};
pub use facts::{AppAnswer, Facts, RouteFacts, UserInUse};
pub use migration::{
    Given, Migration, MovePhase, MoveSighting, MoveStage, MoveStanding, MoveStep, NotRetired,
    OtherWay, Retired, judge as judge_move,
};
pub use mismatch::{Mismatch, TenantKind};
pub use named_credential::{
    CredentialAction, CredentialKnown, CredentialList, CredentialState, Due, Forbidden, Known,
    ListedCredential, Looked, NamedCredential, Operation, OperationWay, Reminder, Seen, Shown,
    Sighting, Unclear, Verdict, Watch, judge, same_id,
};
pub use org_name::OrgToType;
pub use portal::{AddressAnswer, Evidence, ListLook, Listed, PortalEnd, PortalEnding};
pub use refusal::{GcisFinding, GcisRefusal};
pub use registration::{Registered, RegistrationAttempt, RegistrationProof};
pub use replacement::ReplacementAttempt;
pub use verification::{Connection, SignIn, Verification, Whose};

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

    /// The org's own host: the Login URL where it is one, else the one that Salesforce named when
    /// this onboarding was last verified.
    pub fn org_host(&self) -> Option<SalesforceHost> {
        let of_login = self.login_host().filter(SalesforceHost::is_my_domain);
        of_login.or_else(|| {
            let connection = self.current_connection()?;
            SalesforceHost::exact(&connection.value.org_host, self.environment).ok()
        })
    }

    /// Whether a page can be opened: in a live org where its own host is known, in practice where the
    /// practice services have such a page.
    pub fn can_open(&self, link: Link) -> bool {
        match self.environment {
            Environment::Practice => link.is_practised(),
            Environment::Production | Environment::Sandbox => self.link_address(link).is_some(),
        }
    }

    /// The address of a page in this live org or of the portal, if it is known. A practice page's
    /// address is made when it is opened and good for that once.
    pub fn link_address(&self, link: Link) -> Option<String> {
        match self.environment {
            Environment::Practice => None,
            Environment::Production | Environment::Sandbox => {
                link.address(self.org_host().as_ref())
            }
        }
    }

    /// What a sign-in would depend on now.
    pub fn sign_in_basis(&self) -> SignInBasis {
        let of_route = SecretField::of_route(self.route);
        SignInBasis {
            route: self.route,
            login_url: self.fields.login_url.clone(),
            username: match self.route {
                Route::ConnectedApp => self.fields.username.clone(),
                Route::ExternalClientApp => String::new(),
            },
            secrets: self
                .secrets
                .iter()
                .filter(|(field, _)| of_route.contains(field))
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

    /// The connection that the last verification made, whatever was changed since.
    pub fn last_connection(&self) -> Option<&Verified<Connection>> {
        self.facts.verification.as_ref()?.connection.as_ref()
    }

    /// Secrets that are stored and that the route has no use for: kept until the person says
    /// otherwise.
    pub fn aside(&self) -> Vec<(SecretField, &StoredSecret)> {
        let used: Vec<Kept> = self
            .to_enter()
            .into_iter()
            .map(|field| field.kept(self.route))
            .collect();
        self.secrets
            .iter()
            .filter(|(field, _)| !used.contains(&Kept::Secret(**field)))
            .map(|(field, stored)| (*field, stored))
            .collect()
    }

    /// Whether the keychain may hold a value of this secret, be it the one in use or an earlier one.
    pub fn in_keychain(&self, field: SecretField) -> bool {
        let stored = self.secrets.get(&field);
        self.facts.in_keychain.contains(&field)
            || stored.is_some_and(|stored| stored.keep == Keep::Keychain)
    }

    /// The fields that the portal will ask for, in the dialog's order: those that the person saw
    /// there, else those of the route.
    pub fn dialog(&self) -> Vec<DialogField> {
        self.route.dialog(&self.facts.route.dialog)
    }

    /// The fields to enter here: what the route signs in with, what the portal asks for, and the
    /// user name that the one who signs in is compared with.
    pub fn to_enter(&self) -> Vec<DialogField> {
        self.route.to_enter(&self.facts.route.dialog)
    }

    /// Whether all that a sign-in needs is entered.
    pub fn credentials_complete(&self) -> bool {
        self.missing_credentials().is_empty()
    }

    /// Labels of the fields that are wanted and still empty, in the dialog's order, the tenant
    /// apart.
    pub fn missing_credentials(&self) -> Vec<&'static str> {
        let fields = &self.fields;
        let is_missing = |field: &DialogField| match field.kept(self.route) {
            Kept::Secret(secret) => {
                !self.secrets.contains_key(&secret) || self.gone.contains(&secret)
            }
            Kept::Plain(Field::Username) => fields.username.is_empty(),
            Kept::Plain(Field::LoginUrl) => {
                let host = self.login_host();
                !host.is_some_and(|host| self.route == Route::ConnectedApp || host.is_my_domain())
            }
            Kept::Plain(Field::EventEndpoint) => fields.event_endpoint.is_empty(),
            Kept::Plain(_) => false,
        };
        let dialog = self.dialog();
        self.to_enter()
            .into_iter()
            .filter(|field| field.signs_in(self.route) || dialog.contains(field))
            .filter(is_missing)
            .map(DialogField::label)
            .collect()
    }
}
