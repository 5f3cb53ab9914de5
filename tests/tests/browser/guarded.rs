//! What keeps others out of the practice pages, as a real browser meets it.

use acceptance::browser::{Browser, REBOUND};
use practice::Page;

use crate::cloud::Practice;
use crate::elsewhere::Elsewhere;

const FLOW: &str = "Allow OAuth Username-Password Flows";

async fn reads_nothing(browser: &mut Browser) {
    let text = browser.text().await.unwrap();
    assert!(text.contains("PRACTICE"), "{text}");
    assert!(text.contains("This page is closed"), "{text}");
    assert!(!text.contains("Northwind Energy"), "{text}");
}

async fn is_still_allowed(browser: &mut Browser, practice: &Practice) {
    let page = practice.below("setup/oauth-settings");
    assert_eq!(browser.visit(&page).await.unwrap(), 200);
    assert!(browser.is_ticked(FLOW).await.unwrap());
}

#[tokio::test]
async fn an_address_opens_in_the_first_browser_alone_and_without_one_there_is_nothing() {
    let practice = Practice::start().await;
    let mut browser = Browser::open().await.unwrap();
    let page = practice.below("setup");
    assert_eq!(browser.visit(&page).await.unwrap(), 403);
    reads_nothing(&mut browser).await;

    let address = practice.open(Page::Setup);
    assert_eq!(browser.visit(&address).await.unwrap(), 200);
    assert_eq!(browser.address().await.unwrap(), page, "the secret is gone");
    browser.reads("Northwind Energy").await.unwrap();
    assert_eq!(browser.visit(&address).await.unwrap(), 200, "here, again");

    browser.start_afresh().await.unwrap();
    assert_eq!(browser.visit(&address).await.unwrap(), 403);
    reads_nothing(&mut browser).await;
    browser.close().await.unwrap();
    practice.stop().await;
}

#[tokio::test]
async fn another_name_for_this_computer_opens_nothing() {
    let practice = Practice::start().await;
    let mut browser = Browser::open().await.unwrap();
    for name in [REBOUND, "localhost"] {
        for address in [practice.open(Page::Setup), practice.below("setup")] {
            let address = address.replace("127.0.0.1", name);
            assert_eq!(browser.visit(&address).await.unwrap(), 403, "{address}");
            reads_nothing(&mut browser).await;
        }
    }
    browser.close().await.unwrap();
    practice.stop().await;
}

/// `localhost` is another site for a browser; 127.0.0.1 with another port is the same site, and gets the cookie.
#[tokio::test]
async fn a_form_on_another_page_changes_nothing() {
    let practice = Practice::start().await;
    let elsewhere = Elsewhere::start(&practice.below("setup/oauth-settings")).await;
    let mut browser = Browser::open().await.unwrap();
    browser
        .visit(&practice.open(Page::OAuthSettings))
        .await
        .unwrap();
    for host in ["localhost", "127.0.0.1", REBOUND] {
        assert_eq!(browser.visit(&elsewhere.at(host)).await.unwrap(), 200);
        browser.click("Win a prize").await.unwrap();
        browser
            .reads("Another web page sent this request.")
            .await
            .unwrap();
        is_still_allowed(&mut browser, &practice).await;
    }
    // The same form, sent from where it belongs, does what it says.
    browser.tick(FLOW, false).await.unwrap();
    browser.click("Save").await.unwrap();
    assert!(!browser.is_ticked(FLOW).await.unwrap());
    browser.close().await.unwrap();
    practice.stop().await;
}

#[tokio::test]
async fn another_page_neither_frames_nor_reads_these() {
    let practice = Practice::start().await;
    let elsewhere = Elsewhere::start(&practice.below("setup")).await;
    let mut browser = Browser::open().await.unwrap();
    browser.visit(&practice.open(Page::Setup)).await.unwrap();
    for host in ["localhost", "127.0.0.1", REBOUND] {
        browser.visit(&elsewhere.at(host)).await.unwrap();
        browser.wait_for_words("fetched: nothing").await.unwrap();
        let framed = browser.frames().await.unwrap();
        assert_eq!(framed, ["chrome-error://chromewebdata/"], "{host}");
    }
    browser.close().await.unwrap();
    practice.stop().await;
}
