//! The project's commands: `cargo xtask run`, `cargo xtask test`, `cargo xtask bench`, `cargo xtask bindings`.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "telling what they do is these commands' purpose"
)]

mod arguments;
mod bench;
mod bindings;
mod child;
mod interrupt;
mod project;
mod run;
mod setup;
mod stop;
mod structure;
mod suites;

use std::env;
use std::process::ExitCode;

use arguments::Order;
use project::Project;
use stop::Stop;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match follow(&arguments) {
        Ok(code) => code,
        Err(stop) => {
            eprintln!("{stop}");
            stop.code()
        }
    }
}

fn follow(arguments: &[String]) -> Result<ExitCode, Stop> {
    let order = Order::from_words(arguments)?;
    interrupt::watch()?;
    match order {
        Order::Help => {
            print!("{}", arguments::USAGE);
            Ok(ExitCode::SUCCESS)
        }
        Order::Run(how) => run::run(&Project::find()?, &how),
        Order::Test(what) => suites::test(&Project::find()?, &what),
        Order::Bench(name) => bench::bench(name.as_deref()),
        Order::Bindings => bindings::write(&Project::find()?),
    }
}
