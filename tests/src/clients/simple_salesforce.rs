//! simple-salesforce, in a virtual environment of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::install::{installed, step};
use crate::Trouble;
use crate::programs::clean;

const LOCK: &str = include_str!("../../clients/simple-salesforce/requirements.txt");

/// An installed simple-salesforce.
pub struct SimpleSalesforce {
    folder: PathBuf,
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
        let folder = installed("simple-salesforce", LOCK, |folder| {
            let requirements = folder.join("requirements.txt");
            fs::write(&requirements, LOCK)
                .map_err(Trouble::told("installing simple-salesforce"))?;
            let mut python = Command::new("python3");
            python.args(["-m", "venv", "venv"]).current_dir(folder);
            step(
                &mut python,
                "Installing simple-salesforce takes Python 3.10 or later with its venv (on Debian and Ubuntu \
                 python3-venv; `cargo xtask test --all` installs it).",
            )?;
            let mut pip = Command::new(folder.join("venv/bin/python"));
            pip.args(["-m", "pip", "install", "--quiet", "--no-input"])
                .args([
                    "--disable-pip-version-check",
                    "--require-hashes",
                    "--requirement",
                ])
                .arg(requirements);
            step(
                &mut pip,
                "Installing simple-salesforce takes PyPI or a mirror of it.",
            )
        })?;
        Ok(Self { folder })
    }

    /// A command that runs `script` with it. Nothing else of ours is in its environment.
    pub fn command(&self, script: &Path) -> Command {
        let mut command = clean(self.folder.join("venv/bin/python"));
        command.arg(script);
        command
    }
}
