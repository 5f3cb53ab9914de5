//! Waiting to be asked to end: by Ctrl-C, or where there is one by SIGTERM.

use std::io;

#[cfg(unix)]
use tokio::signal::unix::{Signal, SignalKind, signal};

/// Notes the wish from the moment it is made.
#[cfg(unix)]
pub(super) struct End {
    interrupt: Signal,
    terminate: Signal,
}

#[cfg(unix)]
impl End {
    pub(super) fn watch() -> io::Result<Self> {
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
        })
    }

    pub(super) async fn wait(mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

/// Notes the wish from the moment it is made.
#[cfg(windows)]
pub(super) struct End(tokio::signal::windows::CtrlC);

#[cfg(windows)]
impl End {
    pub(super) fn watch() -> io::Result<Self> {
        Ok(Self(tokio::signal::windows::ctrl_c()?))
    }

    pub(super) async fn wait(mut self) {
        self.0.recv().await;
    }
}
