//! The practice services: started when the first practice onboarding is opened.

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

    /// Starts the services if the onboarding is one of practice, opens its org, and names the
    /// services to the workspace.
    pub(crate) async fn prepare(
        &self,
        workspace: &Workspace,
        snapshot: &Snapshot,
    ) -> Result<(), Problem> {
        if snapshot.environment != Environment::Practice {
            return Ok(());
        }
        let cloud = self.cloud().await?;
        let card = open_org(&cloud, snapshot);
        let running = self.running.lock().await;
        let running = running.as_ref().ok_or_else(|| problem(Code::PracticeOff))?;
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
        let mut running = self.running.lock().await;
        if let Some(running) = running.as_ref() {
            return Ok(running.cloud().clone());
        }
        let options = Options {
            state_file: Some(self.state_file.clone()),
            ..Options::default()
        };
        let started = practice::start(options)
            .await
            .map_err(|error| problem(Code::PracticeOff).with_detail(error.to_string()))?;
        let cloud = started.cloud().clone();
        *running = Some(started);
        Ok(cloud)
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
    use super::*;

    #[test]
    fn the_window_offers_the_practice_pages_that_there_are() {
        for link in Link::ALL {
            assert_eq!(page_of(link).is_some(), link.is_practised(), "{link:?}");
        }
    }
}
