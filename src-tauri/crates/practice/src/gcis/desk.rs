//! What a person at the portal has GCIS do: the same work as over the API, asked for on a page.

use super::Gcis;
use super::account::Account;
use super::check::Status;
use super::credentials::Credentials;
use super::instance::Instance;
use super::instances::{connect, twin};
use super::named_credential::{Standing, start};
use super::operation::{Kind, Outcome};
use super::proposal::Proposal;
use super::replace::give;
use super::verification::{Verification, verify};
use crate::org::Tenant;
use crate::route::Route;
use crate::salesforce::Source;
use crate::scenario::Quirk;

/// The dialog *Setup New Instance*, filled in. What the route does not ask for is empty.
pub(crate) struct Dialog {
    pub(crate) route: Route,
    pub(crate) username: String,
    pub(crate) password: String,
    pub(crate) security_token: String,
    pub(crate) consumer_key: String,
    pub(crate) consumer_secret: String,
    pub(crate) login_url: String,
    pub(crate) event_endpoint: String,
    pub(crate) tenant_id: String,
}

/// Why Save did not save.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotSaved {
    /// No Salesforce answers at the Login URL.
    LoginUrl,
    /// Salesforce gave no session, or one that cannot be used.
    Authentication,
    /// There is no such tenant.
    Tenant,
    /// The org is connected to this tenant already.
    Connected,
    /// The values lead to another org than the connector's.
    OtherOrg,
}

/// What a page shows of a connector.
pub(crate) struct Connector {
    pub(crate) instance: Instance,
    pub(crate) tenant: String,
    pub(crate) standing: Standing,
    /// Salesforce refused what was last asked of the named credential.
    pub(crate) refused: bool,
}

impl Gcis {
    /// The core systems connected to an owner's account.
    pub(crate) fn tenants(&self, org_key: &str) -> Vec<Tenant> {
        let account = account(org_key);
        self.cloud.look(|saved, live| {
            if live.scenario.has(Quirk::NoTenants) {
                return Vec::new();
            }
            account.tenants(saved).to_vec()
        })
    }

    /// The connectors of an owner, in the order in which they were made.
    pub(crate) fn connectors(&self, org_key: &str) -> Vec<Connector> {
        let account = account(org_key);
        self.cloud.look(|saved, _| {
            let told = |instance: &Instance| {
                let mut tenants = account.tenants(saved).iter();
                let tenant = tenants.find(|tenant| tenant.id == instance.tenant_id);
                let operations = saved.operations.iter().rev();
                let mut own = operations.filter(|operation| operation.instance_id == instance.id);
                Connector {
                    instance: instance.clone(),
                    tenant: tenant.map_or_else(String::new, |tenant| tenant.name.clone()),
                    standing: instance.named_credential.standing,
                    refused: own
                        .next()
                        .is_some_and(|last| last.outcome == Some(Outcome::Failed)),
                }
            };
            account.instances(saved).map(told).collect()
        })
    }

    /// Tries the dialog's values out and keeps the connector if they are good. Gives its id.
    pub(crate) async fn save(&self, org_key: &str, dialog: Dialog) -> Result<String, NotSaved> {
        let account = account(org_key);
        let proposal = proposal(dialog);
        let verification = verify(self, &account, &proposal, None, Source::GcisConnector).await;
        if let Some(why) = not_saved(&verification) {
            return Err(why);
        }
        self.cloud.change(|world| {
            if twin(&world.saved, &account, &proposal, &verification).is_some() {
                return Err(NotSaved::Connected);
            }
            let instance = connect(world, &account, None, proposal, verification);
            instance
                .map(|instance| instance.id)
                .ok_or(NotSaved::Authentication)
        })
    }

    /// Tries other values out for a connector that runs, and lets it work with them if they are good. Until then it goes
    /// on with those it has. Nothing if there is no such connector.
    pub(crate) async fn update(
        &self,
        org_key: &str,
        id: &str,
        dialog: Dialog,
    ) -> Option<Result<(), NotSaved>> {
        let account = account(org_key);
        let (tenant_id, org_id) = self.cloud.look(|saved, _| {
            let instance = account.instance(saved, id).ok()?;
            Some((instance.tenant_id.clone(), instance.org_id.clone()))
        })?;
        let proposal = Proposal {
            tenant_id,
            ..proposal(dialog)
        };
        let source = Source::GcisConnector;
        let verification = verify(self, &account, &proposal, Some(&org_id), source).await;
        if verification
            .org_id
            .as_ref()
            .is_some_and(|org| *org != org_id)
        {
            return Some(Err(NotSaved::OtherOrg));
        }
        if let Some(why) = not_saved(&verification) {
            return Some(Err(why));
        }
        let given = self
            .cloud
            .change(|world| give(world, &account, id, proposal, verification));
        given.ok().map(|_| Ok(()))
    }

    /// Starts work on a connector's named credential, unless it is not the time for it.
    pub(crate) fn work_on_named_credential(&self, org_key: &str, id: &str, kind: Kind) -> bool {
        let account = account(org_key);
        self.cloud
            .change(|world| start(world, self, &account, id, kind).is_ok())
    }
}

fn account(org_key: &str) -> Account {
    Account {
        org_key: org_key.to_owned(),
    }
}

fn proposal(dialog: Dialog) -> Proposal {
    let credentials = match dialog.route {
        Route::ConnectedApp => Credentials::ConnectedApp {
            username: dialog.username,
            password: dialog.password,
            security_token: dialog.security_token,
            consumer_key: dialog.consumer_key,
            consumer_secret: dialog.consumer_secret,
        },
        Route::ExternalClientApp => Credentials::ExternalClientApp {
            consumer_key: dialog.consumer_key,
            consumer_secret: dialog.consumer_secret,
        },
    };
    Proposal {
        tenant_id: dialog.tenant_id,
        login_url: dialog.login_url,
        event_endpoint: dialog.event_endpoint,
        credentials,
    }
}

fn not_saved(verification: &Verification) -> Option<NotSaved> {
    let mut checks = verification.checks.iter();
    let failed = checks.find(|check| check.status == Status::Failed)?;
    Some(match failed.id.as_str() {
        "login_url" => NotSaved::LoginUrl,
        "tenant" => NotSaved::Tenant,
        _ => NotSaved::Authentication,
    })
}
