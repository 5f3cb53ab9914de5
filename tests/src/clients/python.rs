//! Virtual environments of Python's.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use super::install::{installed, step};
use crate::Trouble;

/// The programs of a virtual environment in which a requirements file with checksums is installed, once for all tests.
pub(super) fn environment(name: &str, requirements: &str) -> Result<PathBuf, Trouble> {
    let folder = installed(name, requirements, |folder| {
        let file = folder.join("requirements.txt");
        fs::write(&file, requirements).map_err(Trouble::told(&format!("installing {name}")))?;
        let mut python = Command::new("python3");
        python.args(["-m", "venv", "venv"]).current_dir(folder);
        step(
            &mut python,
            &format!(
                "Installing {name} takes Python 3.11 or later with its venv (on Debian and Ubuntu python3-venv; \
                 `cargo xtask test --all` installs it)."
            ),
        )?;
        let mut pip = Command::new(folder.join("venv/bin/python"));
        pip.args(["-m", "pip", "install", "--quiet", "--no-input"])
            .args([
                "--disable-pip-version-check",
                "--require-hashes",
                "--requirement",
            ])
            .arg(file);
        let without = format!("Installing {name} takes PyPI or a mirror of it.");
        step(&mut pip, &without)
    })?;
    Ok(folder.join("venv/bin"))
}
