//! `connectorctl`: the wizard's use cases without a window.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line speaks on these"
)]

mod arguments;
mod check;
mod checklist;
mod explain;
mod list;
mod metadata;
mod practice;
mod problem;
mod workspace;

use std::process::ExitCode;

use arguments::{Arguments, Command};
use clap::Parser;

/// Something did not go as asked.
const FAILED: u8 = 1;
/// The command was not complete; clap ends with the same.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("The program could not start: {error}");
            return ExitCode::from(FAILED);
        }
    };
    let ended = runtime.block_on(run(arguments.command));
    // A keychain that waits for a person may still hold a thread; the answer is printed already.
    runtime.shutdown_background();
    ended.unwrap_or_else(|sentence| {
        eprintln!("{sentence}");
        ExitCode::from(FAILED)
    })
}

async fn run(command: Command) -> Result<ExitCode, String> {
    match command {
        Command::Check(options) => return check::run(&options).await,
        Command::Checklist(options) => checklist::run(&options)?,
        Command::Explain(options) => return explain::run(&options),
        Command::List(options) => list::run(&options)?,
        Command::Metadata(options) => metadata::run(&options)?,
        Command::Practice(options) => practice::run(options).await?,
        Command::Scenarios => practice::list_scenarios(),
    }
    Ok(ExitCode::SUCCESS)
}
