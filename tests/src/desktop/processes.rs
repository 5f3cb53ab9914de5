//! The processes of a desktop, known by the folder that their environment points to.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, WaitOptions, kill_process, waitpid};

/// The variable that every program of a desktop has and no other program points into its folder.
pub(super) const MARK: &str = "XDG_RUNTIME_DIR";

/// A process that runs on a private desktop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Process {
    /// Its id.
    pub id: u32,
    /// Its program, with the whole path.
    pub program: PathBuf,
}

impl Process {
    /// Ends it at once, as a power cut would: nothing is asked or told.
    pub fn kill(&self) {
        signal(self.id, Signal::KILL);
    }
}

/// Every process whose environment names `folder` as its desktop's.
pub fn of_folder(folder: &Path) -> Vec<Process> {
    let mark = format!("{MARK}={}/", folder.display());
    let belongs = |id: u32| {
        let environment = fs::read(format!("/proc/{id}/environ")).unwrap_or_default();
        environment.split(|byte| *byte == 0).any(|one| {
            let one = String::from_utf8_lossy(one);
            format!("{one}/").starts_with(&mark)
        })
    };
    let described = |id| {
        let program = fs::read_link(format!("/proc/{id}/exe")).ok()?;
        Some(Process { id, program })
    };
    all()
        .filter(|id| belongs(*id))
        .filter_map(described)
        .collect()
}

/// Ends our children (orphans of ended services among them) except `others`, and theirs, until none is left.
pub(super) fn end_children(others: &[u32]) {
    let insist = Instant::now() + Duration::from_secs(2);
    let until = insist + Duration::from_secs(3);
    while Instant::now() < until {
        let children: Vec<u32> = children().filter(|id| !others.contains(id)).collect();
        if children.is_empty() {
            return;
        }
        let how = if Instant::now() < insist {
            Signal::TERM
        } else {
            Signal::KILL
        };
        for id in children {
            signal(id, how);
            // Collects it if it has ended; an ended child that nobody collects stays in the table.
            let _ = waitpid(pid(id), WaitOptions::NOHANG);
        }
        thread::sleep(Duration::from_millis(10));
    }
}

fn children() -> impl Iterator<Item = u32> {
    let own = std::process::id();
    all().filter(move |id| parent(*id) == Some(own))
}

fn all() -> impl Iterator<Item = u32> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok())
}

fn parent(id: u32) -> Option<u32> {
    let text = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    // The name before it stands in brackets and may hold anything, brackets and blanks too.
    let after = text.rsplit_once(')')?.1;
    after.split_whitespace().nth(1)?.parse().ok()
}

fn signal(id: u32, signal: Signal) {
    if let Some(pid) = pid(id) {
        let _ = kill_process(pid, signal);
    }
}

fn pid(id: u32) -> Option<Pid> {
    i32::try_from(id).ok().and_then(Pid::from_raw)
}
