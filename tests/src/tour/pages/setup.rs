//! Setup's pages with something in them: what was saved, what is amiss.

use practice::Page;

use super::PagesTour;
use crate::Trouble;

impl PagesTour {
    pub(super) async fn in_setup(&mut self) -> Result<(), Trouble> {
        self.a_connected_app().await?;
        self.its_key_and_secret().await?;
        self.an_external_client_app().await?;
        self.a_user().await?;
        self.ranges().await
    }

    async fn a_connected_app(&mut self) -> Result<(), Trouble> {
        self.open(Page::NewConnectedApp).await?;
        for (label, text) in [
            ("Connected App Name", "Our Connector"),
            ("Contact Email", "ops-gcis@gentrack.com"),
        ] {
            self.browser.enter(label, text).await?;
        }
        self.browser.tick("Enable OAuth Settings", true).await?;
        let scopes = ["Full access (full)"];
        self.browser
            .choose("Selected OAuth Scopes", &scopes)
            .await?;
        self.click_and_look("Save", "app-amiss").await?;
        self.browser
            .enter("Callback URL", "http://localhost")
            .await?;
        self.click_and_look("Save", "app-saved").await?;
        self.click_and_look("Continue", "app").await?;
        self.click_and_look("Edit Policies", "policies").await
    }

    async fn its_key_and_secret(&mut self) -> Result<(), Trouble> {
        self.browser.click("App Manager").await?;
        self.look("apps").await?;
        self.browser.click("Our Connector").await?;
        self.click_and_look("Manage Consumer Details", "consumer")
            .await?;
        self.browser.click("Send a verification code").await?;
        self.browser.enter("Verification Code", "none").await?;
        self.click_and_look("Verify", "consumer-amiss").await?;
        self.click_and_look("Your mailbox (admin)", "admin-mail")
            .await?;
        let text = self.browser.text().await?;
        let code = text.split("Verification Code: ").nth(1);
        let code = code.and_then(|rest| rest.split(' ').next());
        let code = code.unwrap_or_default().to_owned();
        self.browser.click("Back to Our Connector").await?;
        self.browser.enter("Verification Code", &code).await?;
        self.click_and_look("Verify", "key-and-secret").await
    }

    async fn an_external_client_app(&mut self) -> Result<(), Trouble> {
        self.open(Page::NewExternalClientApp).await?;
        for (label, text) in [
            ("External Client App Name", "Our External App"),
            ("Contact Email", "ops-gcis@gentrack.com"),
            ("Callback URL", "http://localhost"),
        ] {
            self.browser.enter(label, text).await?;
        }
        self.browser.tick("Enable OAuth", true).await?;
        self.click_and_look("Create", "external-app").await?;
        self.browser.click("Edit Policies").await?;
        let nobody = "nobody@northwind.example";
        self.browser.enter("Run As (Username)", nobody).await?;
        self.click_and_look("Save", "run-as-amiss").await
    }

    async fn a_user(&mut self) -> Result<(), Trouble> {
        self.open(Page::NewUser).await?;
        let username = self.card.username.clone();
        for (label, text) in [
            ("Last Name", "GCIS Salesforce Sales Cloud Connector"),
            ("Alias", "gcis"),
            ("Email", &username),
            ("Username", "not an address"),
            ("Nickname", "gcis"),
            ("User License", "Salesforce"),
            ("Profile", "Standard User"),
        ] {
            self.browser.enter(label, text).await?;
        }
        self.click_and_look("Save", "user-amiss").await?;
        self.browser.enter("Username", &username).await?;
        self.click_and_look("Save", "user").await?;
        self.click_and_look("Edit", "user-edit").await?;
        self.browser.click("Save").await?;
        self.click_and_look("Reset My Security Token", "token-not-yet")
            .await?;
        self.open(Page::ServiceUser).await?;
        self.click_and_look("Mailbox", "mail-welcome").await?;
        self.browser.click("Verify Account").await?;
        self.browser.enter("New Password", "short").await?;
        self.browser.enter("Confirm New Password", "other").await?;
        self.click_and_look("Change Password", "password-amiss")
            .await?;
        for label in ["New Password", "Confirm New Password"] {
            self.browser.enter(label, "Invented-1").await?;
        }
        self.click_and_look("Change Password", "password-set")
            .await?;
        self.browser.click("Reset My Security Token").await?;
        self.click_and_look("Reset Security Token", "token-reset")
            .await?;
        self.click_and_look("Mailbox", "mail-token").await
    }

    async fn ranges(&mut self) -> Result<(), Trouble> {
        self.open(Page::NetworkAccess).await?;
        self.browser.enter("Start IP Address", "10.0.0.9").await?;
        self.browser.enter("End IP Address", "10.0.0.1").await?;
        self.click_and_look("Save", "range-amiss").await?;
        self.browser.enter("End IP Address", "10.0.0.99").await?;
        self.click_and_look("Save", "ranges").await?;
        self.open(Page::Profiles).await?;
        self.click_and_look("Standard User", "profile").await
    }
}
