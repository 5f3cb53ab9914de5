//! The OAuth 2.0 username-password flow.
//!
//! Source: help.salesforce.com `xcloud.remoteaccess_oauth_username_password_flow`.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use super::errors::OAuthError;
use super::login_history::{Outcome, Source, remember};
use crate::keyed_hash::keyed_hash;
use crate::org::{Org, User};
use crate::origin::{Host, Origin};
use crate::scenario::Scenario;
use crate::world::{SalesforceSession, World};

/// The session time-out that a new org has.
const SESSION: SignedDuration = SignedDuration::from_hours(2);

pub(super) struct Attempt<'a> {
    pub(super) client_id: &'a str,
    pub(super) client_secret: &'a str,
    pub(super) username: &'a str,
    pub(super) password: &'a str,
    /// Which of Salesforce's hosts is asked.
    pub(super) host: &'a Host,
    pub(super) source: Source,
}

/// The token endpoint's answer to a good sign-in.
#[derive(Debug, Serialize)]
pub(super) struct TokenAnswer {
    access_token: String,
    instance_url: String,
    id: String,
    token_type: &'static str,
    /// Milliseconds since 1970, as text.
    issued_at: String,
    signature: String,
}

/// Judges one attempt in Salesforce's order: the app, then the user, then the password.
pub(super) fn sign_in(
    world: &mut World,
    attempt: &Attempt<'_>,
    origin: &Origin,
) -> Result<TokenAnswer, OAuthError> {
    let scenario = world.live.scenario;
    if scenario == Scenario::AppTooYoung {
        return Err(OAuthError::INVALID_CLIENT_ID);
    }
    let (key, org) = world
        .saved
        .org_of_app(attempt.client_id)
        .filter(|(_, org)| knows(attempt.host, org))
        .ok_or(OAuthError::INVALID_CLIENT_ID)?;
    if attempt.client_secret != org.app.consumer_secret {
        return Err(OAuthError::INVALID_CLIENT);
    }
    let known_here = attempt.host.signs_in(org);
    if !known_here || !attempt.username.eq_ignore_ascii_case(&org.user.username) {
        // A user who is unknown here has no login history to write to.
        return Err(OAuthError::AUTHENTICATION_FAILURE);
    }
    let outcome = judge(&org.user, attempt, scenario, world.now);
    let (key, user_id, secret) = (
        key.clone(),
        org.user.id.clone(),
        org.app.consumer_secret.clone(),
    );
    let org_id = match scenario {
        Scenario::OtherOrg => org.other_id.clone(),
        _ => org.id.clone(),
    };
    let instance_url = origin.url(&attempt.host.instance_of(org));
    count(world, &key, outcome);
    remember(world, &key, attempt.source, outcome);
    match outcome {
        Outcome::Success => {}
        Outcome::RestrictedIp => return Err(OAuthError::IP_RESTRICTED),
        _ => return Err(OAuthError::AUTHENTICATION_FAILURE),
    }
    let here = origin.url(attempt.host);
    let id = format!("{here}/id/{org_id}/{user_id}");
    let issued_at = world.now.as_millisecond().to_string();
    Ok(TokenAnswer {
        access_token: session(world, key, org_id),
        instance_url,
        signature: signature(&secret, &id, &issued_at),
        id,
        token_type: "Bearer",
        issued_at,
    })
}

/// Whether a host knows the org's apps: `login` and `test` know all, a My Domain its own.
fn knows(host: &Host, org: &Org) -> bool {
    !matches!(host, Host::MyDomain(_)) || host.signs_in(org)
}

fn judge(user: &User, attempt: &Attempt<'_>, scenario: Scenario, now: Timestamp) -> Outcome {
    if scenario == Scenario::FlowBlocked {
        return Outcome::FlowDisabled;
    }
    if scenario == Scenario::UserLocked || user.is_locked(now) {
        return Outcome::PasswordLockout;
    }
    if scenario == Scenario::GcisRefuses && attempt.source == Source::GcisConnector {
        return Outcome::RestrictedIp;
    }
    match attempt.password.strip_prefix(&user.password) {
        Some(token) if token == user.security_token => Outcome::Success,
        Some("") => Outcome::TokenRequired,
        _ => Outcome::InvalidPassword,
    }
}

fn count(world: &mut World, key: &str, outcome: Outcome) {
    let Some(org) = world.saved.orgs.get_mut(key) else {
        return;
    };
    match outcome {
        Outcome::Success => org.user.note_success(),
        Outcome::InvalidPassword | Outcome::TokenRequired => org.user.note_failure(world.now),
        Outcome::PasswordLockout | Outcome::RestrictedIp | Outcome::FlowDisabled => {}
    }
}

/// The user's live session, or a new one: callers that sign in as one user share it.
///
/// Source: developer.salesforce.com `api/implementation_considerations`.
fn session(world: &mut World, org_key: String, org_id: String) -> String {
    let now = world.now;
    let sessions = &mut world.live.salesforce_sessions;
    sessions.retain(|session| now < session.expires);
    let expires = now + SESSION;
    let live = sessions
        .iter_mut()
        .find(|session| session.org_key == org_key && session.org_id == org_id);
    if let Some(session) = live {
        session.expires = expires;
        return session.token.clone();
    }
    let token = format!("{}!AQ{}", &org_id[..15], world.random.alphanumeric(94));
    sessions.push(SalesforceSession {
        token: token.clone(),
        org_key,
        org_id,
        expires,
        api_calls: 0,
    });
    token
}

/// Proves that `id` and `issued_at` come from whoever holds the consumer secret.
fn signature(secret: &str, id: &str, issued_at: &str) -> String {
    STANDARD.encode(keyed_hash(
        secret.as_bytes(),
        format!("{id}{issued_at}").as_bytes(),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signature_is_the_keyed_hash_of_id_and_time_in_base64() {
        // Computed with `printf %s MESSAGE | openssl dgst -sha256 -hmac SECRET -binary | base64`.
        assert_eq!(
            signature(
                "SECRET",
                "https://login.salesforce.com/id/00D/005",
                "1278448384422"
            ),
            "G0gGSFsigo9wUmsGHcHhWoTph++jjpi8/w7WEw32OSY="
        );
    }
}
