//! From the registration to the checklist.

use std::fs;

use super::Tour;
use super::salesforce::CUSTOMER;
use crate::Trouble;
use crate::desktop::Answer;

/// What the way through the portal asks first.
pub(super) const FIRST_QUESTION: &str =
    "Does the Connectors list already show this org and tenant?";

impl Tour<'_> {
    /// Looks at the question and at the way through the portal, without taking it.
    pub async fn look_at_the_ways(&mut self) -> Result<(), Trouble> {
        self.window.wait_for_page("register").await?;
        self.look("register-question").await?;
        self.window.click("No, use the portal").await?;
        self.window.wait_for_words(FIRST_QUESTION).await?;
        self.look("register-portal-list").await
    }

    /// Goes through the portal to the dialog: names the tenant, and answers that the list shows no
    /// instance yet.
    pub async fn open_the_dialog(&mut self) -> Result<(), Trouble> {
        self.window.wait_for_page("register").await?;
        self.window.click("No, use the portal").await?;
        self.window.wait_for_words(FIRST_QUESTION).await?;
        self.window.fill("tenant", "Northwind Production").await?;
        self.window.key(fantoccini::key::Key::Tab).await?;
        self.window.wait_for("[data-row='Tenant'] button").await?;
        self.window
            .click_css("#portal-listed [data-value='no']")
            .await?;
        self.window.wait_for_words("Setup new instance").await
    }

    /// Answers that there is an API, and chooses the first tenant.
    pub async fn choose_tenant(&mut self) -> Result<(), Trouble> {
        self.window.wait_for_page("register").await?;
        self.window.click("Yes, through the API").await?;
        self.window
            .wait_for("button[name='tenant']:not([disabled])")
            .await?;
        self.window.click_css("button[name='tenant']").await?;
        self.window.wait_for("[role=option]").await?;
        self.window.click_css("[role=option]").await?;
        self.window.wait_until_gone("[role=option]").await?;
        // The choice is saved before the button registers anything.
        self.window
            .wait_for_words("Nothing is sent before you confirm")
            .await
    }

    /// Registers the connector through the API.
    pub async fn register_by_api(&mut self) -> Result<(), Trouble> {
        self.choose_tenant().await?;
        self.look("register-api").await?;
        self.window.click_primary().await?;
        self.window.wait_for("[role=alertdialog]").await?;
        self.look("register-confirm").await?;
        self.window
            .click_in("[role=alertdialog]", "Register the connector")
            .await?;
        self.window.wait_for("[data-registered='verified']").await?;
        self.look("registered").await?;
        let instance = self.window.text("[data-instance]").await?;
        self.say(&format!(
            "Registered the connector; its instance is {instance}."
        ));
        self.window.click_primary().await
    }

    /// Copies fields for the portal, a secret once the system has asked, and says that it was saved
    /// there.
    pub async fn register_in_the_portal(&mut self) -> Result<(), Trouble> {
        self.open_the_dialog().await?;
        self.window
            .click_in("[data-row='Login URL']", "Copy")
            .await?;
        self.window.wait_for_words("Copied").await?;
        self.window
            .click_in("[data-row='Consumer Secret']", "Copy")
            .await?;
        let asked = "Copy the Consumer Secret";
        self.desktop.asked(asked).await?;
        self.desktop.answer(asked, Answer::Yes).await?;
        self.window.wait_for_words("cleared in").await?;
        self.look_at("[data-row='Consumer Secret']", "register-portal")
            .await?;
        self.window.click("I saw it saved").await?;
        self.window.wait_for("[data-registered='attested']").await?;
        // The look into Login History follows by itself.
        self.window.wait_for("[data-evidence='no_line']").await?;
        self.window.wait_for_words("Cannot tell").await?;
        self.look("registered-in-the-portal").await?;
        self.take_back_and_say_again().await?;
        self.say("Registered in the portal, as attested; Login History shows nobody else.");
        self.window.click_primary().await
    }

    /// Takes back that it was saved, points at how it ended, and says so only then.
    async fn take_back_and_say_again(&mut self) -> Result<(), Trouble> {
        self.window.click("It is not there after all").await?;
        self.window.wait_for("[role=alertdialog]").await?;
        self.window
            .click_in("[role=alertdialog]", "Take it back")
            .await?;
        self.window.wait_for("[data-portal-end='']").await?;
        self.window
            .click_css("#portal-ending [data-value='saved']")
            .await?;
        self.window.wait_for("[data-action='portal-saved']").await?;
        if self.window.count("[data-registered]").await? > 0 {
            return Err(Trouble::new("pointing at an ending recorded it"));
        }
        self.look_at("[data-portal-end]", "portal-saved-pointed-at")
            .await?;
        self.window
            .click_css("[data-action='portal-saved']")
            .await?;
        self.window.wait_for("[data-registered='attested']").await?;
        self.window.wait_for("[data-evidence='no_line']").await
    }

    /// Ticks what comes after the registration.
    pub async fn what_happens_next(&mut self) -> Result<(), Trouble> {
        self.window.wait_for_page("what_next").await?;
        self.window.wait_for_words("0 of ").await?;
        self.look("what-next").await?;
        let ticked = self.tick_all().await?;
        self.window
            .wait_for_words(&format!("{ticked} of {ticked} done"))
            .await?;
        self.look("what-next-done").await?;
        self.window.click_primary().await
    }

    /// Saves the checklist and keeps a copy of it in the tour's folder.
    pub async fn checklist(&mut self) -> Result<(), Trouble> {
        self.window.wait_for_page("checklist").await?;
        self.window.wait_for_words("Before you start").await?;
        self.window.click_primary().await?;
        self.window
            .wait_for_words("northwind-energy-practice-checklist.html")
            .await?;
        self.look("checklist").await?;
        let documents = self.desktop.folder().join("home").join("Connector Setup");
        for extension in ["html", "md"] {
            let saved = documents.join(format!("northwind-energy-practice-checklist.{extension}"));
            let copy = self.folder.join(format!("checklist.{extension}"));
            fs::copy(&saved, copy).map_err(Trouble::told(&saved.display().to_string()))?;
        }
        self.say("Saved the checklist as checklist.html and checklist.md.");
        Ok(())
    }

    /// Looks at the pages beside the walk.
    pub async fn look_around(&mut self) -> Result<(), Trouble> {
        self.window.click_in("nav .top", CUSTOMER).await?;
        self.window.wait_for_page("hub").await?;
        self.window.wait_for_words("Every step is done").await?;
        self.look("hub-done").await?;
        self.window.click("All onboardings").await?;
        self.window.wait_for_page("home").await?;
        self.window.click_in("nav", "Checklist on paper").await?;
        self.window.wait_for_page("blank_checklist").await?;
        self.window.wait_for_words("[your domain]").await?;
        self.look("checklist-blank").await?;
        self.window.click_in("nav", "Settings").await?;
        self.window.wait_for_page("settings").await?;
        self.window.wait_for("[name='gcis_api']").await?;
        self.look("settings").await?;
        let api = "https://api.gcis.example/v1";
        self.window.fill("gcis_api", api).await?;
        self.window
            .fill("gcis_token", "https://token.gcis.example/")
            .await?;
        self.window.click_primary().await?;
        self.window.wait_for("[role=alertdialog]").await?;
        self.window.wait_for_words(api).await?;
        self.look("settings-confirm").await?;
        self.window.click_in("[role=alertdialog]", "Cancel").await?;
        self.window.wait_until_gone("[role=alertdialog]").await?;
        self.say(&format!("Every step of {CUSTOMER} is done."));
        Ok(())
    }
}
