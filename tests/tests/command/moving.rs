//! A connector that runs on the connected app, with its record and its secrets on a private desktop.

use std::fs;
use std::path::PathBuf;

use acceptance::desktop::{Keyring, inside};
use model::field::{Field, SecretField};
use model::onboarding::{Keep, PortalEnding};
use model::{Environment, Route};
use onboarding::gcis::{ApiCredentials, Gcis, Instance};
use onboarding::net::{Client, ClientSettings, Names, PracticeOrigins, Proxy, Reach};
use onboarding::records::data_folder;
use onboarding::workflow::{NewOnboarding, PracticeServices, VerifyRequest, Workspace};
use practice::{Card, Options, OrgSpec, Running, Scenario, my_domain_of};
use secrecy::SecretString;
use serde_json::Value;
use tempfile::TempDir;
use tokio::runtime::Runtime;
use url::Url;
use uuid::Uuid;

use crate::desk::Ran;
use crate::saved::{NAME, connectorctl};

pub(crate) struct Moving {
    pub(crate) runtime: Runtime,
    pub(crate) running: Running,
    pub(crate) card: Card,
    pub(crate) workspace: Workspace,
    pub(crate) id: Uuid,
    folder: TempDir,
}

/// An onboarding by this way of signing in; its credentials are entered, and no more.
pub(crate) fn entered(test: &str, route: Route, then: impl FnOnce(&Moving)) {
    inside(Keyring::Unlocked, test, || {
        let desk = Moving::begin(route);
        then(&desk);
    });
}

/// A connector that was registered by the connected app and runs.
pub(crate) fn live(test: &str, then: impl FnOnce(&Moving)) {
    entered(test, Route::ConnectedApp, |desk| {
        desk.register();
        then(desk);
    });
}

impl Moving {
    fn begin(route: Route) -> Self {
        let runtime = Runtime::new().unwrap();
        let running = runtime
            .block_on(practice::start(Options::default()))
            .unwrap();
        let workspace = Workspace::new(data_folder().unwrap());
        let new = NewOnboarding {
            name: NAME.to_owned(),
            environment: Environment::Practice,
            domain: "northwind.example".to_owned(),
            sandbox_name: String::new(),
        };
        let snapshot = workspace.create(&new).unwrap();
        let card = running.cloud().open_org(OrgSpec {
            key: snapshot.id.to_string(),
            name: snapshot.name.clone(),
            username: snapshot.credentials.proposed_username.clone(),
            sandbox: false,
            my_domain: my_domain_of(&snapshot.name, ""),
        });
        workspace.practise(PracticeServices {
            origins: origins(&running),
            gcis_client_id: card.gcis_client_id.clone(),
            gcis_client_secret: SecretString::from(card.gcis_client_secret.clone()),
        });
        let desk = Self {
            runtime,
            running,
            card,
            workspace,
            id: snapshot.id,
            folder: tempfile::tempdir().unwrap(),
        };
        desk.gcis_is_at(desk.running.gcis());
        desk.enter(route);
        desk
    }

    fn enter(&self, route: Route) {
        let card = &self.card;
        self.workspace.choose_route(self.id, route).unwrap();
        self.save(Field::Username, &card.username);
        self.save(Field::EventEndpoint, &card.event_endpoint);
        if route == Route::ExternalClientApp {
            self.save(Field::LoginUrl, &card.my_domain);
            return self.enter_external_app();
        }
        for (field, value) in [
            (SecretField::Password, &card.password),
            (SecretField::SecurityToken, &card.security_token),
            (SecretField::ConsumerKey, &card.consumer_key),
            (SecretField::ConsumerSecret, &card.consumer_secret),
        ] {
            self.store(field, value);
        }
    }

    /// What a person enters in the window once the new app is made.
    pub(crate) fn enter_external_app(&self) {
        let card = &self.card;
        self.store(SecretField::EcaConsumerKey, &card.eca_consumer_key);
        self.store(SecretField::EcaConsumerSecret, &card.eca_consumer_secret);
    }

    pub(crate) fn save(&self, field: Field, value: &str) {
        self.workspace.save_field(self.id, field, value).unwrap();
    }

