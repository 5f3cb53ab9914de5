//! What is told while suites run, and the counts at the end.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use super::libtest::Outcome;
use crate::stop::Stop;

/// Counts of what passed and what failed.
#[derive(Default)]
pub(crate) struct Report {
    passed: u32,
    failed: u32,
}

impl Report {
    /// Does something that suites rest on. Its failure counts as one, and the suites that can still run do.
    pub(crate) fn step<T>(
        &mut self,
        name: &str,
        work: impl FnOnce() -> Result<T, Stop>,
    ) -> Result<Option<T>, Stop> {
        match work() {
            Ok(done) => Ok(Some(done)),
            Err(stop) => self.failure(name, stop).map(|()| None),
        }
    }

    /// Runs a suite, with a line at its start and one at its end.
    pub(crate) fn suite(
        &mut self,
        name: &str,
        work: impl FnOnce(&mut Self) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        println!("{name} …");
        let start = Instant::now();
        let (passed, failed) = (self.passed, self.failed);
        if let Err(stop) = work(self) {
            self.failure(name, stop)?;
        }
        let (passed, failed) = (self.passed - passed, self.failed - failed);
        println!(
            "{name}: {passed} passed, {failed} failed in {}",
            told(start.elapsed())
        );
        Ok(())
    }

    /// Counts what came of a program's tests, and shows what failed.
    pub(crate) fn count(&mut self, label: &str, outcome: &Outcome) {
        self.passed += outcome.passed;
        self.failed += outcome.failed;
        for line in &outcome.counted {
            println!("  {line}");
        }
        if outcome.failed > 0 {
            println!("── {label} ──\n{}", outcome.complaints.trim_end());
        }
    }

    /// Counts a check of the sources, which stands for one test.
    pub(crate) fn check(&mut self, name: &str, complaints: &[String]) {
        if complaints.is_empty() {
            self.passed += 1;
        } else {
            self.failed += 1;
            println!("── {name} ──\n{}", complaints.join("\n"));
        }
    }

    fn failure(&mut self, name: &str, stop: Stop) -> Result<(), Stop> {
        let Stop::Failed(words) = stop else {
            return Err(stop);
        };
        println!("{name}: FAILED: {words}");
        self.failed += 1;
        Ok(())
    }

    /// The last line, plain, for people and programs alike.
    pub(crate) fn end(&self) -> ExitCode {
        println!("{} passed, {} failed", self.passed, self.failed);
        if self.failed == 0 {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }
}

fn told(time: Duration) -> String {
    match time.as_secs() {
        0..60 => format!("{:.1} s", time.as_secs_f32()),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}
