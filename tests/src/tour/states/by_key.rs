//! Refusals by the external client app, where everything hangs on the app and its Run As user.

use practice::Scenario;

use super::super::Tour;
use super::super::diagnosis::DIAGNOSIS;
use crate::Trouble;

impl Tour<'_> {
    /// Meets a refusal that names its cause, and one without a reason that has no password to blame.
    pub async fn meet_refusals_by_key(&mut self) -> Result<(), Trouble> {
        self.window.click_step("verify").await?;
        self.window.wait_for_page("verify").await?;
        self.verify_under(Scenario::NoRunAsUser).await?;
        let fix = [
            "The app names no user to sign in as",
            "Run As (Username)",
            "Quick Find: External Client App Manager",
        ];
        self.reads_in_check("sign_in", "failed", &fix).await?;
        self.look("verify-no-run-as-external").await?;

        self.verify_under(Scenario::HistoryNoRow).await?;
        self.login_history_says("No new line appeared").await?;
        self.reads_in_answer(&["Check that key and secret come from an app of this very org."])
            .await?;
        self.say("Met two refusals: no Run As user, and one without a reason.");
        self.look_at(DIAGNOSIS, "verify-refused-external").await?;
        self.practise(Scenario::Smooth).await
    }
}
