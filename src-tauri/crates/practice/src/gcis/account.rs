//! Who calls: the holder of a bearer token.

use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use jiff::Timestamp;

use super::Gcis;
use super::instance::Instance;
use super::problem::Problem;
use crate::org::{Org, Tenant};
use crate::world::Saved;

/// The caller's GCIS account. Each org's owner has one and sees nothing of the others.
pub(super) struct Account {
    /// The practice cloud's key of the owner's org.
    pub(super) org_key: String,
}

impl Account {
    pub(super) fn org<'a>(&self, saved: &'a Saved) -> Option<&'a Org> {
        saved.orgs.get(&self.org_key)
    }

    pub(super) fn tenants<'a>(&self, saved: &'a Saved) -> &'a [Tenant] {
        self.org(saved).map_or(&[], |org| &org.account.tenants)
    }

    pub(super) fn instances<'a>(&self, saved: &'a Saved) -> impl Iterator<Item = &'a Instance> {
        saved
            .instances
            .iter()
            .filter(|instance| instance.owner == self.org_key)
    }

    pub(super) fn instance<'a>(&self, saved: &'a Saved, id: &str) -> Result<&'a Instance, Problem> {
        self.instances(saved)
            .find(|instance| instance.id == id)
            .ok_or_else(no_instance)
    }

    pub(super) fn instance_mut<'a>(
        &self,
        saved: &'a mut Saved,
        id: &str,
    ) -> Result<&'a mut Instance, Problem> {
        saved
            .instances
            .iter_mut()
            .find(|instance| instance.owner == self.org_key && instance.id == id)
            .ok_or_else(no_instance)
    }
}

fn no_instance() -> Problem {
    Problem::not_found("There is no connector instance with this id.")
}

impl FromRequestParts<Gcis> for Account {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, gcis: &Gcis) -> Result<Self, Problem> {
        let authorization = parts.headers.get(header::AUTHORIZATION);
        let token = authorization
            .and_then(|value| value.to_str().ok()?.split_once(' '))
            .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("Bearer"))
            .map(|(_, token)| token.trim())
            .ok_or_else(Problem::unauthorized)?;
        gcis.cloud
            .look(|_, live| live.gcis_sessions.get(token).cloned())
            .filter(|session| Timestamp::now() < session.expires)
            .map(|session| Self {
                org_key: session.org_key,
            })
            .ok_or_else(Problem::unauthorized)
    }
}
