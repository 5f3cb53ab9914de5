//! A terminal that shows nothing of what is typed, from before the first question to after the last.
//!
//! The prompts have no echo of their own, but they begin once the question is on screen and end with
//! each answer: what is typed or pasted ahead would be shown in between.

#[cfg(unix)]
use std::fs::File;
#[cfg(unix)]
use std::io;

#[cfg(unix)]
use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};

/// Gives the terminal its echo back when dropped.
#[cfg(unix)]
pub(super) struct Silence {
    terminal: File,
    before: Termios,
}

#[cfg(unix)]
impl Silence {
    pub(super) fn begin() -> io::Result<Self> {
        let terminal = File::options().read(true).write(true).open("/dev/tty")?;
        let before = tcgetattr(&terminal)?;
        let mut silent = before.clone();
        silent.local_modes.remove(LocalModes::ECHO);
        tcsetattr(&terminal, OptionalActions::Now, &silent)?;
        Ok(Self { terminal, before })
    }
}

#[cfg(unix)]
impl Drop for Silence {
    fn drop(&mut self) {
        // A terminal that is gone needs no echo.
        let _ = tcsetattr(&self.terminal, OptionalActions::Now, &self.before);
    }
}

/// Where a console has no such thing to ask for, each prompt is on its own.
#[cfg(not(unix))]
pub(super) struct Silence;

#[cfg(not(unix))]
impl Silence {
    #[expect(clippy::unnecessary_wraps, reason = "as on other systems")]
    pub(super) fn begin() -> std::io::Result<Self> {
        Ok(Self)
    }
}
