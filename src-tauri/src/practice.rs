//! The practice services: they run while an onboarding of practice is open, and keep what they know
//! on disk in between.

use std::path::PathBuf;

use model::Environment;
use model::catalogue::{Code, Problem};
use model::guide::link::Link;
use onboarding::net::PracticeOrigins;
use onboarding::workflow::snapshot::Snapshot;
use onboarding::workflow::{PracticeServices, Workspace, problem};
use practice::{Card, Cloud, Group, Options, OrgSpec, Page, Running, Scenario, my_domain_of};
use secrecy::SecretString;
use tokio::sync::Mutex;
use url::Url;

use crate::ipc::types::{PracticeCard, PracticeScenario, ScenarioGroup};

/// The practice services of this run.
pub(crate) struct Practice {
    state_file: PathBuf,
    running: Mutex<Option<Running>>,
}

impl Practice {
    /// Nothing is started yet.
    pub(crate) fn new(state_file: PathBuf) -> Self {
        Self {
            state_file,
            running: Mutex::new(None),
        }
    }

    /// Starts the services for an onboarding of practice, opens its org, and names the services to
    /// the workspace. For any other it stops them: nothing of practice answers beside a live one.
    pub(crate) async fn prepare(
        &self,
        workspace: &Workspace,
        snapshot: &Snapshot,
    ) -> Result<(), Problem> {
        if snapshot.environment != Environment::Practice {
            workspace.stop_practising();
            self.stop().await;
            return Ok(());
        }
        let mut running = self.running.lock().await;
        let running = match &mut *running {
            Some(running) => running,
            none => none.insert(self.start().await?),
        };
        let card = open_org(running.cloud(), snapshot);
        workspace.practise(PracticeServices {
            origins: PracticeOrigins {
                salesforce: origin(running.salesforce())?,
                gcis: origin(running.gcis())?,
            },
            gcis_client_id: card.gcis_client_id,
            gcis_client_secret: SecretString::from(card.gcis_client_secret),
        });
        Ok(())
    }

    /// What the practice Salesforce shows for an onboarding.
    pub(crate) async fn card(&self, snapshot: &Snapshot) -> Result<PracticeCard, Problem> {
        let cloud = self.cloud().await?;
        let card = open_org(&cloud, snapshot);
        Ok(shown(card, cloud.scenario()))
    }

    /// The address of a practice page, made anew for each click: it is good once.
    pub(crate) async fn page(&self, snapshot: &Snapshot, link: Link) -> Result<String, Problem> {
        let cloud = self.cloud().await?;
        open_org(&cloud, snapshot);
        let running = self.running.lock().await;
        let running = running.as_ref().ok_or_else(|| problem(Code::PracticeOff))?;
        let page = page_of(link).ok_or_else(|| problem(Code::NothingToOpen))?;
        let address = running.pages().open(&snapshot.id.to_string(), page);
        address.ok_or_else(|| problem(Code::NothingToOpen))
    }

    /// Mails a new token; the old one dies.
    pub(crate) async fn reset_token(&self, snapshot: &Snapshot) -> Result<PracticeCard, Problem> {
        let cloud = self.cloud().await?;
        open_org(&cloud, snapshot);
        let card = cloud.reset_security_token(&snapshot.id.to_string());
        let card = card.ok_or_else(|| problem(Code::PracticeOff))?;
        Ok(shown(card, cloud.scenario()))
    }

    /// Makes something go wrong, or lets it go right again.
    pub(crate) async fn set_scenario(
        &self,
        snapshot: &Snapshot,
        name: &str,
    ) -> Result<PracticeCard, Problem> {
        let scenario: Scenario = name.parse().map_err(|_| problem(Code::UnknownItem))?;
        self.cloud().await?.set_scenario(scenario);
        self.card(snapshot).await
    }

    /// Stops the services.
    pub(crate) async fn stop(&self) {
        if let Some(running) = self.running.lock().await.take() {
            running.stop().await;
        }
    }

    async fn cloud(&self) -> Result<Cloud, Problem> {
        let running = self.running.lock().await;
        let running = running.as_ref().ok_or_else(|| problem(Code::PracticeOff))?;
        Ok(running.cloud().clone())
    }

    async fn start(&self) -> Result<Running, Problem> {
        let options = Options {
            state_file: Some(self.state_file.clone()),
            ..Options::default()
        };
        practice::start(options)
            .await
            .map_err(|error| problem(Code::PracticeOff).with_detail(error.to_string()))
    }
}

/// The practice user is named as the guide says, whatever is typed into the Username field: a
/// mistyped name has to fail here as it would in Salesforce.
fn open_org(cloud: &Cloud, snapshot: &Snapshot) -> Card {
    cloud.open_org(OrgSpec {
        key: snapshot.id.to_string(),
        name: snapshot.name.clone(),
        username: snapshot.credentials.proposed_username.clone(),
        sandbox: false,
        my_domain: my_domain_of(&snapshot.name, ""),
    })
}

