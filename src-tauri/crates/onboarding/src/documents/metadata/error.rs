//! Why there is no project.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

/// Why there is no project.
#[derive(Debug, Error)]
pub enum MetadataError {
    /// Nobody to run the client credentials flow as: Salesforce refuses such a policy.
    #[error("the Run As user’s name is missing")]
    NoRunAs,
    /// The folder has something in it, and nothing of it was touched.
    #[error("{} is not empty", .0.display())]
    NotEmpty(PathBuf),
    /// The disk said no.
    #[error("{}: {source}", path.display())]
    Disk {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The text of a file could not be made.
    #[error("the project could not be written out: {0}")]
    Text(#[source] io::Error),
}

impl MetadataError {
    pub(super) fn disk(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::Disk { path, source }
    }
}
