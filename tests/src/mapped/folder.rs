//! What the cloud and its clients share: sockets, names and a certificate.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::Trouble;

pub(super) struct Folder {
    /// Kept for its end, at which it removes all.
    _root: TempDir,
    sockets: PathBuf,
    hosts: PathBuf,
    trust: PathBuf,
    authority_file: PathBuf,
}

impl Folder {
    pub(super) fn create() -> Result<Self, Trouble> {
        // Short, because the names of sockets below it may not exceed 107 bytes.
        let root = tempfile::Builder::new()
            .prefix("map-")
            .tempdir()
            .map_err(Trouble::told("a temporary folder"))?;
        let sockets = root.path().join("s");
        fs::create_dir(&sockets).map_err(Trouble::told("a temporary folder"))?;
        let trust = root.path().join("trust");
        Ok(Self {
            sockets,
            hosts: root.path().join("hosts"),
            authority_file: trust.join("ca.pem"),
            trust,
            _root: root,
        })
    }

    /// Leads names to 127.0.0.1, and no other.
    pub(super) fn map(&self, names: &[&str]) -> Result<(), Trouble> {
        let lines = names.iter().map(|name| format!("127.0.0.1 {name}\n"));
        let lines: String = lines.collect();
        fs::write(&self.hosts, lines).map_err(Trouble::told("the file of host names"))
    }

    pub(super) fn sockets(&self) -> &Path {
        &self.sockets
    }

    pub(super) fn hosts(&self) -> &Path {
        &self.hosts
    }

    pub(super) fn trust(&self) -> &Path {
        &self.trust
    }

    pub(super) fn authority_file(&self) -> &Path {
        &self.authority_file
    }
}
