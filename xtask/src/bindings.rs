//! `cargo xtask bindings`: the window's types, written anew from the backend's.

use std::process::ExitCode;

use crate::project::Project;
use crate::setup::{self, Need};
use crate::stop::Stop;
use crate::{child, interrupt};

const TEST: &str = "the_windows_types_are_the_current_ones";

pub(crate) fn write(project: &Project) -> Result<ExitCode, Stop> {
    setup::install(project, Need::Build)?;
    setup::window_files(project)?;
    // The whole workspace's features, though only one program is wanted: so nothing is built twice.
    let mut cargo = project.cargo(&[
        "test",
        "--workspace",
        "--bin",
        "connector-setup",
        "--",
        TEST,
    ]);
    cargo.env("UPDATE_BINDINGS", "1");
    child::must(cargo, "The types were not written.")?;
    interrupt::check()?;
    println!("ui/src/lib/backend/types.ts is current.");
    Ok(ExitCode::SUCCESS)
}
