//! The way through the portal where it does not run smoothly.

use fantoccini::key::Key;
use model::Route;
use practice::Scenario;

use super::Tour;
use crate::Trouble;
use crate::desktop::Answer;

/// The practice GCIS's address.
const GCIS: &str = "203.0.113.25";

impl Tour<'_> {
    /// The first question, each answer; what the system asks; a refusal by address; another computer
    /// of the same people's.
    pub(super) async fn the_way_through_the_portal(&mut self) -> Result<(), Trouble> {
        let album = self.album.take();
        self.begin().await?;
        self.window.click_step("credentials").await?;
        self.credentials(Route::ConnectedApp).await?;
        self.verify().await?;
        self.album = album;
        self.the_first_question().await?;
        self.what_the_system_asks().await?;
        self.a_refused_address().await
    }

    async fn the_first_question(&mut self) -> Result<(), Trouble> {
        self.open_the_dialog().await?;
        for (answer, words, page) in [
            ("cannot_tell", "How to tell", "portal-cannot-tell"),
            ("yes", "Open the existing instance", "portal-existing"),
            ("no", "Open the dialog", "portal-new"),
        ] {
            let radio = format!("#portal-listed [data-value='{answer}']");
            self.window.click_css(&radio).await?;
            self.window.wait_for_words(words).await?;
            self.look_at("#portal-listed", page).await?;
        }
        // Another tenant is another question.
        self.window.fill("tenant", "Northwind Test").await?;
        self.window.key(Key::Tab).await?;
        self.window.wait_for("[data-listed='']").await?;
        self.window
            .click_css("#portal-listed [data-value='no']")
            .await?;
        self.window.wait_for_words("Open the dialog").await
    }

    async fn what_the_system_asks(&mut self) -> Result<(), Trouble> {
        let asked = "Copy the Password";
        self.window
            .click_in("[data-row='Password']", "Copy")
            .await?;
        self.desktop.asked(asked).await?;
        self.desktop.answer(asked, Answer::No).await?;
        self.window.wait_for_words("Not copied").await?;
        self.look_at("[data-row='Password']", "portal-not-copied")
            .await
    }

    /// What the practice GCIS does when somebody clicks Save in its portal, it does for the API too.
    async fn a_refused_address(&mut self) -> Result<(), Trouble> {
        self.practise(Scenario::GcisRefuses).await?;
        self.window.click("Yes, through the API").await?;
        self.window
            .wait_for("button[name='tenant']:not([disabled])")
            .await?;
        self.window.click_css("button[name='tenant']").await?;
        self.window.click_css("[role=option]").await?;
        self.window.wait_until_gone("[role=option]").await?;
        self.window
            .wait_for_words("Nothing is sent before you confirm")
            .await?;
        self.window.click_primary().await?;
        self.window
            .click_in("[role=alertdialog]", "Register the connector")
            .await?;
        self.window.wait_for_problem("verification_refused").await?;

        self.window.click("No, use the portal").await?;
        self.window.wait_for("[data-listed='']").await?;
        self.window
            .click_css("#portal-listed [data-value='no']")
            .await?;
        self.window.wait_for_words("Open the dialog").await?;
        self.window
            .click_css("#portal-ending [data-value='refused']")
            .await?;
        self.window
            .fill("portal_words", "Authentication failure")
            .await?;
        self.window.click("Look it up").await?;
        self.window.wait_for("[data-evidence='refused']").await?;
        let fixes = "[data-explained='login_ip_range']";
        self.window
            .wait_for_words_in(fixes, &["Login IP Ranges", GCIS, "ops-gcis@gentrack.com"])
            .await?;
        self.look_at("[data-evidence]", "portal-refused-address")
            .await?;
        self.window.click("Yes, it is ours").await?;
        self.window.wait_for("[data-evidence='no_line']").await?;
        self.window
            .wait_for_words(&format!("You said that {GCIS} is yours."))
            .await?;
        self.look_at("[data-evidence]", "portal-own-address")
            .await?;
        self.window.click("Take it back").await?;
        self.window.wait_for("[data-evidence='refused']").await
    }
}
