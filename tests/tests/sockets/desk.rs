//! A workspace with an onboarding on the practice services, as the shell prepares one.

use std::path::Path;
use std::time::Duration;

use model::catalogue::Problem;
use model::field::{Field, SecretField};
use model::onboarding::{CredentialAction, Keep};
use model::{Environment, Route};
use onboarding::net::PracticeOrigins;
use onboarding::workflow::snapshot::Snapshot;
use onboarding::workflow::{NewOnboarding, Patience, PracticeServices, VerifyRequest, Workspace};
use practice::{Card, Options, OrgSpec, Running, Scenario, my_domain_of};
use secrecy::SecretString;
use tempfile::TempDir;
use url::Url;
use uuid::Uuid;

/// Looks soon, and waits long enough for a busy machine.
const PATIENCE: Patience = Patience {
    first_pause: Duration::from_millis(20),
    longest: Duration::from_secs(30),
};

pub(crate) struct Desk {
    pub(crate) workspace: Workspace,
    pub(crate) running: Running,
    pub(crate) id: Uuid,
    pub(crate) card: Card,
    pub(crate) folder: TempDir,
}

impl Desk {
    /// A new onboarding; nothing is entered yet.
    pub(crate) async fn new() -> Self {
        Self::begin(false).await
    }

    /// The same with practice services that know everything again when they are served anew.
    pub(crate) async fn that_outlives_its_services() -> Self {
        Self::begin(true).await
    }

    async fn begin(is_kept: bool) -> Self {
        let folder = folder();
        let workspace =
            Workspace::new(folder.path().join("data")).with_credential_patience(PATIENCE);
        let snapshot = workspace
            .create(&NewOnboarding {
                name: "Northwind Energy".to_owned(),
                environment: Environment::Practice,
                domain: "northwind.example".to_owned(),
                sandbox_name: String::new(),
            })
            .unwrap();
        let kept = is_kept.then(|| folder.path());
        let (running, card) = serve(&workspace, &snapshot, kept).await;
        Self {
            workspace,
            running,
            id: snapshot.id,
            card,
            folder,
        }
    }

    /// An onboarding whose credentials are all entered.
    pub(crate) async fn with_credentials() -> Self {
        let desk = Self::new().await;
        desk.enter_credentials().await;
        desk
    }

    /// An onboarding on a route, at the org's own host, whose credentials are all entered.
    pub(crate) async fn on(route: Route) -> Self {
        let desk = Self::new().await;
        desk.workspace.choose_route(desk.id, route).unwrap();
        desk.save(Field::LoginUrl, &desk.card.my_domain);
        match route {
            Route::ConnectedApp => desk.enter_credentials().await,
            Route::ExternalClientApp => desk.enter_external_app().await,
        }
        desk
    }

    /// An onboarding that is verified and has a tenant.
    pub(crate) async fn ready_to_register() -> Self {
        let desk = Self::with_credentials().await;
        desk.make_ready().await;
        desk
    }

    /// Verifies and chooses a tenant.
    pub(crate) async fn make_ready(&self) {
        self.verify().await.unwrap();
        let tenants = self.workspace.tenants(self.id).await.unwrap();
        self.workspace.choose_tenant(self.id, &tenants[0]).unwrap();
    }

    /// The same, waiting for a named credential no longer than this.
    pub(crate) fn waiting(self, longest: Duration) -> Self {
        let patience = Patience {
            longest,
            ..PATIENCE
        };
        Self {
            workspace: self.workspace.with_credential_patience(patience),
            ..self
        }
    }

    /// Adds, rotates or revokes through the API, with the org's name typed as it is.
    pub(crate) async fn change_credential(
        &self,
        action: CredentialAction,
    ) -> Result<Snapshot, Problem> {
        let name = "Northwind Energy";
        self.workspace
            .change_named_credential(self.id, action, name, &|_| ())
            .await
    }

    pub(crate) async fn enter_credentials(&self) {
        let card = &self.card;
        self.save(Field::Username, &card.username);
        self.save(Field::EventEndpoint, &card.event_endpoint);
        for (field, value) in [
            (SecretField::Password, &card.password),
            (SecretField::SecurityToken, &card.security_token),
            (SecretField::ConsumerKey, &card.consumer_key),
            (SecretField::ConsumerSecret, &card.consumer_secret),
        ] {
            self.store(field, value).await;
        }
    }

    /// The external client app's own values; the Login URL apart.
    pub(crate) async fn enter_external_app(&self) {
        let card = &self.card;
        self.save(Field::Username, &card.username);
        self.save(Field::EventEndpoint, &card.event_endpoint);
        for (field, value) in [
            (SecretField::EcaConsumerKey, &card.eca_consumer_key),
            (SecretField::EcaConsumerSecret, &card.eca_consumer_secret),
        ] {
            self.store(field, value).await;
        }
    }

    pub(crate) fn save(&self, field: Field, value: &str) -> Snapshot {
        self.workspace.save_field(self.id, field, value).unwrap()
    }

    pub(crate) async fn store(&self, field: SecretField, value: &str) -> Snapshot {
        let secret = SecretString::from(value);
        self.workspace
            .store_secret(self.id, field, secret, Keep::ThisRun)
            .await
            .unwrap()
    }

    pub(crate) async fn verify(&self) -> Result<Snapshot, Problem> {
        self.workspace
            .verify(self.id, &VerifyRequest::default(), &|_| ())
            .await
    }

    /// Verifies as a person does who has seen that the user is unlocked.
    pub(crate) async fn verify_unlocked(&self) -> Snapshot {
        self.ask(&VerifyRequest {
            user_unlocked: true,
            ..VerifyRequest::default()
        })
        .await
    }

    pub(crate) async fn ask(&self, request: &VerifyRequest) -> Snapshot {
        let verified = self.workspace.verify(self.id, request, &|_| ());
        verified.await.unwrap()
    }

    pub(crate) fn scenario(&self, scenario: Scenario) {
        self.running.cloud().set_scenario(scenario);
    }
}

/// Serves the practice services and names them to a workspace; their state is kept in a folder, or
/// in memory alone.
pub(crate) async fn serve(
    workspace: &Workspace,
    snapshot: &Snapshot,
    folder: Option<&Path>,
) -> (Running, Card) {
    let running = practice::start(Options {
        state_file: folder.map(|folder| folder.join("cloud.json")),
        operation_time: std::time::Duration::from_millis(300),
        ..Options::default()
    })
    .await
    .unwrap();
    let card = running.cloud().open_org(OrgSpec {
        key: snapshot.id.to_string(),
        name: snapshot.name.clone(),
        username: snapshot.credentials.proposed_username.clone(),
        sandbox: false,
        my_domain: my_domain_of(&snapshot.name, ""),
    });
    workspace.practise(PracticeServices {
        origins: PracticeOrigins {
            salesforce: Url::parse(running.salesforce()).unwrap(),
            gcis: Url::parse(running.gcis()).unwrap(),
        },
        gcis_client_id: card.gcis_client_id.clone(),
        gcis_client_secret: SecretString::from(card.gcis_client_secret.clone()),
    });
    (running, card)
}

/// A folder that is gone at the end. Where the system has one in memory it is there: each fact is
/// waited for until it is on disk, and a busy disk would be most of what these tests take.
pub(crate) fn folder() -> TempDir {
    tempfile::tempdir_in("/dev/shm")
        .or_else(|_| tempfile::tempdir())
        .unwrap()
}
