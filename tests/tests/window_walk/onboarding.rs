//! The walk, whole and interrupted.

use acceptance::desktop::{Desktop, Keyring};
use acceptance::tour::{CUSTOMER, Tour, walk, walk_by_external_client_app};
use acceptance::window::{Window, built_app};
use model::Route;
use tempfile::TempDir;

/// Starts the app on a desktop, to be walked without pictures.
pub(crate) async fn start<'a>(desktop: &'a Desktop, folder: &TempDir) -> Tour<'a> {
    let app = built_app().unwrap();
    let tour = Tour::start(desktop, &app, folder.path(), |_| ())
        .await
        .unwrap();
    tour.without_pictures()
}

/// Starts the app and enters the credentials of a new onboarding.
pub(crate) async fn start_with_credentials<'a>(desktop: &'a Desktop, folder: &TempDir) -> Tour<'a> {
    let mut tour = start(desktop, folder).await;
    tour.begin().await.unwrap();
    tour.window.click_step("credentials").await.unwrap();
    tour.credentials(Route::ConnectedApp).await.unwrap();
    tour
}

#[tokio::test]
async fn the_whole_onboarding_is_walked_and_every_page_is_accessible() {
    let desktop = Desktop::start(Keyring::Unlocked).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let app = built_app().unwrap();
    let mut tour = Tour::start(&desktop, &app, folder.path(), |_| ())
        .await
        .unwrap();
    walk(&mut tour).await.unwrap();
    assert!(tour.pictured() > 20);
    let checklist = std::fs::read_to_string(folder.path().join("checklist.md")).unwrap();
    assert!(checklist.contains("gcis-salesforce-sales-cloud-connector@northwind.example"));
    tour.window.close().await.unwrap();
    desktop.stop().unwrap();
}

#[tokio::test]
async fn by_the_external_client_app_nothing_asks_for_a_password() {
    let desktop = Desktop::start(Keyring::Unlocked).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let app = built_app().unwrap();
    let mut tour = Tour::start(&desktop, &app, folder.path(), |_| ())
        .await
        .unwrap();
    walk_by_external_client_app(&mut tour).await.unwrap();
    tour.window.close().await.unwrap();
    desktop.stop().unwrap();
}

#[tokio::test]
async fn a_run_that_is_killed_goes_on_where_it_was() {
    let desktop = Desktop::start(Keyring::Unlocked).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut tour = start_with_credentials(&desktop, &folder).await;
    tour.window.kill().await;

    let app = built_app().unwrap();
    tour.window = Window::open(&desktop, &app, &["--practice"]).await.unwrap();
    tour.window.wait_for_page("home").await.unwrap();
    tour.window.click(CUSTOMER).await.unwrap();
    tour.window.wait_for_page("hub").await.unwrap();
    tour.verify().await.unwrap();
    tour.window.close().await.unwrap();
}

#[tokio::test]
async fn through_the_portal_what_the_person_saw_is_shown_as_attested() {
    let desktop = Desktop::start(Keyring::Unlocked).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut tour = start_with_credentials(&desktop, &folder).await;
    tour.verify().await.unwrap();
    tour.register_in_the_portal().await.unwrap();
    tour.window.wait_for_page("named_credential").await.unwrap();
    tour.window.click("Not wanted").await.unwrap();
    tour.window
        .wait_for_words("complete without it")
        .await
        .unwrap();
    tour.window.close().await.unwrap();
}
