//! A private desktop: display, session bus, keyring, folders and `WebKitWebDriver` of its own.
//!
//! It is kept by a process of its own (`private-desktop`), which lives as long as we hold its standard input. However
//! the test ends (returns, panics, is interrupted or killed), that pipe closes and the keeper stops everything in order.

mod bus;
mod display;
mod driver;
mod folders;
mod keeper;
mod keyring;
mod processes;
mod question;
mod service;

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};
use std::{env, fmt};

pub use keeper::keep;
pub use keyring::Keyring;
pub use processes::{Process, of_folder};
pub use question::Answer;

use crate::Trouble;
use crate::programs::built;

const START: Duration = Duration::from_mins(1);
const STOP: Duration = Duration::from_secs(20);
const INSIDE: &str = "ACCEPTANCE_INSIDE_A_DESKTOP";

/// A running private desktop; dropping it stops it.
pub struct Desktop {
    keeper: Child,
    variables: BTreeMap<String, String>,
    driver: String,
    folder: PathBuf,
}

impl Desktop {
    /// Starts a desktop (half a second, blocking).
    pub fn start(keyring: Keyring) -> Result<Self, Trouble> {
        Self::start_with(keyring, &[])
    }

    /// Starts a desktop whose programs get these environment variables as well; the window's app among them.
    pub fn start_with(keyring: Keyring, extra: &[(&str, &str)]) -> Result<Self, Trouble> {
        let program = built("private-desktop", "acceptance")?;
        let mut keeper = Command::new(&program)
            .arg(keyring.word())
            .args(extra.iter().map(|(name, value)| format!("{name}={value}")))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(Trouble::told(&program.display().to_string()))?;
        match told_by(&mut keeper) {
            Ok(mut variables) => Ok(Self {
                driver: variables.remove(keeper::DRIVER).unwrap_or_default(),
                folder: variables.remove(keeper::FOLDER).unwrap_or_default().into(),
                keeper,
                variables,
            }),
            Err(trouble) => {
                end(&mut keeper);
                Err(trouble)
            }
        }
    }

    /// The address of the desktop's `WebKitWebDriver`.
    pub fn driver(&self) -> &str {
        &self.driver
    }

    /// The folder that holds everything this desktop's programs write: home, data, state, run, logs. Gone with it.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// A command that runs on this desktop, with its environment and nothing of ours.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.env_clear().envs(&self.variables);
        command
    }

    /// What runs on this desktop at the moment.
    pub fn processes(&self) -> Vec<Process> {
        of_folder(&self.folder)
    }

    /// Stops the desktop and says if something did not go in order.
    pub fn stop(mut self) -> Result<(), Trouble> {
        match end(&mut self.keeper) {
            Some(true) => Ok(()),
            _ => Err(Trouble::new("the private desktop did not stop in order")),
        }
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        end(&mut self.keeper);
    }
}

impl fmt::Debug for Desktop {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Desktop({})", self.folder.display())
    }
}

/// Runs `body` of the test called `name` (as libtest names it) inside a private desktop, in a process of its own.
///
/// For code that finds the desktop through this process's environment, as the keychain's does.
///
/// # Panics
/// If the desktop does not start or the test fails inside it.
#[expect(clippy::panic, reason = "a test's failure is a panic")]
pub fn inside(keyring: Keyring, name: &str, body: impl FnOnce()) {
    if env::var_os(INSIDE).is_some() {
        return body();
    }
    let outcome = Desktop::start_with(keyring, &[(INSIDE, "1")]).and_then(|desktop| {
        let this = env::current_exe().map_err(Trouble::told("this test's program"))?;
        let output = desktop
            .command(this)
            .args([name, "--exact", "--nocapture", "--include-ignored"])
            .output()
            .map_err(Trouble::told("this test on its desktop"))?;
        let text = String::from_utf8_lossy(&output.stdout);
        let complaints = String::from_utf8_lossy(&output.stderr);
        if !output.status.success() {
            return Err(Trouble::new(format!("{text}{complaints}")));
        }
        if !text.contains("1 passed") {
            return Err(Trouble::new(format!("no test here is called {name}")));
        }
        Ok(())
    });
    if let Err(trouble) = outcome {
        panic!("{trouble}");
    }
}

fn told_by(keeper: &mut Child) -> Result<BTreeMap<String, String>, Trouble> {
    let (sender, receiver) = mpsc::channel();
    if let Some(stdout) = keeper.stdout.take() {
        thread::spawn(move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
    }
    let until = Instant::now() + START;
    let mut variables = BTreeMap::new();
    loop {
        let left = until.saturating_duration_since(Instant::now());
        let line = receiver
            .recv_timeout(left)
            .map_err(|_| Trouble::new("the private desktop did not start"))?;
        if line == keeper::READY {
            return Ok(variables);
        } else if let Some(words) = line.strip_prefix(keeper::TROUBLE) {
            return Err(Trouble::new(format!(
                "the private desktop did not start: {words}"
            )));
        } else if let Some((name, value)) = line.split_once('=') {
            variables.insert(name.to_owned(), value.to_owned());
        }
    }
}

/// Lets the keeper go and waits; `None` if it had to be killed, else whether it stopped in order.
fn end(keeper: &mut Child) -> Option<bool> {
    drop(keeper.stdin.take());
    let until = Instant::now() + STOP;
    while Instant::now() < until {
        match keeper.try_wait() {
            Ok(Some(status)) => return Some(status.success()),
            Ok(None) => thread::sleep(Duration::from_millis(10)),
            Err(_) => return None,
        }
    }
    let _ = keeper.kill();
    let _ = keeper.wait();
    None
}
