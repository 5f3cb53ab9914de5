//! The whole onboarding, both ways.

use model::Route;
use model::catalogue::{Check, FindingStatus};
use model::guide::{all_items, prerequisites};
use model::journey::{Status, StepId};
use model::onboarding::{CredentialAction, CredentialState, RegistrationWay, Tenant, UserInUse};
use model::provenance::{Attestor, Provenance};
use onboarding::workflow::ChecklistOf;
use onboarding::workflow::VerifyRequest;
use onboarding::workflow::snapshot::{Snapshot, VerifyEvent};

use crate::desk::Desk;

pub(crate) fn status(snapshot: &Snapshot, id: StepId) -> &Status {
    &snapshot
        .steps
        .iter()
        .find(|step| step.id == id)
        .unwrap()
        .status
}

fn provenance(snapshot: &Snapshot, id: StepId) -> Option<Provenance> {
    match status(snapshot, id) {
        Status::Completed { provenance, .. } => Some(*provenance),
        _ => None,
    }
}

/// Everything that is done and said before the credentials are entered.
pub(crate) fn prepare(desk: &Desk, route: Route) {
    let workspace = &desk.workspace;
    for prerequisite in prerequisites::ALL {
        let by = Some(Attestor::Gentrack);
        workspace
            .confirm_prerequisite(desk.id, prerequisite.id, by)
            .unwrap();
    }
    for item in all_items() {
        workspace.tick(desk.id, item, true).unwrap();
    }
    workspace.choose_route(desk.id, route).unwrap();
    workspace.app_saved(desk.id, true).unwrap();
    workspace
        .answer_user_in_use(desk.id, UserInUse::No)
        .unwrap();
    workspace.user_ready(desk.id, true).unwrap();
}

#[tokio::test]
async fn through_the_api_every_step_ends_verified_or_attested() {
    let desk = Desk::with_credentials().await;
    prepare(&desk, Route::ConnectedApp);
    let verified = desk.verify().await.unwrap();
    let of_status = |status| {
        let findings = verified.verify.findings.iter();
        let codes = findings.filter(move |f| f.status == status).map(|f| f.code);
        codes.collect::<Vec<_>>()
    };
    assert_eq!(of_status(FindingStatus::Failed), Vec::<&str>::new());
    assert_eq!(of_status(FindingStatus::Warning), ["no_credential_right"]);
    assert_eq!(
        of_status(FindingStatus::Unknown),
        ["desk_only"],
        "what only GCIS could tell"
    );
    assert_eq!(of_status(FindingStatus::Skipped), ["endpoint_not_asked"]);
    assert_eq!(
        verified
            .verify
            .connected_as
            .as_ref()
            .unwrap()
            .username
            .as_deref()
            .unwrap(),
        desk.card.username
    );
    assert_eq!(
        provenance(&verified, StepId::Verify),
        Some(Provenance::Verified)
    );

    let workspace = &desk.workspace;
    workspace
        .choose_registration(desk.id, RegistrationWay::Api)
        .unwrap();
    let tenants = workspace.tenants(desk.id).await.unwrap();
    workspace.choose_tenant(desk.id, &tenants[0]).unwrap();
    let registered = workspace.register(desk.id).await.unwrap();
    assert_eq!(
        provenance(&registered, StepId::Register),
        Some(Provenance::Verified)
    );
    assert!(
        registered
            .register
            .registered
            .unwrap()
            .instance_id
            .is_some()
    );

    for (action, state) in [
        (CredentialAction::Add, CredentialState::Active),
        (CredentialAction::Rotate, CredentialState::Active),
        (CredentialAction::Revoke, CredentialState::Revoked),
    ] {
        let changed = desk.change_credential(action).await.unwrap();
        assert_eq!(changed.named_credential.state, state, "{action:?}");
        assert_eq!(changed.named_credential.under_way, None);
    }

    let folder = desk.folder.path().join("documents");
    let of = ChecklistOf::Onboarding(desk.id);
    let saved = workspace.save_checklist(of, folder).unwrap();
    assert!(
        std::fs::read_to_string(saved.html)
            .unwrap()
            .contains("Northwind Energy")
    );
    let end = workspace.open(desk.id).unwrap();
    assert_eq!(end.next, None, "every step is complete");
}

#[tokio::test]
async fn through_the_portal_what_the_person_saw_stays_attested() {
    let desk = Desk::with_credentials().await;
    desk.verify().await.unwrap();
    let workspace = &desk.workspace;
    workspace
        .choose_registration(desk.id, RegistrationWay::Portal)
        .unwrap();
    let tenant = Tenant {
        id: None,
        name: "Northwind Production".to_owned(),
        product: None,
        environment: None,
    };
    workspace.choose_tenant(desk.id, &tenant).unwrap();
    let registered = workspace.attest_registered(desk.id).unwrap();
    assert_eq!(
        provenance(&registered, StepId::Register),
        Some(Provenance::Attested)
    );
    let attest = || workspace.attest_named_credential(desk.id, CredentialAction::Add, "", &|_| ());
    let added = attest().await.unwrap();
    assert_eq!(
        provenance(&added, StepId::NamedCredential),
        Some(Provenance::Attested)
    );
    assert_eq!(attest().await.unwrap_err().code, "credential_busy");
}

#[tokio::test]
async fn not_wanted_completes_the_named_credential() {
    let desk = Desk::new().await;
    let snapshot = desk
        .workspace
        .decline_named_credential(desk.id, true)
        .unwrap();
    assert_eq!(
        provenance(&snapshot, StepId::NamedCredential),
        Some(Provenance::Attested)
    );
}

#[tokio::test]
async fn findings_arrive_as_they_are_known_each_once() {
    let desk = Desk::with_credentials().await;
    let seen = std::sync::Mutex::new(Vec::new());
    let tell = |event| {
        if let VerifyEvent::Found { finding, .. } = event {
            seen.lock().unwrap().push(finding.check);
        }
    };
    let all = VerifyRequest::default();
    desk.workspace.verify(desk.id, &all, &tell).await.unwrap();
    let seen = seen.into_inner().unwrap();
    assert_eq!(
        seen[..2],
        [Check::Host, Check::SignIn],
        "nothing is asked before"
    );
    for check in Check::VERIFICATION {
        assert_eq!(
            seen.iter().filter(|one| **one == check).count(),
            1,
            "{check:?}"
        );
    }
}

#[tokio::test]
async fn a_new_credential_asks_for_a_recheck() {
    let desk = Desk::ready_to_register().await;
    let field = model::field::SecretField::Password;
    let changed = desk.store(field, "another password").await;
    assert_eq!(status(&changed, StepId::Verify), &Status::NeedsRecheck);
    assert_eq!(changed.verify.changed_since, ["Password"]);
    let refused = desk.workspace.register(desk.id).await.unwrap_err();
    assert_eq!(refused.code, "authentication_failure");
}

#[tokio::test]
async fn once_verified_through_the_login_host_the_orgs_own_host_is_known() {
    let desk = Desk::with_credentials().await;
    let before = desk.workspace.open(desk.id).unwrap();
    let placeholder = before.credentials.endpoint_url.unwrap();
    assert!(placeholder.contains("[your My Domain]"), "{placeholder}");
    let after = desk.verify().await.unwrap();
    let known = after.credentials.endpoint_url.unwrap();
    let own = format!("https://{}/", desk.card.my_domain);
    assert!(known.starts_with(&own), "{known}");
}
