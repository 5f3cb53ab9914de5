//! How GCIS signs in: what the dialog shows, whether an app can be had, and the choice.

use std::collections::BTreeSet;

use jiff::ZonedDateTime;
use jiff::civil::Date;
use model::catalogue::{Code, Problem};
use model::dialog::DialogField;
use model::guide::dates;
use model::onboarding::AppAnswer;
use model::{Onboarding, Route};
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
        let today = ZonedDateTime::now().date();
        let saved = self.edit(id, "route_chosen", word(route), |onboarding| {
            choose(onboarding, route, today)
        })?;
        Ok(self.picture(&saved))
    }

    /// Removes the secrets that were kept aside, once the person has said so.
    pub async fn forget_aside(&self, id: Uuid) -> Result<Snapshot, Problem> {
        let _hold = self.hold(id)?;
        let onboarding = self.load(id)?;
        if onboarding.moving().is_some() {
            return Err(problem(Code::MoveKeepsBoth));
        }
        runs_on(&onboarding, onboarding.route)?;
        for (field, _) in onboarding.aside() {
            self.remove_secret(&onboarding, field).await?;
            self.edit(id, "secret_removed", field.key(), |onboarding| {
                onboarding.secrets.remove(&field);
                onboarding.facts.in_keychain.remove(&field);
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

/// Where a connector is registered, refuses any route but the one that GCIS signs in by: what the
/// other needs is what it runs on, and leaving it is a move.
fn runs_on(onboarding: &Onboarding, wanted: Route) -> Result<(), Problem> {
    match onboarding.gcis_route() {
        Some(route) if route != wanted => Err(problem(Code::RouteInUse)),
        Some(_) | None => Ok(()),
    }
}

/// Takes a route on a day. One that can no longer be begun is refused, unless it is the one that
/// was chosen before, or the one that a registered connector runs on.
fn choose(onboarding: &mut Onboarding, route: Route, today: Date) -> Result<(), Problem> {
    if onboarding.moving().is_some() && onboarding.route != route {
        return Err(problem(Code::MoveIsOn));
    }
    if onboarding.route != route {
        runs_on(onboarding, route)?;
    }
    let has_it = (onboarding.route == route && onboarding.facts.route.chosen.is_some())
        || onboarding.gcis_route() == Some(route);
    if !has_it && !dates::can_begin(route, today) {
        return Err(problem(Code::RouteClosed));
    }
    onboarding.route = route;
    onboarding.facts.route.chosen = Some(i_say_so());
    Ok(())
}

/// The route that an onboarding begins with, before the person has chosen one.
pub(super) fn at_first(today: Date) -> Route {
    let can_begin = |route: &Route| dates::can_begin(*route, today);
    Route::ALL.into_iter().find(can_begin).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use model::Environment;
    use model::guide::dates::PASSWORD_FLOW_ENDS;

    use super::*;
    use crate::workflow::NewOnboarding;

    fn an_onboarding() -> Onboarding {
        let folder = tempfile::tempdir().unwrap();
        let workspace = Workspace::new(folder.path().to_owned());
        let new = NewOnboarding {
            name: "Northwind Energy".to_owned(),
            environment: Environment::Production,
            domain: "northwind.example".to_owned(),
            sandbox_name: String::new(),
        };
        let id = workspace.create(&new).unwrap().id;
        workspace.load(id).unwrap()
    }

    #[test]
    fn from_its_last_day_on_a_route_is_closed_to_those_who_have_not_chosen_it() {
        let eve = PASSWORD_FLOW_ENDS.yesterday().unwrap();
        for (route, today, code) in [
            (Route::ConnectedApp, eve, None),
            (
                Route::ConnectedApp,
                PASSWORD_FLOW_ENDS,
                Some("route_closed"),
            ),
            (Route::ExternalClientApp, PASSWORD_FLOW_ENDS, None),
        ] {
            let mut onboarding = an_onboarding();
            onboarding.route = Route::ExternalClientApp;
            let refused = choose(&mut onboarding, route, today).err();
            assert_eq!(refused.map(|problem| problem.code), code, "{today}");
            assert_eq!(onboarding.route == route, code.is_none());
        }
    }

    #[test]
    fn whoever_has_a_closed_route_keeps_it_until_they_leave() {
        let eve = PASSWORD_FLOW_ENDS.yesterday().unwrap();
        let mut onboarding = an_onboarding();
        choose(&mut onboarding, Route::ConnectedApp, eve).unwrap();
        let mut today = |route| choose(&mut onboarding, route, PASSWORD_FLOW_ENDS);
        assert!(today(Route::ConnectedApp).is_ok());
        assert!(today(Route::ExternalClientApp).is_ok());
        assert!(today(Route::ConnectedApp).is_err());
    }

    #[test]
    fn a_new_onboarding_begins_with_a_route_that_is_open() {
        let eve = PASSWORD_FLOW_ENDS.yesterday().unwrap();
        assert_eq!(at_first(eve), Route::ConnectedApp);
        assert_eq!(at_first(PASSWORD_FLOW_ENDS), Route::ExternalClientApp);
    }
}
