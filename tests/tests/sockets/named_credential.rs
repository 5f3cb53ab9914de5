//! Named credentials under control: the org's name is typed, what was done is seen in Salesforce,
//! and what was left is gone on with.

use std::sync::Mutex;
use std::time::Duration;

use model::onboarding::CredentialAction::{Add, Revoke, Rotate};
use model::onboarding::{CredentialState, Keep, Seen, Unclear};
use model::provenance::Provenance;
use onboarding::records::Records;
use onboarding::workflow::snapshot::{LeftOver, SightingView, Snapshot};
use onboarding::workflow::{CredentialEvent, Workspace};
use practice::Scenario;

use crate::desk::{Desk, serve};
use crate::named_credential_in_portal::{attest, in_the_portal};

pub(crate) async fn registered() -> Desk {
    let desk = Desk::ready_to_register().await;
    desk.workspace.register(desk.id).await.unwrap();
    desk
}

pub(crate) async fn active() -> Desk {
    let desk = registered().await;
    desk.change_credential(Add).await.unwrap();
    desk
}

pub(crate) fn sighting(snapshot: Snapshot) -> SightingView {
    snapshot.named_credential.sighting.unwrap()
}

#[tokio::test]
async fn each_operation_is_seen_in_salesforce_with_name_time_and_by_whom() {
    let desk = registered().await;
    for (action, seen) in [
        (Add, Ok(Seen::Appeared)),
        (Rotate, Ok(Seen::Changed)),
        (Revoke, Err(Unclear::Gone)),
    ] {
        let sighting = sighting(desk.change_credential(action).await.unwrap());
        let told = (sighting.seen, sighting.unclear);
        assert_eq!((sighting.action, told), (action, (seen.ok(), seen.err())));
        assert!(!sighting.words.is_empty());
        let row = sighting.row.unwrap();
        assert!(row.developer_name.starts_with("Gentrack_practice_"));
        assert!(row.modified_at.is_some() && row.modified_by.is_some());
    }
}

#[tokio::test]
async fn it_tells_what_it_waits_for() {
    let desk = registered().await;
    let told = Mutex::new(Vec::new());
    desk.workspace
        .change_named_credential(desk.id, Add, "", &|event| {
            told.lock().unwrap().push(match event {
                CredentialEvent::LookingBefore => "before",
                CredentialEvent::Asking => "asking",
                CredentialEvent::AtGcis { .. } => "gcis",
                CredentialEvent::InSalesforce { .. } => "salesforce",
            });
        })
        .await
        .unwrap();
    assert_eq!(
        told.into_inner().unwrap(),
        ["before", "asking", "gcis", "salesforce"]
    );
}

#[tokio::test]
async fn one_sign_in_serves_the_look_before_and_after_and_is_known_as_our_own() {
    let desk = registered().await;
    let before = desk.workspace.load(desk.id).unwrap().facts.own_sign_ins;
    desk.change_credential(Add).await.unwrap();
    let after = desk.workspace.load(desk.id).unwrap().facts.own_sign_ins;
    assert_eq!(after.len(), before.len() + 1);
}

#[tokio::test]
async fn rotate_and_revoke_want_the_orgs_name_and_add_does_not() {
    let desk = active().await;
    let before = desk.workspace.load(desk.id).unwrap();
    let page = desk.workspace.open(desk.id).unwrap().named_credential;
    let org = page.org_to_type.unwrap();
    assert_eq!((org.text.as_str(), org.is_name), ("Northwind Energy", true));
    for typed in [
        "",
        "Northwind",
        "Northwind Energy GmbH",
        "northwind.example",
    ] {
        for action in [Rotate, Revoke] {
            let changed = desk
                .workspace
                .change_named_credential(desk.id, action, typed, &|_| ());
            let refused = changed.await.unwrap_err();
            assert_eq!(refused.code, "org_name_differs", "{typed:?}");
            assert_eq!(refused.field, Some("org_name"));
            let attested = attest(&desk, action, typed).await.unwrap_err();
            assert_eq!(attested.code, "org_name_differs", "{typed:?}");
            let begun =
                desk.workspace
                    .begin_named_credential_in_portal(desk.id, action, typed, &|_| ());
            assert_eq!(begun.await.unwrap_err().code, "org_name_differs");
        }
    }
    let after = desk.workspace.load(desk.id).unwrap();
    assert_eq!(after.facts, before.facts, "nothing was changed or asked");

    let forgiven =
        desk.workspace
            .change_named_credential(desk.id, Rotate, "  northwind ENERGY ", &|_| ());
    assert_eq!(
        forgiven.await.unwrap().named_credential.state,
        CredentialState::Active
    );
}

#[tokio::test]
async fn where_the_orgs_name_could_not_be_read_its_id_is_typed() {
    let desk = Desk::with_credentials().await;
    desk.scenario(Scenario::OrganizationUnreadable);
    desk.make_ready().await;
    desk.scenario(Scenario::Smooth);
    desk.workspace.register(desk.id).await.unwrap();
    desk.change_credential(Add).await.unwrap();
    let refused = desk.change_credential(Rotate).await.unwrap_err();
    assert_eq!(refused.code, "org_name_differs");
    let page = desk.workspace.open(desk.id).unwrap().named_credential;
    let org = page.org_to_type.unwrap();
    assert!(!org.is_name);
    let rotated = desk
        .workspace
        .change_named_credential(desk.id, Rotate, &org.text, &|_| ());
    assert!(rotated.await.is_ok());
}

#[tokio::test]
async fn a_change_that_comes_late_is_waited_for() {
    let desk = registered().await;
    desk.scenario(Scenario::NamedCredentialLate);
    let added = sighting(desk.change_credential(Add).await.unwrap());
    assert_eq!(added.seen, Some(Seen::Appeared));
}

