//! `cargo xtask bench`: what is measured, each in a program of its own that is built for release.

use std::process::{Command, ExitCode};

use crate::child;
use crate::project::Project;
use crate::setup::{self, Need};
use crate::stop::Stop;

struct Bench {
    name: &'static str,
    what: &'static str,
    /// The program of the acceptance package that measures it.
    program: &'static str,
    need: Need,
}

const BENCHES: [Bench; 1] = [Bench {
    name: "verify",
    what: "sign-in and all checks on a link of 100 ms, beside jsforce and simple-salesforce",
    program: "bench-verify",
    need: Need::Clients,
}];

/// Runs the bench of that name; without one, lists them. Being slow is no failure.
pub(crate) fn bench(name: Option<&str>) -> Result<ExitCode, Stop> {
    let Some(name) = name else {
        print!("{}", list());
        return Ok(ExitCode::SUCCESS);
    };
    let found = BENCHES.iter().find(|bench| bench.name == name);
    let bench = found.ok_or_else(|| {
        Stop::Yours(format!(
            "There is no bench {name:?}. There are:\n{}",
            list()
        ))
    })?;
    run(&Project::find()?, bench)
}

fn list() -> String {
    let line = |bench: &Bench| format!("  {:<10} {}\n", bench.name, bench.what);
    BENCHES.iter().map(line).collect()
}

fn run(project: &Project, bench: &Bench) -> Result<ExitCode, Stop> {
    setup::install(project, bench.need)?;
    println!("Building for release (some minutes the first time).");
    let both = ["--bin", "connectorctl", "--bin", bench.program];
    let packages = ["--package", "connectorctl", "--package", "acceptance"];
    child::must(
        project.cargo(&[&["build", "--release"], &packages[..], &both].concat()),
        "The bench was not built.",
    )?;
    let program = Command::new(project.release_program(bench.program));
    Ok(if child::show(program)? {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
