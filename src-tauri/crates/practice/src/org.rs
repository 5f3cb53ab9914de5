//! One invented org: its users, its apps, and its owner's account at GCIS.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::app::{App, ConnectedApp, ExternalClientApp};
use crate::random::Random;
use crate::record_id::RecordId;
use crate::settings::Settings;
use crate::user::User;

/// Invented on purpose: Gentrack publishes neither the package's namespace nor the path.
pub(crate) const PACKAGE_NAMESPACE: &str = "gtx_practice";

/// The package's name, invented as well.
pub(crate) const PACKAGE_NAME: &str = "Gentrack for Salesforce (practice)";

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
    /// The user that the org comes with.
    pub(crate) user: User,
    /// The apps that the org comes with.
    pub(crate) app: ConnectedApp,
    pub(crate) external_app: ExternalClientApp,
    /// What was made on the pages beside.
    pub(crate) made: Made,
    pub(crate) settings: Settings,
    pub(crate) account: GcisAccount,
    pub(crate) event_endpoint: String,
    pub(crate) named_credentials: Vec<NamedCredentialRow>,
    pub(crate) login_history: Vec<Login>,
}

/// What was made on the pages.
#[derive(Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Made {
    /// The org's own user was made anew, so that its username is taken.
    pub(crate) own_user: bool,
    pub(crate) users: Vec<User>,
    pub(crate) connected_apps: Vec<ConnectedApp>,
    pub(crate) external_apps: Vec<ExternalClientApp>,
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
    /// The id of the user as whom GCIS wrote it.
    pub(crate) written_by: String,
}

/// A row of Salesforce's `LoginHistory`.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Login {
    pub(crate) id: String,
    pub(crate) time: Timestamp,
    pub(crate) source_ip: String,
    pub(crate) status: String,
    pub(crate) user_id: String,
    /// The app's name.
    pub(crate) application: String,
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
            app: ConnectedApp::ready(random),
            external_app: ExternalClientApp::ready(random, &user_id),
            user: User::ready(user_id, random),
            made: Made::default(),
            settings: Settings::default(),
            account: GcisAccount::invent(random),
            event_endpoint: format!("/services/apexrest/{PACKAGE_NAMESPACE}/events"),
            named_credentials: Vec::new(),
            login_history: Vec::new(),
        }
    }

    /// All users, the ready one first.
    pub(crate) fn users(&self) -> impl Iterator<Item = &User> {
        std::iter::once(&self.user).chain(&self.made.users)
    }

    /// The same, to alter.
    pub(crate) fn users_mut(&mut self) -> impl Iterator<Item = &mut User> {
        std::iter::once(&mut self.user).chain(&mut self.made.users)
    }

    pub(crate) fn user(&self, id: &str) -> Option<&User> {
        self.users().find(|user| user.id == id)
    }

    pub(crate) fn user_mut(&mut self, id: &str) -> Option<&mut User> {
        self.users_mut().find(|user| user.id == id)
    }

    /// The user of this username, in any case.
    pub(crate) fn user_called(&self, username: &str) -> Option<&User> {
        self.users().find(|user| user.is_called(username))
    }

    /// Gives the org's own user this username. If another user bears it, that one becomes the org's own: no two share
    /// a username.
    pub(crate) fn call_user(&mut self, username: String) {
        let mut others = self.made.users.iter_mut();
        if let Some(other) = others.find(|other| other.is_called(&username)) {
            std::mem::swap(&mut self.user, other);
            self.made.own_user = true;
        }
        if self.user.username != username {
            self.user.about.email.clone_from(&username);
            self.user.username = username;
        }
    }

    /// Takes a user that was made on the pages. One that has the username of the user that the org came with takes that
    /// one's place and id: a person who practises enters the very username that the org was opened with.
    pub(crate) fn add_user(&mut self, mut user: User) {
        if self.user.is_called(&user.username) {
            user.id.clone_from(&self.user.id);
            self.user = user;
            self.made.own_user = true;
        } else {
            self.made.users.push(user);
        }
    }

    /// Whether a username can be given to a new user.
    pub(crate) fn is_free(&self, username: &str) -> bool {
        let bearer = self.user_called(username);
        bearer.is_none_or(|bearer| bearer.id == self.user.id && !self.made.own_user)
    }

    /// All connected apps, the ready one first.
    pub(crate) fn connected_apps(&self) -> impl Iterator<Item = &ConnectedApp> {
        std::iter::once(&self.app).chain(&self.made.connected_apps)
    }

    /// All external client apps, the ready one first.
    pub(crate) fn external_apps(&self) -> impl Iterator<Item = &ExternalClientApp> {
        std::iter::once(&self.external_app).chain(&self.made.external_apps)
    }

    /// All apps.
    pub(crate) fn apps(&self) -> impl Iterator<Item = App<'_>> {
        let connected = self.connected_apps().map(App::Connected);
        connected.chain(self.external_apps().map(App::External))
    }

    pub(crate) fn connected_app_mut(&mut self, id: &str) -> Option<&mut ConnectedApp> {
        let mut apps = std::iter::once(&mut self.app).chain(&mut self.made.connected_apps);
        apps.find(|app| app.common.id == id)
    }

    pub(crate) fn external_app_mut(&mut self, id: &str) -> Option<&mut ExternalClientApp> {
        let mut apps = std::iter::once(&mut self.external_app).chain(&mut self.made.external_apps);
        apps.find(|app| app.common.id == id)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::user::About;

    #[test]
    fn the_login_history_keeps_the_newest_rows() {
        let mut org = Org::invent(&mut Random::from_seed([7; 32]));
        for row in 0..=LOGIN_ROWS_KEPT {
            org.remember_login(Login {
                id: row.to_string(),
                time: Timestamp::UNIX_EPOCH,
                source_ip: String::new(),
                status: String::new(),
                user_id: String::new(),
                application: String::new(),
            });
        }
        assert_eq!(org.login_history.len(), LOGIN_ROWS_KEPT);
        assert_eq!(org.login_history[0].id, "1");
    }

    fn named(id: &str, username: &str) -> User {
        User::new(id.to_owned(), username.to_owned(), About::default())
    }

    fn usernames(org: &Org) -> Vec<&str> {
        org.users().map(|user| user.username.as_str()).collect()
    }

    #[test]
    fn a_new_user_stands_beside_the_ready_one_or_takes_its_username_once() {
        let mut org = Org::invent(&mut Random::from_seed([7; 32]));
        org.call_user("ready@acme.example".to_owned());
        let ready = org.user.id.clone();
        org.add_user(named("005A", "other@acme.example"));
        assert_eq!(
            usernames(&org),
            ["ready@acme.example", "other@acme.example"]
        );
        assert!(!org.is_free("Other@acme.example"));
        assert!(org.is_free("Ready@acme.example"));
        org.add_user(named("005B", "ready@acme.example"));
        assert_eq!(
            usernames(&org),
            ["ready@acme.example", "other@acme.example"]
        );
        assert_eq!((&org.user.id, org.user.password.as_str()), (&ready, ""));
        assert!(!org.is_free("ready@acme.example"));
    }

    #[test]
    fn an_org_opened_with_the_username_of_another_user_makes_that_one_its_own() {
        let mut org = Org::invent(&mut Random::from_seed([7; 32]));
        org.call_user("first@acme.example".to_owned());
        org.add_user(named("005A", "second@acme.example"));
        org.call_user("second@acme.example".to_owned());
        assert_eq!(org.user.id, "005A");
        assert_eq!(
            usernames(&org),
            ["second@acme.example", "first@acme.example"]
        );
        assert!(!org.is_free("second@acme.example"));
    }
}
