//! How the practice pages look in a real browser.

use acceptance::tour::PagesTour;
use practice::Page;

#[tokio::test]
#[ignore = "long: every page, in each of its states, light and dark and in three widths"]
async fn every_practice_page_is_accessible_and_fits_in_light_and_dark() {
    let mut tour = PagesTour::start(None).await.unwrap();
    let seen = tour.walk().await.unwrap();
    assert!(usize::try_from(seen).unwrap() > Page::ALL.len() + 20);
    tour.end().await.unwrap();
}
