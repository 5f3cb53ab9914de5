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

/// Tells a secret on the clipboard apart from what was copied since, without keeping it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark(u64);

#[derive(Default)]
struct Held {
    system: Option<arboard::Clipboard>,
    secret: Option<Mark>,
    hasher: RandomState,
}

impl Clipboard {
    /// Puts text on the clipboard.
    pub(crate) fn copy(&self, text: &str) -> Result<(), Problem> {
        let mut held = self.held();
        held.system()?
            .set_text(text)
            .map_err(|error| refused(&error))?;
        held.secret = None;
        Ok(())
    }

    /// Puts a secret on the clipboard, out of its history where the system can. The mark it
    /// answers with names this secret to [`clear`](Self::clear).
    pub(crate) fn copy_secret(&self, secret: &SecretString) -> Result<Mark, Problem> {
        let mut held = self.held();
        let mark = Mark(held.hasher.hash_one(secret.expose_secret()));
        held.secret = Some(mark);
        let set = held.system()?.set();
        #[cfg(target_os = "linux")]
        let set = arboard::SetExtLinux::exclude_from_history(set);
        #[cfg(target_os = "macos")]
        let set = arboard::SetExtApple::exclude_from_history(set);
        #[cfg(windows)]
        let set = arboard::SetExtWindows::exclude_from_history(set);
        set.text(secret.expose_secret())
            .map_err(|error| refused(&error))?;
        Ok(mark)
    }

    /// Takes one secret away if it is still there; one that was copied after it stays its time.
    pub(crate) fn clear(&self, mark: Mark) {
        if self.held().secret == Some(mark) {
            self.clear_secret();
        }
    }

    /// Takes away whichever secret is still there.
    pub(crate) fn clear_secret(&self) {
        let mut held = self.held();
        let Some(expected) = held.secret.take() else {
            return;
        };
        let hasher = held.hasher.clone();
        if let Ok(system) = held.system() {
            let is_ours = |text: String| Mark(hasher.hash_one(text.as_str())) == expected;
            if system.get_text().is_ok_and(is_ours)
                && let Err(error) = system.clear()
            {
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
