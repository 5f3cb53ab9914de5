//! The portal's pages with a connector in them, and what Salesforce shows of it.

use std::time::Duration;

use practice::Page;

use super::PagesTour;
use crate::Trouble;

/// As long as the portal takes to change a named credential here.
const OPERATION: Duration = Duration::from_secs(2);

impl PagesTour {
    pub(super) async fn in_the_portal(&mut self) -> Result<(), Trouble> {
        self.a_connector().await?;
        self.its_values().await?;
        self.its_named_credential().await?;
        self.what_salesforce_shows().await
    }

    async fn a_connector(&mut self) -> Result<(), Trouble> {
        self.open(Page::SetupNewInstanceExternal).await?;
        let card = self.card.clone();
        for (label, text) in [
            ("Consumer Key", card.eca_consumer_key.as_str()),
            ("Consumer Secret", "mistyped"),
            ("Login URL", &card.my_domain),
            ("Event Endpoint", &card.event_endpoint),
            ("Tenant", "Velocity Production"),
        ] {
            self.browser.enter(label, text).await?;
        }
        self.click_and_look("Save", "not-saved").await?;
        self.browser
            .enter("Consumer Secret", &card.eca_consumer_secret)
            .await?;
        self.click_and_look("Save", "connectors").await?;
        self.click_and_look("Salesforce Connector", "connector")
            .await
    }

    /// Edits it, once in vain and once not.
    async fn its_values(&mut self) -> Result<(), Trouble> {
        self.click_and_look("Salesforce Basic Information", "basic-information")
            .await?;
        self.click_and_look("Edit", "edit").await?;
        self.click_and_look("Consumer key and secret", "edit-key-and-secret")
            .await?;
        let card = self.card.clone();
        for (label, text) in [
            ("Consumer Key", card.eca_consumer_key.as_str()),
            ("Consumer Secret", "mistyped"),
        ] {
            self.browser.enter(label, text).await?;
        }
        self.click_and_look("Save", "edit-not-saved").await?;
        self.browser
            .enter("Consumer Secret", &card.eca_consumer_secret)
            .await?;
        self.click_and_look("Save", "edited").await
    }

    async fn its_named_credential(&mut self) -> Result<(), Trouble> {
        self.click_and_look("Add", "named-credential-being-added")
            .await?;
        self.running.cloud().let_pass(OPERATION);
        self.click_and_look("Refresh", "named-credential").await
    }

    async fn what_salesforce_shows(&mut self) -> Result<(), Trouble> {
        self.click_and_look("Salesforce Setup", "setup").await?;
        self.click_and_look("Named Credentials", "named-credentials")
            .await?;
        self.click_and_look("Login History", "login-history").await
    }
}
