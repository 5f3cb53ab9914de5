//! Running a test program, and reading what Rust's test harness writes.

use std::process::Command;

use super::programs::Program;
use crate::child;
use crate::stop::Stop;

/// What a line begins with that a test writes past the harness, to be shown however it ended.
const COUNTED: &str = "counted: ";

/// What came of a program's tests.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Outcome {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
    /// What its tests counted, line by line.
    pub(crate) counted: Vec<String>,
    /// All that it wrote, without the lines of tests that passed; empty if all did.
    pub(crate) complaints: String,
}

/// Runs the program's tests; `chosen` alone if that is not empty.
pub(crate) fn run(
    program: &Program,
    chosen: &[String],
    all: bool,
    threads: Option<u8>,
) -> Result<Outcome, Stop> {
    let mut command = Command::new(&program.path);
    command
        .current_dir(&program.folder)
        .env("CARGO_MANIFEST_DIR", &program.folder);
    if !chosen.is_empty() {
        command.arg("--exact").args(chosen);
    }
    // Who names a long test wants it run.
    if all || !chosen.is_empty() {
        command.arg("--include-ignored");
    }
    if all {
        command.env("CONNECTOR_SETUP_ALL", "1");
    }
    if let Some(threads) = threads {
        command.arg(format!("--test-threads={threads}"));
    }
    let (succeeded, text) = child::capture(command)?;
    Ok(outcome(succeeded, &text))
}

/// The names in the harness's terse list.
pub(crate) fn listed(text: &str) -> Vec<String> {
    text.lines()
        .filter_map(|line| line.strip_suffix(": test"))
        .map(str::to_owned)
        .collect()
}

fn outcome(succeeded: bool, text: &str) -> Outcome {
    let summary = text
        .lines()
        .rev()
        .find_map(|line| line.trim().strip_prefix("test result: "));
    let (passed, failed) = match summary {
        Some(summary) => (count(summary, "passed"), count(summary, "failed")),
        None => (
            text.lines()
                .filter(|line| is_pass(line))
                .count()
                .try_into()
                .unwrap_or(0),
            0,
        ),
    };
    // A program that ends badly without saying which test failed has failed all the same.
    let failed = if succeeded { failed } else { failed.max(1) };
    let complaints = if failed == 0 {
        String::new()
    } else {
        let rest: Vec<&str> = text.lines().filter(|line| !is_pass(line)).collect();
        rest.join("\n")
    };
    let counted = text.lines().filter_map(|line| line.strip_prefix(COUNTED));
    Outcome {
        passed,
        failed,
        counted: counted.map(str::to_owned).collect(),
        complaints,
    }
}

fn is_pass(line: &str) -> bool {
    line.starts_with("test ") && line.ends_with(" ... ok")
}

/// The number before `word` in "ok. 3 passed; 0 failed; …".
fn count(summary: &str, word: &str) -> u32 {
    let words: Vec<&str> = summary
        .split([' ', ';', '.'])
        .filter(|word| !word.is_empty())
        .collect();
    let pair = words.windows(2).find(|pair| pair[1] == word);
    pair.and_then(|pair| pair[0].parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_passed() {
        let text = "running 2 tests\ntest a ... ok\ntest b ... ok\n\ntest result: ok. 2 passed; 0 failed; 0 ignored; \
                    0 measured; 0 filtered out; finished in 0.00s\n";
        assert_eq!(
            outcome(true, text),
            Outcome {
                passed: 2,
                failed: 0,
                counted: Vec::new(),
                complaints: String::new()
            }
        );
    }

    #[test]
    fn keeps_what_a_failure_wrote() {
        let text = "test a ... ok\ntest b ... FAILED\n\nfailures:\n\n---- b stdout ----\nno\n\n\
                    test result: FAILED. 1 passed; 1 failed; 0 ignored\n";
        let outcome = outcome(false, text);
        assert_eq!((outcome.passed, outcome.failed), (1, 1));
        assert!(outcome.complaints.contains("---- b stdout ----\nno"));
        assert!(!outcome.complaints.contains("test a"));
    }

    #[test]
    fn hands_on_what_a_test_counted() {
        let text = "running 1 test\n\ncounted: 40 runs\ntest a ... ok\n\ntest result: ok. 1 passed; 0 failed\n";
        let outcome = outcome(true, text);
        assert_eq!((outcome.passed, outcome.failed), (1, 0));
        assert_eq!(outcome.counted, ["40 runs"]);
    }

    #[test]
    fn counts_a_crash_as_a_failure() {
        let outcome = outcome(
            false,
            "test a ... ok\nthread 'b' has overflowed its stack\n",
        );
        assert_eq!((outcome.passed, outcome.failed), (1, 1));
    }
}
