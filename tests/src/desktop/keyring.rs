//! The desktop's keyring: gnome-keyring with a throw-away password, in the state that a test asks for.

use std::collections::BTreeMap;
use std::io::Write;
use std::process::Command;

use super::folders::Folders;
use super::service::Service;
use crate::Trouble;

/// Truly empty would create no login keyring.
const PASSWORD: &[u8] = b"throw-away";
const NAME: &str = "org.freedesktop.secrets";

/// What the desktop's Secret Service is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keyring {
    /// Ready, as after signing in to a desktop.
    Unlocked,
    /// There, locked, and nobody who could ask for its password: what wants it is refused.
    Locked,
    /// There, locked, and asking with a window of its own: what wants it waits for an answer.
    Asking,
    /// No Secret Service at all.
    Absent,
}

impl Keyring {
    const ALL: [Self; 4] = [Self::Unlocked, Self::Locked, Self::Asking, Self::Absent];

    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Unlocked => "unlocked",
            Self::Locked => "locked",
            Self::Asking => "asking",
            Self::Absent => "absent",
        }
    }

    pub(super) fn from_word(word: &str) -> Result<Self, Trouble> {
        let mut all = Self::ALL.into_iter();
        all.find(|keyring| keyring.word() == word)
            .ok_or_else(|| Trouble::new(format!("no keyring is called {word:?}")))
    }

    pub(super) fn asks(self) -> bool {
        self == Self::Asking
    }
}

pub(super) fn start(
    keyring: Keyring,
    folders: &Folders,
    variables: &BTreeMap<String, String>,
) -> Result<Option<Service>, Trouble> {
    if keyring == Keyring::Absent {
        return Ok(None);
    }
    let daemon = Daemon { folders, variables };
    let unlocked = daemon.start(true)?;
    if keyring == Keyring::Unlocked {
        return Ok(Some(unlocked));
    }
    // The login keyring is on disk now; a daemon that is not given the password leaves it locked.
    unlocked.stop();
    daemon.start(false).map(Some)
}

struct Daemon<'a> {
    folders: &'a Folders,
    variables: &'a BTreeMap<String, String>,
}

impl Daemon<'_> {
    fn start(&self, unlock: bool) -> Result<Service, Trouble> {
        let mut arguments = vec!["--foreground", "--components=secrets"];
        if unlock {
            arguments.push("--unlock");
        }
        let mut service = Service::start(
            "gnome-keyring-daemon",
            &arguments,
            self.folders,
            self.variables,
        )?;
        if let Some(mut stdin) = service.child().stdin.take() {
            stdin
                .write_all(PASSWORD)
                .map_err(Trouble::told("the keyring's password"))?;
        }
        // Waits for the name without calling it: a call could start a second daemon.
        if self
            .gdbus(&["wait", "--session", "--timeout", "15", NAME])
            .is_err()
        {
            return Err(service.failed(self.folders));
        }
        match (self.is_locked()?, unlock) {
            (true, true) => Err(Trouble::new("the keyring did not take its password")),
            (false, false) => Err(Trouble::new("the keyring is not locked")),
            _ => Ok(service),
        }
    }

    fn is_locked(&self) -> Result<bool, Trouble> {
        let answer = self.gdbus(&[
            "call",
            "--session",
            "--dest",
            NAME,
            "--object-path",
            "/org/freedesktop/secrets/collection/login",
            "--method",
            "org.freedesktop.DBus.Properties.Get",
            "org.freedesktop.Secret.Collection",
            "Locked",
        ])?;
        Ok(answer.contains("<true>"))
    }

    fn gdbus(&self, arguments: &[&str]) -> Result<String, Trouble> {
        let output = Command::new("gdbus")
            .args(arguments)
            .env_clear()
            .envs(self.variables)
            .output()
            .map_err(Trouble::told("gdbus"))?;
        if output.status.success() {
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        } else {
            Err(Trouble::new(String::from_utf8_lossy(&output.stderr).trim()))
        }
    }
}
