//! Why a record could not be had or kept.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// An onboarding.
    Onboarding,
    /// The settings of this computer.
    Settings,
    /// How often users were refused.
    Refusals,
}

/// Why a record could not be had or kept.
#[derive(Debug, Error)]
pub enum RecordError {
    /// There is no such file.
    #[error("no such record")]
    Missing,
    /// The file is not what this program wrote.
    #[error("{}: {source}", path.display())]
    Damaged {
        /// What should be in it.
        content: Content,
        /// The file.
        path: PathBuf,
        /// Where it stopped making sense.
        source: serde_json::Error,
    },
    /// A newer version of this program wrote it.
    #[error("{}: saved by a newer version", path.display())]
    Newer {
        /// What is in it.
        content: Content,
        /// The file.
        path: PathBuf,
    },
    /// The disk said no.
    #[error("{}: {source}", path.display())]
    Disk {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl RecordError {
    pub(super) fn disk(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| {
            if source.kind() == io::ErrorKind::NotFound {
                Self::Missing
            } else {
                Self::Disk { path, source }
            }
        }
    }
}
