//! Refusals without a reason: Login History knows it, and each of its lines leads to one fix.

use practice::Scenario;

use super::super::Tour;
use super::super::diagnosis::DIAGNOSIS;
use crate::Trouble;

/// What opens the causes that do not stand first.
const MORE: &str = "9 more causes, less likely";

impl Tour<'_> {
    pub(super) async fn refusals_without_a_reason(&mut self) -> Result<(), Trouble> {
        self.at_the_verification().await?;
        self.the_flow_is_blocked().await?;
        self.a_status_is_found_by_a_part_of_it().await?;
        self.another_status_is_explained_by_its_words().await?;
        self.a_second_refusal_pauses().await?;
        self.the_user_is_unlocked().await?;
        self.no_new_line_appeared().await?;
        self.only_my_domain_lets_in().await
    }

    async fn the_flow_is_blocked(&mut self) -> Result<(), Trouble> {
        self.verify_under(Scenario::FlowBlocked).await?;
        let said = [
            "Salesforce refused the sign-in and gave no reason",
            "authentication failure",
        ];
        self.reads_in_check("sign_in", "failed", &said).await?;
        self.reads_that_the_way_is_blocked().await?;
        let asked = [
            "as few as 3 wrong attempts",
            "What does the newest line in Login History say?",
            "Quick Find: Login History",
        ];
        self.window.wait_for_words_in(DIAGNOSIS, &asked).await?;
        self.look("refused").await?;

        self.window.click(MORE).await?;
        self.look_at("[data-more]", "refused-more-causes").await?;
        self.window.click(MORE).await?;

        self.login_history_says("Username-Password Flow Disabled")
            .await?;
        self.reads_in_answer(&[
            "The org does not let this app sign in with a password",
            "Switch on Allow OAuth Username-Password Flows.",
            "Quick Find: OAuth and OpenID Connect Settings",
        ])
        .await?;
        self.say("Refused without a reason: Login History says that the flow is disabled.");
        self.look_at(DIAGNOSIS, "refused-flow-disabled").await
    }

    async fn a_status_is_found_by_a_part_of_it(&mut self) -> Result<(), Trouble> {
        self.window.type_into("#history-status", "token").await?;
        self.window
            .wait_until_gone("[role=option][data-option='user_frozen']")
            .await?;
        self.look_at("#history-status", "refused-search").await?;
        self.window
            .click_in(".options", "Failed: API security token required")
            .await?;
        self.reads_in_answer(&[
            "The security token is missing behind the password",
            "Enter the security token from the newest mail on the Credentials page.",
            "Reset My Security Token",
        ])
        .await?;
        self.say("Typed a part of a status and found it.");
        self.look_at(DIAGNOSIS, "refused-token-required").await?;
        self.window.click("Clear the answer").await?;
        self.window
            .wait_until_gone(&format!("{DIAGNOSIS} [data-explained]"))
            .await
    }

    async fn another_status_is_explained_by_its_words(&mut self) -> Result<(), Trouble> {
        self.window.click("Another status, or other words").await?;
        let pasted = "LOGIN_MUST_USE_SECURITY_TOKEN: Invalid username, password, security token; \
             or user locked out.";
        self.window.fill("explain", pasted).await?;
        self.window.click("Look it up").await?;
        self.reads_in_answer(&["security token"]).await?;
        self.look_at("[data-action='explain']", "refused-other-words")
            .await?;

        self.window
            .fill("explain", "the cat sat on the mat")
            .await?;
        self.window.click("Look it up").await?;
        self.reads_in_answer(&["No entry knows these words", "help.salesforce.com"])
            .await?;
        self.say("Pasted words of an error and read what they mean.");
        Ok(())
    }

    async fn a_second_refusal_pauses(&mut self) -> Result<(), Trouble> {
        self.verify_under(Scenario::UserLocked).await?;
        self.login_history_says("Password Lockout").await?;
        self.reads_in_answer(&[
            "The user is locked after too many wrong attempts",
            "Open the user and click Unlock.",
            "Quick Find: Users",
        ])
        .await?;
        let paused = [
            "The next try waits: 15 min left",
            "Two tries in a row were refused or went unanswered.",
            "those of the portal count too",
        ];
        self.window
            .wait_for_words_in("[data-paused]", &paused)
            .await?;
        self.window
            .wait_for("[data-primary][aria-disabled=true]")
            .await?;
        self.say("Refused twice: the next try waits, so that the user is not locked out.");
        self.look("paused").await?;
        self.look_at(DIAGNOSIS, "paused-user-locked").await
    }

    async fn the_user_is_unlocked(&mut self) -> Result<(), Trouble> {
        self.practise(Scenario::Smooth).await?;
        self.window.click("The user is unlocked, try now").await?;
        self.window.wait_for("[role=alertdialog]").await?;
        self.window
            .wait_for_words("One more refusal may lock it.")
            .await?;
        self.look("paused-confirm").await?;
        self.window
            .click_in("[role=alertdialog]", "It is unlocked, try now")
            .await?;
        self.reads_that_the_way_is_open().await?;
        self.say("Said that the user is unlocked, and verified.");
        Ok(())
    }

    async fn no_new_line_appeared(&mut self) -> Result<(), Trouble> {
        self.verify_under(Scenario::HistoryNoRow).await?;
        self.login_history_says("No new line appeared").await?;
        self.reads_in_answer(&[
            "The attempt did not reach this org, or not this user",
            "Compare the Username letter by letter with the user’s page",
            "Enter this org’s own My Domain host as Login URL.",
            "Quick Find: My Domain",
        ])
        .await?;
        self.look_at(DIAGNOSIS, "refused-no-new-line").await
    }

    async fn only_my_domain_lets_in(&mut self) -> Result<(), Trouble> {
        self.verify_under(Scenario::HistoryRestrictedDomain).await?;
        self.login_history_says("Restricted domain").await?;
        self.reads_in_answer(&[
            "The org accepts sign-ins at its own My Domain host alone",
            "Enter your My Domain host as Login URL, here and in the portal",
            "Quick Find: My Domain",
        ])
        .await?;
        self.say("No new line, and a restricted domain: the Login URL is named as the fix.");
        Ok(())
    }
}
