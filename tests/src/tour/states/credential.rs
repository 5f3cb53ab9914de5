//! Named credentials in the portal: begun with a look, ended on a person's word, looked for in
//! Salesforce, and not always to be told.

use practice::Scenario;

use super::super::Tour;
use super::super::salesforce::CUSTOMER;
use crate::Trouble;

impl Tour<'_> {
    pub(super) async fn named_credential_in_the_portal(&mut self) -> Result<(), Trouble> {
        let album = self.album.take();
        self.at_the_verification().await?;
        self.verify().await?;
        self.register_in_the_portal().await?;
        self.window.wait_for_page("named_credential").await?;
        self.album = album;
        self.it_was_not_clicked().await?;
        self.salesforce_does_not_show_the_list().await?;
        self.it_is_due().await
    }

    async fn it_was_not_clicked(&mut self) -> Result<(), Trouble> {
        self.begin_to_add().await?;
        self.window.wait_for("[data-in-portal='add']").await?;
        self.look("credential-in-the-portal").await?;
        self.window.click("I did not").await?;
        self.window.wait_for("[data-state='not_enabled']").await?;
        self.say("Begun in the portal and not clicked: everything is as it was.");
        Ok(())
    }

    async fn salesforce_does_not_show_the_list(&mut self) -> Result<(), Trouble> {
        self.practise(Scenario::NamedCredentialsUnreadable).await?;
        self.begin_to_add().await?;
        self.window.click("I added it in the portal").await?;
        self.window
            .wait_for("[data-sighting='not_allowed']")
            .await?;
        let words = [
            "Cannot tell from Salesforce whether it was added",
            "Salesforce does not show named credentials to the service user.",
            "Ask a Salesforce admin to open Named Credentials in Setup",
        ];
        self.window
            .wait_for_words_in("[data-sighting]", &words)
            .await?;
        self.look("credential-cannot-tell").await?;
        self.practise(Scenario::Smooth).await?;
        self.say("What Salesforce does not show stays attested, with why nobody can tell.");
        Ok(())
    }

    async fn it_is_due(&mut self) -> Result<(), Trouble> {
        self.window.fill("reminder_days", "7").await?;
        self.window.key(fantoccini::key::Key::Tab).await?;
        self.window.wait_for_words("Due in 7 days").await?;
        self.window.click_in("nav .top", CUSTOMER).await?;
        self.window.wait_for_page("hub").await?;
        self.window.wait_for("[data-rotation='soon']").await?;
        self.look("credential-due").await?;
        self.say("The overview says when the next rotation is due.");
        Ok(())
    }

    async fn begin_to_add(&mut self) -> Result<(), Trouble> {
        self.window.click_primary().await?;
        self.window.wait_for("[data-action='add'] form").await?;
        self.window.click_primary().await?;
        self.window.wait_for("[data-in-portal='add']").await
    }
}