#[tokio::test]
async fn what_cannot_be_told_says_why_and_leaves_what_gcis_said() {
    for (scenario, why) in [
        (Scenario::NamedCredentialsUnreadable, Unclear::NotAllowed),
        (Scenario::NamedCredentialBare, Unclear::WhoUnknown),
    ] {
        let desk = registered().await;
        desk.scenario(scenario);
        let added = desk.change_credential(Add).await.unwrap();
        let page = &added.named_credential;
        assert_eq!(page.state, CredentialState::Active, "{scenario}");
        assert_eq!(page.provenance, Some(Provenance::Verified), "GCIS said so");
        let sighting = sighting(added);
        assert_eq!((sighting.seen, sighting.unclear), (None, Some(why)));
        assert!(!sighting.words.is_empty() && sighting.what_to_do.is_some());
    }
}

#[tokio::test]
async fn a_state_that_gcis_forbids_is_explained_and_taken_over() {
    let desk = active().await;
    in_the_portal(&desk, Revoke).await;
    // Until GCIS has done it, it is still at work; then it says that it is revoked.
    let refused = loop {
        let refused = desk.change_credential(Rotate).await.unwrap_err();
        assert_eq!(refused.code, "credential_other_state");
        if !refused.detail.contains("on its way") {
            break refused;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    };
    assert_eq!(
        refused.detail,
        "Rotate was not started: GCIS says that it is revoked. Add a new one if you need it."
    );
    let page = desk.workspace.open(desk.id).unwrap().named_credential;
    assert_eq!(page.state, CredentialState::Revoked);
    assert_eq!(page.actions, [Add]);
}

/// Begins a rotation and leaves while GCIS is at work, as when the window is closed.
async fn left_at_work(desk: &Desk) {
    let leave = |event| {
        if matches!(event, CredentialEvent::AtGcis { .. }) {
            desk.workspace.cancel(desk.id);
        }
    };
    let left = desk
        .workspace
        .change_named_credential(desk.id, Rotate, "Northwind Energy", &leave);
    assert_eq!(left.await.unwrap_err().code, "cancelled");
}

#[tokio::test]
async fn what_was_left_at_work_is_gone_on_with_and_never_begun_again() {
    let desk = active().await;
    let renewed = desk.workspace.load(desk.id).unwrap();
    let renewed = renewed.facts.named_credential.renewed_at;
    left_at_work(&desk).await;
    let page = desk.workspace.open(desk.id).unwrap().named_credential;
    assert_eq!(page.state, CredentialState::Rotating);
    assert_eq!(page.left, LeftOver::ToResume);
    assert!(page.actions.is_empty());
    let again = desk.change_credential(Rotate).await.unwrap_err();
    assert_eq!(again.code, "credential_busy");

    let resumed = desk
        .workspace
        .refresh_named_credential(desk.id, &|_| ())
        .await
        .unwrap();
    let page = &resumed.named_credential;
    assert_eq!(page.state, CredentialState::Active);
    assert!(page.renewed_at > renewed);
    assert_eq!(page.left, LeftOver::Nothing);
    assert_eq!(sighting(resumed).seen, Some(Seen::Changed));
}

#[tokio::test]
async fn after_a_restart_the_operation_is_still_known_and_gone_on_with() {
    let desk = Desk::that_outlives_its_services().await;
    desk.enter_credentials().await;
    desk.make_ready().await;
    desk.workspace.register(desk.id).await.unwrap();
    desk.change_credential(Add).await.unwrap();
    left_at_work(&desk).await;
    let data_folder = desk.workspace.data_folder().to_owned();
    desk.running.stop().await;

    let restarted = Workspace::new(data_folder);
    let snapshot = restarted.open(desk.id).unwrap();
    assert_eq!(snapshot.named_credential.left, LeftOver::ToResume);
    let (running, _) = serve(&restarted, &snapshot, Some(desk.folder.path())).await;
    let resumed = restarted
        .refresh_named_credential(desk.id, &|_| ())
        .await
        .unwrap();
    assert_eq!(resumed.named_credential.state, CredentialState::Active);
    // The secrets were kept for the earlier run only, so this one cannot sign in to look.
    let kept = restarted.load(desk.id).unwrap().secrets;
    assert!(kept.values().all(|stored| stored.keep == Keep::ThisRun));
    assert_eq!(sighting(resumed).unclear, Some(Unclear::NotSignedIn));
    running.stop().await;
}

#[tokio::test]
async fn a_record_from_before_all_this_still_opens() {
    let desk = active().await;
    let folder = desk.workspace.data_folder().to_owned();
    let file = std::fs::read_dir(folder.join("onboardings"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.extension().is_some_and(|ending| ending == "json"))
        .unwrap();
    let text = std::fs::read_to_string(&file).unwrap();
    let mut record: serde_json::Value = serde_json::from_str(&text).unwrap();
    let credential = find(&mut record, "namedCredential").unwrap();
    for member in ["watch", "sighting", "salesforceId", "reminder"] {
        assert!(credential.as_object_mut().unwrap().remove(member).is_some());
    }
    std::fs::write(&file, record.to_string()).unwrap();
    let reopened = Records::new(&folder).load(desk.id).unwrap();
    let credential = reopened.facts.named_credential;
    assert_eq!(credential.state, CredentialState::Active);
    assert_eq!(credential.reminder.days, Some(180));
}

fn find<'a>(value: &'a mut serde_json::Value, name: &str) -> Option<&'a mut serde_json::Value> {
    let members = value.as_object_mut()?;
    if members.contains_key(name) {
        return members.get_mut(name);
    }
    members.values_mut().find_map(|member| find(member, name))
}