    pub(crate) fn store(&self, field: SecretField, value: &str) {
        let secret = SecretString::from(value);
        let storing = self
            .workspace
            .store_secret(self.id, field, secret, Keep::Keychain);
        self.runtime.block_on(storing).unwrap();
    }

    /// Chooses the production tenant.
    pub(crate) fn choose_tenant(&self) {
        let tenants = self.runtime.block_on(self.workspace.tenants(self.id));
        let tenants = tenants.unwrap();
        self.workspace.choose_tenant(self.id, &tenants[0]).unwrap();
    }

    pub(crate) fn verify(&self) {
        let request = VerifyRequest::default();
        let verifying = self.workspace.verify(self.id, &request, &|_| ());
        self.runtime.block_on(verifying).unwrap();
    }

    pub(crate) fn register(&self) {
        self.verify();
        self.choose_tenant();
        let registering = self.workspace.register(self.id);
        self.runtime.block_on(registering).unwrap();
    }

    /// The person says in the window how a save in the portal ended.
    pub(crate) fn portal_ended(&self, ending: PortalEnding) {
        self.workspace.portal_ended(self.id, ending, "").unwrap();
    }

    pub(crate) fn scenario(&self, scenario: Scenario) {
        self.running.cloud().set_scenario(scenario);
    }

    /// Tells where the practice services are; GCIS here.
    pub(crate) fn gcis_is_at(&self, origin: &str) {
        let mut line = serde_json::to_value(&self.card).unwrap();
        line["salesforce"] = self.running.salesforce().into();
        line["gcis"] = origin.into();
        fs::write(self.file(), line.to_string()).unwrap();
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("practice.json")
    }

    /// The arguments that name the onboarding and the practice services.
    pub(crate) fn onboarding(&self) -> [String; 4] {
        let file = self.file().into_os_string().into_string().unwrap();
        ["--onboarding", NAME, "--practice", &file].map(str::to_owned)
    }

    /// `connectorctl migrate`, told to a person.
    pub(crate) fn told(&self, further: &[&str]) -> Ran {
        let saved = self.onboarding();
        let saved = saved.each_ref().map(String::as_str);
        let ran = connectorctl(&[&["migrate"], &saved[..], further].concat());
        let card = &self.card;
        for secret in [
            &card.password,
            &card.security_token,
            &card.consumer_key,
            &card.consumer_secret,
            &card.eca_consumer_key,
            &card.eca_consumer_secret,
            &card.gcis_client_secret,
        ] {
            assert!(!ran.stdout.contains(secret.as_str()), "{}", ran.stdout);
            assert!(!ran.stderr.contains(secret.as_str()), "{}", ran.stderr);
        }
        ran
    }

    /// The same with `--json`: how it ended, and the object.
    pub(crate) fn migrate(&self, further: &[&str]) -> (i32, Value) {
        let ran = self.told(&[&["--json"], further].concat());
        let object = ran.object();
        assert_eq!(object["command"], "migrate");
        (ran.code, object)
    }

    /// The connector signs in by this way, as GCIS itself tells, and gets in.
    pub(crate) fn assert_it_runs_by(&self, route: Route) {
        assert_eq!(self.at_gcis().route, Some(route));
        let got_in = self.running.let_connectors_sign_in();
        assert_eq!(self.runtime.block_on(got_in), [true]);
    }

    /// The instance, as GCIS itself tells.
    pub(crate) fn at_gcis(&self) -> Instance {
        self.runtime.block_on(self.ask_gcis())
    }

    async fn ask_gcis(&self) -> Instance {
        let client = Client::new(&ClientSettings {
            proxy: Proxy::Direct,
            trust_files: Vec::new(),
            names: Names::Practice,
        });
        let client = client.unwrap();
        let reach = Reach::Practice(origins(&self.running));
        let api = ApiCredentials {
            client_id: self.card.gcis_client_id.clone(),
            client_secret: SecretString::from(self.card.gcis_client_secret.as_str()),
        };
        let gcis = Gcis::sign_in(&client, &reach, &api).await.unwrap();
        gcis.instances().await.unwrap().remove(0)
    }
}

fn origins(running: &Running) -> PracticeOrigins {
    PracticeOrigins {
        salesforce: Url::parse(running.salesforce()).unwrap(),
        gcis: Url::parse(running.gcis()).unwrap(),
    }
}
