//! What the commands share.

use std::path::PathBuf;

use onboarding::workflow::Workspace;
use tauri::{AppHandle, Manager};

use crate::clipboard::Clipboard;
use crate::practice::Practice;
use crate::question::Question;

/// What the commands share.
pub(crate) struct Shell {
    /// The records, secrets and connections of this computer.
    pub(crate) workspace: Workspace,
    /// The practice services, while somebody practises.
    pub(crate) practice: Practice,
    /// The system's clipboard.
    pub(crate) clipboard: Clipboard,
    /// What the system asks before a secret is copied.
    pub(crate) question: Question,
    /// Only practice onboardings in this run.
    pub(crate) practice_only: bool,
}

impl Shell {
    /// A shell over a data folder, which need not exist yet.
    pub(crate) fn new(data_folder: PathBuf, practice_only: bool) -> Self {
        Self {
            practice: Practice::new(data_folder.join("practice").join("cloud.json")),
            workspace: Workspace::new(data_folder),
            clipboard: Clipboard::default(),
            question: Question::default(),
            practice_only,
        }
    }
}

/// Ends in order: no secret stays on the clipboard, the practice services stop.
pub(crate) fn close(app: &AppHandle) {
    let shell = app.state::<Shell>();
    shell.clipboard.clear_secret();
    tauri::async_runtime::block_on(shell.practice.stop());
}
