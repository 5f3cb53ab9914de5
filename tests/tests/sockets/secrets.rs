//! No secret anywhere but where the person agreed to.

use std::fs;
use std::path::Path;

use model::field::SecretField;
use onboarding::workflow::ChecklistOf;
use practice::Scenario;

use crate::desk::Desk;

fn files(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else {
            let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
            found.push((path.display().to_string(), text));
        }
    }
}

#[tokio::test]
async fn after_the_whole_walk_no_file_and_no_snapshot_holds_a_secret() {
    let desk = Desk::ready_to_register().await;
    desk.workspace.register(desk.id).await.unwrap();
    desk.scenario(Scenario::FlowBlocked);
    desk.verify().await.unwrap();
    let documents = desk.folder.path().join("documents");
    desk.workspace
        .save_checklist(ChecklistOf::Onboarding(desk.id), documents.clone())
        .unwrap();
    desk.workspace.export_metadata(desk.id, &documents).unwrap();

    let mut texts = Vec::new();
    files(desk.workspace.data_folder(), &mut texts);
    files(&documents, &mut texts);
    assert!(
        texts.len() >= 8,
        "record, trail, checklists, project: {}",
        texts.len()
    );
    let snapshot = desk.workspace.open(desk.id).unwrap();
    texts.push((
        "the snapshot".to_owned(),
        serde_json::to_string(&snapshot).unwrap(),
    ));
    let home = desk.workspace.home().unwrap();
    texts.push(("the list".to_owned(), serde_json::to_string(&home).unwrap()));

    let card = &desk.card;
    for secret in [
        &card.password,
        &card.security_token,
        &card.consumer_key,
        &card.consumer_secret,
        &card.gcis_client_secret,
    ] {
        for (name, text) in &texts {
            assert!(!text.contains(secret.as_str()), "{name} holds a secret");
        }
    }
}

#[tokio::test]
async fn records_name_the_practice_services_and_never_a_port() {
    let desk = Desk::ready_to_register().await;
    desk.workspace.register(desk.id).await.unwrap();
    let mut texts = Vec::new();
    files(desk.workspace.data_folder(), &mut texts);
    for (name, text) in texts {
        assert!(
            !text.contains("127.0.0.1"),
            "{name} names an address of this run"
        );
    }
}

#[tokio::test]
async fn stray_white_space_of_a_pasted_key_is_taken_off() {
    let desk = Desk::with_credentials().await;
    let pasted = format!(" \u{200b}{}\n", desk.card.consumer_key);
    desk.store(SecretField::ConsumerKey, &pasted).await;
    assert!(desk.verify().await.unwrap().verify.passed);
}

#[tokio::test]
async fn an_empty_secret_is_refused_and_the_stored_one_stays() {
    let desk = Desk::with_credentials().await;
    let empty = secrecy::SecretString::from("  ");
    let keep = model::onboarding::Keep::ThisRun;
    let field = SecretField::ConsumerSecret;
    let refused = desk
        .workspace
        .store_secret(desk.id, field, empty, keep)
        .await
        .unwrap_err();
    assert_eq!(refused.code, "secret_empty");
    assert!(desk.verify().await.unwrap().verify.passed);
}

#[tokio::test]
async fn a_secret_kept_for_an_earlier_run_is_asked_for_again() {
    let desk = Desk::ready_to_register().await;
    desk.workspace.register(desk.id).await.unwrap();
    let restarted = onboarding::workflow::Workspace::new(desk.workspace.data_folder().to_owned());
    let snapshot = restarted.open(desk.id).unwrap();
    assert_eq!(
        snapshot.credentials.missing,
        [
            "Password",
            "Security Token",
            "Consumer Key",
            "Consumer Secret"
        ]
    );
    assert!(
        snapshot.register.changed_since.is_empty(),
        "what is registered stays as it is"
    );
}
