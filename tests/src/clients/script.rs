//! Running a client's script.

use std::process::Command;

use serde_json::Value;

use crate::Trouble;
use crate::cloud::Announcement;

/// The variable in which a script finds the announcement of the practice cloud, as JSON.
pub const PRACTICE: &str = "PRACTICE";

/// Runs a client's command against a practice cloud, and reads the last line that it prints as JSON.
///
/// # Errors
/// If it cannot be started, fails, or prints anything else; with what it complained about.
pub fn answer(mut command: Command, practice: &Announcement) -> Result<Value, Trouble> {
    let output = command
        .env(PRACTICE, &practice.line)
        .output()
        .map_err(Trouble::told(&command.get_program().to_string_lossy()))?;
    let printed = String::from_utf8_lossy(&output.stdout);
    let complaints = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        return Err(Trouble::new(format!("{printed}{complaints}")));
    }
    let last = printed.lines().last().unwrap_or_default();
    serde_json::from_str(last)
        .map_err(|error| Trouble::new(format!("{error} in {printed:?} {complaints}")))
}
