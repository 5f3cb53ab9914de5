//! Named credentials in the portal: begun with a look, ended on a person's word, looked for in
//! Salesforce.

use std::time::Duration;

use model::catalogue::Problem;
use model::journey::{Status, StepId};
use model::onboarding::CredentialAction::{Add, Revoke, Rotate};
use model::onboarding::{
    CredentialAction, CredentialState, OperationWay, RegistrationProof, Seen, Unclear,
};
use model::provenance::Provenance;
use onboarding::gcis::{ApiCredentials, Gcis};
use onboarding::net::{Client, ClientSettings, Names, PracticeOrigins, Proxy, Reach};
use onboarding::workflow::snapshot::{LeftOver, Snapshot, UnderWayView};
use practice::Scenario;
use secrecy::SecretString;
use url::Url;
use uuid::Uuid;

use crate::desk::Desk;
use crate::named_credential::{active, registered, sighting};
use crate::walk::status;

/// Long enough for one look, too short for a change that does not come.
const A_MOMENT: Duration = Duration::from_millis(50);

/// Does in the portal what its button does: the practice GCIS carries it out, and nobody tells the
/// wizard.
pub(crate) async fn in_the_portal(desk: &Desk, action: CredentialAction) {
    let settings = ClientSettings {
        proxy: Proxy::Direct,
        trust_files: Vec::new(),
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

pub(crate) async fn begin_in_portal(desk: &Desk, action: CredentialAction) -> Snapshot {
    let name = "Northwind Energy";
    desk.workspace
        .begin_named_credential_in_portal(desk.id, action, name, &|_| ())
        .await
        .unwrap()
}

pub(crate) async fn attest(
    desk: &Desk,
    action: CredentialAction,
    typed: &str,
) -> Result<Snapshot, Problem> {
    desk.workspace
        .attest_named_credential(desk.id, action, typed, &|_| ())
        .await
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
    let under_way = UnderWayView {
        action: Add,
        way: OperationWay::Portal,
    };
    assert_eq!(begun.under_way, Some(under_way));
    assert_eq!(begun.left, LeftOver::Nothing, "a person has to say more");
    assert!(begun.actions.is_empty());
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
    let sighting = sighting(revoked);
    assert_eq!(sighting.seen, None);
    assert_eq!(sighting.unclear, Some(Unclear::Gone), "known since Add");
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
    assert_eq!(page.left, LeftOver::CanLookAgain);
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