fn shown(card: Card, scenario: Scenario) -> PracticeCard {
    PracticeCard {
        username: card.username,
        password: card.password,
        security_token: card.security_token,
        consumer_key: card.consumer_key,
        consumer_secret: card.consumer_secret,
        eca_consumer_key: card.eca_consumer_key,
        eca_consumer_secret: card.eca_consumer_secret,
        my_domain: card.my_domain,
        event_endpoint: card.event_endpoint,
        org_name: card.org_name,
        scenario: scenario.name().to_owned(),
        scenarios: Scenario::ALL
            .iter()
            .map(|scenario| PracticeScenario {
                name: scenario.name().to_owned(),
                title: scenario.title().to_owned(),
                group: match scenario.group() {
                    Group::SignIn => ScenarioGroup::SignIn,
                    Group::History => ScenarioGroup::History,
                    Group::AfterSignIn => ScenarioGroup::AfterSignIn,
                    Group::Shapes => ScenarioGroup::Shapes,
                    Group::Preflight => ScenarioGroup::Preflight,
                    Group::Gcis => ScenarioGroup::Gcis,
                },
                description: scenario.description().to_owned(),
            })
            .collect(),
    }
}

/// The practice page that a link leads to, where there is one.
fn page_of(link: Link) -> Option<Page> {
    Some(match link {
        Link::AppManager => Page::AppManager,
        Link::ExternalClientAppManager => Page::ExternalClientAppManager,
        Link::Users => Page::Users,
        Link::NewUser => Page::NewUser,
        Link::Profiles => Page::Profiles,
        Link::ResetSecurityToken => Page::ResetSecurityToken,
        Link::OAuthSettings => Page::OAuthSettings,
        Link::LoginHistory | Link::MyLoginHistory => Page::LoginHistory,
        Link::CompanyInformation => Page::CompanyInformation,
        Link::NamedCredentials => Page::NamedCredentials,
        Link::InstalledPackages => Page::InstalledPackages,
        Link::NetworkAccess => Page::NetworkAccess,
        Link::GcisPortal => Page::Portal,
        _ => return None,
    })
}

fn origin(text: &str) -> Result<Url, Problem> {
    Url::parse(text).map_err(|_| problem(Code::PracticeOff))
}

#[cfg(test)]
mod tests {
    use std::net::TcpStream;

    use onboarding::workflow::NewOnboarding;
    use tempfile::TempDir;

    use super::*;

    fn begun(workspace: &Workspace, environment: Environment) -> Snapshot {
        let new = NewOnboarding {
            name: "Northwind Energy".to_owned(),
            environment,
            domain: "northwind.example".to_owned(),
            sandbox_name: String::new(),
        };
        workspace.create(&new).unwrap()
    }

    fn data() -> (TempDir, Workspace, Practice) {
        let folder = tempfile::tempdir().unwrap();
        let workspace = Workspace::new(folder.path().join("data"));
        let practice = Practice::new(folder.path().join("cloud.json"));
        (folder, workspace, practice)
    }

    async fn ports(practice: &Practice) -> Vec<u16> {
        let running = practice.running.lock().await;
        let running = running.as_ref().unwrap();
        let port = |text: &str| origin(text).unwrap().port().unwrap();
        vec![port(running.salesforce()), port(running.gcis())]
    }

    fn answers(port: u16) -> bool {
        TcpStream::connect(("127.0.0.1", port)).is_ok()
    }

    #[test]
    fn practice_stops_for_a_live_onboarding_and_knows_everything_when_it_starts_anew() {
        tauri::async_runtime::block_on(async {
            let (_folder, workspace, practice) = data();
            let practised = begun(&workspace, Environment::Practice);
            let live = begun(&workspace, Environment::Production);
            practice.prepare(&workspace, &practised).await.unwrap();
            let before = practice.card(&practised).await.unwrap();
            let ports = ports(&practice).await;
            assert!(ports.iter().all(|port| answers(*port)));

            practice.prepare(&workspace, &live).await.unwrap();
            assert!(!ports.iter().any(|port| answers(*port)));
            let off = practice.card(&practised).await.unwrap_err();
            assert_eq!(
                off.code, "practice_off",
                "no click starts it beside a live one"
            );

            practice.prepare(&workspace, &practised).await.unwrap();
            let after = practice.card(&practised).await.unwrap();
            assert_eq!(after.security_token, before.security_token);
            practice.stop().await;
        });
    }

    #[test]
    fn the_window_offers_the_practice_pages_that_there_are() {
        for link in Link::ALL {
            assert_eq!(page_of(link).is_some(), link.is_practised(), "{link:?}");
        }
    }
}
