//! Named credentials under control: the org's name is typed, what was done is seen in Salesforce,
//! and what was left is gone on with.

use std::sync::Mutex;
use std::time::Duration;

use model::catalogue::Problem;
use model::journey::{Status, StepId};
use model::onboarding::{
    CredentialAction, CredentialState, Keep, RegistrationProof, Seen, Unclear,
};
use model::provenance::Provenance;
use onboarding::gcis::{ApiCredentials, Gcis};
use onboarding::net::{Client, ClientSettings, Names, PracticeOrigins, Proxy, Reach};
use onboarding::records::Records;
use onboarding::workflow::snapshot::{SightingView, Snapshot};
use onboarding::workflow::{CredentialEvent, Workspace};
use practice::Scenario;
use secrecy::SecretString;
use url::Url;
use uuid::Uuid;

use crate::desk::{Desk, serve};
use crate::walk::status;

use CredentialAction::{Add, Revoke, Rotate};

/// Long enough for one look, too short for a change that does not come.
const A_MOMENT: Duration = Duration::from_millis(50);

async fn registered() -> Desk {
    let desk = Desk::ready_to_register().await;
    desk.workspace.register(desk.id).await.unwrap();
    desk
}

async fn active() -> Desk {
    let desk = registered().await;
    desk.change_credential(Add).await.unwrap();
    desk
}

fn sighting(snapshot: Snapshot) -> SightingView {
    snapshot.named_credential.sighting.unwrap()
}

/// Does in the portal what its button does: the practice GCIS carries it out, and nobody tells the
/// wizard.
async fn in_the_portal(desk: &Desk, action: CredentialAction) {
    let settings = ClientSettings {
        proxy: Proxy::Direct,
        trust_file: None,
        names: Names::Practice,
    };
    let client = Client::new(&settings).unwrap();
    let reach = Reach::Practice(PracticeOrigins {
        salesforce: Url::parse(desk.running.salesforce()).unwrap(),
        gcis: Url::parse(desk.running.gcis()).unwrap(),
    });
    let api = ApiCredentials {
        client_id: desk.card.gcis_client_id.clone(),
        client_secret: SecretString::from(desk.card.gcis_client_secret.clone()),
    };
    let gcis = Gcis::sign_in(&client, &reach, &api).await.unwrap();
    let record = desk.workspace.load(desk.id).unwrap();
    let proof = record.facts.registered.unwrap().proof;
    let RegistrationProof::Verified { instance_id, .. } = proof else {
        panic!("it was registered through the API");
    };
    let key = Uuid::new_v4();
    gcis.start(&instance_id, action, key).await.unwrap();
}

async fn begin_in_portal(desk: &Desk, action: CredentialAction) -> Snapshot {
    let name = "Northwind Energy";
    desk.workspace
        .begin_named_credential_in_portal(desk.id, action, name, &|_| ())
        .await
        .unwrap()
}

async fn attest(desk: &Desk, action: CredentialAction, typed: &str) -> Result<Snapshot, Problem> {
    desk.workspace
        .attest_named_credential(desk.id, action, typed, &|_| ())
        .await
}

