//! What changes something at GCIS, for a saved onboarding: `connectorctl register`,
//! `connectorctl migrate` and `connectorctl named-credential`.

mod answer;
mod arguments;
mod migrate;
mod named_credential;
mod practice;
mod register;
mod saved;
mod sending;
mod stop;
mod terminal;

pub(crate) use arguments::{MigrateOptions, NamedCredentialOptions, RegisterOptions};

use std::process::ExitCode;

/// Registers the connector and prints what came of it; with `--json`, one object in every case.
pub(crate) async fn register(options: &RegisterOptions) -> Result<ExitCode, String> {
    register::run(options).await
}

/// Moves a live connector to the external client app and prints how far it is; with `--json`, one
/// object in every case.
pub(crate) async fn migrate(options: &MigrateOptions) -> Result<ExitCode, String> {
    migrate::run(options).await
}

/// Works on the named credential and prints what came of it; with `--json`, one object in every
/// case.
pub(crate) async fn named_credential(options: &NamedCredentialOptions) -> Result<ExitCode, String> {
    named_credential::run(options).await
}

/// The object for a command line that could not be read: a script that asked for JSON gets it in
/// every case.
pub(crate) fn misused(command: &str, words: &str) -> Result<String, String> {
    answer::misused(command, words)
}
