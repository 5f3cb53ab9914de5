//! The practice cloud under Salesforce's own names, over TLS and on port 443, for programs that know nothing of it.
//!
//! Nothing of the machine is changed and no root is needed. Two small libraries are loaded before the C library, into
//! the cloud and into each client (<https://cwrap.org>; on Debian `libnss-wrapper` and `libsocket-wrapper`): one leads
//! Salesforce's names to 127.0.0.1, the other lets TCP sockets of 127.0.0.1 be files of a folder, where every port is
//! free and nobody else comes by. A client is otherwise as it always is, and has to be told of one certificate.
//!
//! ```no_run
//! # fn main() -> Result<(), acceptance::Trouble> {
//! use acceptance::mapped::Mapped;
//! use acceptance::programs::built;
//!
//! let mapped = Mapped::start(&["--latency-ms", "100"])?;
//! let output = mapped
//!     .command(built("connectorctl", "connectorctl")?)
//!     .args(["check", "--environment", "production", "--ca-file"])
//!     .arg(mapped.authority_file())
//!     .output();
//! # Ok(()) }
//! ```

mod folder;
mod wrappers;

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::Command;

use folder::Folder;

use crate::Trouble;
use crate::cloud::{Announcement, Cloud};
use crate::programs::clean;

/// A running cloud under Salesforce's names. Dropping it stops it.
pub struct Mapped {
    cloud: Cloud,
    variables: BTreeMap<&'static str, OsString>,
    folder: Folder,
}

impl Mapped {
    /// Starts one with further arguments for `connectorctl practice`, such as `--scenario NAME` or `--latency-ms N`
    /// (a moment, blocking). Each has a folder of its own: any number can run at once.
    ///
    /// # Errors
    /// If `connectorctl` is not built, a library is missing, or the cloud says why it does not start.
    pub fn start(arguments: &[&str]) -> Result<Self, Trouble> {
        wrappers::check()?;
        let folder = Folder::create()?;
        let variables = wrappers::variables(&folder);
        let given: Vec<(&str, &OsStr)> = variables
            .iter()
            .map(|(name, value)| (*name, value.as_os_str()))
            .collect();
        let trust = folder.trust().display().to_string();
        let own = ["--salesforce-port", "443", "--tls", &trust];
        let cloud = Cloud::start_in(&given, &[&own, arguments].concat())?;
        folder.map(&[
            "login.salesforce.com",
            "test.salesforce.com",
            &cloud.announcement().my_domain,
        ])?;
        Ok(Self {
            cloud,
            variables,
            folder,
        })
    }

    /// Where it is, and what to sign in with.
    pub fn announcement(&self) -> &Announcement {
        self.cloud.announcement()
    }

    /// The certificate that a client has to trust, in the PEM format. No variable below names it: how a client is told
    /// is the client's own matter.
    pub fn authority_file(&self) -> &Path {
        self.folder.authority_file()
    }

    /// What a client's environment has to hold, so that Salesforce's names lead here.
    ///
    /// Beside them it should hold no proxy: a proxy would be asked instead.
    pub fn variables(&self) -> &BTreeMap<&'static str, OsString> {
        &self.variables
    }

    /// A command with these variables and nothing else of ours but the way to programs.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = clean(program);
        command.envs(&self.variables);
        command
    }

    /// Stops it and says if that did not go in order.
    ///
    /// # Errors
    /// If it had to be killed, or ended with another code than 0.
    pub fn stop(self) -> Result<(), Trouble> {
        self.cloud.stop()
    }
}
