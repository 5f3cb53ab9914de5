//! From an empty list to a verified sign-in.

use model::Route;
use practice::Scenario;

use super::Tour;
use crate::Trouble;

/// The customer of the tour.
pub const CUSTOMER: &str = "Northwind Energy";

/// The fields that hold a route's secrets, by their names in the window and on the practice card.
fn secrets(route: Route) -> &'static [&'static str] {
    match route {
        Route::ConnectedApp => &[
            "password",
            "security_token",
            "consumer_key",
            "consumer_secret",
        ],
        Route::ExternalClientApp => &["eca_consumer_key", "eca_consumer_secret"],
    }
}

/// A picture's name: the connected app's has none of its own.
fn of_route(page: &str, route: Route) -> String {
    match route {
        Route::ConnectedApp => page.to_owned(),
        Route::ExternalClientApp => format!("{page}-external"),
    }
}

impl Tour<'_> {
    /// Makes the onboarding.
    pub async fn begin(&mut self) -> Result<(), Trouble> {
        self.window.wait_for_page("home").await?;
        self.look("home").await?;
        self.window.click_primary().await?;
        self.window.wait_for_page("new_onboarding").await?;
        self.window.fill("name", CUSTOMER).await?;
        self.window.fill("domain", "northwind.example").await?;
        self.look("new-onboarding").await?;
        self.window.click_primary().await?;
        self.window.wait_for_page("hub").await?;
        self.window.wait_for_words("PRACTICE").await?;
        self.look("hub").await?;
        self.say("Made a practice onboarding for Northwind Energy.");
        Ok(())
    }

    /// Confirms every prerequisite.
    pub async fn prerequisites(&mut self) -> Result<(), Trouble> {
        self.window.click_step("prerequisites").await?;
        self.window.wait_for_page("prerequisites").await?;
        let ticked = self.tick_all().await?;
        self.look("prerequisites").await?;
        self.say(&format!("Confirmed {ticked} prerequisites."));
        self.window.click_primary().await
    }

    /// Ticks what the portal's dialog shows, and takes the route that it tells.
    pub async fn choose_route(&mut self, route: Route) -> Result<(), Trouble> {
        self.window.wait_for_page("route").await?;
        self.look(&of_route("route-question", route)).await?;
        let (shown, told) = match route {
            Route::ConnectedApp => (
                &["username", "password", "security_token"][..],
                "connected_app",
            ),
            Route::ExternalClientApp => (
                &["consumer_key", "consumer_secret"][..],
                "external_client_app",
            ),
        };
        for field in shown {
            self.window.click_item(field).await?;
        }
        for field in [
            "consumer_key",
            "consumer_secret",
            "login_url",
            "event_endpoint",
            "tenant",
        ] {
            if !shown.contains(&field) {
                self.window.click_item(field).await?;
            }
        }
        self.window
            .wait_for(&format!("[data-proposed='{told}']"))
            .await?;
        self.look(&of_route("route", route)).await?;
        self.say(&format!(
            "The dialog's fields tell the route: {}.",
            route.title()
        ));
        self.window.click_primary().await
    }

    /// Copies a setting, ticks all of them, and says that the app is set up.
    pub async fn app(&mut self, route: Route) -> Result<(), Trouble> {
        self.window.wait_for_page("app").await?;
        let (name, done, said) = match route {
            Route::ConnectedApp => ("app.name", "I saved the form", "Form saved"),
            Route::ExternalClientApp => ("eca.name", "The app is set up", "as you said"),
        };
        self.window
            .click_in(&format!("[data-item='{name}']"), "Copy")
            .await?;
        self.window.wait_for_words("Copied").await?;
        let ticked = self.tick_all().await?;
        self.look(&of_route("app", route)).await?;
        self.window.click(done).await?;
        self.window.wait_for_words(said).await?;
        self.look(&of_route("app-saved", route)).await?;
        self.say(&format!(
            "Ticked {ticked} settings of the app and saved it."
        ));
        self.window.click_primary().await
    }

    /// Answers the first question, where there is one, and works through the service user.
    pub async fn service_user(&mut self, route: Route) -> Result<(), Trouble> {
        self.window.wait_for_page("service_user").await?;
        let done = match route {
            Route::ConnectedApp => {
                self.window
                    .click("No, it will be new or is used by nothing")
                    .await?;
                "The user is ready, the token is here"
            }
            Route::ExternalClientApp => "The user is ready",
        };
        let ticked = self.tick_all().await?;
        self.look(&of_route("service-user", route)).await?;
        self.window.click(done).await?;
        self.window.wait_for_words("Ready, as you said").await?;
        self.say(&format!("Created the service user in {ticked} lines."));
        self.window.click_primary().await
    }

    /// Reads the practice values and enters them.
    pub async fn credentials(&mut self, route: Route) -> Result<(), Trouble> {
        self.window.wait_for_page("credentials").await?;
        self.look(&of_route("credentials-empty", route)).await?;
        let login_url = self.window.value("login_url").await?;
        if route == Route::ExternalClientApp && !login_url.is_empty() {
            let words = format!("{login_url} does not serve this route, and stands there");
            return Err(Trouble::new(words));
        }
        self.window.click("Practice values").await?;
        self.window.wait_for("[data-practice='my_domain']").await?;
        self.look(&of_route("practice-values", route)).await?;
        let mut values = Vec::new();
        for name in secrets(route) {
            values.push((*name, self.window.practice_value(name).await?));
        }
        let my_domain = self.window.practice_value("my_domain").await?;
        let endpoint = self.window.practice_value("event_endpoint").await?;
        self.window.click("Hide practice values").await?;

        self.window.click("Use the proposed name").await?;
        for (name, value) in &values {
            self.window.fill(name, value).await?;
            self.window.key(fantoccini::key::Key::Tab).await?;
            self.window
                .wait_until_gone(&format!("input[name='{name}']"))
                .await?;
        }
        self.window.fill("login_url", &my_domain).await?;
        self.window.fill("event_endpoint", &endpoint).await?;
        self.window.key(fantoccini::key::Key::Tab).await?;
        self.window.wait_for_words("All entered").await?;
        let source = self.window.source().await?;
        if values
            .iter()
            .any(|(_, value)| source.contains(value.as_str()))
        {
            return Err(Trouble::new(
                "the window still holds a secret after it was stored",
            ));
        }
        self.look(&of_route("credentials", route)).await?;
        self.say(
            "Entered the credentials; the secrets are in the keychain and gone from the window.",
        );
        Ok(())
    }

    /// Closes the window and opens it again: everything is where it was.
    pub async fn leave_and_come_back(&mut self) -> Result<(), Trouble> {
        self.window.reopen().await?;
        self.window.wait_for_page("home").await?;
        self.look("home-with-one").await?;
        self.window.click(CUSTOMER).await?;
        self.window.wait_for_page("hub").await?;
        self.look("hub-under-way").await?;
        self.say("Closed the wizard and opened it again: it goes on where it was.");
        Ok(())
    }

    /// Goes to the verification, which has not run yet.
    pub async fn open_verify(&mut self) -> Result<(), Trouble> {
        self.window.click_step("verify").await?;
        self.window.wait_for_page("verify").await?;
        self.look("verify-before").await
    }

    /// Meets a refused sign-in, as most people do once, and reads what to do about it.
    pub async fn meet_a_refusal(&mut self) -> Result<(), Trouble> {
        self.practise(Scenario::FlowBlocked).await?;
        self.window.click_primary().await?;
        self.window.wait_for_check("sign_in", "failed").await?;
        self.window
            .wait_for_words("The sign-in is not verified yet")
            .await?;
        self.look("verify-refused").await?;
        self.practise(Scenario::Smooth).await?;
        self.say("Met a refused sign-in; the page names what to look at and the fixes.");
        Ok(())
    }

    /// Verifies the sign-in.
    pub async fn verify(&mut self) -> Result<(), Trouble> {
        self.window.click_step("verify").await?;
        self.window.wait_for_page("verify").await?;
        self.window.click_primary().await?;
        self.window.wait_for_check("edition", "passed").await?;
        self.window
            .wait_for_words("nothing blocks the way on")
            .await?;
        self.look("verify").await?;
        self.say("Signed in to the practice Salesforce; nothing blocks the way on.");
        self.window.click_primary().await
    }

    /// Makes something go wrong in practice, or right again.
    pub async fn practise(&self, scenario: Scenario) -> Result<(), Trouble> {
        self.window.click("Practice values").await?;
        self.window.click_css("button[name='scenario']").await?;
        let option = format!("[role=option][data-option='{scenario}']");
        self.window.click_css(&option).await?;
        self.window.wait_until_gone(&option).await?;
        self.window.wait_for_words(scenario.description()).await?;
        self.window.click("Hide practice values").await
    }

    /// Ticks every box of the page that is not ticked yet; how many there are in all.
    pub(super) async fn tick_all(&self) -> Result<usize, Trouble> {
        let script = "return [...document.querySelectorAll('main [data-item]')].map((row) => row.dataset.item)";
        let items = self.window.list(script).await?;
        for item in &items {
            let row = format!("[data-item='{item}'] [role=checkbox]");
            if self
                .window
                .attribute(&row, "aria-checked")
                .await?
                .as_deref()
                != Some("true")
            {
                self.window.click_item(item).await?;
                self.window
                    .wait_for(&format!("{row}[aria-checked=true]"))
                    .await?;
            }
        }
        Ok(items.len())
    }
}
