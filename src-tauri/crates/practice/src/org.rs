//! One invented org: its user, its apps, and its owner's account at GCIS.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::app::{ConnectedApp, ExternalClientApp};
use crate::random::Random;
use crate::record_id::RecordId;

/// Invented on purpose: Gentrack publishes neither the package's namespace nor the path.
pub(crate) const PACKAGE_NAMESPACE: &str = "gtx_practice";

/// Failed sign-ins after which Salesforce locks a user, by the usual defaults (salesforcetutorial.com, sfdc316.com).
const ATTEMPTS_BEFORE_LOCKOUT: u32 = 10;
const LOCKOUT: SignedDuration = SignedDuration::from_mins(15);
const LOGIN_ROWS_KEPT: usize = 100;

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Org {
    pub(crate) id: String,
    /// The id of another org, in which a sign-in lands once a sandbox was refreshed.
    pub(crate) other_id: String,
    pub(crate) name: String,
    pub(crate) sandbox: bool,
    /// What stands before `.my.` in the org's own host.
    pub(crate) my_domain: String,
    pub(crate) user: User,
    pub(crate) app: ConnectedApp,
    pub(crate) external_app: ExternalClientApp,
    pub(crate) account: GcisAccount,
    pub(crate) event_endpoint: String,
    pub(crate) named_credentials: Vec<NamedCredentialRow>,
    pub(crate) login_history: Vec<Login>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct User {
    pub(crate) id: String,
    pub(crate) username: String,
    pub(crate) password: String,
    pub(crate) security_token: String,
    pub(crate) failed_attempts: u32,
    pub(crate) locked_until: Option<Timestamp>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GcisAccount {
    pub(crate) client_id: String,
    pub(crate) client_secret: String,
    pub(crate) tenants: Vec<Tenant>,
}

/// A core system connected to GCIS.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Tenant {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) product: String,
    pub(crate) environment: String,
}

/// A row of Salesforce's `NamedCredential`.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NamedCredentialRow {
    pub(crate) id: String,
    pub(crate) instance_id: String,
    pub(crate) developer_name: String,
    pub(crate) created: Timestamp,
    pub(crate) modified: Timestamp,
}

/// A row of Salesforce's `LoginHistory`.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Login {
    pub(crate) id: String,
    pub(crate) time: Timestamp,
    pub(crate) source_ip: String,
    pub(crate) status: String,
}

impl Org {
    /// An org with all that a connector needs. Its name, My Domain and username are the caller's to give.
    pub(crate) fn invent(random: &mut Random) -> Self {
        let user_id = random.record_id(RecordId::USER);
        Self {
            id: random.record_id(RecordId::ORGANIZATION),
            other_id: random.record_id(RecordId::ORGANIZATION),
            name: String::new(),
            sandbox: false,
            my_domain: String::new(),
            user: User {
                id: user_id.clone(),
                username: String::new(),
                password: format!("Practice-{}", random.alphanumeric(10)),
                security_token: random.alphanumeric(24),
                failed_attempts: 0,
                locked_until: None,
            },
            app: ConnectedApp::invent(random),
            external_app: ExternalClientApp::invent(random, &user_id),
            account: GcisAccount::invent(random),
            event_endpoint: format!("/services/apexrest/{PACKAGE_NAMESPACE}/events"),
            named_credentials: Vec::new(),
            login_history: Vec::new(),
        }
    }

    pub(crate) fn remember_login(&mut self, login: Login) {
        self.login_history.push(login);
        let surplus = self.login_history.len().saturating_sub(LOGIN_ROWS_KEPT);
        self.login_history.drain(..surplus);
    }
}

impl GcisAccount {
    fn invent(random: &mut Random) -> Self {
        let mut tenant = |name: &str, product: &str, environment: &str| Tenant {
            id: random.uuid(),
            name: name.to_owned(),
            product: product.to_owned(),
            environment: environment.to_owned(),
        };
        let tenants = vec![
            tenant("Velocity Production", "velocity", "production"),
            tenant("Velocity Test", "velocity", "test"),
            tenant("Junifer Test", "junifer", "test"),
        ];
        Self {
            client_id: format!("practice-{}", random.alphanumeric(12)),
            client_secret: random.alphanumeric(43),
            tenants,
        }
    }
}

impl User {
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
}

#[cfg(test)]
mod tests {
    use super::*;

    fn a_user() -> User {
        Org::invent(&mut Random::from_seed([7; 32])).user
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
    fn the_login_history_keeps_the_newest_rows() {
        let mut org = Org::invent(&mut Random::from_seed([7; 32]));
        for row in 0..=LOGIN_ROWS_KEPT {
            org.remember_login(Login {
                id: row.to_string(),
                time: Timestamp::UNIX_EPOCH,
                source_ip: String::new(),
                status: String::new(),
            });
        }
        assert_eq!(org.login_history.len(), LOGIN_ROWS_KEPT);
        assert_eq!(org.login_history[0].id, "1");
    }
}
