//! Moving a live connector from the connected app to the external client app, through the API.

use fantoccini::key::Key;
use model::Route;
use practice::Scenario;

use super::super::{CUSTOMER, Tour};
use crate::Trouble;

const DIALOG: &str = "[role=alertdialog]";

impl Tour<'_> {
    pub(super) async fn the_move(&mut self) -> Result<(), Trouble> {
        let album = self.album.take();
        self.begin().await?;
        self.window.click_step("credentials").await?;
        self.credentials(Route::ConnectedApp).await?;
        self.verify().await?;
        self.register_by_api().await?;
        self.album = album;
        self.the_move_is_due().await?;
        self.the_new_app_is_prepared().await?;
        self.it_is_given_to_gcis().await?;
        self.gcis_is_seen_by_it().await?;
        self.there_and_back().await?;
        self.the_old_app_is_retired().await
    }

    async fn open_the_overview(&mut self) -> Result<(), Trouble> {
        self.window.click_in("nav .top", CUSTOMER).await?;
        self.window.wait_for_page("hub").await
    }

    /// From a page that the move leads through, by the strip at its top.
    pub(super) async fn back_to_the_move(&mut self) -> Result<(), Trouble> {
        self.window
            .click_in("[data-move-strip]", "Back to the move")
            .await?;
        self.window.wait_for_page("move").await
    }

    async fn the_move_is_due(&mut self) -> Result<(), Trouble> {
        self.open_the_overview().await?;
        self.window
            .wait_for_words_in("[data-move='due']", &["has to move before", "left"])
            .await?;
        self.look("move-due-overview").await?;
        self.window
            .click_in("[data-move='due']", "Move the connector")
            .await?;
        self.window.wait_for_page("move").await?;
        self.window
            .wait_for_words_in(
                "[data-gcis='connected_app']",
                &["By the connected app", "Verified"],
            )
            .await?;
        self.look("move-due").await?;
        self.window.click_primary().await?;
        self.window.wait_for("[data-open='prepare']").await?;
        self.look("move-prepare").await?;
        self.say("Began the move; the connector goes on as it is.");
        Ok(())
    }

    async fn the_new_app_is_prepared(&mut self) -> Result<(), Trouble> {
        self.window.click_primary().await?;
        self.window.wait_for_page("app").await?;
        self.window
            .wait_for_words_in(
                "[data-move-strip]",
                &["GCIS still signs in by the connected app"],
            )
            .await?;
        self.look("move-at-the-app").await?;
        self.window.click("The app is set up").await?;
        self.window.wait_for_words("as you said").await?;
        self.back_to_the_move().await?;
        self.enter_the_new_key().await?;
        self.window.wait_for("[data-open='verify']").await?;
        self.look("move-verify").await?;
        self.verify_in_the_move().await
    }

    /// Enters the external client app's key and secret, and comes back.
    pub(super) async fn enter_the_new_key(&mut self) -> Result<(), Trouble> {
        self.window.click_step("credentials").await?;
        self.window.wait_for_page("credentials").await?;
        self.window.click("Practice values").await?;
        self.window.wait_for("[data-practice='my_domain']").await?;
        let mut values = Vec::new();
        for name in ["eca_consumer_key", "eca_consumer_secret"] {
            values.push((name, self.window.practice_value(name).await?));
        }
        let plain = [
            ("login_url", self.window.practice_value("my_domain").await?),
            (
                "event_endpoint",
                self.window.practice_value("event_endpoint").await?,
            ),
        ];
        self.window.click("Hide practice values").await?;
        for (name, value) in &values {
            self.window.fill(name, value).await?;
            self.window.key(Key::Tab).await?;
            self.window
                .wait_until_gone(&format!("input[name='{name}']"))
                .await?;
        }
        for (name, value) in &plain {
            if self.window.value(name).await?.is_empty() {
                self.window.fill(name, value).await?;
                self.window.key(Key::Tab).await?;
            }
        }
        self.window.wait_for_words("All entered").await?;
        self.look("move-at-the-credentials").await?;
        self.back_to_the_move().await
    }

    /// Verifies what is entered, from the page of the move and back to it.
    pub(super) async fn verify_in_the_move(&mut self) -> Result<(), Trouble> {
        self.window.click_primary().await?;
        self.window.wait_for_page("verify").await?;
        self.window.click_primary().await?;
        self.window.wait_for_check("edition", "passed").await?;
        self.window
            .wait_for_words_in("main .bar", &["Back to the move"])
            .await?;
        self.window.click_primary().await?;
        self.window.wait_for_page("move").await
    }

    async fn it_is_given_to_gcis(&mut self) -> Result<(), Trouble> {
        self.window.wait_for("[data-open='replace']").await?;
        self.look("move-give").await?;
        self.window.click_css("[data-action='go-back']").await?;
        self.window
            .wait_for_words_in(DIALOG, &["Nothing at GCIS was touched"])
            .await?;
        self.look("move-go-back").await?;
        self.window.click_in(DIALOG, "Cancel").await?;
        self.window.wait_until_gone(DIALOG).await?;

        self.give_under(Scenario::GcisRefuses).await?;
        self.window.wait_for_problem("verification_refused").await?;
        self.window.wait_for("[data-gcis='connected_app']").await?;
        self.look("move-refused").await?;
        self.give_under(Scenario::GcisNoAnswer).await?;
        self.window.wait_for("[data-gcis='either']").await?;
        self.window
            .wait_for_words("The last request had no clear answer")
            .await?;
        self.window
            .wait_for_words("Say first how the last save or request ended")
            .await?;
        self.look("move-either").await?;
        self.practise(Scenario::Smooth).await?;
        self.window.click_primary().await?;
        self.window
            .wait_for("[data-stage='replace'][data-mark='verified']")
            .await?;
        self.window
            .wait_for("[data-gcis='external_client_app']")
            .await?;
        self.say("GCIS has the new key and secret; an answer that never came was looked up.");
        Ok(())
    }

    async fn give_under(&mut self, scenario: Scenario) -> Result<(), Trouble> {
        self.practise(scenario).await?;
        self.window.click_primary().await?;
        self.window.click_in(DIALOG, "Give it to GCIS").await?;
        self.window.wait_until_gone(DIALOG).await
    }

    async fn gcis_is_seen_by_it(&mut self) -> Result<(), Trouble> {
        self.window.wait_for("[data-open='seen']").await?;
        self.look("move-seen").await?;
        self.window.click_primary().await?;
        self.window
            .wait_for("[data-move-sighting='got_in']")
            .await?;
        self.window.wait_for("[data-open='retire']").await?;
        self.say("Login History shows GCIS by the new app.");
        self.look("move-retire").await?;
        self.look_at("[data-move-sighting]", "move-got-in").await
    }

    /// Back to the old credentials, as far as the last click, and on with the move after all.
    async fn there_and_back(&mut self) -> Result<(), Trouble> {
        self.window.click_css("[data-action='go-back']").await?;
        self.window.click_in(DIALOG, "Go back").await?;
        self.window.wait_until_gone(DIALOG).await?;
        self.window.wait_for("[data-going-back]").await?;
        self.look("move-going-back").await?;
        self.open_the_overview().await?;
        self.window.wait_for("[data-move='going_back']").await?;
        self.look("move-going-back-overview").await?;
        self.window.click_in("[data-move]", "Go on").await?;
        self.window.wait_for_page("move").await?;
        self.window.click_css("[data-action='go-on']").await?;
        self.window.wait_for("[data-open='retire']").await
    }

    async fn the_old_app_is_retired(&mut self) -> Result<(), Trouble> {
        self.window.click_item("move.watch").await?;
        self.window.wait_for_words("1 of 5 done").await?;
        self.window.click_primary().await?;
        self.window
            .wait_for_words_in(DIALOG, &["there is no going back"])
            .await?;
        self.look("move-retire-confirm").await?;
        self.window
            .click_in(DIALOG, "The connected app is retired")
            .await?;
        self.window
            .wait_for("[data-stage='retire'][data-mark='attested']")
            .await?;
        self.window.wait_until_gone("[data-way-back]").await?;
        self.look("move-done").await?;
        self.open_the_overview().await?;
        self.window.wait_for("[data-move='done']").await?;
        self.look("move-done-overview").await?;
        self.say("Retired the connected app: the connector has moved.");
        Ok(())
    }
}
