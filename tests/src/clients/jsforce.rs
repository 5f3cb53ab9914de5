//! jsforce, and the Node that runs it.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::install::{installed, npm_ci};
use crate::Trouble;
use crate::programs::clean;

const PACKAGE: &str = include_str!("../../clients/jsforce/package.json");
const LOCK: &str = include_str!("../../clients/jsforce/package-lock.json");

/// An installed jsforce.
pub struct Jsforce {
    folder: PathBuf,
}

impl Jsforce {
    /// The variable that names a further certificate to trust, in the PEM format (nodejs.org, *Command-line API*).
    pub const TRUST: &str = "NODE_EXTRA_CA_CERTS";

    /// Installs it, unless that was done before. Blocking, and half a minute long the first time.
    ///
    /// # Errors
    /// If npm is missing, or says why it cannot.
    pub fn install() -> Result<Self, Trouble> {
        let lock = format!("{PACKAGE}{LOCK}");
        let folder = installed("jsforce", &lock, |folder| {
            npm_ci(folder, "jsforce", PACKAGE, LOCK)
        })?;
        Ok(Self { folder })
    }

    /// A command that runs `script`, which gets jsforce by `require("jsforce")`. Nothing else of ours is in its
    /// environment.
    pub fn command(&self, script: &Path) -> Command {
        let mut command = clean(self.node());
        command
            .arg(script)
            .env("NODE_PATH", self.folder.join("node_modules"));
        command
    }

    /// jsforce asks for a newer Node than the window's sources do, so that it brings its own.
    fn node(&self) -> PathBuf {
        let machine = match std::env::consts::ARCH {
            "aarch64" => "arm64",
            "x86_64" => "x64",
            other => other,
        };
        self.folder
            .join(format!("node_modules/node-linux-{machine}/bin/node"))
    }
}
