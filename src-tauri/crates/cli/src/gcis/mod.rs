//! What changes something at GCIS, for a saved onboarding: `connectorctl register` and
//! `connectorctl named-credential`.

mod answer;
mod arguments;
mod named_credential;
mod practice;
mod register;
mod saved;
mod stop;
mod terminal;

pub(crate) use arguments::{NamedCredentialOptions, RegisterOptions};

use std::process::ExitCode;

/// Registers the connector and prints what came of it; with `--json`, one object in every case.
pub(crate) async fn register(options: &RegisterOptions) -> Result<ExitCode, String> {
    register::run(options).await
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
