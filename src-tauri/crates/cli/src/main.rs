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
mod gcis;
mod list;
mod metadata;
mod practice;
mod problem;
mod scenarios;
mod workspace;

use std::env;
use std::ffi::OsString;
use std::process::ExitCode;
use std::time::Duration;

use arguments::{Arguments, Command};
use clap::Parser;

/// How long threads may take to end once the answer is printed.
const LAST_WAIT: Duration = Duration::from_secs(1);
/// Something did not go as asked.
const FAILED: u8 = 1;
/// The command was not complete; clap ends with the same.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    let arguments = Arguments::try_parse().unwrap_or_else(|error| {
        if error.use_stderr()
            && let Some(object) = object_in_every_case(&error)
        {
            match object {
                Ok(object) => println!("{object}"),
                Err(sentence) => eprintln!("{sentence}"),
            }
        }
        error.exit()
    });
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("The program could not start: {error}");
            return ExitCode::from(FAILED);
        }
    };
    let ended = runtime.block_on(run(arguments.command));
    // Threads that are left when a process exits can meet libraries that are already gone, so they
    // are waited for: no longer than this, since a keychain may still wait for a person.
    runtime.shutdown_timeout(LAST_WAIT);
    ended.unwrap_or_else(|sentence| {
        eprintln!("{sentence}");
        ExitCode::from(FAILED)
    })
}

/// The object that a command line asks for though it cannot be read, if it asks for one.
fn object_in_every_case(error: &clap::Error) -> Option<Result<String, String>> {
    let words: Vec<OsString> = env::args_os().skip(1).collect();
    if !words.iter().any(|word| word == "--json") {
        return None;
    }
    match words.first()?.to_str()? {
        "check" => Some(check::misused(&first_sentence(error))),
        command @ ("migrate" | "register" | "named-credential") => {
            Some(gcis::misused(command, &first_sentence(error)))
        }
        _ => None,
    }
}

fn first_sentence(error: &clap::Error) -> String {
    let words = error.to_string();
    let first = words.split("\n\n").next().unwrap_or_default();
    let words: Vec<&str> = first.split_whitespace().collect();
    let words = words.join(" ");
    words.strip_prefix("error: ").unwrap_or(&words).to_owned()
}

async fn run(command: Command) -> Result<ExitCode, String> {
    match command {
        Command::Check(options) => return check::run(&options).await,
        Command::Checklist(options) => checklist::run(&options)?,
        Command::Explain(options) => return Ok(explain::run(&options)),
        Command::List(options) => list::run(&options)?,
        Command::Metadata(options) => metadata::run(&options)?,
        Command::Migrate(options) => return gcis::migrate(&options).await,
        Command::NamedCredential(options) => return gcis::named_credential(&options).await,
        Command::Practice(options) => practice::run(options).await?,
        Command::Register(options) => return gcis::register(&options).await,
        Command::Scenarios => scenarios::run(),
    }
    Ok(ExitCode::SUCCESS)
}
