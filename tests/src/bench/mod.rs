//! How long a verification takes on a slow link, beside what other programs take to ask Salesforce the same.
//!
//! Everybody signs in by password at the org's My Domain host, over TLS, with connections made anew in each round. The
//! span is timed inside each program, from the first byte of work to the last answer: starting a program, loading its
//! modules and the machine's trust roots count for nobody. Rounds take turns, so that a busy moment meets all alike, and
//! the first round of each is for warming up.

mod contender;
mod critical_path;
mod ours;
mod result;

use std::fs::{create_dir_all, write};
use std::path::{Path, PathBuf};
use std::process::Command;

use contender::Contender;
pub use ours::take_rounds;
use result::{Row, Verdict};

use crate::Trouble;
use crate::clients::{Jsforce, PRACTICE, SimpleSalesforce};
use crate::mapped::Mapped;
use crate::programs::target;

/// The round trip of the link, in milliseconds.
const LATENCY: u32 = 100;
/// Rounds that count.
const ROUNDS: usize = 9;

/// The variable that names the certificate to trust to our own part.
const CA_FILE: &str = "CA_FILE";
/// The variable that holds the paths to ask, with a place-holder for the user's id.
const QUESTIONS: &str = "QUESTIONS";
/// What stands in them for the user's id, which a client knows once it has signed in.
const USER_ID: &str = "USER_ID";
/// The newest API version that this program knows.
const VERSION: &str = "68.0";

/// Runs the bench, prints a table and writes the numbers to `target/bench/verify.json`. Blocking, and a minute long.
///
/// # Errors
/// If a program cannot be installed or started, or does not get all answers; never for being slow.
pub fn verify(this: &Path) -> Result<(), Trouble> {
    let jsforce = Jsforce::install()?;
    let simple_salesforce = SimpleSalesforce::install()?;
    let mapped = Mapped::start(&["--latency-ms", &LATENCY.to_string()])?;
    let folder = tempfile::tempdir().map_err(Trouble::told("a temporary folder"))?;
    let script = |name: &str, text: &str| -> Result<PathBuf, Trouble> {
        let file = folder.path().join(name);
        write(&file, text).map_err(Trouble::told("a temporary file"))?;
        Ok(file)
    };
    let node = script("ask.js", include_str!("scripts/ask.js"))?;
    let python = script("ask.py", include_str!("scripts/ask.py"))?;

    let mut own = Command::new(this);
    own.arg("rounds")
        .env_clear()
        .env(CA_FILE, mapped.authority_file());
    let mut python = simple_salesforce.command(&python);
    python.env(SimpleSalesforce::TRUST, mapped.authority_file());
    let node = |way: &str| {
        let mut command = jsforce.command(&node);
        command
            .env("WAY", way)
            .env(Jsforce::TRUST, mapped.authority_file());
        command
    };
    let questions = onboarding::salesforce::questions(VERSION, USER_ID);
    let path = critical_path::round_trips();
    let mut contenders = [
        ("Connector Setup, the host asked first", own, Verdict::Ours),
        (
            "(b) simple-salesforce, one by one",
            python,
            Verdict::AtMost(0.5),
        ),
        (
            "(b) jsforce, one by one",
            node("one by one"),
            Verdict::AtMost(0.5),
        ),
        (
            "(c) jsforce, all at once",
            node("at once"),
            Verdict::Below(0.9),
        ),
    ]
    .into_iter()
    .map(|(name, mut command, verdict)| {
        command
            .envs(mapped.variables())
            .env(PRACTICE, &mapped.announcement().line)
            .env(QUESTIONS, serde_json::json!(questions).to_string());
        let contender = Contender::start(name, command)?;
        Ok((contender, Row::new(name, verdict)))
    })
    .collect::<Result<Vec<_>, Trouble>>()?;

    for round in 0..=ROUNDS {
        for (contender, row) in &mut contenders {
            let took = contender.round()?;
            if round > 0 {
                row.took.push(took);
            }
        }
    }
    let mut rows: Vec<Row> = contenders.into_iter().map(|(_, row)| row).collect();
    let mut counted = Row::new(
        format!("(a) critical path, {path} round trips"),
        Verdict::AtMost(1.15),
    );
    counted.took.push(f64::from(path * LATENCY));
    rows.insert(1, counted);
    mapped.stop()?;

    say(&result::table(&rows, questions.len(), LATENCY, ROUNDS));
    let file = target()?.join("bench/verify.json");
    let told = || Trouble::told("target/bench/verify.json");
    create_dir_all(file.parent().unwrap_or(&file)).map_err(told())?;
    write(&file, result::json(&rows, questions.len(), LATENCY, ROUNDS)).map_err(told())?;
    say(&format!("\nAll rounds are in {}.", file.display()));
    Ok(())
}

#[expect(
    clippy::print_stdout,
    reason = "the table is what a person runs it for"
)]
fn say(words: &str) {
    println!("{words}");
}
