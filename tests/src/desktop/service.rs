//! One background program of the desktop, in a process group of its own.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process_group};

use super::folders::Folders;
use crate::Trouble;

const PATIENCE: Duration = Duration::from_secs(3);

pub(super) struct Service {
    name: &'static str,
    child: Child,
}

impl Service {
    /// Starts `program`; what it complains about goes to its log, what it prints only to us.
    pub(super) fn start(
        program: &'static str,
        arguments: &[&str],
        folders: &Folders,
        variables: &BTreeMap<String, String>,
    ) -> Result<Self, Trouble> {
        let child = Command::new(program)
            .args(arguments)
            .env_clear()
            .envs(variables)
            .current_dir(folders.root())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(folders.log(program)?)
            .process_group(0)
            .spawn()
            .map_err(Trouble::told(program))?;
        Ok(Self {
            name: program,
            child,
        })
    }

    pub(super) fn id(&self) -> u32 {
        self.child.id()
    }

    pub(super) fn child(&mut self) -> &mut Child {
        &mut self.child
    }

    pub(super) fn has_ended(&mut self) -> bool {
        !matches!(self.child.try_wait(), Ok(None))
    }

    /// The first line that the program prints, which says where it can be reached.
    pub(super) fn first_line(&mut self, folders: &Folders) -> Result<String, Trouble> {
        let (sender, receiver) = mpsc::channel();
        if let Some(stdout) = self.child.stdout.take() {
            thread::spawn(move || {
                let mut reader = BufReader::new(stdout);
                let mut line = String::new();
                let _ = reader.read_line(&mut line);
                let _ = sender.send(line.trim().to_owned());
                // Read on, so that the program never writes into a closed pipe.
                let _ = reader.read_to_end(&mut Vec::new());
            });
        }
        match receiver.recv_timeout(Duration::from_secs(15)) {
            Ok(line) if !line.is_empty() => Ok(line),
            _ => Err(self.failed(folders)),
        }
    }

    pub(super) fn failed(&self, folders: &Folders) -> Trouble {
        let words = folders.last_words(self.name);
        Trouble::new(format!("{} did not start: {words}", self.name))
    }

    /// Asks the whole group to end, and insists after a while.
    pub(super) fn stop(mut self) {
        self.signal(Signal::TERM);
        let until = Instant::now() + PATIENCE;
        while Instant::now() < until && !self.has_ended() {
            thread::sleep(Duration::from_millis(5));
        }
        self.signal(Signal::KILL);
        let _ = self.child.wait();
    }

    fn signal(&self, signal: Signal) {
        if let Some(group) = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw) {
            let _ = kill_process_group(group, signal);
        }
    }
}

/// A service that is not handed on (its start failed half-way) may not stay either.
impl Drop for Service {
    fn drop(&mut self) {
        if !self.has_ended() {
            self.signal(Signal::KILL);
            let _ = self.child.wait();
        }
    }
}
