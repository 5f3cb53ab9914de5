//! Registering through the API where something is odd: no tenant, a tenant of the other kind,
//! checks that GCIS did not like, and a connector that is there already.

use practice::Scenario;

use super::super::Tour;
use crate::Trouble;

const FOUND: &str = "[data-gcis-found]";
const EXISTING: &str = "[data-existing]";
const DIALOG: &str = "[role=alertdialog]";

impl Tour<'_> {
    pub(super) async fn registrations(&mut self) -> Result<(), Trouble> {
        self.at_the_verification().await?;
        let album = self.album.take();
        self.verify().await?;
        self.album = album;
        self.there_is_no_tenant().await?;
        self.the_tenant_is_of_the_other_kind().await?;
        self.a_change_leads_back().await?;
        self.gcis_does_not_like_it().await?;
        self.a_colleague_was_first().await
    }

    async fn there_is_no_tenant(&mut self) -> Result<(), Trouble> {
        self.window.wait_for_page("register").await?;
        self.practise(Scenario::NoTenants).await?;
        self.window.click("Yes, through the API").await?;
        self.window.wait_for_problem("no_tenants").await?;
        self.window
            .wait_for_words_in(
                "#tenant-problem",
                &["Manage Access ▸ Tenants", "Add Tenant"],
            )
            .await?;
        self.look("tenants-none").await?;
        self.practise(Scenario::Smooth).await?;
        self.window.click("Refresh").await
    }

    /// Chooses a tenant by its name.
    async fn tenant_called(&mut self, name: &str) -> Result<(), Trouble> {
        let list = "button[name='tenant']:not([disabled])";
        self.window.wait_for(list).await?;
        self.window.click_css(list).await?;
        self.window.click_in(".options", name).await?;
        self.window.wait_until_gone("[role=option]").await?;
        self.window
            .wait_for_words_in("[data-row='Tenant']", &[name])
            .await
    }

    async fn the_tenant_is_of_the_other_kind(&mut self) -> Result<(), Trouble> {
        self.tenant_called("Velocity Test").await?;
        let warns = [
            "This is a production org, and the tenant is for tests.",
            "test tenant",
        ];
        self.window
            .wait_for_words_in("[data-mismatch]", &warns)
            .await?;
        self.look("tenant-mismatch").await?;
        self.window
            .fill("tenant_confirmation", "yes, I know")
            .await?;
        self.window.click_primary().await?;
        self.window.wait_for_problem("tenant_not_confirmed").await?;
        self.look("tenant-not-confirmed").await?;
        self.tenant_called("Velocity Production").await?;
        self.window.wait_until_gone("[data-mismatch]").await?;
        self.say("A test tenant in a production org has to be confirmed in words.");
        Ok(())
    }

    async fn a_change_leads_back(&mut self) -> Result<(), Trouble> {
        self.window
            .click_in("[data-row='Event Endpoint']", "Change")
            .await?;
        self.window.wait_for_page("credentials").await?;
        self.window.wait_for("#field-event_endpoint:focus").await?;
        self.window
            .wait_for_words_in("main .bar", &["Back to Check your answers"])
            .await?;
        self.look_at("#field-event_endpoint", "change-and-back")
            .await?;
        self.window.click_primary().await?;
        self.window.wait_for_page("register").await?;
        self.window
            .click_in("[data-row='Consumer Secret']", "Change")
            .await?;
        self.window
            .wait_for("[data-field='consumer_secret'] button:focus")
            .await?;
        self.window.click_primary().await?;
        self.window.wait_for_page("register").await?;
        self.window.wait_for("[data-last-verified='stands']").await
    }

    async fn register_under(&mut self, scenario: Scenario) -> Result<(), Trouble> {
        self.practise(scenario).await?;
        self.window.click_primary().await?;
        self.window
            .click_in(DIALOG, "Register the connector")
            .await?;
        self.window.wait_until_gone(DIALOG).await
    }

    async fn gcis_does_not_like_it(&mut self) -> Result<(), Trouble> {
        self.register_under(Scenario::GcisRefuses).await?;
        self.window.wait_for_problem("verification_refused").await?;
        let fix = ["Login IP Ranges", "Ask Gentrack which addresses"];
        self.window.wait_for_words_in(FOUND, &fix).await?;
        self.look("gcis-refused").await?;
        self.look_at(FOUND, "gcis-found").await?;
        self.register_under(Scenario::GcisLaterChecks).await?;
        let own = [
            "Region of the org",
            "does not serve orgs of this region",
            "Cannot tell",
        ];
        self.window.wait_for_words_in(FOUND, &own).await?;
        self.look_at(FOUND, "gcis-found-unknown").await?;
        self.say("GCIS did not take the credentials; what it found stands with its fixes.");
        Ok(())
    }

    async fn a_colleague_was_first(&mut self) -> Result<(), Trouble> {
        self.register_under(Scenario::ConnectedAlready).await?;
        self.window.wait_for_problem("already_connected").await?;
        self.window
            .wait_for_words_in(EXISTING, &["gcis.earlier@northwind.example"])
            .await?;
        self.look("already-connected").await?;
        self.look_at(EXISTING, "already-connected-offer").await?;
        self.practise(Scenario::Smooth).await?;
        self.window.click_css("#adoption-keep_credentials").await?;
        self.window.click_primary().await?;
        self.window.wait_for("[data-registered='verified']").await?;
        self.window
            .wait_for_words("The instance has something else: Username, Login URL")
            .await?;
        self.look("adopted").await?;
        self.window.click_primary().await?;
        self.window
            .click_in(DIALOG, "Replace the credentials at GCIS")
            .await?;
        self.window
            .wait_for_words_in("main .bar", &["Continue"])
            .await?;
        self.say("Adopted a colleague's connector, and replaced its credentials.");
        self.look("adopted-and-replaced").await
    }
}
