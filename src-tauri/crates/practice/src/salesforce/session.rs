//! What a good sign-in gives.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::SignedDuration;
use serde::Serialize;

use super::login_history::Who;
use crate::keyed_hash::keyed_hash;
use crate::world::{SalesforceSession, World};

/// The session time-out that a new org has.
const LIFE: SignedDuration = SignedDuration::from_hours(2);

/// The token endpoint's answer to a good sign-in.
#[derive(Debug, Serialize)]
pub(super) struct TokenAnswer {
    pub(super) access_token: String,
    pub(super) instance_url: String,
    pub(super) id: String,
    pub(super) token_type: &'static str,
    /// Milliseconds since 1970, as text.
    pub(super) issued_at: String,
    pub(super) signature: String,
    #[serde(flatten)]
    pub(super) more: Option<ClientCredentialsAnswer>,
}

/// What the client credentials flow's answer has beside.
#[derive(Debug, Serialize)]
pub(super) struct ClientCredentialsAnswer {
    /// The app's scopes, with spaces between.
    pub(super) scope: String,
    pub(super) api_instance_url: String,
}

/// The user's live session, or a new one: callers that sign in as one user share it.
///
/// Source: developer.salesforce.com `api/implementation_considerations`.
pub(super) fn session(world: &mut World, who: &Who, org_id: String, may_call: bool) -> String {
    let now = world.now;
    let sessions = &mut world.live.salesforce_sessions;
    sessions.retain(|session| now < session.expires);
    let expires = now + LIFE;
    let live = sessions.iter_mut().find(|session| {
        session.org_key == who.org_key
            && session.org_id == org_id
            && session.user_id == who.user_id
            && session.may_call == may_call
    });
    if let Some(session) = live {
        session.expires = expires;
        return session.token.clone();
    }
    let token = format!("{}!AQ{}", &org_id[..15], world.random.alphanumeric(94));
    sessions.push(SalesforceSession {
        token: token.clone(),
        org_key: who.org_key.clone(),
        org_id,
        user_id: who.user_id.clone(),
        may_call,
        expires,
        api_calls: 0,
    });
    token
}

/// Proves that `id` and `issued_at` come from whoever holds the consumer secret.
pub(super) fn signature(secret: &str, id: &str, issued_at: &str) -> String {
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
