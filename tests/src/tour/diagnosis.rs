//! What a person does and reads on the page of the verification.

use practice::Scenario;

use super::Tour;
use crate::Trouble;

/// Where the page says what to look at after a refusal without a reason.
pub(super) const DIAGNOSIS: &str = "[data-diagnosis]";

impl Tour<'_> {
    /// Makes something go wrong, or right, verifies, and waits for the end of the run.
    pub async fn verify_under(&self, scenario: Scenario) -> Result<(), Trouble> {
        self.practise(scenario).await?;
        self.begin_verifying().await?;
        self.window.wait_until_gone("[data-action='cancel']").await
    }

    /// Clicks what begins a run: it is called otherwise the first time, and stands elsewhere once
    /// the page's next step is another one.
    pub async fn begin_verifying(&self) -> Result<(), Trouble> {
        let primary = self.window.text("[data-primary]").await?;
        if primary.starts_with("Verify") {
            self.window.click_primary().await
        } else {
            self.window.click_in("main .bar", "Verify again").await
        }
    }

    /// Says which Status the newest line of Login History has.
    pub async fn login_history_says(&self, status: &str) -> Result<(), Trouble> {
        self.window
            .click_css("button[name='history_status']")
            .await?;
        self.window.click_in(".options", status).await?;
        self.window.wait_until_gone("[role=option]").await
    }

    /// Reads all of these words in the one answer to that Status.
    pub async fn reads_in_answer(&self, words: &[&str]) -> Result<(), Trouble> {
        let answer = format!("{DIAGNOSIS} [data-explained]");
        self.window.wait_for_words_in(&answer, words).await
    }

    /// Reads a check's status and all of these words in what it found.
    pub async fn reads_in_check(
        &self,
        check: &str,
        status: &str,
        words: &[&str],
    ) -> Result<(), Trouble> {
        self.window.wait_for_check(check, status).await?;
        let row = format!("[data-check='{check}']");
        self.window.wait_for_words_in(&row, words).await
    }

    /// Reads that the sign-in is verified and the way on is open.
    pub async fn reads_that_the_way_is_open(&self) -> Result<(), Trouble> {
        let status = "nothing blocks the way on";
        self.window
            .wait_for_words_in("main .bar", &[status, "Continue"])
            .await
    }

    /// Reads that the way on is not open.
    pub async fn reads_that_the_way_is_blocked(&self) -> Result<(), Trouble> {
        let status = "The sign-in is not verified yet";
        self.window.wait_for_words_in("main .bar", &[status]).await
    }
}
