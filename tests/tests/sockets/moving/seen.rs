//! What Login History shows of GCIS after it, and what it cannot show.

use model::guide::moving::WORDS_TO_RETIRE;
use model::journey::Status;
use model::onboarding::{MovePhase, MoveStage, MoveStanding, PortalEnding};
use onboarding::credentials::Credentials;
use onboarding::gcis::Replacement;
use onboarding::records::Records;
use secrecy::SecretString;
use uuid::Uuid;

use super::{moved, stage, verified};

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
