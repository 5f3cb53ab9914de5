//! Bad input and bad days: a clear problem with a fix, and nothing entered is lost.

use acceptance::desktop::{Desktop, Keyring};
use fantoccini::key::Key;
use practice::Scenario;

use crate::onboarding::{start, start_with_credentials};

#[tokio::test]
async fn absurd_fields_are_refused_at_the_field_and_what_was_typed_stays() {
    let desktop = Desktop::start(Keyring::Unlocked).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let tour = start(&desktop, &folder).await;
    tour.window.wait_for_page("home").await.unwrap();
    tour.window.click_primary().await.unwrap();
    tour.window.wait_for_page("new_onboarding").await.unwrap();
    tour.window.click_primary().await.unwrap();
    tour.window.wait_for_problem("name_missing").await.unwrap();
    tour.window.fill("name", "Northwind Energy").await.unwrap();
    tour.window.fill("domain", "not a domain").await.unwrap();
    tour.window.click_primary().await.unwrap();
    tour.window
        .wait_for_problem("domain_invalid")
        .await
        .unwrap();
    assert_eq!(tour.window.value("name").await.unwrap(), "Northwind Energy");
    assert_eq!(tour.window.value("domain").await.unwrap(), "not a domain");
    tour.window
        .fill("domain", "northwind.example")
        .await
        .unwrap();
    tour.window.click_primary().await.unwrap();
    tour.window.wait_for_page("hub").await.unwrap();

    tour.window.click_step("credentials").await.unwrap();
    for (field, typed, code) in [
        ("username", "nobody", "username_invalid"),
        (
            "login_url",
            "login.salesforce.com.evil.example",
            "login_url_not_salesforce",
        ),
        (
            "event_endpoint",
            "https://evil.example/x",
            "endpoint_not_a_path",
        ),
    ] {
        tour.window.fill(field, typed).await.unwrap();
        tour.window.key(Key::Tab).await.unwrap();
        let said = tour.window.wait_for_problem(code).await.unwrap();
        assert!(!said.is_empty());
        assert_eq!(tour.window.value(field).await.unwrap(), typed, "{field}");
    }
    tour.window.close().await.unwrap();
}

#[tokio::test]
async fn a_wrong_password_and_a_salesforce_that_is_down_each_name_their_fix() {
    let desktop = Desktop::start(Keyring::Unlocked).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let tour = start_with_credentials(&desktop, &folder).await;

    tour.window
        .click_in("[data-field='password']", "Replace")
        .await
        .unwrap();
    tour.window.fill("password", "mistyped").await.unwrap();
    tour.window.key(Key::Tab).await.unwrap();
    tour.window
        .wait_until_gone("input[name='password']")
        .await
        .unwrap();
    tour.window.click_step("verify").await.unwrap();
    tour.window.wait_for_page("verify").await.unwrap();
    tour.window.click_primary().await.unwrap();
    tour.window
        .wait_for_check("sign_in", "failed")
        .await
        .unwrap();
    tour.window.wait_for_words("Login History").await.unwrap();
    tour.window
        .wait_for_words("The sign-in is not verified yet")
        .await
        .unwrap();

    tour.practise(Scenario::SalesforceDown).await.unwrap();
    tour.window.click_primary().await.unwrap();
    tour.window.wait_for_check("host", "failed").await.unwrap();
    tour.window
        .wait_for_words("not available right now")
        .await
        .unwrap();
    tour.window.close().await.unwrap();
}

#[tokio::test]
async fn with_no_keychain_the_value_can_be_kept_until_the_program_is_closed() {
    let desktop = Desktop::start(Keyring::Absent).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut tour = start(&desktop, &folder).await;
    tour.begin().await.unwrap();
    tour.window.click_step("credentials").await.unwrap();
    tour.window.wait_for_page("credentials").await.unwrap();
    tour.window
        .fill("consumer_secret", "a value")
        .await
        .unwrap();
    tour.window.key(Key::Tab).await.unwrap();
    tour.window
        .wait_for_problem("keychain_missing")
        .await
        .unwrap();
    assert_eq!(
        tour.window.value("consumer_secret").await.unwrap(),
        "a value"
    );
    tour.window
        .click("Keep it until I close the program")
        .await
        .unwrap();
    tour.window
        .wait_for_words("Kept until you close the program")
        .await
        .unwrap();
    tour.window.close().await.unwrap();
}

#[tokio::test]
async fn a_gcis_that_does_not_answer_is_looked_up_and_never_asked_twice() {
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
    tour.window.click_primary().await.unwrap();
    tour.window
        .wait_for("[data-registered='verified']")
        .await
        .unwrap();
    tour.window.close().await.unwrap();
}
