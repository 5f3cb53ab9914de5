//! The records, secrets and connections of this computer.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError, RwLock};

use jiff::{Timestamp, ZonedDateTime};
use model::catalogue::{Code, Problem};
use model::field::SecretField;
use model::guide::link::Link;
use model::{Environment, Onboarding};
use secrecy::SecretString;
use url::Url;
use uuid::Uuid;

use super::problem::problem;
use super::snapshot::{Home, OnboardingSummary, Snapshot, UnreadableRecord, snapshot};
use crate::gcis::ApiCredentials;
use crate::net::{Client, ClientSettings, GcisAddresses, PracticeOrigins, Proxy, Reach};
use crate::records::{Activity, ProxySetting, Records, Settings, Trail};
use crate::salesforce::Credentials;
use crate::vault::Vault;

/// Whose secrets belong to the machine and to no onboarding.
pub(super) const MACHINE: &str = "machine";
/// The entry of GCIS's client secret.
pub(super) const GCIS_CLIENT_SECRET: &str = "gcis_client_secret";

/// The practice services of this run.
#[derive(Debug)]
pub struct PracticeServices {
    /// Where they listen.
    pub origins: PracticeOrigins,
    /// The practice GCIS's client ID.
    pub gcis_client_id: String,
    /// Its client secret.
    pub gcis_client_secret: SecretString,
}

/// The records, secrets and connections of this computer.
#[derive(Debug)]
pub struct Workspace {
    pub(super) data_folder: PathBuf,
    pub(super) records: Records,
    pub(super) trail: Trail,
    pub(super) vault: Vault,
    practice: RwLock<Option<PracticeServices>>,
    busy: Mutex<HashSet<Uuid>>,
}

impl Workspace {
    /// The workspace of a data folder, which need not exist yet.
    pub fn new(data_folder: PathBuf) -> Self {
        Self {
            records: Records::new(&data_folder),
            trail: Trail::new(&data_folder),
            vault: Vault::new(),
            practice: RwLock::new(None),
            busy: Mutex::new(HashSet::new()),
            data_folder,
        }
    }

    /// Where the records are.
    pub fn data_folder(&self) -> &Path {
        &self.data_folder
    }

    /// Names the practice services of this run.
    pub fn practise(&self, services: PracticeServices) {
        *self
            .practice
            .write()
            .unwrap_or_else(PoisonError::into_inner) = Some(services);
    }

    /// The list of onboardings.
    pub fn home(&self) -> Result<Home, Problem> {
        let listed = self.records.list()?;
        let summary = |onboarding: &Onboarding| {
            let steps = model::journey::steps(onboarding);
            let needed = steps.iter().filter(|step| !step.optional);
            let is_complete = |step: &&model::journey::Step| {
                matches!(step.status, model::journey::Status::Completed { .. })
            };
            OnboardingSummary {
                id: onboarding.id,
                name: onboarding.name.clone(),
                environment: onboarding.environment,
                completed: needed.clone().filter(is_complete).count(),
                total: needed.count(),
                next: model::journey::next(&steps).map(model::journey::StepId::title),
                changed_at: onboarding.changed_at,
            }
        };
        Ok(Home {
            onboardings: listed.onboardings.iter().map(summary).collect(),
            unreadable: listed
                .unreadable
                .into_iter()
                .map(|unreadable| UnreadableRecord {
                    file: unreadable.file,
                    why: Problem::from(unreadable.error).message,
                })
                .collect(),
        })
    }

    /// An onboarding as it is now.
    pub fn open(&self, id: Uuid) -> Result<Snapshot, Problem> {
        Ok(picture(&self.records.load(id)?))
    }

    /// Which environment an onboarding lives in.
    pub fn environment(&self, id: Uuid) -> Result<Environment, Problem> {
        Ok(self.records.load(id)?.environment)
    }

    /// An onboarding as it is saved.
    pub fn load(&self, id: Uuid) -> Result<Onboarding, Problem> {
        Ok(self.records.load(id)?)
    }

    /// Removes an onboarding's record, trail and secrets from this computer.
    pub async fn remove(&self, id: Uuid) -> Result<Home, Problem> {
        // Secrets go even where the record is too damaged to say which there were.
        let kept = self
            .records
            .load(id)
            .map(|onboarding| onboarding.secrets)
            .unwrap_or_default();
        for (field, stored) in kept {
            self.vault
                .remove(&id.to_string(), field.key(), stored.keep)
                .await?;
        }
        let lock = self.records.lock(id)?;
        self.records.remove(id)?;
        self.trail.remove(id)?;
        drop(lock);
        self.home()
    }

    /// The address of a page, if it can be opened for this onboarding.
    pub fn link_address(&self, id: Uuid, link: Link) -> Result<String, Problem> {
        let onboarding = self.records.load(id)?;
        let address = match onboarding.environment {
            Environment::Practice => None,
            Environment::Production | Environment::Sandbox => {
                link.address(onboarding.login_host().as_ref())
            }
        };
        address.ok_or_else(|| problem(Code::NothingToOpen))
    }

    /// A stored secret on its way to the clipboard; it is never handed to the window.
    pub async fn secret(&self, id: Uuid, field: SecretField) -> Result<SecretString, Problem> {
        let onboarding = self.records.load(id)?;
        let secret = self.read_secret(&onboarding, field).await?;
        self.note(id, "secret_copied", field.key())?;
        Ok(secret)
    }

    /// Changes an onboarding: one reader and writer at a time, saved before this returns.
    pub(super) fn edit(
        &self,
        id: Uuid,
        what: &str,
        outcome: &str,
        change: impl FnOnce(&mut Onboarding) -> Result<(), Problem>,
    ) -> Result<Onboarding, Problem> {
        let lock = self.records.lock(id)?;
        let mut onboarding = self.records.load(id)?;
        change(&mut onboarding)?;
        onboarding.changed_at = Timestamp::now();
        self.records.save(&onboarding)?;
        drop(lock);
        self.note(id, what, outcome)?;
        Ok(onboarding)
    }

