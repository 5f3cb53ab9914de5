//! schemathesis, which makes requests of an API's description and looks whether the answers fit it; in a virtual
//! environment of its own.

use std::path::PathBuf;
use std::process::Command;

use super::python::environment;
use crate::Trouble;
use crate::programs::clean;

const LOCK: &str = include_str!("../../clients/schemathesis/requirements.txt");

/// An installed schemathesis.
pub struct Schemathesis {
    programs: PathBuf,
}

impl Schemathesis {
    /// Installs it, unless that was done before. Blocking, and half a minute long the first time.
    ///
    /// # Errors
    /// If Python or its `venv` is missing, or pip says why it cannot.
    pub fn install() -> Result<Self, Trouble> {
        let programs = environment("schemathesis", LOCK)?;
        Ok(Self { programs })
    }

    /// The command `schemathesis`, with nothing else of ours in its environment.
    pub fn command(&self) -> Command {
        clean(self.programs.join("schemathesis"))
    }
}
