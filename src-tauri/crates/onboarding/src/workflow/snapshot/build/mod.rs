//! From the aggregate to the picture.

mod credential;
mod credentials;
mod diagnosis;
mod gcis;
mod guide;
mod moving;
mod portal;
mod registration;
mod route;
mod verify;

use jiff::ZonedDateTime;
use model::guide::prerequisites;
use model::journey;
use model::onboarding::Onboarding;

use super::{PrerequisiteRow, Snapshot};
use crate::records::Refused;
pub(in crate::workflow) use diagnosis::explained;

/// The picture of an onboarding at a moment; `refused` counts how often Salesforce refused its
/// service user of late.
pub fn snapshot(
    onboarding: &Onboarding,
    now: &ZonedDateTime,
    refused: Option<Refused>,
) -> Snapshot {
    let steps = journey::steps(onboarding);
    Snapshot {
        id: onboarding.id,
        name: onboarding.name.clone(),
        environment: onboarding.environment,
        route: onboarding.route,
        route_title: onboarding.route.title(),
        flow_end: route::flow_end(now.date()),
        next: journey::next(&steps),
        steps,
        domain: onboarding.fields.domain.clone(),
        sandbox_name: onboarding.fields.sandbox_name.clone(),
        prerequisites: prerequisite_rows(onboarding),
        route_page: route::page(onboarding, now.date()),
        app: guide::app(onboarding, now.timestamp()),
        service_user: guide::service_user(onboarding),
        credentials: credentials::page(onboarding),
        verify: verify::page(onboarding, now, refused),
        register: Box::new(gcis::register(
            onboarding,
            portal::page(onboarding, now.timestamp(), refused),
        )),
        named_credential: credential::page(onboarding, now),
        moving: moving::page(onboarding, now.timestamp(), refused),
        what_next: portal::what_next(onboarding),
    }
}

fn prerequisite_rows(onboarding: &Onboarding) -> Vec<PrerequisiteRow> {
    let said = &onboarding.facts.prerequisites;
    prerequisites::ALL
        .iter()
        .map(|p| PrerequisiteRow {
            id: p.id,
            title: p.title,
            detail: p.detail,
            ask: p.ask,
            by: said.get(p.id).map(|said| said.by),
            at: said.get(p.id).map(|said| said.at),
        })
        .collect()
}
