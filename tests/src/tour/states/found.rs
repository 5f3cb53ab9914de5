//! What a look around the org finds: warnings that do not block, and answers asked for by a click.

use practice::Scenario;

use super::super::Tour;
use crate::Trouble;

const ENDING: &str = "[data-portal-end]";
const SIGN_INS: &str = "[data-sign-ins]";

impl Tour<'_> {
    pub(super) async fn what_the_org_shows(&mut self) -> Result<(), Trouble> {
        self.at_the_verification().await?;
        self.the_user_may_too_much().await?;
        self.the_password_can_expire().await?;
        self.the_package_is_absent().await?;
        self.one_check_is_asked_again().await?;
        self.the_endpoint_is_there().await?;
        self.the_portal_refuses().await?;
        self.the_portal_hangs().await?;
        self.the_connector_signs_in_from_elsewhere().await
    }

    async fn the_user_may_too_much(&mut self) -> Result<(), Trouble> {
        self.verify_under(Scenario::OverPrivileged).await?;
        let fix = [
            "The user may change all data of the org, more than the page asks for",
            "Use the profile Standard User",
            "Check the user’s permission sets for Modify All Data.",
            "Quick Find: Permission Sets",
        ];
        self.reads_in_check("permissions", "warning", &fix).await?;
        self.reads_that_the_way_is_open().await?;
        self.look_at("[data-group='user']", "found-rights").await
    }

    async fn the_password_can_expire(&mut self) -> Result<(), Trouble> {
        self.verify_under(Scenario::PasswordCanExpire).await?;
        let fix = [
            "The password expires by the org’s policy, and the connector stops on that day",
            "Give the user a permission set with Password Never Expires.",
            "Quick Find: Permission Sets",
        ];
        self.reads_in_check("password_expiry", "warning", &fix)
            .await?;
        self.reads_that_the_way_is_open().await?;
        self.say("Too many rights, a password that can expire: both are told, neither blocks.");
        Ok(())
    }

    async fn the_package_is_absent(&mut self) -> Result<(), Trouble> {
        self.verify_under(Scenario::PackageAbsent).await?;
        let fix = [
            "No installed package of Gentrack was seen",
            "Look at Installed Packages. The install link comes from Gentrack.",
            "Quick Find: Installed Packages",
        ];
        self.reads_in_check("package", "warning", &fix).await?;
        self.window.wait_for_check("endpoint", "skipped").await?;
        self.look("found-package-absent").await?;
        self.window.click("Ask the endpoint").await?;
        let fix = [
            "Nothing answers at the Event Endpoint",
            "upper and lower case count",
            "Check that Gentrack’s package is installed.",
        ];
        self.reads_in_check("endpoint", "failed", &fix).await?;
        self.reads_that_the_way_is_open().await?;
        self.say("Without the package nothing answers at the endpoint.");
        self.look_at("[data-group='connector']", "found-endpoint-absent")
            .await
    }

    async fn one_check_is_asked_again(&mut self) -> Result<(), Trouble> {
        self.practise(Scenario::Smooth).await?;
        self.window
            .click_in("[data-check='package']", "Ask again")
            .await?;
        let there = ["Gentrack’s package is installed"];
        self.reads_in_check("package", "passed", &there).await?;
        // The others stand as they were found.
        self.window.wait_for_check("endpoint", "failed").await
    }

    async fn the_endpoint_is_there(&mut self) -> Result<(), Trouble> {
        self.window
            .click_in("[data-check='endpoint']", "Ask again")
            .await?;
        let there = ["The Event Endpoint exists and takes events"];
        self.reads_in_check("endpoint", "passed", &there).await?;
        self.say("Asked one check again, and the endpoint: both are there now.");
        self.look_at("[data-group='connector']", "found-endpoint")
            .await
    }

    async fn the_portal_refuses(&mut self) -> Result<(), Trouble> {
        self.window.click_primary().await?;
        self.open_the_dialog().await?;
        self.window.click_in(ENDING, "Refused").await?;
        self.window.fill("portal_words", "ip restricted").await?;
        self.window.click("Look it up").await?;
        let explained = [
            "The user may not sign in from this address",
            "Review Login IP Ranges on the user’s profile",
            "Ask Gentrack which addresses GCIS signs in from",
        ];
        self.window.wait_for_words_in(ENDING, &explained).await?;
        let next = "Mend what it says, save there again";
        self.window.wait_for_words_in("main .bar", &[next]).await?;
        self.say("The portal refused: its words are looked up.");
        self.look_at(ENDING, "portal-refused").await
    }

    async fn the_portal_hangs(&mut self) -> Result<(), Trouble> {
        self.window.click_in(ENDING, "I don’t know").await?;
        self.window
            .click_css("[data-action='portal-dont-know']")
            .await?;
        // The look follows by itself.
        self.window.wait_for("[data-evidence='no_line']").await?;
        let evidence = [
            "Cannot tell",
            "Login History can lag behind by a few minutes",
        ];
        self.window
            .wait_for_words_in("[data-evidence]", &evidence)
            .await?;
        self.look_at(ENDING, "portal-unknown").await
    }

    async fn the_connector_signs_in_from_elsewhere(&mut self) -> Result<(), Trouble> {
        let album = self.album.take();
        self.register_by_api().await?;
        self.album = album;
        self.window.click_step("verify").await?;
        self.window.wait_for_page("verify").await?;
        self.verify_under(Scenario::Smooth).await?;
        self.reads_in_check("sign_ins", "passed", &["newest from elsewhere"])
            .await?;
        self.window.click("Recent sign-ins of this user").await?;
        let lines = [
            "Elsewhere: the connector’s",
            "This computer",
            "203.0.113.25",
        ];
        self.window.wait_for_words_in(SIGN_INS, &lines).await?;
        self.say("After registering, Login History shows the connector’s own sign-in.");
        self.look_at(SIGN_INS, "found-sign-ins").await
    }
}
