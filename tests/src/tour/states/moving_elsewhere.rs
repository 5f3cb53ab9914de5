//! Moving a connector that was made elsewhere: on the person's word, and in the portal.

use fantoccini::key::Key;

use super::super::Tour;
use crate::Trouble;

const DIALOG: &str = "[role=alertdialog]";

impl Tour<'_> {
    pub(super) async fn the_move_of_one_made_elsewhere(&mut self) -> Result<(), Trouble> {
        let album = self.album.take();
        self.begin().await?;
        self.album = album;
        self.it_runs_already().await?;
        let album = self.album.take();
        self.enter_the_new_key().await?;
        self.verify_in_the_move().await?;
        self.album = album;
        self.the_endings_of_a_save().await?;
        self.retired_unseen().await
    }

    async fn it_runs_already(&mut self) -> Result<(), Trouble> {
        self.window
            .click_in("[data-move='may_exist']", "Move it")
            .await?;
        self.window.wait_for_page("move").await?;
        self.window.fill("tenant", "Northwind Production").await?;
        self.window.key(Key::Tab).await?;
        self.window
            .wait_for_words("What the portal says this tenant is for")
            .await?;
        self.look("move-elsewhere").await?;
        self.window.click_primary().await?;
        self.window.click_in(DIALOG, "Begin the move").await?;
        self.window.wait_for("[data-open='prepare']").await?;
        self.window
            .wait_for_words_in("[data-gcis='connected_app']", &["Attested: you said so"])
            .await
    }

    async fn the_endings_of_a_save(&mut self) -> Result<(), Trouble> {
        self.window.wait_for("[data-open='replace']").await?;
        self.look("move-portal").await?;
        self.window
            .click_css("#portal-ending [data-value='refused']")
            .await?;
        self.window
            .fill("portal_words", "Authentication failure")
            .await?;
        self.window.click("Look it up").await?;
        self.window
            .wait_for("[data-stage='replace'][data-mark='problem']")
            .await?;
        self.window.wait_for("[data-gcis='connected_app']").await?;
        self.window
            .wait_for("[data-move-sighting='no_line']")
            .await?;
        self.look("move-portal-refused").await?;
        self.window
            .click_css("#portal-ending [data-value='dont_know']")
            .await?;
        self.window
            .click_css("[data-action='portal-dont-know']")
            .await?;
        self.window.wait_for("[data-gcis='either']").await?;
        self.window
            .wait_for("[data-action='look-for-move']")
            .await?;
        self.look_at("[data-portal-end]", "move-portal-unknown")
            .await?;
        self.window.click_primary().await?;
        self.window
            .wait_for("[data-stage='replace'][data-mark='attested']")
            .await?;
        self.say("Said how a save in the portal ended: refused, not known, saved.");
        Ok(())
    }

    /// Practice has no connector of this org that could sign in.
    async fn retired_unseen(&mut self) -> Result<(), Trouble> {
        self.window.wait_for("[data-open='seen']").await?;
        self.window
            .wait_for("[data-move-sighting='no_line']")
            .await?;
        self.look("move-not-seen").await?;
        self.window.click("Retire it although").await?;
        self.window.wait_for("[data-retire]").await?;
        self.window.fill("words_to_retire", "surely").await?;
        self.retire().await?;
        self.window.wait_for_problem("move_not_seen").await?;
        self.look_at("#field-words_to_retire", "move-words-to-retire")
            .await?;
        self.window
            .fill("words_to_retire", "GCIS uses the new app")
            .await?;
        self.retire().await?;
        self.window
            .wait_for("[data-stage='retire'][data-mark='attested']")
            .await
    }

    async fn retire(&mut self) -> Result<(), Trouble> {
        self.window.click_css("[data-action='retire']").await?;
        self.window
            .click_in(DIALOG, "The connected app is retired")
            .await?;
        self.window.wait_until_gone(DIALOG).await
    }
}
