//! A live connector is moved from the connected app to the external client app, and back.

mod api;
mod back;
mod guarded;
mod portal;
mod seen;

use model::Route;
use model::journey::Status;
use model::onboarding::{MoveStage, RegistrationBasis};
use model::provenance::Provenance;
use onboarding::credentials::Credentials;
use onboarding::gcis::{ApiCredentials, Gcis, Replacement};
use onboarding::net::{Client, ClientSettings, Names, PracticeOrigins, Proxy, Reach};
use onboarding::workflow::snapshot::Snapshot;
use secrecy::SecretString;
use url::Url;
use uuid::Uuid;

use crate::desk::Desk;

/// A connector that was registered by the connected app and runs.
async fn live() -> Desk {
    let desk = Desk::ready_to_register().await;
    desk.workspace.register(desk.id).await.unwrap();
    desk
}

/// The same, its move begun and the external client app entered, not verified yet.
async fn prepared() -> Desk {
    let desk = live().await;
    desk.workspace.begin_move(desk.id, false).unwrap();
    desk.enter_external_app().await;
    desk
}

async fn verified() -> Desk {
    let desk = prepared().await;
    desk.verify().await.unwrap();
    desk
}

/// Moved through the API.
async fn moved() -> Desk {
    let desk = verified().await;
    desk.workspace.replace_credentials(desk.id).await.unwrap();
    desk
}

impl Desk {
    fn now(&self) -> Snapshot {
        self.workspace.open(self.id).unwrap()
    }

    fn registered(&self) -> RegistrationBasis {
        let record = self.workspace.load(self.id).unwrap();
        record.facts.registered.unwrap().basis
    }

    /// How the instance signs in, as GCIS itself tells.
    async fn at_gcis(&self) -> Option<Route> {
        self.gcis(async |gcis, id| gcis.instance(id).await.unwrap().route)
            .await
    }

    /// What a person does in the portal: GCIS is given the key and secret of the new app.
    async fn save_in_the_portal(&self) {
        self.gcis(async |gcis, id| {
            let replacement = Replacement {
                key: Uuid::new_v4(),
                instance_id: id,
                login_url: &self.card.my_domain,
                sign_in: &Credentials::Client {
                    consumer_key: SecretString::from(self.card.eca_consumer_key.as_str()),
                    consumer_secret: SecretString::from(self.card.eca_consumer_secret.as_str()),
                },
            };
            gcis.replace_credentials(&replacement).await.unwrap();
        })
        .await;
    }

    async fn gcis<T>(&self, ask: impl AsyncFnOnce(Gcis<'_>, &str) -> T) -> T {
        let client = Client::new(&ClientSettings {
            proxy: Proxy::Direct,
            trust_files: Vec::new(),
            names: Names::Practice,
        });
        let client = client.unwrap();
        let reach = Reach::Practice(PracticeOrigins {
            salesforce: Url::parse(self.running.salesforce()).unwrap(),
            gcis: Url::parse(self.running.gcis()).unwrap(),
        });
        let credentials = ApiCredentials {
            client_id: self.card.gcis_client_id.clone(),
            client_secret: SecretString::from(self.card.gcis_client_secret.as_str()),
        };
        let gcis = Gcis::sign_in(&client, &reach, &credentials).await.unwrap();
        let instances = gcis.instances().await.unwrap();
        let id = instances[0].id.clone();
        ask(gcis, &id).await
    }

    /// The connector that runs still gets into Salesforce, and by this way.
    async fn assert_it_runs_by(&self, route: Route) {
        assert_eq!(self.at_gcis().await, Some(route));
        assert_eq!(self.running.let_connectors_sign_in().await, [true]);
    }
}

fn stage(snapshot: &Snapshot, stage: MoveStage) -> &Status {
    let mut stages = snapshot.moving.stages.iter();
    &stages.find(|one| one.stage == stage).unwrap().status
}

fn provenance(snapshot: &Snapshot, of: MoveStage) -> Option<Provenance> {
    match stage(snapshot, of) {
        Status::Completed { provenance, .. } => Some(*provenance),
        _ => None,
    }
}
