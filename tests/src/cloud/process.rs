//! A program that ends with us, however we end.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdin, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::Trouble;
use crate::programs::clean;

const START: Duration = Duration::from_secs(30);
const STOP: Duration = Duration::from_secs(10);

/// Runs a program until its own input ends, which it does when we let go of it, return, panic or are killed. Then the
/// program is asked to end. The shell lets go of its output, so that the program's end is the output's end.
const KEEP: &str = r#""$@" </dev/null & program=$!
exec >&-
read -r _
kill -TERM "$program" 2>/dev/null
wait "$program""#;

pub(super) struct Process {
    shell: Child,
    input: Option<ChildStdin>,
    folder: TempDir,
}

impl Process {
    pub(super) fn start(
        program: &Path,
        arguments: &[&str],
        variables: &[(&str, &OsStr)],
    ) -> Result<Self, Trouble> {
        let folder = tempfile::tempdir().map_err(Trouble::told("a temporary folder"))?;
        let log = File::create(folder.path().join("log")).map_err(Trouble::told("a log file"))?;
        let mut shell = clean("sh");
        // Through `env`, so that the variables are the program's alone.
        shell.args(["-c", KEEP, "sh", "env"]);
        for (name, value) in variables {
            let mut pair = std::ffi::OsString::from(format!("{name}="));
            pair.push(value);
            shell.arg(pair);
        }
        let mut shell = shell
            .arg(program)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .map_err(Trouble::told("sh"))?;
        Ok(Self {
            input: shell.stdin.take(),
            shell,
            folder,
        })
    }

    /// The first line that the program prints. Later ones are read and dropped.
    pub(super) fn first_line(&mut self) -> Result<String, Trouble> {
        let (sender, receiver) = mpsc::channel();
        if let Some(output) = self.shell.stdout.take() {
            thread::spawn(move || {
                let mut lines = BufReader::new(output).lines().map_while(Result::ok);
                let _ = sender.send(lines.next());
                lines.for_each(drop);
            });
        }
        match receiver.recv_timeout(START) {
            Ok(Some(line)) => Ok(line),
            Ok(None) => Err(Trouble::new(self.last_words())),
            Err(_) => Err(Trouble::new(format!(
                "connectorctl practice said nothing: {}",
                self.last_words()
            ))),
        }
    }

    pub(super) fn end(&mut self) -> Result<(), Trouble> {
        if self.input.take().is_none() {
            return Ok(());
        }
        let until = Instant::now() + STOP;
        while Instant::now() < until {
            match self.shell.try_wait() {
                Ok(Some(status)) if status.success() => return Ok(()),
                Ok(Some(_)) => return Err(Trouble::new(self.last_words())),
                Ok(None) => thread::sleep(Duration::from_millis(5)),
                Err(error) => return Err(Trouble::told("sh")(error)),
            }
        }
        let _ = self.shell.kill();
        let _ = self.shell.wait();
        Err(Trouble::new("connectorctl practice did not end in time"))
    }

    fn last_words(&self) -> String {
        let log = self.folder.path().join("log");
        let words = std::fs::read_to_string(log).unwrap_or_default();
        format!("connectorctl practice ended: {}", words.trim())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.end();
    }
}
