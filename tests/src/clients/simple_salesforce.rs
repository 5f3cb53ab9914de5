//! simple-salesforce, in a virtual environment of its own.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::python::environment;
use crate::Trouble;
use crate::programs::clean;

const LOCK: &str = include_str!("../../clients/simple-salesforce/requirements.txt");

/// An installed simple-salesforce.
pub struct SimpleSalesforce {
    programs: PathBuf,
}

impl SimpleSalesforce {
    /// The variable that names the certificates to trust instead of the usual ones, in the PEM format
    /// (requests.readthedocs.io, *SSL Cert Verification*).
    pub const TRUST: &str = "REQUESTS_CA_BUNDLE";

    /// Installs it, unless that was done before. Blocking, and half a minute long the first time.
    ///
    /// # Errors
    /// If Python or its `venv` is missing, or pip says why it cannot.
    pub fn install() -> Result<Self, Trouble> {
        let programs = environment("simple-salesforce", LOCK)?;
        Ok(Self { programs })
    }

    /// A command that runs `script` with it. Nothing else of ours is in its environment.
    pub fn command(&self, script: &Path) -> Command {
        let mut command = clean(self.programs.join("python"));
        command.arg(script);
        command
    }
}
