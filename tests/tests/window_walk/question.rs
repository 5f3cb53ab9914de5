//! Before a secret is copied the system asks, and not the window.

use acceptance::desktop::{Answer, Desktop, Keyring};
use acceptance::window::Window;

use crate::onboarding::start_with_credentials;

const ASKED: &str = "Copy the Consumer Secret";

/// What a paste into a field of the window brings, the field being emptied first.
async fn pasted(window: &Window) -> String {
    window.fill("portal_words", "").await.unwrap();
    window.paste_into("portal_words").await.unwrap();
    window.value("portal_words").await.unwrap()
}

#[tokio::test]
async fn confirmed_it_is_copied_and_declined_it_is_not_and_neither_is_a_problem() {
    let desktop = Desktop::start(Keyring::Unlocked).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut tour = start_with_credentials(&desktop, &folder).await;
    tour.window.click("Practice values").await.unwrap();
    let secret = tour.window.practice_value("consumer_secret").await.unwrap();
    tour.window.click("Hide practice values").await.unwrap();
    tour.verify().await.unwrap();
    tour.open_the_dialog().await.unwrap();
    let window = &tour.window;
    window.click("Refused").await.unwrap();

    window
        .click_in("[data-row='Login URL']", "Copy")
        .await
        .unwrap();
    let before = pasted(window).await;
    window
        .click_in("[data-row='Consumer Secret']", "Copy")
        .await
        .unwrap();
    assert_eq!(
        desktop.asked(ASKED).await.unwrap(),
        "Copy the Consumer Secret of Northwind Energy?"
    );
    assert_eq!(
        pasted(window).await,
        before,
        "nothing is copied while it is asked"
    );
    desktop.answer(ASKED, Answer::No).await.unwrap();
    window.wait_for_words("Not copied").await.unwrap();
    assert_eq!(pasted(window).await, before);
    assert_eq!(window.count("[data-problem]").await.unwrap(), 0);

    window
        .click_in("[data-row='Consumer Secret']", "Copy")
        .await
        .unwrap();
    desktop.answer(ASKED, Answer::Yes).await.unwrap();
    window.wait_for_words("cleared in").await.unwrap();
    assert_eq!(pasted(window).await, secret);
    tour.window.close().await.unwrap();
    desktop.stop().unwrap();
}
