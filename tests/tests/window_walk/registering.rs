//! Registering through the API where something is odd.

use acceptance::desktop::{Desktop, Keyring};
use acceptance::tour::states::Part;
use acceptance::window::built_app;
use practice::Scenario;

use crate::onboarding::start_with_credentials;

#[tokio::test]
async fn tenants_findings_and_a_connector_that_is_there_already_are_each_told_with_the_way_on() {
    let desktop = Desktop::start(Keyring::Unlocked).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let app = built_app().unwrap();
    let part = Part::Registering;
    let started = part.start(&desktop, &app, folder.path(), |_| ()).await;
    let mut tour = started.unwrap().without_pictures();
    part.walk(&mut tour).await.unwrap();
    tour.window.close().await.unwrap();
    desktop.stop().unwrap();
}

#[tokio::test]
async fn who_comes_back_after_an_unclear_outcome_finds_it_looked_up() {
    let desktop = Desktop::start(Keyring::Unlocked).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut tour = start_with_credentials(&desktop, &folder).await;
    tour.verify().await.unwrap();
    tour.choose_tenant().await.unwrap();
    tour.practise(Scenario::GcisNoAnswer).await.unwrap();
    tour.window.click_primary().await.unwrap();
    tour.window
        .click_in("[role=alertdialog]", "Register the connector")
        .await
        .unwrap();
    tour.window
        .wait_for_problem("outcome_unknown")
        .await
        .unwrap();
    tour.practise(Scenario::Smooth).await.unwrap();
    tour.window.click_step("verify").await.unwrap();
    tour.window.wait_for_page("verify").await.unwrap();
    tour.window.click_step("register").await.unwrap();
    // Nobody clicks anything here.
    tour.window
        .wait_for("[data-registered='verified']")
        .await
        .unwrap();
    tour.window.close().await.unwrap();
}
