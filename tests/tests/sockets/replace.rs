//! Other credentials for a registered instance, through the API.

use jiff::Timestamp;
use model::field::{Field, SecretField};
use model::journey::{Status, StepId};
use model::onboarding::{Onboarding, ReplacementAttempt};
use model::provenance::Provenance;
use onboarding::credentials::Credentials;
use onboarding::gcis::{ApiCredentials, Gcis, Replacement};
use onboarding::net::{Client, ClientSettings, Names, PracticeOrigins, Reach};
use onboarding::records::Records;
use onboarding::workflow::snapshot::{CredentialsAtGcis, RegisterPage, Snapshot};
use practice::Scenario;
use secrecy::SecretString;
use url::Url;
use uuid::Uuid;

use crate::desk::Desk;

/// A registered connector whose security token was reset, entered anew and verified.
async fn with_a_new_token() -> Desk {
    let mut desk = Desk::ready_to_register().await;
    desk.workspace.register(desk.id).await.unwrap();
    let cloud = desk.running.cloud();
    desk.card = cloud.reset_security_token(&desk.id.to_string()).unwrap();
    enter_the_token_again(&desk).await;
    desk
}

async fn enter_the_token_again(desk: &Desk) {
    desk.store(SecretField::SecurityToken, &desk.card.security_token)
        .await;
    desk.verify().await.unwrap();
}

fn page(desk: &Desk) -> RegisterPage {
    *desk.workspace.open(desk.id).unwrap().register
}

fn record(desk: &Desk) -> Onboarding {
    desk.workspace.load(desk.id).unwrap()
}

fn instance_id(desk: &Desk) -> String {
    let registered = page(desk).registered.unwrap();
    registered.instance_id.unwrap()
}

