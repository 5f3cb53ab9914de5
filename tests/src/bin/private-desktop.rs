//! Keeps a private desktop for a test, for as long as its standard input stays open.
#![allow(clippy::print_stderr, reason = "a program that fails says so")]

use std::env;
use std::io::{stdin, stdout};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match acceptance::desktop::keep(&arguments, stdin(), stdout()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("private desktop: {trouble}");
            ExitCode::FAILURE
        }
    }
}
