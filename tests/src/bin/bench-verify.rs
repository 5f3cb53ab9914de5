//! `cargo xtask bench verify`: the bench, and in a process of its own our part of it.

use std::env;
use std::process::ExitCode;

use acceptance::{Trouble, bench};

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => failed(&trouble),
    }
}

async fn run() -> Result<(), Trouble> {
    if env::args().nth(1).as_deref() == Some("rounds") {
        return bench::take_rounds().await;
    }
    let this = env::current_exe().map_err(Trouble::told("this program's own path"))?;
    bench::verify(&this)
}

#[expect(clippy::print_stderr, reason = "it is a command")]
fn failed(trouble: &Trouble) -> ExitCode {
    eprintln!("{trouble}");
    ExitCode::FAILURE
}
