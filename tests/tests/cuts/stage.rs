//! An onboarding whose line to the practice GCIS can be cut, and whose wizard can be killed.

use std::process::{Command, Stdio};

use acceptance::cut::{Given, Order, Proxy, Seen, Target, Work};
use model::field::{Field, SecretField};
use model::onboarding::{RegistrationProof, Tenant};
use model::{Environment, Onboarding};
use onboarding::gcis::{ApiCredentials, Gcis, Instance};
use onboarding::net::{Client, ClientSettings, Names, PracticeOrigins, Reach};
use onboarding::records::Records;
use onboarding::workflow::{NewOnboarding, VerifyRequest, Workspace};
use practice::{OrgSpec, Running, my_domain_of};
use secrecy::SecretString;
use tempfile::TempDir;
use url::Url;

use crate::plan::{By, Plan};

pub(crate) struct Stage {
    pub(crate) workspace: Workspace,
    pub(crate) given: Given,
    pub(crate) line: Proxy,
    pub(crate) tenants: Vec<Tenant>,
    gcis: Url,
    _folder: TempDir,
}

impl Stage {
    /// Verified, and a tenant is chosen.
    pub(crate) async fn ready_to_register(practice: &Running) -> Self {
        let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir());
        let folder = folder.unwrap();
        let data = folder.path().join("data");
        let created = Workspace::new(data.clone()).create(&NewOnboarding {
            name: "Northwind Energy".to_owned(),
            environment: Environment::Practice,
            domain: "northwind.example".to_owned(),
            sandbox_name: String::new(),
        });
        let created = created.unwrap();
        let card = practice.cloud().open_org(OrgSpec {
            key: created.id.to_string(),
            name: created.name.clone(),
            username: created.credentials.proposed_username.clone(),
            sandbox: false,
            my_domain: my_domain_of(&created.name, ""),
        });
        let line = Proxy::before(practice.gcis()).await.unwrap();
        let given = Given {
            data,
            id: created.id,
            salesforce: Url::parse(practice.salesforce()).unwrap(),
            gcis: Url::parse(line.origin()).unwrap(),
            client_id: card.gcis_client_id,
            client_secret: card.gcis_client_secret,
            secrets: vec![
                (SecretField::Password, card.password),
                (SecretField::SecurityToken, card.security_token),
                (SecretField::ConsumerKey, card.consumer_key),
                (SecretField::ConsumerSecret, card.consumer_secret),
            ],
        };
        let workspace = given.start().await.unwrap();
        for (field, value) in [
            (Field::Username, &card.username),
            (Field::EventEndpoint, &card.event_endpoint),
        ] {
            workspace.save_field(given.id, field, value).unwrap();
        }
        let tenants = workspace.tenants(given.id).await.unwrap();
        let stage = Self {
            workspace,
            given,
            line,
            tenants,
            gcis: Url::parse(practice.gcis()).unwrap(),
            _folder: folder,
        };
        stage.choose_tenant(0);
        stage.verify().await;
        stage
    }

    /// Registered.
    pub(crate) async fn registered(practice: &Running) -> Self {
        let stage = Box::pin(Self::ready_to_register(practice)).await;
        let click = Work::Register.click(&stage.workspace, stage.given.id);
        click.await.unwrap();
        stage
    }

    pub(crate) fn choose_tenant(&self, place: usize) {
        let chosen = self
            .workspace
            .choose_tenant(self.given.id, &self.tenants[place]);
        chosen.unwrap();
    }

    pub(crate) async fn verify(&self) {
        let all = VerifyRequest::default();
        let verified = self.workspace.verify(self.given.id, &all, &|_| ());
        assert!(verified.await.unwrap().verify.passed);
    }

    /// One click, stopped at the plan's point.
    pub(crate) async fn stop(&self, work: Work, target: Target, plan: &Plan) {
        self.line.cut(plan.cut(target));
        match plan.by {
            By::Cut => {
                let unknown = work.click(&self.workspace, self.given.id).await;
                let code = unknown.map(drop).unwrap_err().code;
                let expected = match work {
                    Work::Register => "outcome_unknown",
                    Work::Replace => "replacement_unknown",
                    Work::Rotate => "credential_unsettled",
                };
                assert_eq!(code, expected);
            }
            By::Kill => self.kill(work).await,
        }
    }

    async fn kill(&self, work: Work) {
        let mut wizard = Command::new(env!("CARGO_BIN_EXE_wizard-to-kill"));
        let mut wizard = wizard.stdin(Stdio::piped()).spawn().unwrap();
        let order = Order {
            given: self.given.clone(),
            work,
        };
        serde_json::to_writer(wizard.stdin.take().unwrap(), &order).unwrap();
        self.line.reached().await;
        assert!(wizard.try_wait().unwrap().is_none(), "it ended by itself");
        wizard.kill().unwrap();
        wizard.wait().unwrap();
    }

    /// The next start of the wizard.
    pub(crate) async fn start_again(&mut self, with_the_secrets: bool) {
        self.workspace = if with_the_secrets {
            self.given.start().await.unwrap()
        } else {
            self.given.start_without_secrets()
        };
    }

    pub(crate) fn record(&self) -> Onboarding {
        Records::new(&self.given.data).load(self.given.id).unwrap()
    }

    /// Changes the record as it is on disk.
    pub(crate) fn amend(&self, change: impl FnOnce(&mut Onboarding)) {
        let mut record = self.record();
        change(&mut record);
        Records::new(&self.given.data).save(&record).unwrap();
    }

    /// The instance that the record names.
    pub(crate) fn instance_id(&self) -> Option<String> {
        match self.record().facts.registered?.proof {
            RegistrationProof::Verified { instance_id, .. } => Some(instance_id),
            RegistrationProof::Attested(_) => None,
        }
    }

    /// The practice GCIS, asked past the line.
    pub(crate) async fn at_gcis<T>(&self, ask: impl AsyncFnOnce(&Gcis<'_>) -> T) -> T {
        let settings = ClientSettings {
            names: Names::Practice,
            ..ClientSettings::default()
        };
        let client = Client::new(&settings).unwrap();
        let reach = Reach::Practice(PracticeOrigins {
            salesforce: self.given.salesforce.clone(),
            gcis: self.gcis.clone(),
        });
        let credentials = ApiCredentials {
            client_id: self.given.client_id.clone(),
            client_secret: SecretString::from(self.given.client_secret.clone()),
        };
        let gcis = Gcis::sign_in(&client, &reach, &credentials).await.unwrap();
        ask(&gcis).await
    }

    /// What exists at GCIS.
    pub(crate) async fn instances(&self) -> Vec<Instance> {
        self.at_gcis(async |gcis| gcis.instances().await.unwrap())
            .await
    }

    /// The requests of this kind that came by, in order.
    pub(crate) fn seen(&self, target: Target) -> Vec<Seen> {
        let seen = self.line.seen().into_iter();
        seen.filter(|seen| seen.is(target)).collect()
    }

    /// How many of them GCIS carried out.
    pub(crate) fn done(&self, target: Target) -> usize {
        let seen = self.seen(target);
        seen.iter().filter(|seen| seen.is_done()).count()
    }
}
