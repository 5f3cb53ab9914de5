//! What an admin does on the pages of Salesforce Setup, and reads in mailboxes.

use model::Route;

use super::Day;
use super::setup::but;
use crate::Trouble;
use crate::browser::Record;

/// What marks the apps that a practice org came with: they may be called as the person's own.
const READY: &str = "Ready for use";

/// How GCIS's addresses begin here.
const GCIS: &str = "203.0.113.";

/// The kind of app in the list of apps, and the words on its own page.
#[derive(Clone, Copy, Debug)]
pub struct OwnApp {
    kind: &'static str,
    keys: &'static str,
}

impl OwnApp {
    /// Of a route.
    pub const fn of(route: Route) -> Self {
        match route {
            Route::ConnectedApp => Self {
                kind: "Connected App",
                keys: "Manage Consumer Details",
            },
            Route::ExternalClientApp => Self {
                kind: "External Client App",
                keys: "Consumer Key and Secret",
            },
        }
    }
}

/// A key and its secret.
#[derive(Clone)]
pub struct Keys {
    /// The Consumer Key.
    pub key: String,
    /// The Consumer Secret.
    pub secret: String,
}

/// What signs in as a new user.
#[derive(Clone)]
pub struct NewUser {
    /// The password that was set by the link of the welcome mail.
    pub password: String,
    /// The security token of the newest mail.
    pub token: String,
}

