//! Installing once what a lock file names.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Trouble;
use crate::programs::target;

/// A folder below `target/clients`, in which `steps` have installed what `lock` says, once for all tests.
///
/// Tests that ask at the same time wait for the first of them. Another lock is installed afresh.
pub(crate) fn installed(
    name: &str,
    lock: &str,
    steps: impl FnOnce(&Path) -> Result<(), Trouble>,
) -> Result<PathBuf, Trouble> {
    let told = || format!("installing {name}");
    let clients = target()?.join("clients");
    let folder = clients.join(name);
    fs::create_dir_all(&clients).map_err(Trouble::told(&told()))?;
    let turn = File::create(clients.join(format!("{name}.lock")));
    let turn = turn.map_err(Trouble::told(&told()))?;
    turn.lock().map_err(Trouble::told(&told()))?;

    let done = folder.join(".installed");
    if fs::read_to_string(&done).is_ok_and(|present| present == lock) {
        return Ok(folder);
    }
    say(&format!("Installing {name} into {}.", folder.display()));
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(Trouble::told(&told()))?;
    }
    fs::create_dir(&folder).map_err(Trouble::told(&told()))?;
    steps(&folder)?;
    fs::write(done, lock).map_err(Trouble::told(&told()))?;
    Ok(folder)
}

/// Runs one of the steps. Which registry, and by which proxy, is the person's own setting: it gets our environment.
///
/// `without` says what is missing where the program is.
pub(super) fn step(command: &mut Command, without: &str) -> Result<(), Trouble> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command
        .output()
        .map_err(|error| Trouble::new(format!("{name}: {error}. {without}")))?;
    if output.status.success() {
        return Ok(());
    }
    let complaints = String::from_utf8_lossy(&output.stderr);
    Err(Trouble::new(format!(
        "{name}: {} {without}",
        complaints.trim()
    )))
}

/// Installs into `folder` what a lock of npm's names.
pub(crate) fn npm_ci(folder: &Path, name: &str, package: &str, lock: &str) -> Result<(), Trouble> {
    for (file, text) in [("package.json", package), ("package-lock.json", lock)] {
        fs::write(folder.join(file), text).map_err(Trouble::told(&format!("installing {name}")))?;
    }
    let mut npm = Command::new("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        .current_dir(folder);
    step(
        &mut npm,
        &format!("Installing {name} takes npm and its registry."),
    )
}

#[expect(clippy::print_stderr, reason = "a test that loads things says so")]
fn say(words: &str) {
    eprintln!("{words}");
}
