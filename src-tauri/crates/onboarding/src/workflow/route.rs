//! How GCIS signs in: what the dialog shows, whether an app can be had, and the choice.

use std::collections::BTreeSet;

use jiff::ZonedDateTime;
use model::Route;
use model::catalogue::{Code, Problem};
use model::dialog::DialogField;
use model::guide::dates;
use model::onboarding::AppAnswer;
use uuid::Uuid;

use super::prepare::i_say_so;
use super::problem::problem;
use super::snapshot::Snapshot;
use super::workspace::Workspace;

impl Workspace {
    /// The fields that *Setup New Instance* shows; none where it was not seen.
    pub fn dialog_shows(
        &self,
        id: Uuid,
        fields: BTreeSet<DialogField>,
    ) -> Result<Snapshot, Problem> {
        self.say(
            id,
            "dialog_shows",
            &fields.len().to_string(),
            |onboarding| {
                onboarding.facts.route.dialog = fields;
            },
        )
    }

    /// Whether a connected app is at hand or can be made.
    pub fn answer_app(&self, id: Uuid, answer: AppAnswer) -> Result<Snapshot, Problem> {
        let word = match answer {
            AppAnswer::Exists => "exists",
            AppAnswer::CanCreate => "can_create",
            AppAnswer::No => "no",
            AppAnswer::NotSure => "not_sure",
        };
        self.say(id, "app_answer", word, |onboarding| {
            onboarding.facts.route.app = Some(answer);
        })
    }

    /// Chooses the route. Everything entered stays; what the other route alone has use for is kept
    /// aside.
    pub fn choose_route(&self, id: Uuid, route: Route) -> Result<Snapshot, Problem> {
        let ended = ZonedDateTime::now().date() >= dates::PASSWORD_FLOW_ENDS;
        let saved = self.edit(id, "route_chosen", word(route), |onboarding| {
            let has_it = onboarding.route == route && onboarding.facts.route.chosen.is_some();
            if route == Route::ConnectedApp && ended && !has_it {
                return Err(problem(Code::RouteClosed));
            }
            onboarding.route = route;
            onboarding.facts.route.chosen = Some(i_say_so());
            Ok(())
        })?;
        Ok(self.picture(&saved))
    }

    /// Removes the secrets that were kept aside, once the person has said so.
    pub async fn forget_aside(&self, id: Uuid) -> Result<Snapshot, Problem> {
        let _hold = self.hold(id)?;
        let onboarding = self.load(id)?;
        for (field, _) in onboarding.aside() {
            self.remove_secret(&onboarding, field).await?;
            self.edit(id, "secret_removed", field.key(), |onboarding| {
                onboarding.secrets.remove(&field);
                Ok(())
            })?;
        }
        self.open(id)
    }
}

/// The route's stable word, as the trail has it.
pub(super) fn word(route: Route) -> &'static str {
    match route {
        Route::ConnectedApp => "connected_app",
        Route::ExternalClientApp => "external_client_app",
    }
}
