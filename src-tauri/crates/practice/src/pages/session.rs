//! How a browser gets in: an address with a ticket, exchanged for a cookie on the first visit.
//!
//! An address passes through command lines and browser histories, where others may read it; so it opens the pages once.
//! The cookie is bound to the org's own path, which keeps orgs apart in one browser.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};

use super::{Pages, look};
use crate::random::{Random, hex};
use crate::world::{Live, Saved};

/// Tickets that are remembered at once. Older ones are dead, so that a program which asks for many holds few.
const TICKETS: usize = 64;

const COOKIE: &str = "practice";

/// What an address holds: good for one visit.
pub(crate) struct Ticket {
    secret: String,
    org_key: String,
    /// Where it leads, below the org's own path.
    leads_to: &'static str,
    used: bool,
}

/// A browser that was let in.
#[derive(Clone)]
pub(crate) struct Guest {
    secret: String,
    /// The caller's key of the org whose pages it sees.
    pub(super) org_key: String,
}

impl Guest {
    /// What the pages' forms carry, and no other page can know.
    pub(super) fn form_mark(&self) -> String {
        hex(&crate::keyed_hash::keyed_hash(
            self.secret.as_bytes(),
            b"form",
        ))
    }
}

/// Makes a ticket of 256 bits of chance.
pub(super) fn ticket(
    live: &mut Live,
    random: &mut Random,
    org_key: &str,
    leads_to: &'static str,
) -> String {
    let secret = hex(&random.bytes());
    live.tickets.push(Ticket {
        secret: secret.clone(),
        org_key: org_key.to_owned(),
        leads_to,
        used: false,
    });
    let surplus = live.tickets.len().saturating_sub(TICKETS);
    live.tickets.drain(..surplus);
    secret
}

/// `GET /{org}/enter/{ticket}`: below the org's path, so that the browser shows its cookie here too.
pub(super) async fn enter(
    State(pages): State<Pages>,
    Path((org_id, secret)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let entered = pages.cloud.stir(|saved, live, random| {
        let ticket = live.tickets.iter().position(|one| one.secret == secret)?;
        let (org_key, leads_to) = {
            let ticket = &live.tickets[ticket];
            let org = saved.orgs.get(&ticket.org_key)?;
            (org.id == org_id).then(|| (ticket.org_key.clone(), ticket.leads_to))?
        };
        let known = guest(saved, live, &org_id, &headers).is_some();
        if !known && std::mem::replace(&mut live.tickets[ticket].used, true) {
            return None;
        }
        let cookie = (!known).then(|| {
            let secret = hex(&random.bytes());
            live.guests.push(Guest {
                secret: secret.clone(),
                org_key,
            });
            format!("{COOKIE}={secret}; Path=/{org_id}; HttpOnly; SameSite=Strict")
        });
        Some((leads_to, cookie))
    });
    let Some((leads_to, cookie)) = entered else {
        return look::no_session();
    };
    let mut response = Redirect::to(&format!("/{org_id}/{leads_to}")).into_response();
    if let Some(cookie) = cookie.and_then(|cookie| cookie.parse().ok()) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    *response.status_mut() = StatusCode::SEE_OTHER;
    response
}

/// The guest whose cookie a request carries, if its org is the one asked for.
pub(super) fn guest(
    saved: &Saved,
    live: &Live,
    org_id: &str,
    headers: &HeaderMap,
) -> Option<Guest> {
    let cookies = headers.get_all(header::COOKIE).iter();
    let pairs = cookies
        .filter_map(|cookie| cookie.to_str().ok())
        .flat_map(|cookie| cookie.split(';'));
    let mut secrets = pairs.filter_map(|pair| pair.trim().strip_prefix(COOKIE)?.strip_prefix('='));
    secrets.find_map(|secret| {
        let guest = live.guests.iter().find(|guest| guest.secret == secret)?;
        let org = saved.orgs.get(&guest.org_key)?;
        (org.id == org_id).then(|| guest.clone())
    })
}
