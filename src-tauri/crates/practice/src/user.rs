//! A user of an org: who it is, what it signs in with, and what keeps it from doing so.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::mail::{Letter, Mail};
use crate::profile::Profile;
use crate::random::Random;

/// Failed sign-ins after which Salesforce locks a user, by the usual defaults (salesforcetutorial.com, sfdc316.com).
const ATTEMPTS_BEFORE_LOCKOUT: u32 = 10;
const LOCKOUT: SignedDuration = SignedDuration::from_mins(15);
const MAILS_KEPT: usize = 50;

/// The name of the user that each org comes with.
const READY_NAME: &str = "GCIS Salesforce Sales Cloud Connector";

#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct User {
    pub(crate) id: String,
    pub(crate) username: String,
    /// Empty until one is set, by which nobody signs in.
    pub(crate) password: String,
    /// Empty until there is one.
    pub(crate) security_token: String,
    pub(crate) failed_attempts: u32,
    pub(crate) locked_until: Option<Timestamp>,
    #[serde(flatten)]
    pub(crate) about: About,
    /// *Active*.
    pub(crate) active: bool,
    pub(crate) frozen: bool,
    /// *Password Never Expires*, by a permission set.
    pub(crate) password_never_expires: bool,
    /// Newest last.
    pub(crate) mails: Vec<Mail>,
}

/// What the New User form asks for.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct About {
    pub(crate) first_name: String,
    pub(crate) last_name: String,
    pub(crate) alias: String,
    pub(crate) email: String,
    pub(crate) nickname: String,
    pub(crate) role: String,
    pub(crate) profile: Profile,
}

impl About {
    /// Of the user that each org comes with.
    pub(crate) fn ready() -> Self {
        Self {
            last_name: READY_NAME.to_owned(),
            alias: "gcis".to_owned(),
            nickname: "gcis-ready".to_owned(),
            ..Self::default()
        }
    }
}

impl User {
    /// The user that an org comes with, who can sign in at once.
    pub(crate) fn ready(id: String, random: &mut Random) -> Self {
        Self {
            password: invented_password(random),
            security_token: random.alphanumeric(24),
            password_never_expires: true,
            ..Self::new(id, String::new(), About::ready())
        }
    }

    /// A user as the New User form makes one: without a password, until the welcome mail is opened.
    pub(crate) fn new(id: String, username: String, about: About) -> Self {
        Self {
            id,
            username,
            password: String::new(),
            security_token: String::new(),
            failed_attempts: 0,
            locked_until: None,
            about,
            active: true,
            frozen: false,
            password_never_expires: false,
            mails: Vec::new(),
        }
    }

    /// The name that Salesforce shows.
    pub(crate) fn name(&self) -> String {
        let name = format!("{} {}", self.about.first_name, self.about.last_name);
        name.trim().to_owned()
    }

    pub(crate) fn is_called(&self, username: &str) -> bool {
        self.username.eq_ignore_ascii_case(username)
    }

    pub(crate) fn is_locked(&self, now: Timestamp) -> bool {
        self.locked_until.is_some_and(|until| now < until)
    }

    pub(crate) fn note_failure(&mut self, now: Timestamp) {
        if self.locked_until.take().is_some() {
            self.failed_attempts = 0;
        }
        self.failed_attempts += 1;
        if self.failed_attempts >= ATTEMPTS_BEFORE_LOCKOUT {
            self.locked_until = Some(now + LOCKOUT);
        }
    }

    pub(crate) fn note_success(&mut self) {
        self.failed_attempts = 0;
        self.locked_until = None;
    }

    /// Gives a new security token, by mail; the one before is dead at once.
    ///
    /// Source: help.salesforce.com `xcloud.user_security_token`.
    pub(crate) fn reset_security_token(&mut self, random: &mut Random, now: Timestamp) {
        self.security_token = random.alphanumeric(24);
        let token = self.security_token.clone();
        self.receive(Letter::SecurityToken { token }, random, now);
    }

