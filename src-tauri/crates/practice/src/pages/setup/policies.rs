//! An app's policies: who may use it, from where, and for an external client app as whom it runs.

use axum::Extension;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::{OfId, on_to};
use crate::app::{App, Policies};
use crate::org::Org;
use crate::pages::entered::Entered;
use crate::pages::form::{self, Amiss, Field, Kind, check, choices, form, section, summary};
use crate::pages::look::{Area, page};
use crate::pages::visitor::Visitor;
use crate::pages::{Gone, Pages, Shown};
use crate::profile::Profile;

const PRE_AUTHORIZED: &str = "Admin approved users are pre-authorized";
const ANYBODY: &str = "All users can self-authorize";
const ENFORCE: &str = "Enforce IP restrictions";
const RELAX: &str = "Relax IP restrictions";

fn fields(external: bool) -> Vec<Field> {
    let mut fields = vec![
        Field::new(
            "permitted_users",
            "Permitted Users",
            Kind::One(choices(&[ANYBODY, PRE_AUTHORIZED])),
        )
        .required(),
        Field::new(
            "profiles",
            "Profiles",
            Kind::Any(choices(&Profile::ALL.map(Profile::name))),
        ),
        Field::new(
            "ip_relaxation",
            "IP Relaxation",
            Kind::One(choices(&[ENFORCE, RELAX])),
        )
        .required(),
    ];
    if external {
        fields.push(Field::tick("policy_flow", "Enable Client Credentials Flow"));
        fields.push(Field::text("run_as", "Run As (Username)"));
    }
    fields
}

/// The policies of an app, to be read.
pub(super) fn told(org: &Org, app: App<'_>) -> Markup {
    let external = matches!(app, App::External(_));
    form::told(&fields(external), &entered(org, app))
}

/// `GET setup/apps/{id}/policies`.
pub(super) async fn edit(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Path(OfId { id }): Path<OfId>,
) -> Shown {
    pages.org(&visitor, |org, _| {
        let app = find(org, &id)?;
        Ok(shown(&visitor, app, &entered(org, app), &Amiss::new()))
    })?
}

/// `POST setup/apps/{id}/policies`. They count at once.
pub(super) async fn save(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Path(OfId { id }): Path<OfId>,
    Extension(entered): Extension<Entered>,
) -> Shown {
    let checked = pages.org(&visitor, |org, _| {
        let app = find(org, &id)?;
        let mut amiss = check(&fields(matches!(app, App::External(_))), &entered);
        let run_as = entered.text("run_as");
        if !run_as.is_empty() && org.user_called(run_as).is_none() {
            amiss.insert(
                "run_as",
                "No user of this org has this username.".to_owned(),
            );
        }
        if amiss.is_empty() {
            return Ok(Ok(app.path()));
        }
        Ok(Err(shown(&visitor, app, &entered, &amiss)))
    })??;
    let path = match checked {
        Ok(path) => path,
        Err(again) => return Ok(again),
    };
    pages.change(&visitor, |org, _, _| {
        let run_as = org.user_called(entered.text("run_as"));
        let run_as = run_as.map(|user| user.id.clone());
        if let Some(app) = org.connected_app_mut(&id) {
            app.common.policies = read(&entered);
        } else {
            let app = org.external_app_mut(&id).ok_or(Gone)?;
            app.common.policies = read(&entered);
            app.flow_allowed = entered.ticked("policy_flow");
            app.run_as = run_as;
        }
        Ok(())
    })?;
    Ok(on_to(&visitor, &path))
}

fn find<'a>(org: &'a Org, id: &str) -> Result<App<'a>, Gone> {
    org.apps().find(|app| app.common().id == id).ok_or(Gone)
}

fn read(entered: &Entered) -> Policies {
    Policies {
        pre_authorized_only: entered.holds("permitted_users", PRE_AUTHORIZED),
        profiles: entered
            .all("profiles")
            .filter_map(Profile::by_name)
            .collect(),
        relax_ip: entered.holds("ip_relaxation", RELAX),
    }
}

fn entered(org: &Org, app: App<'_>) -> Entered {
    let policies = &app.common().policies;
    let permitted = if policies.pre_authorized_only {
        PRE_AUTHORIZED
    } else {
        ANYBODY
    };
    let relaxation = if policies.relax_ip { RELAX } else { ENFORCE };
    let profiles = policies
        .profiles
        .iter()
        .map(|profile| ("profiles", profile.name()));
    let mut values = vec![
        ("permitted_users", permitted),
        ("ip_relaxation", relaxation),
    ];
    values.extend(profiles);
    if let App::External(app) = app {
        values.extend(app.flow_allowed.then_some(("policy_flow", "on")));
        let run_as = app.run_as.as_ref().and_then(|id| org.user(id));
        values.extend(run_as.map(|user| ("run_as", user.username.as_str())));
    }
    Entered::of(values)
}

fn shown(visitor: &Visitor, app: App<'_>, entered: &Entered, amiss: &Amiss) -> Response {
    let external = matches!(app, App::External(_));
    let path = format!("setup/apps/{}/policies", app.common().id);
    let fields = section("OAuth Policies", &fields(external), entered, amiss);
    let body = html! {
        p { (app.common().name) }
        (summary(amiss))
        (form(visitor, &path, "Save", &fields))
    };
    page(visitor, Area::Setup, "Policies", &body).into_response()
}
