//! What goes wrong or is odd, each with the words that a person reads and the fix they name.

use acceptance::desktop::{Desktop, Keyring};
use acceptance::tour::states::Part;
use acceptance::window::built_app;

async fn walked(part: Part) {
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
async fn each_line_of_login_history_leads_to_one_fix_and_a_second_refusal_pauses() {
    walked(Part::Refused).await;
}

#[tokio::test]
async fn each_refusal_with_a_reason_names_its_fix_and_a_young_app_is_waited_for() {
    walked(Part::Told).await;
}

#[tokio::test]
async fn warnings_do_not_block_and_one_check_can_be_asked_by_itself() {
    walked(Part::Found).await;
}

#[tokio::test]
async fn through_the_portal_the_list_comes_first_and_a_refused_address_has_its_range() {
    walked(Part::Portal).await;
}

#[tokio::test]
async fn odd_values_are_remarked_and_those_of_the_other_route_are_kept_aside() {
    walked(Part::Typed).await;
}

#[tokio::test]
async fn a_named_credential_in_the_portal_is_looked_for_in_salesforce() {
    walked(Part::Credential).await;
}