    /// Sets a password by the link of the newest mail that has one. Salesforce mails a new token with it, but for a
    /// user's first password.
    ///
    /// Source: help.salesforce.com `xcloud.user_security_token`.
    pub(crate) fn set_password(&mut self, password: &str, random: &mut Random, now: Timestamp) {
        let letters = self.mails.iter().rev().map(|mail| &mail.letter);
        let first =
            letters.into_iter().find(|letter| letter.sets_password()) == Some(&Letter::Welcome);
        password.clone_into(&mut self.password);
        self.note_success();
        if !first && !self.security_token.is_empty() {
            self.reset_security_token(random, now);
        }
    }

    /// Takes the password away and mails a link by which another is set.
    pub(crate) fn reset_password(&mut self, random: &mut Random, now: Timestamp) {
        self.password.clear();
        self.receive(Letter::PasswordReset, random, now);
    }

    /// The mail by whose link a password can be set, while none is set.
    pub(crate) fn open_link(&self) -> Option<&Mail> {
        let mut newest_first = self.mails.iter().rev();
        newest_first
            .find(|mail| mail.letter.sets_password())
            .filter(|_| self.password.is_empty())
    }

    pub(crate) fn receive(&mut self, letter: Letter, random: &mut Random, now: Timestamp) {
        self.mails.push(Mail {
            id: random.alphanumeric(16),
            time: now,
            letter,
        });
        let surplus = self.mails.len().saturating_sub(MAILS_KEPT);
        self.mails.drain(..surplus);
    }
}

/// A password that Salesforce's usual policy takes.
pub(crate) fn invented_password(random: &mut Random) -> String {
    format!("Practice-{}", random.alphanumeric(10))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn random() -> Random {
        Random::from_seed([7; 32])
    }

    fn a_user() -> User {
        User::ready("005".to_owned(), &mut random())
    }

    #[test]
    fn the_tenth_failure_locks_the_user_for_fifteen_minutes() {
        let (mut user, now) = (a_user(), Timestamp::UNIX_EPOCH);
        for _ in 0..9 {
            user.note_failure(now);
        }
        assert!(!user.is_locked(now));
        user.note_failure(now);
        assert!(user.is_locked(now + SignedDuration::from_secs(15 * 60 - 1)));
        assert!(!user.is_locked(now + LOCKOUT));
    }

    #[test]
    fn after_a_lockout_the_count_starts_anew() {
        let (mut user, now) = (a_user(), Timestamp::UNIX_EPOCH);
        for _ in 0..10 {
            user.note_failure(now);
        }
        let later = now + LOCKOUT;
        user.note_failure(later);
        assert!(!user.is_locked(later));
        assert_eq!(user.failed_attempts, 1);
    }

    #[test]
    fn a_success_clears_the_count() {
        let (mut user, now) = (a_user(), Timestamp::UNIX_EPOCH);
        user.note_failure(now);
        user.note_success();
        assert_eq!(user.failed_attempts, 0);
    }

    #[test]
    fn a_first_password_comes_without_a_token_and_a_later_one_kills_the_token() {
        let (mut random, now) = (random(), Timestamp::UNIX_EPOCH);
        let mut user = User::new("005".to_owned(), "a@b.example".to_owned(), About::default());
        user.receive(Letter::Welcome, &mut random, now);
        assert!(user.open_link().is_some());
        user.set_password("Practice-1", &mut random, now);
        assert!(user.security_token.is_empty() && user.open_link().is_none());
        user.reset_security_token(&mut random, now);
        let first = user.security_token.clone();
        user.reset_password(&mut random, now);
        assert!(user.open_link().is_some());
        user.set_password("Practice-2", &mut random, now);
        assert_ne!(user.security_token, first);
        let newest = &user.mails.last().unwrap().letter;
        let token = user.security_token.clone();
        assert!(*newest == Letter::SecurityToken { token });
    }

    #[test]
    fn a_mailbox_keeps_the_newest_mails() {
        let mut user = a_user();
        for _ in 0..=MAILS_KEPT {
            user.reset_security_token(&mut random(), Timestamp::UNIX_EPOCH);
        }
        assert_eq!(user.mails.len(), MAILS_KEPT);
    }
}
