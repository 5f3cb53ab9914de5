//! What is read and clicked in the wizard.

use fantoccini::key::Key;
use model::Route;
use serde::Deserialize;
use serde_json::json;

use super::Day;
use crate::Trouble;

/// Where the page says what to look at after a refusal without a reason.
const DIAGNOSIS: &str = "[data-diagnosis]";
const WAITING: &str = "[data-waiting]";
/// The first question on the way through the portal.
const LISTED: &str = "[data-listed]";

/// The lines of a form, or of the portal's dialog: what a person reads there.
const LINES: &str = "return [...document.querySelectorAll(arguments[0])].map((line) => ({ \
    label: (line.querySelector('label, dt')?.innerText ?? '').trim(), \
    value: (line.querySelector('p, dd')?.innerText ?? '').trim() }))";

/// A line that the wizard shows: what a field is called, and what belongs into it.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Line {
    /// Salesforce's or the portal's own label.
    pub label: String,
    /// What to enter, in the wizard's words.
    pub value: String,
}

impl Day<'_> {
    /// Clicks `words` inside `scope` (CSS) of the wizard and opens the page that this leads to.
    pub async fn follow(&mut self, scope: &str, words: &str) -> Result<(), Trouble> {
        let before = self.links.count();
        self.wizard.window.click_in(scope, words).await?;
        let address = self.links.after(before).await?;
        match self.browser.visit(&address).await? {
            200 => Ok(()),
            status => Err(Trouble::new(format!("{words} leads to status {status}"))),
        }
    }

    /// The lines of the form `id`.
    pub async fn form(&self, id: &str) -> Result<Vec<Line>, Trouble> {
        self.lines(&format!("[data-form='{id}'] [data-item]")).await
    }

    /// The lines of the portal's dialog.
    pub async fn answers(&self) -> Result<Vec<Line>, Trouble> {
        self.lines("[data-row]").await
    }

    async fn lines(&self, css: &str) -> Result<Vec<Line>, Trouble> {
        self.wizard.window.wait_for(css).await?;
        let lines = self.wizard.window.run(LINES, vec![json!(css)]).await?;
        serde_json::from_value(lines).map_err(Trouble::told(css))
    }

    /// Types what Salesforce's pages showed, by the names of the fields, and takes the proposed username.
    pub async fn enter_credentials(
        &self,
        route: Route,
        secrets: &[(&str, &str)],
        plain: &[(&str, &str)],
    ) -> Result<(), Trouble> {
        let window = &self.wizard.window;
        window.wait_for_page("credentials").await?;
        if route == Route::ConnectedApp {
            window.click("Use the proposed name").await?;
        }
        for (name, value) in secrets {
            window.fill(name, value).await?;
            window.key(Key::Tab).await?;
            window
                .wait_until_gone(&format!("input[name='{name}']"))
                .await?;
        }
        for (name, value) in plain {
            window.fill(name, value).await?;
        }
        window.key(Key::Tab).await?;
        window.wait_for_words("All entered").await?;
        let source = window.source().await?;
        match secrets.iter().find(|(_, value)| source.contains(value)) {
            Some((name, _)) => Err(Trouble::new(format!("the window still holds {name}"))),
            None => window.click_primary().await,
        }
    }

    /// Verifies the sign-in, and waits for the end of the run.
    pub async fn verify(&self) -> Result<(), Trouble> {
        self.wizard.window.wait_for_page("verify").await?;
        self.wizard.begin_verifying().await?;
        self.wizard
            .window
            .wait_until_gone("[data-action='cancel']")
            .await
    }

    /// Verifies while Salesforce does not know the app yet, reads that the wizard waits, and stops it.
    pub async fn verify_too_early(&self) -> Result<(), Trouble> {
        let window = &self.wizard.window;
        window.wait_for_page("verify").await?;
        self.wizard.begin_verifying().await?;
        let words = ["Salesforce does not know this Consumer Key yet"];
        window.wait_for_words_in(WAITING, &words).await?;
        window.click_in(WAITING, "Stop").await?;
        window.wait_until_gone(WAITING).await
    }

    /// After a refusal without a reason: reads the newest line of Login History behind the wizard's link, and tells
    /// the wizard its status.
    pub async fn tell_what_login_history_says(&mut self) -> Result<String, Trouble> {
        self.follow(DIAGNOSIS, "Open Login History").await?;
        let newest = self.newest_sign_in().await?;
        let status = newest.get("Status").cloned().unwrap_or_default();
        self.wizard.login_history_says(&status).await?;
        Ok(status)
    }

    /// Opens the page that the answer to that status names.
    pub async fn follow_the_answer(&mut self, words: &str) -> Result<(), Trouble> {
        let answer = format!("{DIAGNOSIS} [data-explained]");
        self.follow(&answer, words).await
    }

    /// Opens the page that the fix of a check names.
    pub async fn follow_the_fix(&mut self, check: &str, words: &str) -> Result<(), Trouble> {
        self.follow(&format!("[data-check='{check}']"), words).await
    }

    /// Chooses the way through the portal, and opens it.
    pub async fn take_the_portal(&mut self) -> Result<(), Trouble> {
        self.wizard.window.wait_for_page("register").await?;
        self.wizard.window.click("No, use the portal").await?;
        self.wizard.window.wait_for(LISTED).await?;
        self.follow("main", "Open GCIS Developer Portal").await
    }

    /// Tells the wizard which tenant it will be, and that the portal's list does not show it with this org yet.
    pub async fn say_that_it_is_not_there_yet(&self, tenant: &str) -> Result<(), Trouble> {
        let window = &self.wizard.window;
        window.fill("tenant", tenant).await?;
        window.key(Key::Tab).await?;
        window.wait_for("[data-row='Tenant'] button").await?;
        let no = format!("{LISTED} [data-value='no']");
        window.click_css(&no).await?;
        window.wait_for_words("Setup new instance").await
    }

    /// Tells the wizard that the portal refused, with its words; `code` is what the wizard takes them for.
    pub async fn say_that_it_was_refused(&self, words: &str, code: &str) -> Result<(), Trouble> {
        let window = &self.wizard.window;
        window
            .click_css("#portal-ending [data-value='refused']")
            .await?;
        window.fill("portal_words", words).await?;
        window.click_css("[data-action='portal-refused']").await?;
        let explained = format!("[data-portal-end='refused'] [data-explained='{code}']");
        window.wait_for(&explained).await
    }

    /// Tells the wizard that the portal shows the new instance.
    pub async fn say_that_it_was_saved(&self) -> Result<(), Trouble> {
        let window = &self.wizard.window;
        window.click("I saw it saved").await?;
        window.wait_for("[data-registered='attested']").await
    }

    /// Reads what the wizard makes of Login History, in which it looks once it has been told how Save ended.
    pub async fn reads_of_gcis(&self, standing: &str, words: &[&str]) -> Result<(), Trouble> {
        let evidence = format!("[data-evidence='{standing}']");
        self.wizard.window.wait_for_words_in(&evidence, words).await
    }

    /// Tells the wizard that the named credential is about to be added in the portal: it looks at Salesforce's list
    /// before that.
    pub async fn begin_to_add_the_named_credential(&self) -> Result<(), Trouble> {
        let window = &self.wizard.window;
        window.wait_for_page("named_credential").await?;
        window.click_primary().await?;
        window.wait_for("[data-action='add'] form").await?;
        window.click("Go on to add it in the portal").await?;
        window.wait_for("[data-in-portal='add']").await
    }

    /// Tells the wizard that it was added there, and reads that Salesforce shows it now.
    pub async fn say_that_it_was_added(&self) -> Result<(), Trouble> {
        let window = &self.wizard.window;
        window.click("I added it in the portal").await?;
        window.wait_for("[data-sighting='appeared']").await?;
        window.wait_for("[data-state='active']").await
    }
}
