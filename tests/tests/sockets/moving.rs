//! A live connector is moved from the connected app to the external client app, and back.

use model::Route;
use model::field::{Field, SecretField};
use model::guide::moving::WORDS_TO_RETIRE;
use model::journey::Status;
use model::onboarding::{
    MovePhase, MoveStage, MoveStanding, PortalEnding, RegistrationBasis, Tenant,
};
use model::provenance::Provenance;
use onboarding::credentials::Credentials;
use onboarding::gcis::{ApiCredentials, Gcis, Replacement};
use onboarding::net::{Client, ClientSettings, Names, PracticeOrigins, Proxy, Reach};
use onboarding::records::Records;
use onboarding::workflow::snapshot::Snapshot;
use practice::Scenario;
use secrecy::SecretString;
use url::Url;
use uuid::Uuid;

use crate::desk::Desk;

/// A connector that was registered by the connected app and runs.
async fn live() -> Desk {
    let desk = Desk::ready_to_register().await;
    desk.workspace.register(desk.id).await.unwrap();
    desk
}

/// The same, its move begun and the external client app entered, not verified yet.
async fn prepared() -> Desk {
    let desk = live().await;
    desk.workspace.begin_move(desk.id, false).unwrap();
    desk.enter_external_app().await;
    desk
}

async fn verified() -> Desk {
    let desk = prepared().await;
    desk.verify().await.unwrap();
    desk
}

/// Moved through the API.
async fn moved() -> Desk {
    let desk = verified().await;
    desk.workspace.replace_credentials(desk.id).await.unwrap();
    desk
}

impl Desk {
    fn now(&self) -> Snapshot {
        self.workspace.open(self.id).unwrap()
    }

    fn registered(&self) -> RegistrationBasis {
        let record = self.workspace.load(self.id).unwrap();
        record.facts.registered.unwrap().basis
    }

    /// How the instance signs in, as GCIS itself tells.
    async fn at_gcis(&self) -> Option<Route> {
        self.gcis(async |gcis, id| gcis.instance(id).await.unwrap().route)
            .await
    }

    /// What a person does in the portal: GCIS is given the key and secret of the new app.
    async fn save_in_the_portal(&self) {
        self.gcis(async |gcis, id| {
            let replacement = Replacement {
                key: Uuid::new_v4(),
                instance_id: id,
                login_url: &self.card.my_domain,
                sign_in: &Credentials::Client {
                    consumer_key: SecretString::from(self.card.eca_consumer_key.as_str()),
                    consumer_secret: SecretString::from(self.card.eca_consumer_secret.as_str()),
                },
            };
            gcis.replace_credentials(&replacement).await.unwrap();
        })
        .await;
    }

