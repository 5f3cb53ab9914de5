//! The system's clipboard.
//!
//! A secret on it is kept out of clipboard histories where the system can, and taken away after a
//! while if it is still there.

use std::hash::{BuildHasher, RandomState};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use model::catalogue::{Code, Problem};
use onboarding::workflow::problem;
use secrecy::{ExposeSecret, SecretString};

/// How long a secret stays.
pub(crate) const SECRET_STAYS: Duration = Duration::from_secs(45);

/// The system's clipboard. On Linux its content is served by this program, so the connection is
/// kept for as long as the program runs.
#[derive(Default)]
pub(crate) struct Clipboard(Mutex<Held>);

#[derive(Default)]
struct Held {
    system: Option<arboard::Clipboard>,
    /// Tells the secret on the clipboard apart from what was copied since, without keeping it.
    secret: Option<u64>,
    hasher: RandomState,
}

impl Clipboard {
    /// Puts text on the clipboard.
    pub(crate) fn copy(&self, text: &str) -> Result<(), Problem> {
        let mut held = self.held();
        held.secret = None;
        held.system()?
            .set_text(text)
            .map_err(|error| refused(&error))
    }

    /// Puts a secret on the clipboard, out of its history where the system can.
    pub(crate) fn copy_secret(&self, secret: &SecretString) -> Result<(), Problem> {
        let mut held = self.held();
        held.secret = Some(held.hasher.hash_one(secret.expose_secret()));
        let set = held.system()?.set();
        #[cfg(target_os = "linux")]
        let set = arboard::SetExtLinux::exclude_from_history(set);
        #[cfg(target_os = "macos")]
        let set = arboard::SetExtApple::exclude_from_history(set);
        #[cfg(windows)]
        let set = arboard::SetExtWindows::exclude_from_history(set);
        set.text(secret.expose_secret())
            .map_err(|error| refused(&error))
    }

    /// Takes a secret away if it is still there.
    pub(crate) fn clear_secret(&self) {
        let mut held = self.held();
        let Some(expected) = held.secret.take() else {
            return;
        };
        let hasher = held.hasher.clone();
        if let Ok(system) = held.system() {
            let still_there = system
                .get_text()
                .is_ok_and(|text| hasher.hash_one(text.as_str()) == expected);
            if still_there && let Err(error) = system.clear() {
                tracing::warn!(%error, "the clipboard was not cleared");
            }
        }
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Held {
    fn system(&mut self) -> Result<&mut arboard::Clipboard, Problem> {
        if self.system.is_none() {
            self.system = Some(arboard::Clipboard::new().map_err(|error| refused(&error))?);
        }
        self.system
            .as_mut()
            .ok_or_else(|| problem(Code::ClipboardFailed))
    }
}

fn refused(error: &arboard::Error) -> Problem {
    problem(Code::ClipboardFailed).with_detail(error.to_string())
}
