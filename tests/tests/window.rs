//! The real window, as a person meets it, in practice and on a desktop of its own.
#![allow(clippy::unwrap_used, reason = "a test ends at what it did not expect")]

use acceptance::desktop::{Desktop, Keyring};
use acceptance::window::{Theme, Violation, Window, built_app};

async fn open(desktop: &Desktop) -> Window {
    Window::open(desktop, &built_app().unwrap(), &["--practice"])
        .await
        .unwrap()
}

#[tokio::test]
async fn opens_closes_and_opens_again() {
    let desktop = Desktop::start(Keyring::Unlocked).unwrap();
    let mut window = open(&desktop).await;
    let page = window.page().await.unwrap();
    window.reopen().await.unwrap();
    assert_eq!(window.page().await.unwrap(), page);
    window.close().await.unwrap();
    desktop.stop().unwrap();
}

#[tokio::test]
async fn its_first_page_is_accessible() {
    let desktop = Desktop::start(Keyring::Unlocked).unwrap();
    let window = open(&desktop).await;
    for theme in Theme::BOTH {
        window.set_theme(theme).await.unwrap();
        let violations = window.violations().await.unwrap();
        let told: Vec<String> = violations.iter().map(Violation::to_string).collect();
        assert!(told.is_empty(), "{}: {}", theme.word(), told.join("\n"));
    }
    window.close().await.unwrap();
}
