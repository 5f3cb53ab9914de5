//! A workspace whose Salesforce is a [`Fake`], so that requests can be counted and can hang.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use model::catalogue::Problem;
use model::field::{Field, SecretField};
use model::onboarding::Keep;
use model::provenance::{Attested, Attestor};
use model::{Environment, Onboarding, Route};
use onboarding::records::Records;
use onboarding::workflow::snapshot::Snapshot;
use onboarding::workflow::{NewOnboarding, PracticeServices, VerifyRequest, Workspace};
use secrecy::SecretString;
use serde_json::json;
use tempfile::TempDir;
use uuid::Uuid;
use wiremock::ResponseTemplate;

use crate::desk::folder;
use crate::fake::{Fake, TOKEN, USERNAME};

pub(crate) struct Stage {
    pub(crate) fake: Fake,
    pub(crate) workspace: Workspace,
    pub(crate) id: Uuid,
    folder: TempDir,
}

impl Stage {
    /// An onboarding with everything entered.
    pub(crate) async fn on(route: Route) -> Self {
        Self::before(Fake::new().await, route).await
    }

    /// The same before a Salesforce of its own kind.
    pub(crate) async fn before(fake: Fake, route: Route) -> Self {
        let folder = folder();
        let workspace = workspace(&folder, &fake);
        let id = begin(&workspace, route).await;
        Self {
            fake,
            workspace,
            id,
            folder,
        }
    }

    pub(crate) async fn new() -> Self {
        Self::on(Route::ConnectedApp).await
    }

    /// The same with another first wait for a new app.
    pub(crate) fn waiting_at_first(self, first: Duration) -> Self {
        Self {
            workspace: self.workspace.with_first_wait(first),
            ..self
        }
    }

    /// The next start of the program. What was kept for this run is entered again.
    pub(crate) async fn restarted(mut self) -> Self {
        self.workspace = workspace(&self.folder, &self.fake);
        enter(&self.workspace, self.id, Route::ConnectedApp).await;
        self
    }

    pub(crate) async fn verify(&self) -> Result<Snapshot, Problem> {
        let all = VerifyRequest::default();
        self.workspace.verify(self.id, &all, &|_| ()).await
    }

    /// The token endpoint refuses with these words.
    pub(crate) async fn refuse(&self, error: &str, description: &str) {
        self.fake.as_it_should_be().await;
        self.fake.at(TOKEN, refusal(error, description)).await;
    }

    /// How often somebody tried to sign in.
    pub(crate) async fn sign_ins(&self) -> usize {
        self.fake.count(TOKEN).await
    }

    pub(crate) fn record(&self) -> Onboarding {
        self.workspace.load(self.id).unwrap()
    }

    /// Changes the record as it is on disk.
    pub(crate) fn amend(&self, change: impl FnOnce(&mut Onboarding)) {
        let mut record = self.record();
        change(&mut record);
        let records = Records::new(self.workspace.data_folder());
        records.save(&record).unwrap();
    }
}

fn workspace(folder: &TempDir, fake: &Fake) -> Workspace {
    let workspace = Workspace::new(folder.path().to_owned());
    workspace.practise(PracticeServices {
        origins: fake.origins(),
        gcis_client_id: String::new(),
        gcis_client_secret: SecretString::from(""),
    });
    workspace
}

/// Begins a further onboarding for the same user, with everything entered.
pub(crate) async fn begin(workspace: &Workspace, route: Route) -> Uuid {
    let new = NewOnboarding {
        name: "Northwind Energy".to_owned(),
        environment: Environment::Practice,
        domain: "northwind.example".to_owned(),
        sandbox_name: String::new(),
    };
    let id = workspace.create(&new).unwrap().id;
    workspace.choose_route(id, route).unwrap();
    for (field, value) in [
        (Field::Username, USERNAME),
        (Field::LoginUrl, "northwind.my.salesforce.practice"),
        (Field::EventEndpoint, "gentrack/events"),
    ] {
        workspace.save_field(id, field, value).unwrap();
    }
    enter(workspace, id, route).await;
    id
}

async fn enter(workspace: &Workspace, id: Uuid, route: Route) {
    for field in SecretField::of_route(route) {
        let value = SecretString::from(format!("a value for {}", field.key()));
        let stored = workspace.store_secret(id, *field, value, Keep::ThisRun);
        stored.await.unwrap();
    }
}

/// Said so many minutes ago.
pub(crate) fn said(minutes_ago: i64) -> Attested {
    Attested {
        by: Attestor::Me,
        at: Timestamp::now() - SignedDuration::from_mins(minutes_ago),
    }
}

/// The token endpoint's refusal in these words.
pub(crate) fn refusal(error: &str, description: &str) -> ResponseTemplate {
    let refusal = json!({"error": error, "error_description": description});
    ResponseTemplate::new(400).set_body_json(refusal)
}
