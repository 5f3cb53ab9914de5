//! What goes wrong, and what the person is told. Nothing entered is ever lost.

use model::field::{Field, SecretField};
use onboarding::workflow::VerifyRequest;
use practice::Scenario;

use crate::desk::Desk;

#[tokio::test]
async fn a_wrong_value_is_told_by_the_service_and_mended_by_a_new_one() {
    for (field, code) in [
        (SecretField::Password, "authentication_failure"),
        (SecretField::SecurityToken, "authentication_failure"),
        (SecretField::ConsumerKey, "invalid_client_id"),
        (SecretField::ConsumerSecret, "invalid_client_secret"),
    ] {
        let desk = Desk::with_credentials().await;
        desk.store(field, "mistyped").await;
        let snapshot = desk.verify().await.unwrap();
        let blocking = snapshot
            .verify
            .findings
            .iter()
            .find(|finding| finding.blocks)
            .unwrap();
        assert_eq!(blocking.code, code, "{field:?}");
        desk.enter_credentials().await;
        assert!(desk.verify().await.unwrap().verify.passed, "{field:?}");
    }
}

#[tokio::test]
async fn gcis_says_no_in_words_and_nothing_is_registered() {
    for (scenario, code) in [
        (Scenario::GcisDown, "gcis_down"),
        (Scenario::GcisRefuses, "verification_refused"),
    ] {
        let desk = Desk::ready_to_register().await;
        desk.scenario(scenario);
        let refused = desk.workspace.register(desk.id).await.unwrap_err();
        assert_eq!(refused.code, code);
        let after = desk.workspace.open(desk.id).unwrap();
        assert!(after.register.registered.is_none() && after.register.tenant.is_some());
        desk.scenario(Scenario::Smooth);
        assert!(desk.workspace.register(desk.id).await.is_ok(), "{scenario}");
    }
}

#[tokio::test]
async fn no_tenants_is_said_so() {
    let desk = Desk::with_credentials().await;
    desk.scenario(Scenario::NoTenants);
    assert_eq!(
        desk.workspace.tenants(desk.id).await.unwrap_err().code,
        "no_tenants"
    );
}

#[tokio::test]
async fn a_failed_named_credential_says_what_may_be_missing_and_can_be_added_again() {
    use model::onboarding::{CredentialAction, CredentialState};
    let desk = Desk::ready_to_register().await;
    desk.workspace.register(desk.id).await.unwrap();
    desk.scenario(Scenario::NamedCredentialFails);
    let add = || desk.change_credential(CredentialAction::Add);
    assert_eq!(add().await.unwrap_err().code, "credential_failed");
    let after = desk.workspace.open(desk.id).unwrap();
    assert_eq!(after.named_credential.state, CredentialState::Failed);
    desk.scenario(Scenario::Smooth);
    assert_eq!(
        add().await.unwrap().named_credential.state,
        CredentialState::Active
    );
}

#[tokio::test]
async fn absurd_fields_are_refused_at_the_field_and_change_nothing() {
    let desk = Desk::with_credentials().await;
    for (field, typed, code) in [
        (Field::Domain, "", "domain_invalid"),
        (Field::Domain, "no domain", "domain_invalid"),
        (Field::Username, "", "username_missing"),
        (Field::Username, "somebody", "username_invalid"),
        (Field::LoginUrl, "", "login_url_missing"),
        (
            Field::LoginUrl,
            "login.salesforce.com.evil.example",
            "login_url_not_salesforce",
        ),
        (
            Field::LoginUrl,
            "login.salesforce.com",
            "login_url_other_environment",
        ),
        (
            Field::LoginUrl,
            "user@login.salesforce.practice",
            "login_url_user_name",
        ),
        (
            Field::EventEndpoint,
            "https://evil.example/x",
            "endpoint_not_a_path",
        ),
        (Field::EventEndpoint, "/a/../b", "endpoint_unsafe"),
        (Field::Tenant, "  ", "tenant_missing"),
    ] {
        let before = desk.workspace.load(desk.id).unwrap();
        let refused = desk
            .workspace
            .save_field(desk.id, field, typed)
            .unwrap_err();
        assert_eq!(refused.code, code, "{typed}");
        assert!(
            refused.field.is_some() && !refused.fixes.is_empty(),
            "{typed}"
        );
        assert_eq!(desk.workspace.load(desk.id).unwrap(), before, "{typed}");
    }
}

#[tokio::test]
async fn one_click_is_one_run() {
    let desk = Desk::with_credentials().await;
    let (one, other) = tokio::join!(desk.verify(), desk.verify());
    let refused = [one, other]
        .into_iter()
        .filter_map(Result::err)
        .collect::<Vec<_>>();
    assert_eq!(refused.len(), 1);
    assert_eq!(refused[0].code, "already_running");
}

#[tokio::test]
async fn with_the_services_gone_the_person_is_told_and_keeps_everything() {
    let desk = Desk::ready_to_register().await;
    desk.running.stop().await;
    let all = VerifyRequest::default();
    let verified = desk.workspace.verify(desk.id, &all, &|_| ()).await;
    let snapshot = verified.unwrap();
    let blocking = snapshot
        .verify
        .findings
        .iter()
        .find(|finding| finding.blocks)
        .unwrap();
    assert_eq!(blocking.code, "connection_failed");
    let tenants = desk.workspace.tenants(desk.id).await.unwrap_err();
    assert_eq!(tenants.code, "gcis_unreachable");
    assert!(snapshot.register.tenant.is_some());
}
