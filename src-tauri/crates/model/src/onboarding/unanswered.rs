//! Requests to register whose answer never came.

use jiff::Timestamp;

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

    /// The attempt was refused. That says nothing of those before it, which are as they were; GCIS
    /// showed nothing of them at this time.
    pub fn refused(&mut self, before: &Self, looked_up_at: Timestamp) {
        self.earlier_attempts.clone_from(&before.earlier_attempts);
        self.attempt.clone_from(&before.attempt);
        if let Some(attempt) = &mut self.attempt {
            attempt.looked_up_at = Some(looked_up_at);
        }
    }

    /// GCIS was asked for all of them at this time, and showed nothing.
    pub fn looked_up(&mut self, at: Timestamp) {
        for attempt in self.attempt.iter_mut().chain(&mut self.earlier_attempts) {
            attempt.looked_up_at = Some(at);
        }
    }

    /// It is known what became of all of them.
    pub fn answered(&mut self) {
        self.attempt = None;
        self.earlier_attempts.clear();
    }
}
