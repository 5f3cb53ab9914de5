//! Chromium, which the system has, and `playwright-core`, which is installed once.
//!
//! For another version of it, change `package.json` in `tests/browser` and make the lock anew there:
//! `npm install --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts`.

use std::path::PathBuf;
use std::{env, fs};

use crate::Trouble;
use crate::clients::install::{installed, npm_ci};

const PACKAGE: &str = include_str!("../../browser/package.json");
const LOCK: &str = include_str!("../../browser/package-lock.json");
const NAME: &str = "playwright-core";

/// The folder in which it is installed. Blocking, and some seconds long the first time.
pub(super) fn playwright() -> Result<PathBuf, Trouble> {
    installed(NAME, &format!("{PACKAGE}{LOCK}"), |folder| {
        npm_ci(folder, NAME, PACKAGE, LOCK)
    })
}

/// The system's Chromium.
pub(super) fn chromium() -> Result<PathBuf, Trouble> {
    let path = env::var_os("PATH").unwrap_or_default();
    let mut programs = env::split_paths(&path).map(|folder| folder.join("chromium"));
    programs
        .find(|program| fs::metadata(program).is_ok_and(|found| found.is_file()))
        .ok_or_else(|| {
            Trouble::new("Chromium is missing: on Debian it is the package chromium, which `cargo xtask test` installs.")
        })
}
