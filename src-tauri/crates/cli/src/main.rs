//! `connectorctl`: the wizard's use cases without a window.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line speaks on these"
)]

mod arguments;
mod checklist;
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

#[tokio::main]
async fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Checklist(options) => checklist::run(&options),
        Command::List(options) => list::run(&options),
        Command::Metadata(options) => metadata::run(&options),
        Command::Practice(options) => practice::run(options).await,
        Command::Scenarios => {
            practice::list_scenarios();
            Ok(())
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(FAILED)
        }
    }
}
