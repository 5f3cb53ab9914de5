//! The records, secrets and connections of this computer.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError, RwLock};
use std::time::Duration;

use jiff::{Timestamp, ZonedDateTime};
use model::Onboarding;
use model::catalogue::{Code, Problem};
use model::onboarding::Keep;
use secrecy::SecretString;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::named_credential::Patience;
use super::problem::problem;
use super::snapshot::{Snapshot, snapshot};
use crate::net::PracticeOrigins;
use crate::records::{Activity, Records, Refusals, Trail};
use crate::vault::Vault;

/// The first wait for a new app; the shortest time Salesforce names is two minutes.
const FIRST_WAIT: Duration = Duration::from_secs(15);

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
    pub(super) practice: RwLock<Option<PracticeServices>>,
    pub(super) refusals: Refusals,
    /// A PEM file with further roots to trust, beside the one in the machine's settings.
    pub(super) trust_file: Option<PathBuf>,
    /// The first wait for a new app; each further one is twice as long.
    pub(super) first_wait: Duration,
    /// How long a named credential's operation is waited for.
    pub(super) credential_patience: Patience,
    busy: Mutex<HashMap<Uuid, Run>>,
}

impl Workspace {
    /// The workspace of a data folder, which need not exist yet.
    pub fn new(data_folder: PathBuf) -> Self {
        Self {
            records: Records::new(&data_folder),
            trail: Trail::new(&data_folder),
            vault: Vault::new(),
            practice: RwLock::new(None),
            refusals: Refusals::new(&data_folder),
            trust_file: None,
            first_wait: FIRST_WAIT,
            credential_patience: Patience::default(),
            busy: Mutex::new(HashMap::new()),
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

    /// The practice services have stopped.
    pub fn stop_practising(&self) {
        *self
            .practice
            .write()
            .unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// An onboarding as it is saved.
    pub fn load(&self, id: Uuid) -> Result<Onboarding, Problem> {
        Ok(self.with_gone(self.records.load(id)?))
    }

    /// Marks the secrets that were kept for an earlier run only.
    pub(super) fn with_gone(&self, mut onboarding: Onboarding) -> Onboarding {
        let owner = onboarding.id.to_string();
        let this_run = onboarding
            .secrets
            .iter()
            .filter(|(_, at)| at.keep == Keep::ThisRun);
        let gone = this_run.filter(|(field, _)| !self.vault.holds(&owner, field.key()));
        onboarding.gone = gone.map(|(field, _)| *field).collect();
        onboarding
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
        onboarding.changed_at = Timestamp::now();
        change(&mut onboarding)?;
        self.records.save(&onboarding)?;
        drop(lock);
        self.note(id, what, outcome);
        Ok(self.with_gone(onboarding))
    }

    /// Puts what was done on the trail. It is done by then: a trail that cannot be written must not
    /// make it look undone.
    pub(super) fn note(&self, id: Uuid, what: &str, outcome: &str) {
        self.append(id, what, outcome, None);
    }

    /// Puts a problem on the trail under its correlation id, and hands it on with the links that
    /// can be opened for this onboarding.
    pub(super) fn note_problem(&self, id: Uuid, what: &str, problem: Problem) -> Problem {
        self.append(id, what, problem.code, Some(problem.correlation_id));
        match self.load(id) {
            Ok(onboarding) => problem.for_onboarding(&onboarding),
            Err(_) => problem,
        }
    }

    fn append(&self, id: Uuid, what: &str, outcome: &str, correlation_id: Option<Uuid>) {
        let activity = Activity {
            at: Timestamp::now(),
            what: what.to_owned(),
            outcome: outcome.to_owned(),
            correlation_id,
        };
        if let Err(error) = self.trail.append(id, &activity) {
            tracing::warn!(%error, "the trail was not written");
        }
    }

    /// Holds an onboarding for one long run; a second one is refused until the first has ended, be it
    /// in this program or in another.
    pub(super) fn hold(&self, id: Uuid) -> Result<Hold<'_>, Problem> {
        let mut busy = self.busy.lock().unwrap_or_else(PoisonError::into_inner);
        match busy.entry(id) {
            Entry::Occupied(_) => Err(problem(Code::AlreadyRunning)),
            Entry::Vacant(free) => {
                let lock = self.records.lock_for_run(id)?;
                let lock = lock.ok_or_else(|| problem(Code::RunningElsewhere))?;
                let cancelled = CancellationToken::new();
                free.insert(Run {
                    cancelled: cancelled.clone(),
                    lock,
                });
                Ok(Hold {
                    cancelled,
                    workspace: self,
                    id,
                })
            }
        }
    }

    /// Ends the run that goes on for an onboarding, if it can be ended: what it waits for is
    /// dropped, and nothing of it is kept.
    pub fn cancel(&self, id: Uuid) {
        let busy = self.busy.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(run) = busy.get(&id) {
            run.cancelled.cancel();
        }
    }

    /// The same workspace, trusting the roots in a further PEM file beside the one in the machine's
    /// settings.
    #[must_use]
    pub fn trusting(mut self, file: Option<PathBuf>) -> Self {
        self.trust_file = file;
        self
    }

    /// The same workspace with another first wait for a new app.
    #[must_use]
    pub fn with_first_wait(mut self, first_wait: Duration) -> Self {
        self.first_wait = first_wait;
        self
    }

    /// The same workspace with another patience for a named credential's operations, at GCIS and in
    /// Salesforce alike.
    #[must_use]
    pub fn with_credential_patience(mut self, patience: Patience) -> Self {
        self.credential_patience = patience;
        self
    }

    /// The picture of an onboarding now.
    pub(super) fn picture(&self, onboarding: &Onboarding) -> Snapshot {
        let fields = &onboarding.fields;
        let domain = onboarding.environment.salesforce_domain();
        // A count that cannot be read must not hide the onboarding; the next try would say why.
        let refused = self.refusals.of(domain, &fields.username).ok().flatten();
        snapshot(onboarding, &ZonedDateTime::now(), refused)
    }
}

/// A long run.
#[derive(Debug)]
struct Run {
    cancelled: CancellationToken,
    /// What keeps other programs away; let go as this is dropped.
    lock: File,
}

impl Drop for Run {
    fn drop(&mut self) {
        // A program that is just being started from here has the file as well for a moment: closing
        // ours alone would leave it locked for so long.
        if let Err(error) = self.lock.unlock() {
            tracing::warn!(%error, "the lock of a long run was not let go by itself");
        }
    }
}

/// Held while a long run goes on; given back on drop.
pub(super) struct Hold<'a> {
    /// Cancelled once a person ends the run.
    pub(super) cancelled: CancellationToken,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_long_run_at_a_time_in_this_program_and_in_others() {
        let folder = tempfile::tempdir().unwrap();
        let program = || Workspace::new(folder.path().to_owned());
        let (window, command, id) = (program(), program(), Uuid::new_v4());
        let code = |held: Result<Hold<'_>, Problem>| held.err().map(|problem| problem.code);
        let run = window.hold(id).unwrap();
        assert_eq!(code(window.hold(id)), Some("already_running"));
        assert_eq!(code(command.hold(id)), Some("running_elsewhere"));
        assert_eq!(code(command.hold(Uuid::new_v4())), None);
        let as_a_child_has_it = window.busy.lock().unwrap()[&id].lock.try_clone().unwrap();
        drop(run);
        assert_eq!(code(command.hold(id)), None);
        drop(as_a_child_has_it);
        assert_eq!(code(window.hold(id)), None);
    }
}
