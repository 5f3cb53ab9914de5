//! Moving a live connector from the connected app to the external client app.

use acceptance::desktop::{Desktop, Keyring};
use acceptance::tour::states::Part;
use acceptance::window::built_app;

async fn walk(part: Part) {
    let desktop = Desktop::start(Keyring::Unlocked).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let app = built_app().unwrap();
    let started = part.start(&desktop, &app, folder.path(), |_| ()).await;
    let mut tour = started.unwrap().without_pictures();
    part.walk(&mut tour).await.unwrap();
    tour.window.close().await.unwrap();
    desktop.stop().unwrap();
}

#[tokio::test]
async fn a_connector_is_moved_from_due_to_retired_and_may_turn_back_on_the_way() {
    walk(Part::Moving).await;
}

#[tokio::test]
async fn a_connector_made_elsewhere_is_moved_in_the_portal_on_the_persons_word() {
    walk(Part::MovingElsewhere).await;
}