/// The practice GCIS, asked past the wizard.
async fn at_gcis<T>(desk: &Desk, ask: impl AsyncFnOnce(&Gcis<'_>) -> T) -> T {
    let settings = ClientSettings {
        names: Names::Practice,
        ..ClientSettings::default()
    };
    let client = Client::new(&settings).unwrap();
    let reach = Reach::Practice(PracticeOrigins {
        salesforce: Url::parse(desk.running.salesforce()).unwrap(),
        gcis: Url::parse(desk.running.gcis()).unwrap(),
    });
    let credentials = ApiCredentials {
        client_id: desk.card.gcis_client_id.clone(),
        client_secret: SecretString::from(desk.card.gcis_client_secret.clone()),
    };
    let gcis = Gcis::sign_in(&client, &reach, &credentials).await.unwrap();
    ask(&gcis).await
}

/// When GCIS last replaced the credentials.
async fn replaced_at(desk: &Desk) -> Option<Timestamp> {
    let id = instance_id(desk);
    at_gcis(desk, async |gcis| gcis.instance(&id).await.unwrap())
        .await
        .credentials_replaced_at
}

/// The instance is given credentials under a key of its own: by somebody else, or by a request of
/// before that arrives late.
async fn arrives(desk: &Desk, key: Uuid) {
    let secret = |value: &str| SecretString::from(value);
    let card = &desk.card;
    let id = instance_id(desk);
    let replacement = Replacement {
        key,
        instance_id: &id,
        login_url: &record(desk).fields.login_url,
        sign_in: &Credentials::Password {
            username: card.username.clone(),
            password: secret(&card.password),
            security_token: secret(&card.security_token),
            consumer_key: secret(&card.consumer_key),
            consumer_secret: secret(&card.consumer_secret),
        },
    };
    at_gcis(desk, async |gcis| {
        gcis.replace_credentials(&replacement).await.unwrap();
    })
    .await;
}

/// What the record says is registered, and whether it is known.
fn stands(desk: &Desk) -> (bool, bool) {
    let record = record(desk);
    let registered = record.facts.registered.as_ref().unwrap();
    let is_current = Some(&registered.basis) == record.registration_basis().as_ref();
    (
        is_current,
        page(desk).registered.unwrap().credentials == CredentialsAtGcis::ReplacedUnseen,
    )
}

/// The record as a request for a replacement leaves it that was lost on its way.
fn lost_on_its_way(desk: &Desk) -> Uuid {
    let mut record = record(desk);
    let key = Uuid::new_v4();
    record.facts.replacement = Some(ReplacementAttempt {
        key,
        basis: record.registration_basis().unwrap(),
        before: None,
        looked_up_at: None,
        replaced_since: false,
    });
    let records = Records::new(desk.workspace.data_folder());
    records.save(&record).unwrap();
    key
}

fn register_step(snapshot: &Snapshot) -> &Status {
    let step = snapshot.steps.iter().find(|s| s.id == StepId::Register);
    &step.unwrap().status
}

#[tokio::test]
async fn what_was_verified_anew_is_given_to_the_same_instance() {
    let desk = with_a_new_token().await;
    let before = desk.workspace.open(desk.id).unwrap();
    assert_eq!(register_step(&before), &Status::NeedsRecheck);
    assert!(before.register.can_replace);
    let after = desk.workspace.replace_credentials(desk.id).await.unwrap();
    assert!(matches!(register_step(&after), Status::Completed { .. }));
    assert!(!after.register.can_replace);
    let id = |snapshot: &Snapshot| {
        let registered = snapshot.register.registered.as_ref();
        registered.unwrap().instance_id.clone()
    };
    assert_eq!(id(&before), id(&after));
}

#[tokio::test]
async fn credentials_that_are_not_verified_are_not_sent() {
    let desk = with_a_new_token().await;
    desk.store(SecretField::SecurityToken, "mistyped").await;
    let refused = desk.workspace.replace_credentials(desk.id).await;
    assert_eq!(refused.unwrap_err().code, "authentication_failure");
    assert_eq!(replaced_at(&desk).await, None);
}

#[tokio::test]
async fn what_gcis_refuses_leaves_the_instance_as_it_was() {
    let desk = with_a_new_token().await;
    desk.scenario(Scenario::GcisRefuses);
    let refused = desk.workspace.replace_credentials(desk.id).await;
    assert_eq!(refused.unwrap_err().code, "verification_refused");
    let after = desk.workspace.open(desk.id).unwrap();
    assert_eq!(register_step(&after), &Status::NeedsRecheck);
    desk.scenario(Scenario::Smooth);
    assert!(desk.workspace.replace_credentials(desk.id).await.is_ok());
}

#[tokio::test]
async fn another_event_endpoint_is_a_matter_for_the_portal() {
    let desk = with_a_new_token().await;
    desk.workspace
        .save_field(desk.id, Field::EventEndpoint, "other/events")
        .unwrap();
    let snapshot = desk.workspace.open(desk.id).unwrap();
    assert!(!snapshot.register.can_replace);
    let refused = desk.workspace.replace_credentials(desk.id).await;
    assert_eq!(refused.unwrap_err().code, "only_in_the_portal");
}

#[tokio::test]
async fn an_answer_that_never_came_is_looked_for_and_nothing_is_credited_by_the_look() {
    let desk = with_a_new_token().await;
    desk.scenario(Scenario::GcisNoAnswer);
    let unknown = desk.workspace.replace_credentials(desk.id).await;
    assert_eq!(unknown.unwrap_err().code, "replacement_unknown");
    let before = desk.workspace.open(desk.id).unwrap();
    assert!(before.register.outcome_unknown);
    assert_eq!(register_step(&before), &Status::Problem);
    let attested = desk.workspace.attest_registered(desk.id).unwrap_err();
    assert_eq!(attested.code, "replacement_unknown");

    desk.scenario(Scenario::Smooth);
    let looked = desk.workspace.look_up_registration(desk.id).await.unwrap();
    assert!(!looked.register.outcome_unknown && looked.register.can_replace);
    assert_eq!(register_step(&looked), &Status::NeedsRecheck);
    assert_eq!(stands(&desk), (false, true));
    let first = replaced_at(&desk).await;
    assert!(first.is_some());

    desk.workspace.replace_credentials(desk.id).await.unwrap();
    assert_eq!(stands(&desk), (true, false));
    assert_eq!(replaced_at(&desk).await, first, "it is not done twice");
}

#[tokio::test]
async fn what_never_arrived_leaves_things_as_they_were() {
    let desk = with_a_new_token().await;
    let key = lost_on_its_way(&desk);
    let looked = desk.workspace.look_up_registration(desk.id).await.unwrap();
    assert!(!looked.register.outcome_unknown);
    assert_eq!(stands(&desk), (false, false));
    let kept = record(&desk).facts.replacement.unwrap();
    assert_eq!(kept.key, key, "the request may still be on its way");
    desk.workspace.replace_credentials(desk.id).await.unwrap();
    assert_eq!(stands(&desk), (true, false));
    let done = replaced_at(&desk).await;
    arrives(&desk, key).await;
    assert_eq!(replaced_at(&desk).await, done, "it went under its own key");
}

#[tokio::test]
async fn what_somebody_else_gave_is_not_taken_for_ones_own() {
    let desk = with_a_new_token().await;
    lost_on_its_way(&desk);
    arrives(&desk, Uuid::new_v4()).await;
    let others = replaced_at(&desk).await;
    desk.workspace.look_up_registration(desk.id).await.unwrap();
    assert_eq!(stands(&desk), (false, true));
    desk.workspace.replace_credentials(desk.id).await.unwrap();
    assert_eq!(stands(&desk), (true, false));
    assert!(replaced_at(&desk).await > others, "its own were given");
}

#[tokio::test]
async fn an_earlier_request_that_arrives_late_is_noticed_and_made_good() {
    let desk = with_a_new_token().await;
    let first = lost_on_its_way(&desk);
    enter_the_token_again(&desk).await;
    desk.scenario(Scenario::GcisNoAnswer);
    let second = desk.workspace.replace_credentials(desk.id).await;
    assert_eq!(second.unwrap_err().code, "replacement_unknown");
    desk.scenario(Scenario::Smooth);
    arrives(&desk, first).await;
    let late = replaced_at(&desk).await;

    desk.workspace.look_up_registration(desk.id).await.unwrap();
    assert_eq!(stands(&desk), (false, true));
    desk.workspace.replace_credentials(desk.id).await.unwrap();
    assert_eq!(stands(&desk), (true, false));
    assert!(
        replaced_at(&desk).await > late,
        "the second are given again"
    );
}

#[tokio::test]
async fn a_refusal_leaves_what_was_not_known_before_as_it_was() {
    let desk = with_a_new_token().await;
    lost_on_its_way(&desk);
    arrives(&desk, Uuid::new_v4()).await;
    enter_the_token_again(&desk).await;
    desk.scenario(Scenario::GcisRefuses);
    let refused = desk.workspace.replace_credentials(desk.id).await;
    assert_eq!(refused.unwrap_err().code, "verification_refused");
    assert_eq!(stands(&desk), (false, true));
}

#[tokio::test]
async fn what_gcis_answers_for_takes_the_place_of_what_the_person_said() {
    let desk = with_a_new_token().await;
    desk.workspace.attest_registered(desk.id).unwrap();
    let said = page(&desk).registered.unwrap();
    assert_eq!(said.provenance, Provenance::Attested);
    enter_the_token_again(&desk).await;
    desk.workspace.replace_credentials(desk.id).await.unwrap();
    let answered = page(&desk).registered.unwrap();
    assert_eq!(answered.provenance, Provenance::Verified);
    assert!(answered.updated_at.is_none() && answered.at > said.at);
}

#[tokio::test]
async fn an_endpoint_that_only_the_person_vouches_for_stays_attested() {
    let desk = with_a_new_token().await;
    desk.save(Field::EventEndpoint, "other/events");
    desk.workspace.attest_registered(desk.id).unwrap();
    enter_the_token_again(&desk).await;
    desk.workspace.replace_credentials(desk.id).await.unwrap();
    let after = page(&desk).registered.unwrap();
    assert_eq!(after.provenance, Provenance::Attested);
}
