//! The suites that look at sources: each check stands for one test.

use super::report::Report;
use super::selection::Selection;
use super::suite::Suite;
use crate::project::Project;
use crate::stop::Stop;
use crate::{child, structure};

/// The names of a suite's checks; none if it consists of programs.
pub(crate) fn names(suite: Suite) -> Vec<String> {
    let names: &[&str] = match suite {
        Suite::Format => &["rustfmt", "prettier"],
        Suite::Lint => &["clippy"],
        Suite::Types => &["svelte-check"],
        Suite::Structure => return structure::names(),
        _ => &[],
    };
    names.iter().map(|name| (*name).to_owned()).collect()
}

pub(crate) fn run(
    project: &Project,
    suite: Suite,
    selection: &Selection,
    report: &mut Report,
) -> Result<(), Stop> {
    report.suite(suite.word(), |report| {
        for name in names(suite)
            .iter()
            .filter(|name| selection.wants_check(suite, name))
        {
            let complaints = check(project, name)?;
            report.check(name, &complaints);
        }
        Ok(())
    })
}

fn check(project: &Project, name: &str) -> Result<Vec<String>, Stop> {
    let command = match name {
        "rustfmt" => project.cargo(&["fmt", "--all", "--check"]),
        "prettier" => project.npm(&["run", "--silent", "format:check"]),
        "clippy" => project.cargo(&[
            "clippy",
            "--workspace",
            "--all-targets",
            "--quiet",
            "--",
            "--deny",
            "warnings",
        ]),
        "svelte-check" => project.npm(&["run", "--silent", "check"]),
        _ => return structure::check(project, name),
    };
    let (succeeded, text) = child::capture(command)?;
    Ok(if succeeded { Vec::new() } else { vec![text] })
}