    pub(super) fn note(&self, id: Uuid, what: &str, outcome: &str) -> Result<(), Problem> {
        let activity = Activity {
            at: Timestamp::now(),
            what: what.to_owned(),
            outcome: outcome.to_owned(),
            correlation_id: None,
        };
        Ok(self.trail.append(id, &activity)?)
    }

    /// Puts a problem on the trail under its correlation id, and hands it on.
    pub(super) fn note_problem(&self, id: Uuid, what: &str, problem: Problem) -> Problem {
        let activity = Activity {
            at: Timestamp::now(),
            what: what.to_owned(),
            outcome: problem.code.to_owned(),
            correlation_id: Some(problem.correlation_id),
        };
        if let Err(error) = self.trail.append(id, &activity) {
            // The problem at hand matters more to the person than the trail's.
            tracing::warn!(%error, "the trail was not written");
        }
        problem
    }

    /// Holds an onboarding for one long run; a second one is refused until the first has ended.
    pub(super) fn hold(&self, id: Uuid) -> Result<Hold<'_>, Problem> {
        let mut busy = self.busy.lock().unwrap_or_else(PoisonError::into_inner);
        if busy.insert(id) {
            Ok(Hold {
                workspace: self,
                id,
            })
        } else {
            Err(problem(Code::AlreadyRunning))
        }
    }

    pub(super) async fn read_secret(
        &self,
        onboarding: &Onboarding,
        field: SecretField,
    ) -> Result<SecretString, Problem> {
        let gone = || {
            problem(Code::SecretGone)
                .with_detail(field.label())
                .at_field(field.key())
        };
        let stored = onboarding.secrets.get(&field).ok_or_else(gone)?;
        let owner = onboarding.id.to_string();
        match self.vault.read(&owner, field.key(), stored.keep).await {
            Err(crate::vault::VaultError::NotFound) => Err(gone()),
            other => Ok(other?),
        }
    }

    pub(super) async fn credentials(
        &self,
        onboarding: &Onboarding,
    ) -> Result<Credentials, Problem> {
        Ok(Credentials {
            username: onboarding.fields.username.clone(),
            password: self.read_secret(onboarding, SecretField::Password).await?,
            security_token: self
                .read_secret(onboarding, SecretField::SecurityToken)
                .await?,
            consumer_key: self
                .read_secret(onboarding, SecretField::ConsumerKey)
                .await?,
            consumer_secret: self
                .read_secret(onboarding, SecretField::ConsumerSecret)
                .await?,
        })
    }

    /// What may be reached for an environment, and the client that reaches it.
    pub(super) fn connection(&self, environment: Environment) -> Result<(Client, Reach), Problem> {
        if environment == Environment::Practice {
            let practice = self.practice.read().unwrap_or_else(PoisonError::into_inner);
            let services = practice
                .as_ref()
                .ok_or_else(|| problem(Code::PracticeOff))?;
            // A proxy has no business between this program and its own practice services.
            let settings = ClientSettings {
                proxy: Proxy::Direct,
                trust_file: None,
            };
            return Ok((
                Client::new(&settings)?,
                Reach::Practice(services.origins.clone()),
            ));
        }
        let settings = Settings::load(&self.data_folder)?;
        let gcis = match (
            Url::parse(&settings.gcis_api),
            Url::parse(&settings.gcis_token),
        ) {
            (Ok(api), Ok(token)) => Some(GcisAddresses { api, token }),
            _ => None,
        };
        let proxy = match &settings.proxy {
            ProxySetting::System => Proxy::System,
            ProxySetting::Direct => Proxy::Direct,
            ProxySetting::Custom(address) => Proxy::Custom(address.clone()),
        };
        let trust_file = Some(&settings.trust_file).filter(|file| !file.is_empty());
        let client = ClientSettings {
            proxy,
            trust_file: trust_file.map(PathBuf::from),
        };
        Ok((Client::new(&client)?, Reach::Live { environment, gcis }))
    }

    pub(super) async fn api_credentials(
        &self,
        environment: Environment,
    ) -> Result<ApiCredentials, Problem> {
        if environment == Environment::Practice {
            let practice = self.practice.read().unwrap_or_else(PoisonError::into_inner);
            let services = practice
                .as_ref()
                .ok_or_else(|| problem(Code::PracticeOff))?;
            return Ok(ApiCredentials {
                client_id: services.gcis_client_id.clone(),
                client_secret: services.gcis_client_secret.clone(),
            });
        }
        let settings = Settings::load(&self.data_folder)?;
        if settings.gcis_api.is_empty() || !settings.gcis_secret_stored {
            return Err(problem(Code::GcisNotConfigured));
        }
        let keep = model::onboarding::Keep::Keychain;
        let secret = self.vault.read(MACHINE, GCIS_CLIENT_SECRET, keep).await?;
        Ok(ApiCredentials {
            client_id: settings.gcis_client_id,
            client_secret: secret,
        })
    }
}

/// Held while a long run goes on; given back on drop.
pub(super) struct Hold<'a> {
    workspace: &'a Workspace,
    id: Uuid,
}

impl Drop for Hold<'_> {
    fn drop(&mut self) {
        let mut busy = self
            .workspace
            .busy
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        busy.remove(&self.id);
    }
}

/// The picture of an onboarding today.
pub(super) fn picture(onboarding: &Onboarding) -> Snapshot {
    snapshot(onboarding, ZonedDateTime::now().date())
}
