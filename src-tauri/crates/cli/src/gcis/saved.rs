//! The saved onboarding that a command is about.

use model::Environment;
use model::catalogue::Code;
use onboarding::workflow::Workspace;
use onboarding::workflow::snapshot::Snapshot;
use uuid::Uuid;

use super::arguments::SavedOptions;
use super::practice::services;
use super::stop::Stop;
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
