//! The window's npm packages and its built files, each made anew only when what they come from is newer.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::child;
use crate::project::Project;
use crate::stop::Stop;

/// Brings the npm packages to what the lock file says.
pub(crate) fn packages(project: &Project) -> Result<(), Stop> {
    let ui = project.ui();
    // npm writes this file last.
    let done = changed(&ui.join("node_modules/.package-lock.json"));
    if done.is_some()
        && done >= changed(&ui.join("package-lock.json"))
        && done >= changed(&ui.join("package.json"))
    {
        return Ok(());
    }
    println!("Installing the window's npm packages.");
    let npm = project.npm(&["ci", "--no-audit", "--no-fund"]);
    child::must(npm, "npm could not install the window's packages.")
}

/// Builds the window's files, which the wizard's program carries inside.
pub(crate) fn window_files(project: &Project) -> Result<(), Stop> {
    let ui = project.ui();
    let built = changed(&ui.join("dist/index.html"));
    if built.is_some() && built >= newest(&ui) {
        return Ok(());
    }
    println!("Building the window's files.");
    child::must(
        project.npm(&["run", "--silent", "build"]),
        "The window's files were not built.",
    )
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).ok()?.modified().ok()
}

/// When the newest of the sources was changed. A folder counts too: its time tells of files that are gone.
fn newest(folder: &Path) -> Option<SystemTime> {
    let entries = fs::read_dir(folder).ok()?.flatten();
    let sources = entries.map(|entry| entry.path()).filter(|path| {
        let made = ["dist", "node_modules"].map(|name| path.ends_with(name));
        !made.contains(&true)
    });
    let times = sources.map(|path| {
        if path.is_dir() {
            changed(&path).max(newest(&path))
        } else {
            changed(&path)
        }
    });
    times.max().flatten()
}
