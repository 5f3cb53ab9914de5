//! Somebody else at the same customer, who connected the org before.

use super::account::Account;
use super::instance::Instance;
use super::named_credential::NamedCredential;
use crate::route::Route;
use crate::world::World;

/// Connects the account's org to each tenant that it is not connected to yet, as a colleague did
/// through the portal. `domain` is that of the practice Salesforce.
pub(super) fn connects_everything(world: &mut World, account: &Account, domain: &str) {
    let Some(org) = account.org(&world.saved) else {
        return;
    };
    let (org_id, user_id) = (org.id.clone(), org.user.id.clone());
    let event_endpoint = org.event_endpoint.clone();
    let of_domain = org.user.username.rsplit('@').next().unwrap_or_default();
    let username = format!("gcis.earlier@{of_domain}");
    let is_connected = |tenant_id: &str| {
        let mut others = account.instances(&world.saved);
        others.any(|other| other.org_id == org_id && other.tenant_id == tenant_id)
    };
    let tenants = account.tenants(&world.saved).iter();
    let missing = tenants.filter(|tenant| !is_connected(&tenant.id));
    let missing: Vec<String> = missing.map(|tenant| tenant.id.clone()).collect();
    for tenant_id in missing {
        let id = world.random.uuid();
        world.saved.instances.push(Instance {
            owner: account.org_key.clone(),
            reference: id.clone(),
            id,
            tenant_id,
            login_url: format!("login.{domain}"),
            event_endpoint: event_endpoint.clone(),
            org_id: org_id.clone(),
            route: Route::ConnectedApp,
            username: Some(username.clone()),
            user_id: user_id.clone(),
            created_at: world.now,
            credentials_replaced_at: None,
            checks: Vec::new(),
            named_credential: NamedCredential::default(),
        });
    }
}
