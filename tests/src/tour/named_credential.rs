//! The named credential: added, rotated and revoked through the API, each seen in Salesforce.

use std::fs;

use practice::Scenario;

use super::Tour;
use crate::Trouble;

/// As the verified sign-in tells it; typed with other capitals on purpose.
const ORG: &str = "northwind ENERGY";

impl Tour<'_> {
    /// Adds, rotates and revokes the named credential.
    pub async fn named_credential(&mut self) -> Result<(), Trouble> {
        self.window.wait_for_page("named_credential").await?;
        self.look("named-credential").await?;
        self.window.click_primary().await?;
        self.window.wait_for("[data-action='add'] form").await?;
        self.look("named-credential-add").await?;
        self.practise(Scenario::NamedCredentialLate).await?;
        self.window.click_primary().await?;
        self.window.wait_for("[data-phase='in_salesforce']").await?;
        self.look("named-credential-waiting").await?;
        self.window.wait_for("[data-sighting='appeared']").await?;
        self.window.wait_for("[data-state='active']").await?;
        self.practise(Scenario::Smooth).await?;
        self.look("named-credential-active").await?;
        self.say("Added the named credential, and saw it in Salesforce.");
        self.reminder().await?;
        self.take_away("rotate", "changed", "active").await?;
        self.take_away("revoke", "gone", "revoked").await?;
        self.look("named-credential-revoked").await?;
        self.window.click_primary().await
    }

    /// Rotates or revokes it, with another name typed at first.
    async fn take_away(&mut self, action: &str, seen: &str, state: &str) -> Result<(), Trouble> {
        let row = format!("[data-action='{action}']");
        let confirm = format!("{row} [data-confirm]");
        self.window.click_css(&format!("{row} button")).await?;
        self.window.wait_for("[name='org_name']").await?;
        self.look_at(&row, &format!("named-credential-{action}"))
            .await?;
        self.window.fill("org_name", "Northwind").await?;
        self.window.click_css(&confirm).await?;
        self.window
            .wait_for_words("This is not the name of the Salesforce org")
            .await?;
        if action == "rotate" {
            self.look_at(&row, "named-credential-other-name").await?;
        }
        self.window.fill("org_name", ORG).await?;
        self.window.click_css(&confirm).await?;
        self.window
            .wait_for(&format!("[data-sighting='{seen}']"))
            .await?;
        self.window
            .wait_for(&format!("[data-state='{state}']"))
            .await?;
        self.say(&format!("{action}: the named credential is {state}."));
        Ok(())
    }

    /// Looks at the reminder, asks for too few days, and saves the calendar file.
    async fn reminder(&mut self) -> Result<(), Trouble> {
        let page = self.window.text("[data-reminder]").await?;
        if !page.contains("Due in 180 days") {
            return Err(Trouble::new(format!("the reminder says: {page}")));
        }
        self.window.fill("reminder_days", "3").await?;
        self.window.key(fantoccini::key::Key::Tab).await?;
        self.window.wait_for_words("from 7 to 730").await?;
        self.look_at("[data-reminder]", "named-credential-reminder")
            .await?;
        self.window.fill("reminder_days", "90").await?;
        self.window.key(fantoccini::key::Key::Tab).await?;
        self.window.wait_for_words("Due in 90 days").await?;
        self.window
            .click_in("[data-reminder]", "Save as a calendar file")
            .await?;
        let name = "northwind-energy-practice-rotate-named-credential.ics";
        self.window
            .wait_for_words_in("[data-reminder]", &[name])
            .await?;
        let documents = self.desktop.folder().join("home").join("Connector Setup");
        let saved = documents.join(name);
        let copy = self.folder.join("reminder.ics");
        fs::copy(&saved, copy).map_err(Trouble::told(&saved.display().to_string()))?;
        self.say("Saved the reminder as reminder.ics.");
        Ok(())
    }
}
