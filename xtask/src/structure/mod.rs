//! The suite `structure`: what the compiler does not check about how the house is built.

mod cargo_toml;
mod imports;
mod rules;
mod size;
mod sources;
mod traces;
mod tree;

use crate::project::Project;
use crate::stop::Stop;
use sources::Sources;

type Check = fn(&Project, &Sources) -> Result<Vec<String>, Stop>;

/// Every check with its name; what it returns are complaints.
const CHECKS: [(&str, Check); 8] = [
    (
        "connectorctl_needs_no_display_libraries",
        tree::connectorctl,
    ),
    ("only_the_shell_knows_tauri", |_, sources| {
        Ok(rules::only_the_shell_knows_tauri(sources))
    }),
    ("only_the_backend_door_imports_tauris_api", |_, sources| {
        Ok(rules::only_the_door_knows_tauri(sources))
    }),
    ("modules_of_onboarding_import_one_way", |_, sources| {
        Ok(rules::onboarding_imports_one_way(sources))
    }),
    ("practice_knows_nothing_of_the_wizard", |_, sources| {
        Ok(rules::practice_is_a_stranger(sources))
    }),
    ("model_reads_and_writes_nothing", |_, sources| {
        Ok(rules::model_is_pure(sources))
    }),
    ("files_can_be_read_in_one_sitting", |_, sources| {
        Ok(size::complaints(sources))
    }),
    ("no_file_names_a_machine_or_a_registry", |_, sources| {
        Ok(traces::complaints(sources))
    }),
];

pub(crate) fn names() -> Vec<String> {
    CHECKS.iter().map(|(name, _)| (*name).to_owned()).collect()
}

pub(crate) fn check(project: &Project, name: &str) -> Result<Vec<String>, Stop> {
    let found = CHECKS.iter().find(|(own, _)| *own == name);
    let (_, check) = found.ok_or_else(|| Stop::Failed(format!("there is no check {name:?}")))?;
    check(project, &Sources::read(project)?)
}
