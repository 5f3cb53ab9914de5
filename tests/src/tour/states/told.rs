//! Refusals that say their reason, and a connected app that is too young to be known.

use practice::Scenario;

use super::super::Tour;
use crate::Trouble;

const WAITING: &str = "[data-waiting]";

impl Tour<'_> {
    pub(super) async fn refusals_with_a_reason(&mut self) -> Result<(), Trouble> {
        self.at_the_verification().await?;
        self.the_secret_is_wrong().await?;
        self.the_host_does_not_offer_it().await?;
        self.the_api_is_disabled().await?;
        self.a_web_page_answers().await?;
        self.the_app_is_too_young().await?;
        self.the_app_is_known_during_the_wait().await
    }

    async fn the_secret_is_wrong(&mut self) -> Result<(), Trouble> {
        self.verify_under(Scenario::ConsumerSecretWrong).await?;
        let fix = [
            "The Consumer Secret does not fit the Consumer Key",
            "Copy the Consumer Secret again from Manage Consumer Details, whole and without spaces.",
            "Quick Find: App Manager",
        ];
        self.reads_in_check("sign_in", "failed", &fix).await?;
        self.reads_that_the_way_is_blocked().await?;
        self.look("told-secret").await
    }

    async fn the_host_does_not_offer_it(&mut self) -> Result<(), Trouble> {
        self.verify_under(Scenario::GrantUnsupported).await?;
        let fix = [
            "This host does not offer this sign-in",
            "Use your My Domain host as Login URL",
            "Quick Find: My Domain",
        ];
        self.reads_in_check("sign_in", "failed", &fix).await?;
        self.look("told-host").await
    }

    async fn the_api_is_disabled(&mut self) -> Result<(), Trouble> {
        self.verify_under(Scenario::ApiDisabled).await?;
        let fix = [
            "This user or this edition may not use the API",
            "Give the user a permission set with API Enabled.",
            "Quick Find: Permission Sets",
            "Check the edition",
        ];
        self.reads_in_check("rest", "failed", &fix).await?;
        self.reads_that_the_way_is_blocked().await?;
        self.say("A wrong secret, a wrong host, an API that is disabled: each names its fix.");
        self.look("told-api-disabled").await
    }

    async fn a_web_page_answers(&mut self) -> Result<(), Trouble> {
        self.verify_under(Scenario::SalesforceDown).await?;
        let fix = ["not available right now"];
        self.reads_in_check("host", "failed", &fix).await?;
        self.look("told-maintenance").await
    }

    async fn the_app_is_too_young(&mut self) -> Result<(), Trouble> {
        self.window.click_step("app").await?;
        self.window.wait_for_page("app").await?;
        self.window.click("I saved the form").await?;
        self.window.wait_for_words("Saved just now").await?;
        self.window.click_step("verify").await?;
        self.window.wait_for_page("verify").await?;
        self.practise(Scenario::AppTooYoung).await?;
        self.begin_verifying().await?;
        let waits = [
            "Salesforce does not know this Consumer Key yet",
            "takes 2 to 10 minutes",
            "A mistyped key looks the same, so compare it meanwhile.",
            "Next try at",
        ];
        self.window.wait_for_words_in(WAITING, &waits).await?;
        self.say("The app is too young to be known: the page says when it tries again.");
        self.look("waiting").await?;
        self.window.click_in(WAITING, "Stop").await?;
        self.window.wait_until_gone(WAITING).await?;
        self.window
            .wait_for("[data-primary]:not([aria-disabled=true])")
            .await
    }

    async fn the_app_is_known_during_the_wait(&mut self) -> Result<(), Trouble> {
        self.begin_verifying().await?;
        self.window.wait_for(WAITING).await?;
        self.window.click_step("credentials").await?;
        self.window.wait_for_page("credentials").await?;
        self.window.click_step("verify").await?;
        self.window.wait_for(WAITING).await?;
        self.practise(Scenario::Smooth).await?;
        self.window.patiently().wait_until_gone(WAITING).await?;
        self.reads_that_the_way_is_open().await?;
        self.say("The app became known during the wait: verified.");
        self.look("waiting-verified").await
    }
}
