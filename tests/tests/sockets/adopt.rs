//! An org that is connected to the tenant already: its instance is adopted, never made twice.

use jiff::{SignedDuration, Timestamp};
use model::catalogue::Problem;
use model::field::Field;
use model::journey::{Status, StepId};
use model::onboarding::RegistrationAttempt;
use model::provenance::Provenance;
use onboarding::gcis::{ApiCredentials, Gcis, Instance};
use onboarding::net::{Client, ClientSettings, Names, PracticeOrigins, Proxy, Reach};
use onboarding::records::Records;
use onboarding::workflow::snapshot::{CredentialsAtGcis, ExistingView, Snapshot};
use onboarding::workflow::{Adoption, PracticeServices};
use practice::Scenario;
use secrecy::SecretString;
use serde_json::{Value, json};
use url::Url;
use uuid::Uuid;
use wiremock::matchers::{method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::desk::Desk;

/// An onboarding that was refused because of an instance that a colleague made.
async fn refused(scenario: Scenario) -> (Desk, ExistingView) {
    let desk = Desk::ready_to_register().await;
    desk.scenario(scenario);
    let problem = desk.workspace.register(desk.id).await.unwrap_err();
    assert_eq!(problem.code, "already_connected");
    desk.scenario(Scenario::Smooth);
    let page = desk.workspace.open(desk.id).unwrap().register;
    assert!(page.registered.is_none() && !page.outcome_unknown);
    let existing = page.existing.unwrap();
    assert!(
        problem.detail.contains(&existing.instance_id),
        "{}",
        problem.detail
    );
    (desk, existing)
}

async fn adopt(desk: &Desk, id: &str, adoption: Adoption) -> Result<Snapshot, Problem> {
    desk.workspace.adopt_instance(desk.id, id, adoption).await
}

/// What GCIS has for this account.
async fn at_gcis(desk: &Desk) -> Vec<Instance> {
    let client = Client::new(&ClientSettings {
        proxy: Proxy::Direct,
        trust_files: Vec::new(),
        names: Names::Practice,
    })
    .unwrap();
    let reach = Reach::Practice(PracticeOrigins {
        salesforce: Url::parse(desk.running.salesforce()).unwrap(),
        gcis: Url::parse(desk.running.gcis()).unwrap(),
    });
    let credentials = ApiCredentials {
        client_id: desk.card.gcis_client_id.clone(),
        client_secret: SecretString::from(desk.card.gcis_client_secret.clone()),
    };
    let gcis = Gcis::sign_in(&client, &reach, &credentials).await.unwrap();
    gcis.instances().await.unwrap()
}

/// How many instances connect the tenant that was chosen.
async fn of_this_tenant(desk: &Desk) -> usize {
    let tenant = desk.workspace.load(desk.id).unwrap().fields.tenant.unwrap();
    let instances = at_gcis(desk).await;
    let own = instances.iter().filter(|one| one.tenant_id == tenant.id);
    own.count()
}

fn step(snapshot: &Snapshot) -> (&Status, &str) {
    let step = snapshot.steps.iter().find(|s| s.id == StepId::Register);
    let step = step.unwrap();
    (&step.status, &step.note)
}

fn is_verified(status: &Status) -> bool {
    matches!(
        status,
        Status::Completed {
            provenance: Provenance::Verified,
            ..
        }
    )
}

#[tokio::test]
async fn an_instance_in_the_list_is_found_before_anything_is_sent() {
    let (desk, existing) = refused(Scenario::ConnectedAlready).await;
    let log = desk.workspace.load(desk.id).unwrap();
    assert!(log.facts.attempt.is_none(), "no attempt was begun");
    assert!(
        existing
            .username
            .unwrap()
            .starts_with("gcis.earlier@northwind"),
        "as GCIS tells it"
    );
    assert_eq!(existing.differs, ["Username"]);
    assert!(existing.can_replace && existing.works == Some(true));
    let snapshot = desk.workspace.open(desk.id).unwrap();
    let (status, note) = step(&snapshot);
    assert_eq!(status, &Status::InProgress);
    assert!(note.contains("connected to this tenant already"), "{note}");
    assert_eq!(of_this_tenant(&desk).await, 1);
}

#[tokio::test]
async fn an_instance_that_appears_meanwhile_is_named_by_gcis_and_read() {
    let (desk, existing) = refused(Scenario::ConnectedMeanwhile).await;
    let record = desk.workspace.load(desk.id).unwrap();
    assert!(record.facts.attempt.is_none(), "the answer was clear");
    assert!(existing.username.is_some() && existing.created_at.is_some());
    assert_eq!(of_this_tenant(&desk).await, 1);
}

#[tokio::test]
async fn an_adopted_instance_is_this_onboardings_and_its_credentials_are_not_known() {
    let (desk, existing) = refused(Scenario::ConnectedAlready).await;
    let id = &existing.instance_id;
    let adopted = adopt(&desk, id, Adoption::KeepCredentials).await.unwrap();
    let page = &adopted.register;
    let registered = page.registered.as_ref().unwrap();
    assert_eq!(registered.instance_id.as_ref(), Some(id));
    assert_eq!(registered.provenance, Provenance::Verified);
    assert_eq!(registered.credentials, CredentialsAtGcis::Unknown);
    assert!(registered.adopted_at.is_some());
    assert!(page.existing.is_none() && page.can_replace);
    assert_eq!(page.changed_since, ["Username"], "as far as GCIS tells");
    let (status, note) = step(&adopted);
    assert_eq!(status, &Status::NeedsRecheck);
    assert_eq!(note, "Differs from the instance: Username");
    let refused = desk.workspace.register(desk.id).await.unwrap_err();
    assert_eq!(refused.code, "already_registered");
    assert!(at_gcis(&desk).await[0].credentials_replaced_at.is_none());
}

#[tokio::test]
async fn credentials_of_an_adopted_instance_can_be_replaced_at_once_or_later() {
    for at_once in [true, false] {
        let (desk, existing) = refused(Scenario::ConnectedAlready).await;
        let id = &existing.instance_id;
        let replaced = if at_once {
            adopt(&desk, id, Adoption::ReplaceCredentials)
                .await
                .unwrap()
        } else {
            adopt(&desk, id, Adoption::KeepCredentials).await.unwrap();
            desk.workspace.replace_credentials(desk.id).await.unwrap()
        };
        let page = &replaced.register;
        let registered = page.registered.as_ref().unwrap();
        assert_eq!(registered.instance_id.as_ref(), Some(id));
        assert_eq!(registered.credentials, CredentialsAtGcis::Given);
        assert!(registered.adopted_at.is_some());
        assert!(page.changed_since.is_empty() && !page.can_replace);
        assert!(is_verified(step(&replaced).0));
        let instances = at_gcis(&desk).await;
        let mut own = instances.iter().filter(|one| one.id == *id);
        let own = own.next().unwrap();
        assert_eq!(own.username.as_ref(), Some(&desk.card.username));
        assert!(own.credentials_replaced_at.is_some());
        assert_eq!(of_this_tenant(&desk).await, 1);
    }
}

#[tokio::test]
async fn where_the_new_credentials_are_refused_the_instance_stays_adopted_and_as_it_was() {
    let (desk, existing) = refused(Scenario::ConnectedAlready).await;
    desk.scenario(Scenario::GcisRefuses);
    let id = &existing.instance_id;
    let problem = adopt(&desk, id, Adoption::ReplaceCredentials).await;
    assert_eq!(problem.unwrap_err().code, "verification_refused");
    let page = desk.workspace.open(desk.id).unwrap().register;
    assert_eq!(
        page.registered.unwrap().credentials,
        CredentialsAtGcis::Unknown
    );
    assert!(page.gcis_found.is_some() && page.can_replace);
    let instances = at_gcis(&desk).await;
    let mut own = instances.iter().filter(|one| one.id == *id);
    assert!(own.next().unwrap().credentials_replaced_at.is_none());
}

#[tokio::test]
async fn an_instance_of_another_tenant_is_not_adopted() {
    let (desk, existing) = refused(Scenario::ConnectedAlready).await;
    let instances = at_gcis(&desk).await;
    let mut others = instances
        .iter()
        .filter(|one| one.id != existing.instance_id);
    let other = &others.next().unwrap().id;
    let refused = adopt(&desk, other, Adoption::KeepCredentials).await;
    let problem = refused.unwrap_err();
    assert_eq!(problem.code, "instance_differs");
    assert!(problem.detail.contains(other), "{}", problem.detail);
    let page = desk.workspace.open(desk.id).unwrap().register;
    assert!(page.registered.is_none() && page.existing.is_some());
}

#[tokio::test]
async fn an_instance_that_gcis_does_not_know_is_no_longer_offered() {
    let (desk, _) = refused(Scenario::ConnectedAlready).await;
    let unknown = "00000000-0000-4000-8000-000000000000";
    let refused = adopt(&desk, unknown, Adoption::KeepCredentials).await;
    assert_eq!(refused.unwrap_err().code, "instance_gone");
    let page = desk.workspace.open(desk.id).unwrap().register;
    assert!(page.registered.is_none() && page.existing.is_none());
    let strange = adopt(&desk, "../tenants", Adoption::KeepCredentials).await;
    assert_eq!(strange.unwrap_err().code, "foreign_address");
}

#[tokio::test]
async fn while_an_outcome_is_unknown_nothing_is_adopted() {
    let desk = Desk::ready_to_register().await;
    desk.scenario(Scenario::GcisNoAnswer);
    desk.workspace.register(desk.id).await.unwrap_err();
    let made = at_gcis(&desk).await[0].id.clone();
    let refused = adopt(&desk, &made, Adoption::KeepCredentials).await;
    assert_eq!(refused.unwrap_err().code, "outcome_unknown");
    let looked = desk.workspace.look_up_registration(desk.id).await.unwrap();
    let registered = looked.register.registered.unwrap();
    assert!(registered.adopted_at.is_none(), "it is the one made here");
}

#[tokio::test]
async fn while_a_request_for_another_tenant_may_arrive_nothing_is_adopted() {
    let (desk, existing) = refused(Scenario::ConnectedAlready).await;
    let unanswered = |minutes_ago: i64| {
        let mut record = desk.workspace.load(desk.id).unwrap();
        let mut basis = record.registration_basis().unwrap();
        basis.tenant = "another tenant".to_owned();
        let at = Timestamp::now() - SignedDuration::from_mins(minutes_ago);
        record.facts.attempt = Some(RegistrationAttempt {
            key: Uuid::new_v4(),
            basis,
            tenant: record.fields.tenant.clone().unwrap(),
            at,
            looked_up_at: Some(at),
        });
        let records = Records::new(desk.workspace.data_folder());
        records.save(&record).unwrap();
    };
    let id = &existing.instance_id;
    unanswered(1);
    let waits = adopt(&desk, id, Adoption::KeepCredentials).await;
    assert_eq!(waits.unwrap_err().code, "outcome_unknown");
    let facts = desk.workspace.load(desk.id).unwrap().facts;
    assert!(facts.attempt.is_some() && facts.registered.is_none());
    unanswered(6);
    assert!(adopt(&desk, id, Adoption::KeepCredentials).await.is_ok());
}

#[tokio::test]
async fn a_look_finds_what_a_colleague_made_and_another_tenant_is_another_matter() {
    let desk = Desk::ready_to_register().await;
    desk.scenario(Scenario::ConnectedAlready);
    let looked = desk.workspace.look_up_registration(desk.id).await.unwrap();
    assert!(looked.register.existing.is_some());
    let tenants = desk.workspace.tenants(desk.id).await.unwrap();
    let other = desk.workspace.choose_tenant(desk.id, &tenants[1]).unwrap();
    assert!(other.register.existing.is_none());
    let back = desk.workspace.choose_tenant(desk.id, &tenants[0]).unwrap();
    assert!(back.register.existing.is_some());
}

#[tokio::test]
async fn another_event_endpoint_is_named_and_left_to_the_portal() {
    let (desk, existing) = refused(Scenario::ConnectedAlready).await;
    let changed = desk.save(Field::EventEndpoint, "other/events");
    let offered = changed.register.existing.unwrap();
    assert_eq!(offered.differs, ["Username", "Event Endpoint"]);
    assert!(!offered.can_replace);
    let id = &existing.instance_id;
    let adopted = adopt(&desk, id, Adoption::KeepCredentials).await.unwrap();
    assert!(!adopted.register.can_replace);
    assert_eq!(
        adopted.register.changed_since,
        ["Username", "Event Endpoint"]
    );
    let updated = desk.workspace.attest_registered(desk.id).unwrap();
    let registered = updated.register.registered.unwrap();
    assert_eq!(
        registered.credentials,
        CredentialsAtGcis::Given,
        "they were entered as well"
    );
    assert!(registered.adopted_at.is_some() && registered.updated_at.is_some());
    assert!(!updated.register.can_replace, "nothing is left to replace");
}

/// A GCIS that has one answer to a new instance, and shows none.
async fn gcis_that_answers(desk: &Desk, conflict: Value) -> MockServer {
    let server = MockServer::start().await;
    let tenant = desk.workspace.load(desk.id).unwrap().fields.tenant.unwrap();
    let tenants = json!({ "tenants": [{
        "id": tenant.id, "name": tenant.name, "product": tenant.product,
        "environment": tenant.environment,
    }]});
    let instances = "/v1/connector-instances";
    for (asked, at, answer) in [
        (
            "POST",
            "/oauth2/token",
            json!({ "access_token": "t", "token_type": "Bearer" }),
        ),
        ("GET", "/v1/tenants", tenants),
        ("GET", instances, json!({ "connectorInstances": [] })),
    ] {
        Mock::given(method(asked))
            .and(path(at))
            .respond_with(ResponseTemplate::new(200).set_body_json(answer))
            .mount(&server)
            .await;
    }
    Mock::given(method("POST"))
        .and(path(instances))
        .respond_with(ResponseTemplate::new(409).set_body_json(conflict))
        .mount(&server)
        .await;
    desk.workspace.practise(PracticeServices {
        origins: PracticeOrigins {
            salesforce: Url::parse(desk.running.salesforce()).unwrap(),
            gcis: Url::parse(&server.uri()).unwrap(),
        },
        gcis_client_id: desk.card.gcis_client_id.clone(),
        gcis_client_secret: SecretString::from(desk.card.gcis_client_secret.clone()),
    });
    server
}

#[tokio::test]
async fn an_instance_that_gcis_names_and_does_not_show_is_kept_with_whom_to_ask() {
    let desk = Desk::ready_to_register().await;
    let conflict = json!({ "type": "/problems/already-connected", "instanceId": "hidden-1" });
    let _server = gcis_that_answers(&desk, conflict).await;
    for _ in 0..2 {
        let refused = desk.workspace.register(desk.id).await.unwrap_err();
        assert_eq!(refused.code, "instance_not_shown");
        assert!(refused.detail.contains("hidden-1"), "{}", refused.detail);
        let refused = adopt(&desk, "hidden-1", Adoption::KeepCredentials).await;
        assert_eq!(refused.unwrap_err().code, "instance_not_shown");
        let looked = desk.workspace.look_up_registration(desk.id).await.unwrap();
        let existing = looked.register.existing.unwrap();
        assert!(existing.unreadable && existing.instance_id == "hidden-1");
        assert!(!looked.register.outcome_unknown);
    }
}

#[tokio::test]
async fn a_conflict_that_names_no_instance_is_told_as_such_and_looked_up() {
    let desk = Desk::ready_to_register().await;
    let _server = gcis_that_answers(&desk, json!({ "title": "Conflict" })).await;
    let refused = desk.workspace.register(desk.id).await.unwrap_err();
    assert_eq!(refused.code, "conflict_unnamed");
    let page = desk.workspace.open(desk.id).unwrap().register;
    assert!(page.outcome_unknown && page.existing.is_none());
}