impl Day<'_> {
    /// Creates the connected app as the wizard's page says, but for these fields.
    pub async fn create_connected_app(
        &mut self,
        otherwise: &[(&str, &str)],
    ) -> Result<(), Trouble> {
        self.wizard.window.wait_for_page("app").await?;
        let lines = but(self.form("app.form").await?, otherwise)?;
        self.follow("[data-form='app.form']", "Open in Salesforce")
            .await?;
        self.browser.click("New Connected App").await?;
        self.fill_in(&lines).await?;
        self.browser.click("Save").await?;
        self.browser.reads("Allow from 2-10 minutes").await?;
        self.browser.click("Continue").await
    }

    /// Creates the external client app as the wizard's page says, and its policies but for these fields.
    pub async fn create_external_client_app(
        &mut self,
        otherwise: &[(&str, &str)],
    ) -> Result<(), Trouble> {
        self.wizard.window.wait_for_page("app").await?;
        let basic = self.form("eca.create").await?;
        let api = self.form("eca.api").await?;
        let policies = but(self.form("eca.policies").await?, otherwise)?;
        self.follow("[data-form='eca.create']", "Open in Salesforce")
            .await?;
        self.browser.click("New External Client App").await?;
        self.fill_in(&basic).await?;
        self.fill_in(&api).await?;
        self.browser.click("Create").await?;
        self.browser.click("Edit Policies").await?;
        self.fill_in(&policies).await?;
        self.browser.click("Save").await
    }

    /// From the list of apps to the person's own.
    pub async fn open_own_app(&mut self, app: OwnApp, name: &str) -> Result<(), Trouble> {
        self.browser.click_in_row(app.kind, READY, name).await
    }

    /// From an app's own page: has a code mailed, enters it, and reads key and secret.
    pub async fn reveal(&mut self, app: OwnApp) -> Result<Keys, Trouble> {
        self.browser.click(app.keys).await?;
        self.browser.click("Send a verification code").await?;
        let entry = self.browser.address().await?;
        self.browser.click("Your mailbox (admin)").await?;
        let code = self.after("Verification Code: ").await?;
        self.browser.visit(&entry).await?;
        self.browser.enter("Verification Code", &code).await?;
        self.browser.click("Verify").await?;
        Ok(Keys {
            key: self.browser.beside("Consumer Key").await?,
            secret: self.browser.beside("Consumer Secret").await?,
        })
    }

    /// Creates the service user as the wizard's page says; ends on its own page.
    pub async fn create_user(&mut self) -> Result<(), Trouble> {
        self.wizard.window.wait_for_page("service_user").await?;
        let lines = self.form("user.form").await?;
        self.follow("[data-form='user.form']", "Open in Salesforce")
            .await?;
        self.browser.click("New User").await?;
        self.fill_in(&lines).await?;
        self.browser.click("Save").await
    }

    /// From the new user's page: sets a password by the welcome mail, then gets a security token by the wizard's link.
    pub async fn get_password_and_token(&mut self, password: &str) -> Result<NewUser, Trouble> {
        self.browser.click("Mailbox").await?;
        self.browser.click("Verify Account").await?;
        self.browser.enter("New Password", password).await?;
        self.browser.enter("Confirm New Password", password).await?;
        self.browser.click("Change Password").await?;
        self.browser.reads("The password is set.").await?;
        self.follow(
            "[data-item='user.reset_token']",
            "Open Reset My Security Token",
        )
        .await?;
        self.browser.click("Reset Security Token").await?;
        self.browser.click("Mailbox").await?;
        let token = self.after("Security token (case-sensitive): ").await?;
        let password = password.to_owned();
        Ok(NewUser { password, token })
    }

    /// *Password Never Expires*, on the user's own page.
    pub async fn let_the_password_last(&mut self) -> Result<(), Trouble> {
        self.browser.click("Edit").await?;
        self.browser.tick("Password Never Expires", true).await?;
        self.browser.click("Save").await
    }

    /// The org's own host, and the path of its package's Apex REST class.
    pub async fn look_up_the_org(&mut self) -> Result<(String, String), Trouble> {
        self.browser.click("Company Information").await?;
        let host = self.browser.beside("My Domain").await?;
        self.browser.click("Installed Packages").await?;
        let packages = self.browser.table().await?;
        let endpoint = packages.first().and_then(|row| row.get("Apex REST path"));
        let endpoint = endpoint.ok_or_else(|| Trouble::new("no package is installed"))?;
        Ok((host, endpoint.clone()))
    }

    /// Whether connected apps may sign in by password in this org.
    pub async fn allow_password_flows(&mut self, allowed: bool) -> Result<(), Trouble> {
        let label = "Allow OAuth Username-Password Flows";
        self.browser.tick(label, allowed).await?;
        self.browser.click("Save").await
    }

    /// The newest line of Login History, which is open.
    pub async fn newest_sign_in(&mut self) -> Result<Record, Trouble> {
        let lines = self.browser.table().await?;
        let newest = lines.into_iter().next();
        newest.ok_or_else(|| Trouble::new("Login History is empty"))
    }

    /// The Status of each of GCIS's sign-ins that Login History shows, the newest first; a page of Setup is open.
    pub async fn sign_ins_of_gcis(&mut self) -> Result<Vec<String>, Trouble> {
        self.browser.click("Login History").await?;
        let lines = self.browser.table().await?.into_iter();
        let theirs = lines.filter(|line| line["Source IP"].starts_with(GCIS));
        Ok(theirs.map(|line| line["Status"].clone()).collect())
    }

    /// Lets users of a profile in from these addresses; the list of profiles is open.
    pub async fn let_in(&mut self, profile: &str, first: &str, last: &str) -> Result<(), Trouble> {
        self.browser.click(profile).await?;
        self.browser.enter("Start IP Address", first).await?;
        self.browser.enter("End IP Address", last).await?;
        self.browser.click("Save").await
    }

    /// The word that follows `words` where they are read first, as in the newest mail.
    async fn after(&mut self, words: &str) -> Result<String, Trouble> {
        let text = self.browser.text().await?;
        let found = text
            .split(words)
            .nth(1)
            .and_then(|rest| rest.split(' ').next());
        found
            .map(str::to_owned)
            .ok_or_else(|| Trouble::new(format!("nowhere reads {words:?}: {text}")))
    }
}
