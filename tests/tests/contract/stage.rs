//! The practice GCIS, our client with a recorder between, and a stranger who comes straight to it.

use std::path::Path;
use std::time::Duration;

use axum::body::Body;
use axum::http::Request;
use onboarding::credentials::Credentials;
use onboarding::gcis::{ApiCredentials, Gcis, GcisError, Instance, NewInstance};
use onboarding::net::{Client, ClientSettings, Names, PracticeOrigins, Proxy, Reach};
use practice::{Card, Options, OrgSpec, Running, Scenario, my_domain_of};
use secrecy::SecretString;
use serde_json::{Value, json};
use tempfile::TempDir;
use url::Url;
use uuid::Uuid;
use wiremock::MockServer;

use crate::exchange::{Exchange, exchange};
use crate::recorder::Recorder;

/// The Login URL that the portal's dialog shows, in practice.
pub(crate) const LOGIN_URL: &str = "login.salesforce.practice";

pub(crate) struct Stage {
    pub(crate) running: Running,
    pub(crate) card: Card,
    pub(crate) recorder: Recorder,
    client: Client,
    reach: Reach,
    _folder: TempDir,
}

impl Stage {
    /// With operations that take long enough to be seen under way.
    pub(crate) async fn new() -> Self {
        Self::with_operations_of(Duration::from_millis(300)).await
    }

    pub(crate) async fn with_operations_of(operation_time: Duration) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (running, card) = practise(folder.path(), operation_time).await;
        let recorder = Recorder::before(running.gcis()).await;
        let reach = Reach::Practice(PracticeOrigins {
            salesforce: Url::parse(running.salesforce()).unwrap(),
            gcis: recorder.origin.clone(),
        });
        Self {
            running,
            card,
            recorder,
            client: client(),
            reach,
            _folder: folder,
        }
    }

    pub(crate) fn scenario(&self, scenario: Scenario) {
        self.running.cloud().set_scenario(scenario);
    }

    /// Our client, signed in.
    pub(crate) async fn gcis(&self) -> Gcis<'_> {
        let secret = self.card.gcis_client_secret.clone();
        self.sign_in(&secret).await.unwrap()
    }

    pub(crate) async fn sign_in(&self, secret: &str) -> Result<Gcis<'_>, GcisError> {
        let credentials = ApiCredentials {
            client_id: self.card.gcis_client_id.clone(),
            client_secret: SecretString::from(secret),
        };
        Gcis::sign_in(&self.client, &self.reach, &credentials).await
    }

    /// What the connected app takes, with this password.
    pub(crate) fn connected_app(&self, password: &str) -> Credentials {
        Credentials::Password {
            username: self.card.username.clone(),
            password: SecretString::from(password),
            security_token: SecretString::from(self.card.security_token.clone()),
            consumer_key: SecretString::from(self.card.consumer_key.clone()),
            consumer_secret: SecretString::from(self.card.consumer_secret.clone()),
        }
    }

    /// What the external client app takes, with this secret.
    pub(crate) fn external_client_app(&self, secret: &str) -> Credentials {
        Credentials::Client {
            consumer_key: SecretString::from(self.card.eca_consumer_key.clone()),
            consumer_secret: SecretString::from(secret),
        }
    }

    /// Creates an instance by way of the connected app.
    pub(crate) async fn create(
        &self,
        gcis: &Gcis<'_>,
        key: Uuid,
        password: &str,
    ) -> Result<Instance, GcisError> {
        let tenants = gcis.tenants().await?;
        let new = NewInstance {
            key,
            tenant_id: tenants[0].id.as_deref().unwrap(),
            login_url: LOGIN_URL,
            event_endpoint: &self.card.event_endpoint,
            sign_in: &self.connected_app(password),
        };
        gcis.create(&new).await
    }

    /// A request to GCIS that our client would not send, and its answer.
    pub(crate) async fn stranger(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: impl Into<Body>,
    ) -> Exchange {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.running.gcis()));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        exchange(request.body(body.into()).unwrap()).await
    }

    /// A bearer token, as the value of its header.
    pub(crate) async fn bearer(&self) -> String {
        let form = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("grant_type", "client_credentials")
            .append_pair("client_id", &self.card.gcis_client_id)
            .append_pair("client_secret", &self.card.gcis_client_secret)
            .finish();
        let headers = [("content-type", "application/x-www-form-urlencoded")];
        let granted = self.stranger("POST", "/oauth2/token", &headers, form).await;
        let token = granted.came.json()["access_token"].clone();
        format!("Bearer {}", token.as_str().unwrap())
    }

    /// The external client app's credentials, as the file has them, with this secret.
    pub(crate) fn credentials(&self, secret: &str) -> Value {
        json!({
            "route": "external_client_app",
            "consumerKey": self.card.eca_consumer_key,
            "consumerSecret": secret,
        })
    }
}

/// Our client, signed in to a service that answers what a test wants.
pub(crate) async fn sign_in<'a>(client: &'a Client, server: &MockServer) -> Gcis<'a> {
    let origin = Url::parse(&server.uri()).unwrap();
    let reach = Reach::Practice(PracticeOrigins {
        salesforce: origin.clone(),
        gcis: origin,
    });
    let credentials = ApiCredentials {
        client_id: "id".to_owned(),
        client_secret: SecretString::from("secret"),
    };
    Gcis::sign_in(client, &reach, &credentials).await.unwrap()
}

/// Our HTTP client, as it is in practice.
pub(crate) fn client() -> Client {
    let settings = ClientSettings {
        proxy: Proxy::Direct,
        trust_files: Vec::new(),
        names: Names::Practice,
    };
    Client::new(&settings).unwrap()
}

/// The practice services, with a state file as the wizard's have one, and an org.
async fn practise(folder: &Path, operation_time: Duration) -> (Running, Card) {
    let running = practice::start(Options {
        state_file: Some(folder.join("cloud.json")),
        operation_time,
        ..Options::default()
    })
    .await
    .unwrap();
    let card = running.cloud().open_org(OrgSpec {
        key: "contract".to_owned(),
        name: "Northwind Energy".to_owned(),
        username: "gcis@northwind.example".to_owned(),
        sandbox: false,
        my_domain: my_domain_of("Northwind Energy", ""),
    });
    (running, card)
}
