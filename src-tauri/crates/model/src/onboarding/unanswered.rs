//! Requests to register whose answer never came.

use jiff::Timestamp;
use uuid::Uuid;

use super::{Facts, RegistrationAttempt};

impl Facts {
    /// The attempts that may have made an instance, the latest first.
    pub fn unanswered(&self) -> impl Iterator<Item = &RegistrationAttempt> {
        let earlier = self.earlier_attempts.iter().rev();
        self.attempt.iter().chain(earlier)
    }

    /// Puts an attempt on record. One under another key that was never answered is kept: it may
    /// still be on its way, or have arrived unseen.
    pub fn begin(&mut self, attempt: RegistrationAttempt) {
        let key = attempt.key;
        self.earlier_attempts.extend(self.attempt.replace(attempt));
        self.earlier_attempts.retain(|earlier| earlier.key != key);
    }

    /// The attempt under this key was refused. That says nothing of the others: one of before under
    /// the same key is as it was, and GCIS showed nothing of those of before at this time.
    pub fn refused(&mut self, key: Uuid, before: &Self, looked_up_at: Timestamp) {
        let earlier = &mut self.earlier_attempts;
        earlier.extend(self.attempt.take());
        earlier.retain(|attempt| attempt.key != key);
        let same = before.unanswered().find(|attempt| attempt.key == key);
        earlier.extend(same.cloned());
        earlier.sort_by_key(|attempt| attempt.at);
        self.attempt = earlier.pop();
        let was_there = |attempt: &&mut RegistrationAttempt| {
            before.unanswered().any(|known| known.key == attempt.key)
        };
        if let Some(attempt) = self.attempt.as_mut().filter(was_there) {
            attempt.looked_up_at = Some(looked_up_at);
        }
    }

    /// GCIS was asked for all of them at this time, and showed nothing.
    pub fn looked_up(&mut self, at: Timestamp) {
        for attempt in self.attempt.iter_mut().chain(&mut self.earlier_attempts) {
            attempt.looked_up_at = Some(at);
        }
    }

    /// An instance is known for this tenant, and GCIS makes no second one for it. A request for
    /// another tenant that was begun later than this may still make one, and stays on record.
    pub fn answered(&mut self, tenant: &str, begun_after: Timestamp) {
        self.earlier_attempts.extend(self.attempt.take());
        self.earlier_attempts
            .retain(|attempt| attempt.basis.tenant != tenant && attempt.at > begun_after);
    }
}
