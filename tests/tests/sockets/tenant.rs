//! The tenant that a connector serves, and an org of the other kind.

use model::onboarding::{Listed, Mismatch, PortalEnding, Tenant, TenantKind};
use onboarding::workflow::snapshot::Snapshot;
use practice::Scenario;

use crate::desk::Desk;

async fn tenant(desk: &Desk, name: &str) -> Tenant {
    let tenants = desk.workspace.tenants(desk.id).await.unwrap();
    let mut named = tenants.into_iter().filter(|tenant| tenant.name == name);
    named.next().unwrap()
}

/// A verified onboarding whose tenant is for tests, in a production org.
async fn with_a_test_tenant() -> (Desk, Snapshot) {
    let desk = Desk::ready_to_register().await;
    let tenant = tenant(&desk, "Velocity Test").await;
    let snapshot = desk.workspace.choose_tenant(desk.id, &tenant).unwrap();
    (desk, snapshot)
}

#[tokio::test]
async fn each_tenant_comes_with_its_id_its_product_and_what_it_is_for() {
    let desk = Desk::ready_to_register().await;
    for tenant in desk.workspace.tenants(desk.id).await.unwrap() {
        assert!(tenant.id.is_some() && tenant.product.is_some());
        assert!(tenant.kind().is_some(), "{}", tenant.name);
    }
}

#[tokio::test]
async fn a_production_org_with_a_test_tenant_is_registered_only_once_it_is_confirmed_in_words() {
    let (desk, snapshot) = with_a_test_tenant().await;
    let mismatch = snapshot.register.tenant_fit.mismatch.unwrap();
    assert_eq!(mismatch.words, "test tenant");
    for typed in ["", "yes", "production tenant"] {
        let refused = desk.workspace.register_confirmed(desk.id, typed).await;
        let refused = refused.unwrap_err();
        assert_eq!(refused.code, "tenant_not_confirmed", "{typed}");
        assert_eq!(refused.field, Some("tenant_confirmation"));
        assert!(!refused.fixes.is_empty());
    }
    let record = desk.workspace.load(desk.id).unwrap();
    assert!(record.facts.attempt.is_none(), "nothing was sent");
    let registered = desk
        .workspace
        .register_confirmed(desk.id, "  Test  Tenant ")
        .await
        .unwrap();
    let shown = registered.register.registered.unwrap().mismatch;
    assert_eq!(shown, Some(Mismatch::TestTenant.says()));
}

#[tokio::test]
async fn a_sandbox_with_a_production_tenant_has_words_of_its_own() {
    let desk = Desk::with_credentials().await;
    desk.scenario(Scenario::SandboxOrg);
    desk.make_ready().await;
    let page = desk.workspace.open(desk.id).unwrap().register;
    assert_eq!(page.tenant_fit.kind, Some(TenantKind::Production));
    let words = page.tenant_fit.mismatch.unwrap().words;
    assert_eq!(words, "production tenant");
    let refused = desk.workspace.register(desk.id).await.unwrap_err();
    assert_eq!(refused.code, "tenant_not_confirmed");
    let registered = desk.workspace.register_confirmed(desk.id, words).await;
    assert!(registered.is_ok());
}

#[tokio::test]
async fn a_tenant_of_a_kind_that_is_not_known_is_said_to_be_so_and_asks_nothing() {
    let desk = Desk::with_credentials().await;
    desk.scenario(Scenario::TenantsUnlabelled);
    desk.make_ready().await;
    let page = desk.workspace.open(desk.id).unwrap().register;
    let fit = page.tenant_fit;
    assert!(fit.kind.is_none() && fit.mismatch.is_none());
    assert!(fit.cannot_tell.unwrap().contains("does not say"));
    assert!(desk.workspace.register(desk.id).await.is_ok());
}

#[tokio::test]
async fn what_gcis_says_of_the_tenant_counts_and_not_what_was_said_when_it_was_chosen() {
    let desk = Desk::ready_to_register().await;
    let mut chosen = tenant(&desk, "Velocity Test").await;
    chosen.environment = Some("production".to_owned());
    desk.workspace.choose_tenant(desk.id, &chosen).unwrap();
    let refused = desk.workspace.register(desk.id).await.unwrap_err();
    assert_eq!(refused.code, "tenant_not_confirmed");
    let page = desk.workspace.open(desk.id).unwrap().register;
    assert!(page.tenant_fit.mismatch.is_some(), "read again");
}

#[tokio::test]
async fn in_the_portal_it_is_shown_and_recorded_and_stands_in_nobodys_way() {
    let (desk, snapshot) = with_a_test_tenant().await;
    assert!(snapshot.register.tenant_fit.mismatch.is_some());
    desk.workspace.answer_list(desk.id, Listed::No).unwrap();
    let saved = desk
        .workspace
        .portal_ended(desk.id, PortalEnding::Saved, "")
        .unwrap();
    let shown = saved.register.registered.unwrap().mismatch;
    assert_eq!(shown, Some(Mismatch::TestTenant.says()));
}

#[tokio::test]
async fn with_no_tenant_the_way_to_one_is_told() {
    let desk = Desk::with_credentials().await;
    desk.verify().await.unwrap();
    desk.scenario(Scenario::NoTenants);
    let none = desk.workspace.tenants(desk.id).await.unwrap_err();
    assert_eq!(none.code, "no_tenants");
    let page = desk.workspace.open(desk.id).unwrap().register;
    let clicks = page.connect_tenant.join(" ");
    for words in ["Manage Access ▸ Tenants", "Add Tenant", "Connect tenant"] {
        assert!(clicks.contains(words), "{words}");
    }
    desk.scenario(Scenario::Smooth);
    assert_eq!(desk.workspace.tenants(desk.id).await.unwrap().len(), 3);
}
