//! Other credentials for a registered instance, on their way to GCIS.
//!
//! That GCIS replaced credentials since tells nobody by whom: this request, an earlier one with
//! other credentials or somebody in the portal. Only an answer to the request itself tells.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Facts, RegistrationBasis};

/// Other credentials on their way to a registered instance: on disk before the request leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReplacementAttempt {
    /// Sent as Idempotency-Key.
    pub key: Uuid,
    /// What the instance is to work with.
    pub basis: RegistrationBasis,
    /// When GCIS last replaced credentials before it, by its own clock.
    pub before: Option<Timestamp>,
    /// When GCIS was asked what it shows since. The key stays: the same request under the same key
    /// is done once, however often it is sent.
    #[serde(default)]
    pub looked_up_at: Option<Timestamp>,
    /// GCIS was seen to have replaced credentials since this or an earlier request that was never
    /// answered, so nobody here knows which it has.
    #[serde(default)]
    pub replaced_since: bool,
}

impl ReplacementAttempt {
    /// The attempt to put on record before these credentials are sent. What was sent before goes
    /// under its own key again; `shown` is when GCIS last replaced credentials, asked just now.
    pub fn next(
        earlier: Option<&Self>,
        basis: RegistrationBasis,
        shown: Option<Timestamp>,
        new_key: Uuid,
    ) -> Self {
        let same = earlier.filter(|earlier| earlier.basis == basis);
        Self {
            key: same.map_or(new_key, |same| same.key),
            before: same.map_or(shown, |same| same.before),
            basis,
            looked_up_at: None,
            replaced_since: earlier.is_some_and(|earlier| earlier.is_replaced_since(shown)),
        }
    }

    /// The same once GCIS has been asked.
    #[must_use]
    pub fn looked_up(&self, shown: Option<Timestamp>, at: Timestamp) -> Self {
        Self {
            looked_up_at: Some(at),
            replaced_since: self.is_replaced_since(shown),
            ..self.clone()
        }
    }

    /// Whether GCIS has to be asked what became of it.
    pub fn is_unknown(&self) -> bool {
        self.looked_up_at.is_none()
    }

    fn is_replaced_since(&self, shown: Option<Timestamp>) -> bool {
        self.replaced_since || self.before != shown
    }
}

impl Facts {
    /// Whether a request for a replacement was never answered and not looked up since.
    pub fn replacement_is_unknown(&self) -> bool {
        let replacement = self.replacement.as_ref();
        replacement.is_some_and(ReplacementAttempt::is_unknown)
    }

    /// Whether GCIS replaced credentials after a request that was never answered: which it has now
    /// nobody here knows.
    pub fn replaced_unseen(&self) -> bool {
        let replacement = self.replacement.as_ref();
        replacement.is_some_and(|attempt| attempt.replaced_since)
    }
}
