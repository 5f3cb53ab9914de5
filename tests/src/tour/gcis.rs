//! From the registration to the checklist.

use std::fs;

use super::Tour;
use super::salesforce::CUSTOMER;
use crate::Trouble;

impl Tour<'_> {
    /// Looks at the question and at the way through the portal, without taking it.
    pub async fn look_at_the_ways(&mut self) -> Result<(), Trouble> {
        self.window.wait_for_page("register").await?;
        self.look("register-question").await?;
        self.window.click("No, use the portal").await?;
        self.window.wait_for_words("Connector Store").await?;
        self.look("register-portal").await
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

    /// Copies every field for the portal, types the tenant, and says that it was saved there.
    pub async fn register_in_the_portal(&mut self) -> Result<(), Trouble> {
        self.window.wait_for_page("register").await?;
        self.window.click("No, use the portal").await?;
        self.window.wait_for_words("Connector Store").await?;
        self.window
            .click_in("[data-row='Login URL']", "Copy")
            .await?;
        self.window.wait_for_words("Copied").await?;
        self.window
            .click_in("[data-row='Consumer Secret']", "Copy")
            .await?;
        self.window.wait_for_words("cleared in").await?;
        self.window.fill("tenant", "Northwind Production").await?;
        self.window.key(fantoccini::key::Key::Tab).await?;
        self.window.wait_for("[data-row='Tenant'] button").await?;
        self.look("register-portal").await?;
        self.window.click("I saw it saved").await?;
        self.window.wait_for("[data-registered='attested']").await?;
        self.window.click("Look in Login History").await?;
        self.window.wait_for("[data-evidence='unknown']").await?;
        self.window.wait_for_words("Cannot tell").await?;
        self.look("registered-in-the-portal").await?;
        self.say("Registered in the portal, as attested; Login History shows nobody else.");
        self.window.click_primary().await
    }

    /// Adds, rotates and revokes the named credential.
    pub async fn named_credential(&mut self) -> Result<(), Trouble> {
        self.window.wait_for_page("named_credential").await?;
        self.look("named-credential").await?;
        self.window.click_primary().await?;
        self.window.click_in("[role=alertdialog]", "Add").await?;
        self.window.wait_for("[data-state='active']").await?;
        self.look("named-credential-active").await?;
        self.say("Added the named credential.");
        for (action, button, state) in [
            ("rotate", "Rotate", "active"),
            ("revoke", "Revoke", "revoked"),
        ] {
            self.window
                .click_in(&format!("[data-action='{action}']"), button)
                .await?;
            self.window.wait_for("[role=alertdialog]").await?;
            self.look(&format!("named-credential-{action}")).await?;
            self.window.click_in("[role=alertdialog]", button).await?;
            self.window.wait_until_gone("[role=alertdialog]").await?;
            self.window
                .wait_until_gone("[data-primary][aria-disabled=true]")
                .await?;
            self.window
                .wait_for(&format!("[data-state='{state}']"))
                .await?;
            self.say(&format!("{button}: the named credential is {state}."));
        }
        self.look("named-credential-revoked").await?;
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
