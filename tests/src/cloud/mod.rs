//! The practice cloud as `connectorctl practice` serves it, in a process of its own.

mod announcement;
mod process;

pub use announcement::Announcement;

use std::ffi::OsStr;

use process::Process;

use crate::Trouble;
use crate::programs::built;

/// A running practice cloud. Dropping it stops it; if we are killed, it stops as well.
pub struct Cloud {
    process: Process,
    announcement: Announcement,
}

impl Cloud {
    /// Starts it with further arguments, such as `--latency-ms 100` (a moment, blocking).
    ///
    /// # Errors
    /// If it is not built, or says why it does not start.
    pub fn start(arguments: &[&str]) -> Result<Self, Trouble> {
        Self::start_in(&[], arguments)
    }

    /// The same, with further environment variables.
    pub(crate) fn start_in(
        variables: &[(&str, &OsStr)],
        arguments: &[&str],
    ) -> Result<Self, Trouble> {
        let program = built("connectorctl", "connectorctl")?;
        let arguments = [&["practice", "--json"], arguments].concat();
        let mut process = Process::start(&program, &arguments, variables)?;
        let announcement = process.first_line()?;
        let announcement = Announcement::read(&announcement)?;
        Ok(Self {
            process,
            announcement,
        })
    }

    /// Where it is, and what to sign in with.
    pub fn announcement(&self) -> &Announcement {
        &self.announcement
    }

    /// Asks it to end by SIGTERM, and says if that did not go in order.
    ///
    /// # Errors
    /// If it had to be killed, or ended with another code than 0.
    pub fn stop(mut self) -> Result<(), Trouble> {
        self.process.end()
    }
}
