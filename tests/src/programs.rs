//! The workspace's own programs, and an environment for others that holds nothing of ours.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Trouble;

/// A program of the workspace, built by cargo: beside our binaries, and one folder above test programs.
///
/// # Errors
/// If `package` has not been built.
pub fn built(name: &str, package: &str) -> Result<PathBuf, Trouble> {
    let this = env::current_exe().map_err(Trouble::told("this program's own path"))?;
    this.ancestors()
        .skip(1)
        .take(2)
        .map(|folder| folder.join(name))
        .find(|program| program.is_file())
        .ok_or_else(|| {
            Trouble::new(format!(
                "{name} is not built: run `cargo build --package {package}`"
            ))
        })
}

/// `target`, which cargo makes and nobody keeps.
pub(crate) fn target() -> Result<PathBuf, Trouble> {
    let this = env::current_exe().map_err(Trouble::told("this program's own path"))?;
    let folders = this.ancestors().skip(1);
    let profile = folders.take(3).find(|folder| {
        let name = folder.file_name().and_then(OsStr::to_str);
        !matches!(name, Some("deps" | "examples"))
    });
    profile
        .and_then(Path::parent)
        .map(Path::to_owned)
        .ok_or_else(|| Trouble::new("this program is not where cargo puts programs"))
}

/// A command that gets the way to programs and nothing else of ours: no proxy, no trust, no Python or Node settings.
pub fn clean(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.env_clear().env("LANG", "C.UTF-8");
    for name in ["PATH", "HOME", "TMPDIR"] {
        if let Some(value) = env::var_os(name) {
            command.env(name, value);
        }
    }
    command
}
