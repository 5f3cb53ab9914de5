//! The saved onboarding that a command is about.

use jiff::Timestamp;
use model::Environment;
use model::catalogue::{Code, FindingStatus};
use onboarding::workflow::snapshot::Snapshot;
use onboarding::workflow::{VERIFIED_FOR, VerifyRequest, Workspace};
use uuid::Uuid;

use super::arguments::SavedOptions;
use super::practice::services;
use super::stop::Stop;
use crate::check;
use crate::workspace::{find, workspace};

/// The saved onboarding that a command is about.
pub(super) struct Saved {
    pub(super) workspace: Workspace,
    pub(super) id: Uuid,
}

impl Saved {
    /// Finds it. A record never holds the practice services' ports, so they have to be told.
    pub(super) fn find(options: &SavedOptions) -> Result<Self, Stop> {
        let workspace = workspace().map_err(|words| Stop::new(Code::DiskFailed, words))?;
        let id = find(&workspace, &options.onboarding).map_err(Stop::misused)?;
        match (workspace.environment(id)?, &options.practice) {
            (Environment::Practice, Some(file)) => workspace.practise(services(file)?),
            (Environment::Practice, None) => {
                let words = "this onboarding is in practice: give --practice with the file that \
                             connectorctl practice --json was written to";
                return Err(Stop::misused(words));
            }
            (_, Some(_)) => return Err(Stop::misused("this onboarding is not in practice")),
            (_, None) => {}
        }
        Ok(Self { workspace, id })
    }

    pub(super) fn open(&self) -> Result<Snapshot, Stop> {
        Ok(self.workspace.open(self.id)?)
    }

    /// What was verified too long ago, or with other values, is verified again.
    pub(super) async fn verified(&self) -> Result<Snapshot, Stop> {
        let now = self.open()?;
        let age = |at: Timestamp| Timestamp::now().duration_since(at);
        if now
            .register
            .connected_at
            .is_some_and(|at| age(at) <= VERIFIED_FOR)
        {
            return Ok(now);
        }
        let request = VerifyRequest::default();
        let verifying = self
            .workspace
            .verify(self.id, &request, &|event| check::tell(&event));
        let now = Box::pin(verifying).await?;
        if now.register.connected_as.is_some() {
            return Ok(now);
        }
        let failed = now
            .verify
            .findings
            .iter()
            .filter(|finding| finding.status == FindingStatus::Failed);
        let failed: Vec<String> = failed
            .map(|finding| format!("{}: {}", finding.title, finding.summary))
            .collect();
        Err(Stop::new(Code::VerifyFirst, failed.join("; ")))
    }
}

/// What to say where Ctrl-C ends a command: nothing is taken for done, nor for undone.
pub(super) async fn unless_interrupted(
    work: impl Future<Output = Result<(), Stop>>,
) -> Result<(), Stop> {
    tokio::select! {
        biased;
        _ = tokio::signal::ctrl_c() => Err(Stop::new(Code::Cancelled, "")),
        ended = work => ended,
    }
}
