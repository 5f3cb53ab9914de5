//! Why a record could not be had or kept.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

/// Why a record could not be had or kept.
#[derive(Debug, Error)]
pub enum RecordError {
    /// There is no such file.
    #[error("no such record")]
    Missing,
    /// The file is not what this program wrote.
    #[error("the file cannot be read")]
    Damaged,
    /// A newer version of this program wrote it.
    #[error("the file was saved by a newer version")]
    Newer,
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
