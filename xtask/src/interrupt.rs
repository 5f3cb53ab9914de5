//! Ctrl-C and its like: the program that runs for us is asked to end, and we end after it, in order.

use std::process::{Command, exit};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use crate::stop::Stop;

static ASKED: AtomicBool = AtomicBool::new(false);
/// The child that runs now; 0 is none.
static CHILD: AtomicU32 = AtomicU32::new(0);

/// From now on a signal to stop sets off an orderly end; a second one ends at once.
pub(crate) fn watch() -> Result<(), Stop> {
    let mut signals =
        Signals::new([SIGHUP, SIGINT, SIGTERM]).map_err(Stop::told("listening for Ctrl-C"))?;
    thread::spawn(move || {
        for _ in signals.forever() {
            if ASKED.swap(true, Ordering::SeqCst) {
                exit(130);
            }
            end(CHILD.load(Ordering::SeqCst));
        }
    });
    Ok(())
}

/// Notes the child that a signal has to reach; none when it has ended.
pub(crate) fn set_child(id: Option<u32>) {
    CHILD.store(id.unwrap_or(0), Ordering::SeqCst);
    if let Some(id) = id.filter(|_| ASKED.load(Ordering::SeqCst)) {
        end(id);
    }
}

/// An error once somebody asked us to stop.
pub(crate) fn check() -> Result<(), Stop> {
    if ASKED.load(Ordering::SeqCst) {
        Err(Stop::Interrupted)
    } else {
        Ok(())
    }
}

fn end(child: u32) {
    if child != 0 {
        // The shell's own `kill`: the program of that name is not on every machine.
        let _ = Command::new("sh")
            .args(["-c", &format!("kill -TERM {child} 2>/dev/null")])
            .status();
    }
}
