//! The states beside the walk: where something goes wrong or is odd, with what a person then reads.
//!
//! Each part is walked in a window of its own, and checks every word that it names.

mod by_key;
mod credential;
mod found;
mod moving;
mod moving_elsewhere;
mod portal;
mod refused;
mod registering;
mod told;
mod typed;

use std::path::Path;

use model::Route;

use super::Tour;
use crate::Trouble;
use crate::desktop::Desktop;

/// A part of the states, walked in one window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Salesforce refuses without a reason, and Login History knows it.
    Refused,
    /// Salesforce says what is wrong, or does not know the app yet.
    Told,
    /// What a look around the org finds.
    Found,
    /// The way through the portal where it does not run smoothly.
    Portal,
    /// GCIS has no tenant, one of the other kind, something against it, or the connector already.
    Registering,
    /// What is remarked on values typed, and what becomes of them on the other route.
    Typed,
    /// Named credentials in the portal, and what Salesforce does not show of them.
    Credential,
    /// A live connector moves to the external client app.
    Moving,
    /// One that was made elsewhere does, in the portal.
    MovingElsewhere,
}

impl Part {
    /// All parts, in the order of a walk.
    pub const ALL: [Self; 9] = [
        Self::Typed,
        Self::Refused,
        Self::Told,
        Self::Found,
        Self::Portal,
        Self::Credential,
        Self::Registering,
        Self::Moving,
        Self::MovingElsewhere,
    ];

    /// What it shows, for the person who watches.
    pub fn title(self) -> &'static str {
        match self {
            Self::Refused => "refusals without a reason",
            Self::Told => "refusals with a reason",
            Self::Found => "what a look around the org finds",
            Self::Portal => "the way through the portal",
            Self::Registering => "registering where something is odd",
            Self::Typed => "remarks on what is typed",
            Self::Credential => "named credentials in the portal",
            Self::Moving => "moving the connector",
            Self::MovingElsewhere => "moving a connector made elsewhere",
        }
    }

    /// Opens the app where this part begins.
    pub async fn start<'a>(
        self,
        desktop: &'a Desktop,
        app: &Path,
        folder: &Path,
        say: fn(&str),
    ) -> Result<Tour<'a>, Trouble> {
        match self {
            // The hosts of practice have no Lightning addresses; here nothing is ever sent.
            Self::Typed => Tour::start_live(desktop, app, folder, say).await,
            _ => Tour::start(desktop, app, folder, say).await,
        }
    }

    /// Walks through it.
    pub async fn walk(self, tour: &mut Tour<'_>) -> Result<(), Trouble> {
        match self {
            Self::Refused => tour.refusals_without_a_reason().await,
            Self::Told => tour.refusals_with_a_reason().await,
            Self::Found => tour.what_the_org_shows().await,
            Self::Portal => tour.the_way_through_the_portal().await,
            Self::Registering => tour.registrations().await,
            Self::Typed => tour.what_is_typed().await,
            Self::Credential => tour.named_credential_in_the_portal().await,
            Self::Moving => tour.the_move().await,
            Self::MovingElsewhere => tour.the_move_of_one_made_elsewhere().await,
        }
    }
}

impl Tour<'_> {
    /// An onboarding with all credentials, at the page of the verification. No picture is taken of
    /// the way there: the walk has them.
    async fn at_the_verification(&mut self) -> Result<(), Trouble> {
        let album = self.album.take();
        self.begin().await?;
        self.window.click_step("credentials").await?;
        self.credentials(Route::ConnectedApp).await?;
        self.window.click_step("verify").await?;
        self.window.wait_for_page("verify").await?;
        self.album = album;
        Ok(())
    }
}
