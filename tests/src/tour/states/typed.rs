//! What is remarked on values typed, and what becomes of them on the other route. The onboarding is
//! one for production: nothing in it is ever verified, so nothing is sent.

use fantoccini::key::Key;

use super::super::Tour;
use super::super::salesforce::CUSTOMER;
use crate::Trouble;

/// In the form that Salesforce's have, and invented.
const KEY: &str =
    "3MVG9invented0InventedInventedInvented1InventedInventedInvented2InventedInventedInve";
const SECRET: &str = "0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF";
const TOKEN: &str = "InventedInventedInvented";

impl Tour<'_> {
    pub(super) async fn what_is_typed(&mut self) -> Result<(), Trouble> {
        self.begin_for_production().await?;
        self.a_lightning_address_is_understood().await?;
        self.a_username_of_a_sandbox_is_remarked().await?;
        self.the_token_in_the_password_is_remarked().await?;
        self.key_and_secret_are_swapped().await?;
        self.links_lead_to_the_org().await?;
        self.the_other_route_keeps_secrets_aside().await?;
        self.what_is_aside_is_removed().await
    }

    async fn begin_for_production(&mut self) -> Result<(), Trouble> {
        self.window.wait_for_page("home").await?;
        self.window.click_primary().await?;
        self.window.wait_for_page("new_onboarding").await?;
        self.window.click("Production").await?;
        self.window.fill("name", CUSTOMER).await?;
        self.window.fill("domain", "northwind.example").await?;
        self.look("new-production").await?;
        self.window.click_primary().await?;
        self.window.wait_for_page("hub").await?;
        self.window.click_step("credentials").await?;
        self.window.wait_for_page("credentials").await
    }

    async fn a_lightning_address_is_understood(&mut self) -> Result<(), Trouble> {
        let pasted = "https://northwind.lightning.force.com/lightning/page/home";
        self.type_and_leave("login_url", pasted).await?;
        let understood = "Understood as northwind.my.salesforce.com, the My Domain host of the \
             Lightning address you entered.";
        self.window.wait_for_words(understood).await?;
        match self.window.value("login_url").await?.as_str() {
            "northwind.my.salesforce.com" => Ok(()),
            other => Err(Trouble::new(format!("the Login URL is {other:?}"))),
        }
    }

    async fn a_username_of_a_sandbox_is_remarked(&mut self) -> Result<(), Trouble> {
        self.type_and_leave("username", "connector@northwind.example.uat")
            .await?;
        self.window
            .wait_for_words(
                "The Username looks like a sandbox’s, and the Login URL is for production",
            )
            .await
    }

    async fn the_token_in_the_password_is_remarked(&mut self) -> Result<(), Trouble> {
        self.store("password", &format!("Sunny-Day-7{TOKEN}"))
            .await?;
        self.store("security_token", TOKEN).await?;
        self.window
            .wait_for_words("The password ends with the security token")
            .await?;
        self.window
            .wait_for_words("the token has a field of its own")
            .await
    }

    async fn key_and_secret_are_swapped(&mut self) -> Result<(), Trouble> {
        self.store("consumer_key", SECRET).await?;
        self.store("consumer_secret", KEY).await?;
        self.window
            .wait_for_words("Consumer Key and Consumer Secret look swapped")
            .await?;
        self.window
            .wait_for_words("Enter each in the other’s field.")
            .await?;
        self.say("Remarked a Lightning address, a sandbox’s name, a token and a swap.");
        self.look("typed-remarks").await?;
        self.look_at("[data-field='password']", "typed-remarks-secrets")
            .await
    }

    async fn links_lead_to_the_org(&mut self) -> Result<(), Trouble> {
        self.window.click_step("app").await?;
        self.window.wait_for_page("app").await?;
        self.window.wait_for_words("Open in Salesforce").await?;
        self.look("typed-app-links").await?;
        self.window.click_step("service_user").await?;
        self.window.wait_for_page("service_user").await?;
        self.window.click("I am not sure").await?;
        self.window.wait_for_words("Look in Login History").await?;
        self.look("typed-user-links").await
    }

    async fn the_other_route_keeps_secrets_aside(&mut self) -> Result<(), Trouble> {
        self.window.click_step("route").await?;
        self.window.wait_for_page("route").await?;
        self.window
            .click_in("[data-route='external_client_app']", "External client app")
            .await?;
        self.window
            .click("Continue with the external client app")
            .await?;
        let aside = [
            "Kept aside: Password, Security Token, Consumer Key, Consumer Secret",
            "They stay stored in case you change back.",
        ];
        self.window
            .wait_for_words_in("[data-aside]", &aside)
            .await?;
        self.say("Changed the route: the secrets of the other one are kept aside, and said so.");
        self.look("route-aside").await?;
        self.look_at("[data-aside]", "route-aside-note").await
    }

    async fn what_is_aside_is_removed(&mut self) -> Result<(), Trouble> {
        self.window.click_step("credentials").await?;
        self.window.wait_for_page("credentials").await?;
        self.look("route-aside-credentials").await?;
        self.window.click("Remove them").await?;
        self.window.wait_for("[role=alertdialog]").await?;
        self.window
            .wait_for_words("To change back later, they have to be entered again.")
            .await?;
        self.look("route-aside-confirm").await?;
        self.window
            .click_in("[role=alertdialog]", "Remove them")
            .await?;
        self.window.wait_until_gone("[data-aside]").await?;

        self.window.click_step("route").await?;
        self.window.wait_for_page("route").await?;
        self.window
            .click_in("[data-route='connected_app']", "Connected app")
            .await?;
        self.window.click("Change to the connected app").await?;
        self.window.wait_for_page("app").await?;
        self.window.click_step("credentials").await?;
        self.window
            .wait_for_words("Still empty: Password, Security Token, Consumer Key, Consumer Secret")
            .await?;
        self.say("Removed them after a confirmation: changing back asks for them again.");
        Ok(())
    }

    async fn type_and_leave(&self, field: &str, text: &str) -> Result<(), Trouble> {
        self.window.fill(field, text).await?;
        self.window.key(Key::Tab).await
    }

    async fn store(&self, field: &str, secret: &str) -> Result<(), Trouble> {
        self.type_and_leave(field, secret).await?;
        self.window
            .wait_until_gone(&format!("input[name='{field}']"))
            .await
    }
}