    async fn gcis<T>(&self, ask: impl AsyncFnOnce(Gcis<'_>, &str) -> T) -> T {
        let client = Client::new(&ClientSettings {
            proxy: Proxy::Direct,
            trust_file: None,
            names: Names::Practice,
        });
        let client = client.unwrap();
        let reach = Reach::Practice(PracticeOrigins {
            salesforce: Url::parse(self.running.salesforce()).unwrap(),
            gcis: Url::parse(self.running.gcis()).unwrap(),
        });
        let credentials = ApiCredentials {
            client_id: self.card.gcis_client_id.clone(),
            client_secret: SecretString::from(self.card.gcis_client_secret.as_str()),
        };
        let gcis = Gcis::sign_in(&client, &reach, &credentials).await.unwrap();
        let instances = gcis.instances().await.unwrap();
        let id = instances[0].id.clone();
        ask(gcis, &id).await
    }

    /// The connector that runs still gets into Salesforce, and by this way.
    async fn assert_it_runs_by(&self, route: Route) {
        assert_eq!(self.at_gcis().await, Some(route));
        assert_eq!(self.running.let_connectors_sign_in().await, [true]);
    }
}

fn stage(snapshot: &Snapshot, stage: MoveStage) -> &Status {
    let mut stages = snapshot.moving.stages.iter();
    &stages.find(|one| one.stage == stage).unwrap().status
}

fn provenance(snapshot: &Snapshot, of: MoveStage) -> Option<Provenance> {
    match stage(snapshot, of) {
        Status::Completed { provenance, .. } => Some(*provenance),
        _ => None,
    }
}

#[tokio::test]
async fn through_the_api_the_connector_is_moved_seen_and_its_old_app_retired() {
    let desk = live().await;
    let due = desk.now().moving;
    assert_eq!(
        (due.phase, due.gcis_route),
        (MovePhase::Due, Some(Route::ConnectedApp))
    );

    let begun = desk.workspace.begin_move(desk.id, false).unwrap();
    assert_eq!(begun.route, Route::ExternalClientApp);
    assert_eq!(begun.moving.next, Some(MoveStage::Prepare));
    desk.enter_external_app().await;
    assert_eq!(desk.now().moving.next, Some(MoveStage::Verify));
    let verified = desk.verify().await.unwrap();
    assert_eq!(verified.moving.next, Some(MoveStage::Replace));
    assert!(verified.moving.by_api);
    desk.assert_it_runs_by(Route::ConnectedApp).await;

    let given = desk.workspace.replace_credentials(desk.id).await.unwrap();
    assert_eq!(
        provenance(&given, MoveStage::Replace),
        Some(Provenance::Verified)
    );
    assert_eq!(given.moving.next, Some(MoveStage::Seen));
    desk.assert_it_runs_by(Route::ExternalClientApp).await;

    let looked = desk.workspace.look_for_move(desk.id).await.unwrap();
    let sighting = looked.moving.sighting.as_ref().unwrap();
    assert_eq!(sighting.standing, MoveStanding::GotIn);
    assert!(
        sighting
            .seen
            .as_ref()
            .unwrap()
            .source_ip
            .starts_with("203.0.113.")
    );
    assert_eq!(
        provenance(&looked, MoveStage::Seen),
        Some(Provenance::Verified)
    );

    let retired = desk.workspace.retire_old_app(desk.id, "").unwrap();
    assert_eq!(retired.moving.phase, MovePhase::Done);
    assert_eq!(
        provenance(&retired, MoveStage::Retire),
        Some(Provenance::Attested)
    );
    let ended = desk.workspace.go_back(desk.id).unwrap_err();
    assert_eq!(ended.code, "move_ended");
    desk.workspace.forget_aside(desk.id).await.unwrap();
    let record = desk.workspace.load(desk.id).unwrap();
    assert!(!record.secrets.contains_key(&SecretField::Password));
    desk.assert_it_runs_by(Route::ExternalClientApp).await;
}

#[tokio::test]
async fn through_the_portal_each_ending_is_told_apart_from_what_salesforce_saw() {
    let desk = verified().await;
    let workspace = &desk.workspace;
    let ended = |ending| workspace.portal_ended(desk.id, ending, "").unwrap();
    let refused = ended(PortalEnding::Refused);
    assert_eq!(stage(&refused, MoveStage::Replace), &Status::Problem);
    assert_eq!(desk.registered().sign_in.route, Route::ConnectedApp);
    let unknown = ended(PortalEnding::DontKnow);
    assert!(unknown.moving.either);
    for refused in [
        workspace.go_back(desk.id),
        workspace.retire_old_app(desk.id, ""),
    ] {
        assert_eq!(refused.unwrap_err().code, "move_outcome_unknown");
    }
    desk.save_in_the_portal().await;
    let looked = workspace.look_for_move(desk.id).await.unwrap();
    assert_eq!(
        looked.moving.sighting.unwrap().standing,
        MoveStanding::GotIn
    );
    assert_eq!(
        desk.registered().sign_in.route,
        Route::ConnectedApp,
        "what was seen is not what the person says"
    );
    let saved = ended(PortalEnding::Saved);
    assert_eq!(
        provenance(&saved, MoveStage::Replace),
        Some(Provenance::Attested)
    );
    assert!(!saved.moving.either);
    desk.running.let_connectors_sign_in().await;
    let looked = workspace.look_for_move(desk.id).await.unwrap();
    assert_eq!(
        provenance(&looked, MoveStage::Seen),
        Some(Provenance::Verified)
    );
    assert_eq!(
        workspace.retire_old_app(desk.id, "").unwrap().moving.phase,
        MovePhase::Done
    );
}

#[tokio::test]
async fn until_the_new_way_is_verified_nothing_is_sent_and_nothing_counts_as_given() {
    let desk = prepared().await;
    let before = desk.registered();
    let workspace = &desk.workspace;
    for refused in [
        workspace.replace_credentials(desk.id).await,
        workspace.attest_registered(desk.id),
        workspace.portal_ended(desk.id, PortalEnding::Saved, ""),
    ] {
        assert_eq!(refused.unwrap_err().code, "verify_first");
    }
    assert_eq!(
        workspace
            .retire_old_app(desk.id, WORDS_TO_RETIRE)
            .unwrap_err()
            .code,
        "move_not_ready"
    );
    assert_eq!(
        workspace.look_for_move(desk.id).await.unwrap_err().code,
        "move_not_ready"
    );
    assert_eq!(desk.registered(), before);
    desk.assert_it_runs_by(Route::ConnectedApp).await;
}

#[tokio::test]
async fn a_new_secret_after_the_verification_has_to_be_verified_before_it_is_given() {
    let desk = verified().await;
    desk.store(
        SecretField::EcaConsumerSecret,
        "0123456789ABCDEF0123456789ABCDEF",
    )
    .await;
    let refused = desk.workspace.replace_credentials(desk.id).await;
    assert!(refused.is_err());
    assert_eq!(desk.registered().sign_in.route, Route::ConnectedApp);
    desk.assert_it_runs_by(Route::ConnectedApp).await;
}

#[tokio::test]
async fn the_old_credentials_are_neither_overwritten_nor_forgotten_nor_is_the_way_changed() {
    let desk = verified().await;
    let workspace = &desk.workspace;
    let kept = workspace.load(desk.id).unwrap().secrets;
    for field in SecretField::of_route(Route::ConnectedApp) {
        let secret = SecretString::from("another");
        let keep = model::onboarding::Keep::ThisRun;
        let refused = workspace.store_secret(desk.id, *field, secret, keep).await;
        assert_eq!(refused.unwrap_err().code, "move_keeps_both");
    }
    let refused = workspace.forget_aside(desk.id).await.unwrap_err();
    assert_eq!(refused.code, "move_keeps_both");
    let refused = workspace.choose_route(desk.id, Route::ConnectedApp);
    assert_eq!(refused.unwrap_err().code, "move_is_on");
    assert_eq!(workspace.load(desk.id).unwrap().secrets, kept);
}

#[tokio::test]
async fn what_gcis_refuses_leaves_the_running_connector_untouched() {
    let desk = verified().await;
    desk.scenario(Scenario::GcisRefuses);
    let refused = desk.workspace.replace_credentials(desk.id).await;
    assert_eq!(refused.unwrap_err().code, "verification_refused");
    desk.scenario(Scenario::Smooth);
    assert_eq!(desk.registered().sign_in.route, Route::ConnectedApp);
    assert_eq!(desk.now().moving.next, Some(MoveStage::Replace));
    desk.assert_it_runs_by(Route::ConnectedApp).await;
}

#[tokio::test]
async fn an_answer_that_never_came_is_looked_up_and_stops_the_way_back_until_then() {
    let desk = verified().await;
    desk.scenario(Scenario::GcisNoAnswer);
    let lost = desk.workspace.replace_credentials(desk.id).await;
    assert_eq!(lost.unwrap_err().code, "outcome_unknown");
    desk.scenario(Scenario::Smooth);
    let unknown = desk.now();
    assert!(unknown.moving.either);
    assert_eq!(stage(&unknown, MoveStage::Replace), &Status::Problem);
    let refused = desk.workspace.go_back(desk.id).unwrap_err();
    assert_eq!(refused.code, "move_outcome_unknown");
    let found = desk.workspace.replace_credentials(desk.id).await.unwrap();
    assert_eq!(
        provenance(&found, MoveStage::Replace),
        Some(Provenance::Verified)
    );
    desk.assert_it_runs_by(Route::ExternalClientApp).await;
}

#[tokio::test]
async fn going_back_before_gcis_has_anything_leaves_all_as_it_was_and_needs_no_new_proof() {
    for desk in [prepared().await, verified().await] {
        let registered = desk.registered();
        let back = desk.workspace.go_back(desk.id).unwrap();
        assert_eq!(
            (back.moving.phase, back.route),
            (MovePhase::Due, Route::ConnectedApp)
        );
        assert!(back.verify.passed && back.register.changed_since.is_empty());
        assert_eq!(desk.registered(), registered);
        desk.assert_it_runs_by(Route::ConnectedApp).await;

        let again = desk.workspace.begin_move(desk.id, false).unwrap();
        assert!(
            again.credentials.missing.is_empty(),
            "what was entered stays"
        );
    }
}

#[tokio::test]
async fn going_back_after_it_gives_gcis_the_old_credentials_again() {
    let desk = moved().await;
    desk.workspace.look_for_move(desk.id).await.unwrap();
    let back = desk.workspace.go_back(desk.id).unwrap();
    assert_eq!(
        (back.moving.phase, back.route),
        (MovePhase::GoingBack, Route::ConnectedApp)
    );
    assert_eq!(back.moving.gcis_route, Some(Route::ExternalClientApp));
    assert!(back.moving.verified, "nothing of the old way has changed");
    desk.assert_it_runs_by(Route::ExternalClientApp).await;

    let on = desk.workspace.go_on_moving(desk.id).unwrap();
    assert_eq!(
        (on.moving.phase, on.moving.next),
        (MovePhase::On, Some(MoveStage::Retire))
    );
    desk.workspace.go_back(desk.id).unwrap();
    let given = desk.workspace.replace_credentials(desk.id).await.unwrap();
    assert_eq!(given.moving.phase, MovePhase::Due);
    assert!(given.register.changed_since.is_empty());
    desk.assert_it_runs_by(Route::ConnectedApp).await;
}

#[tokio::test]
async fn old_credentials_that_open_the_org_no_more_are_entered_anew_before_they_go_back() {
    let desk = moved().await;
    let cloud = desk.running.cloud();
    let card = cloud.reset_security_token(&desk.id.to_string()).unwrap();
    desk.workspace.go_back(desk.id).unwrap();
    desk.store(SecretField::SecurityToken, &card.security_token)
        .await;
    desk.verify().await.unwrap();
    let given = desk.workspace.replace_credentials(desk.id).await.unwrap();
    assert_eq!(given.moving.phase, MovePhase::Due);
    desk.assert_it_runs_by(Route::ConnectedApp).await;
}

#[tokio::test]
async fn in_the_portal_too_the_old_credentials_go_back_once_the_person_saw_them_saved() {
    let desk = moved().await;
    desk.workspace.go_back(desk.id).unwrap();
    let saved = desk
        .workspace
        .portal_ended(desk.id, PortalEnding::Saved, "")
        .unwrap();
    assert_eq!(saved.moving.phase, MovePhase::Due);
    assert_eq!(desk.registered().sign_in.route, Route::ConnectedApp);
}

#[tokio::test]
async fn a_connector_made_elsewhere_is_moved_on_the_persons_word() {
    let desk = Desk::new().await;
    let workspace = &desk.workspace;
    assert_eq!(desk.now().moving.phase, MovePhase::MayExist);
    let refused = workspace.begin_move(desk.id, true).unwrap_err();
    assert_eq!(
        (refused.code, refused.field),
        ("tenant_missing", Some("tenant"))
    );
    let tenant = Tenant {
        id: None,
        name: "Northwind Production".to_owned(),
        product: None,
        environment: None,
    };
    workspace.choose_tenant(desk.id, &tenant).unwrap();
    let refused = workspace.begin_move(desk.id, false).unwrap_err();
    assert_eq!(refused.code, "nothing_to_move");
    let begun = workspace.begin_move(desk.id, true).unwrap();
    assert_eq!(begun.moving.gcis_route, Some(Route::ConnectedApp));
    assert!(begun.register.registered.unwrap().credentials_unknown);

    desk.save(Field::LoginUrl, &desk.card.my_domain);
    desk.enter_external_app().await;
    let verified = desk.verify().await.unwrap();
    assert!(!verified.moving.by_api, "GCIS named no instance");
    let saved = workspace
        .portal_ended(desk.id, PortalEnding::Saved, "")
        .unwrap();
    assert_eq!(
        provenance(&saved, MoveStage::Replace),
        Some(Provenance::Attested)
    );
}

#[tokio::test]
async fn a_login_url_of_many_orgs_gives_way_to_the_orgs_own_and_comes_back() {
    let desk = live().await;
    let before = desk.workspace.load(desk.id).unwrap().fields;
    let begun = desk.workspace.begin_move(desk.id, false).unwrap();
    assert_eq!(
        begun.verify.host.as_deref(),
        Some(desk.card.my_domain.as_str())
    );
    desk.workspace.go_back(desk.id).unwrap();
    assert_eq!(
        desk.workspace.load(desk.id).unwrap().fields.login_url,
        before.login_url
    );
}

#[tokio::test]
async fn a_sign_in_by_the_old_app_after_it_is_a_warning_and_wants_words() {
    let desk = moved().await;
    desk.workspace.look_for_move(desk.id).await.unwrap();
    // Lines have whole seconds: what is to be later has to be in another one.
    tokio::time::sleep(std::time::Duration::from_millis(1100)).await;
    // Somebody puts the old credentials back at GCIS, and the record here does not know.
    desk.gcis(async |gcis, id| {
        let card = &desk.card;
        let replacement = Replacement {
            key: Uuid::new_v4(),
            instance_id: id,
            login_url: &card.my_domain,
            sign_in: &Credentials::Password {
                username: card.username.clone(),
                password: SecretString::from(card.password.as_str()),
                security_token: SecretString::from(card.security_token.as_str()),
                consumer_key: SecretString::from(card.consumer_key.as_str()),
                consumer_secret: SecretString::from(card.consumer_secret.as_str()),
            },
        };
        gcis.replace_credentials(&replacement).await.unwrap();
    })
    .await;
    let looked = desk.workspace.look_for_move(desk.id).await.unwrap();
    assert!(looked.moving.sighting.as_ref().unwrap().still_old.is_some());
    assert_eq!(stage(&looked, MoveStage::Seen), &Status::Problem);
    let refused = desk.workspace.retire_old_app(desk.id, "").unwrap_err();
    assert_eq!(
        (refused.code, refused.field),
        ("move_not_seen", Some("words_to_retire"))
    );
    let words = format!(" {} ", WORDS_TO_RETIRE.to_uppercase());
    let retired = desk.workspace.retire_old_app(desk.id, &words).unwrap();
    assert_eq!(retired.moving.phase, MovePhase::Done);
}

#[tokio::test]
async fn without_a_line_of_the_new_app_nobody_can_tell() {
    let desk = verified().await;
    let workspace = &desk.workspace;
    // The person says Saved, and GCIS goes on as before.
    workspace
        .portal_ended(desk.id, PortalEnding::Saved, "")
        .unwrap();
    desk.running.let_connectors_sign_in().await;
    let looked = workspace.look_for_move(desk.id).await.unwrap();
    assert_eq!(
        looked.moving.sighting.unwrap().standing,
        MoveStanding::NoLine
    );
    assert_eq!(
        workspace.retire_old_app(desk.id, "").unwrap_err().code,
        "move_not_seen"
    );
}

#[tokio::test]
async fn apps_of_one_name_cannot_be_told_apart() {
    let desk = moved().await;
    let mut record = desk.workspace.load(desk.id).unwrap();
    let looked = desk.workspace.look_for_move(desk.id).await.unwrap();
    let new_app = looked.moving.sighting.unwrap().seen.unwrap().application;
    record.facts.migration.as_mut().unwrap().old_application = Some(new_app);
    Records::new(desk.workspace.data_folder())
        .save(&record)
        .unwrap();
    let looked = desk.workspace.look_for_move(desk.id).await.unwrap();
    let sighting = looked.moving.sighting.as_ref().unwrap();
    assert_eq!(sighting.standing, MoveStanding::SameName);
    assert_eq!(stage(&looked, MoveStage::Seen), &Status::InProgress);
}

#[tokio::test]
async fn where_gcis_signs_in_by_the_external_client_app_there_is_nothing_to_move() {
    let desk = Desk::on(Route::ExternalClientApp).await;
    desk.make_ready().await;
    desk.workspace.register(desk.id).await.unwrap();
    assert_eq!(desk.now().moving.phase, MovePhase::None);
    for refused in [
        desk.workspace.begin_move(desk.id, true),
        desk.workspace.go_back(desk.id),
        desk.workspace.retire_old_app(desk.id, WORDS_TO_RETIRE),
    ] {
        assert_eq!(refused.unwrap_err().code, "nothing_to_move");
    }
}