#[tokio::test]
async fn each_operation_is_seen_in_salesforce_with_name_time_and_by_whom() {
    let desk = registered().await;
    for (action, seen) in [
        (Add, Seen::Appeared),
        (Rotate, Seen::Changed),
        (Revoke, Seen::Gone),
    ] {
        let sighting = sighting(desk.change_credential(action).await.unwrap());
        assert_eq!((sighting.action, sighting.seen), (action, Some(seen)));
        assert!(!sighting.words.is_empty() && sighting.unclear.is_none());
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
async fn a_change_by_somebody_else_names_who_it_was() {
    let desk = registered().await;
    begin_in_portal(&desk, Add).await;
    in_the_portal(&desk, Add).await;
    desk.scenario(Scenario::NamedCredentialByAnother);
    // Nobody told the wizard GCIS's name for it, so whose it is rests on who changed it.
    let desk = desk.waiting(Duration::from_secs(2));
    let sighting = sighting(attest(&desk, Add, "").await.unwrap());
    assert_eq!(sighting.unclear, Some(Unclear::SomebodyElse));
    let row = sighting.row.unwrap();
    assert_eq!(row.modified_by.as_deref(), Some("Practice Administrator"));
}

#[tokio::test]
async fn what_is_done_in_the_portal_is_seen_as_well_and_shown_apart() {
    let desk = registered().await;
    let begun = begin_in_portal(&desk, Add).await.named_credential;
    assert_eq!(begun.state, CredentialState::Adding);
    assert_eq!((begun.under_way, begun.in_portal), (Some(Add), true));
    assert!(begun.actions.is_empty() && !begun.to_resume);
    in_the_portal(&desk, Add).await;
    let attested = attest(&desk, Add, "").await.unwrap();
    let page = &attested.named_credential;
    assert_eq!(page.state, CredentialState::Active);
    assert_eq!(page.provenance, Some(Provenance::Attested), "said");
    assert!(
        matches!(
            status(&attested, StepId::NamedCredential),
            Status::Completed {
                provenance: Provenance::Verified,
                ..
            }
        ),
        "and seen"
    );
    assert_eq!(sighting(attested).seen, Some(Seen::Appeared));

    begin_in_portal(&desk, Revoke).await;
    in_the_portal(&desk, Revoke).await;
    let revoked = attest(&desk, Revoke, "").await.unwrap();
    assert_eq!(sighting(revoked).seen, Some(Seen::Gone), "known since Add");
}

#[tokio::test]
async fn what_did_not_happen_in_the_portal_is_attested_and_not_seen() {
    let desk = registered().await.waiting(A_MOMENT);
    begin_in_portal(&desk, Add).await;
    let attested = attest(&desk, Add, "").await.unwrap();
    assert!(matches!(
        status(&attested, StepId::NamedCredential),
        Status::Completed {
            provenance: Provenance::Attested,
            ..
        }
    ));
    let page = &attested.named_credential;
    assert!(page.can_look_again && !page.to_resume);
    assert_eq!(sighting(attested).unclear, Some(Unclear::NothingYet));

    // It came after all; looking again finds it.
    in_the_portal(&desk, Add).await;
    let desk = desk.waiting(Duration::from_secs(30));
    let again = desk
        .workspace
        .refresh_named_credential(desk.id, &|_| ())
        .await;
    assert_eq!(sighting(again.unwrap()).seen, Some(Seen::Appeared));
}

#[tokio::test]
async fn what_was_not_clicked_in_the_portal_leaves_all_as_it_was() {
    let desk = active().await;
    let before = desk.workspace.load(desk.id).unwrap().facts.named_credential;
    begin_in_portal(&desk, Revoke).await;
    let other = attest(&desk, Rotate, "Northwind Energy").await.unwrap_err();
    assert_eq!(other.code, "credential_busy", "another was begun");
    let left = desk
        .workspace
        .leave_named_credential_in_portal(desk.id)
        .unwrap();
    assert_eq!(left.named_credential.state, before.state);
    assert_eq!(left.named_credential.renewed_at, before.renewed_at);
    let again = desk.workspace.leave_named_credential_in_portal(desk.id);
    assert_eq!(again.unwrap_err().code, "credential_busy");
}

#[tokio::test]
async fn a_refused_sign_in_is_counted_once_and_stops_nothing() {
    let desk = registered().await;
    desk.store(model::field::SecretField::Password, "not the password")
        .await;
    let begun = begin_in_portal(&desk, Add).await;
    assert_eq!(begun.verify.refusals, 1, "one sign-in, not repeated");
    let attested = attest(&desk, Add, "").await.unwrap();
    assert_eq!(
        attested.verify.refusals, 1,
        "with nothing to compare, none more"
    );
    let sighting = sighting(attested);
    assert_eq!(sighting.unclear, Some(Unclear::NotSignedIn));
    assert!(!sighting.detail.is_empty());
}

#[tokio::test]
async fn another_org_is_noticed_before_its_list_is_believed() {
    let desk = registered().await;
    desk.scenario(Scenario::OtherOrg);
    begin_in_portal(&desk, Add).await;
    let attested = attest(&desk, Add, "").await.unwrap();
    assert_eq!(sighting(attested).unclear, Some(Unclear::OtherOrg));
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
    assert!(page.to_resume && page.actions.is_empty());
    let again = desk.change_credential(Rotate).await.unwrap_err();
    assert_eq!(again.code, "credential_busy");

    let resumed = desk
        .workspace
        .refresh_named_credential(desk.id, &|_| ())
        .await
        .unwrap();
    let page = &resumed.named_credential;
    assert_eq!(page.state, CredentialState::Active);
    assert!(page.renewed_at > renewed && !page.to_resume);
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
    assert!(snapshot.named_credential.to_resume);
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
