//! What is counted, by point.

use std::collections::BTreeMap;
use std::io::Write as _;

use acceptance::cut::Point;

use crate::plan::{By, Plan};

/// What came of one run.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Outcome {
    /// The service had carried out the first request when the wizard went on.
    pub(crate) done_at_first: bool,
    /// The record learned of it by looking, not by an answer.
    pub(crate) looked_up: bool,
}

#[derive(Default)]
struct Counts {
    cut: usize,
    killed: usize,
    done_at_first: usize,
    looked_up: usize,
}

/// What came of all runs.
#[derive(Default)]
pub(crate) struct Tally(BTreeMap<Point, Counts>);

impl Tally {
    pub(crate) fn count(&mut self, plan: &Plan, outcome: Outcome) {
        let counts = self.0.entry(plan.point).or_default();
        match plan.by {
            By::Cut => counts.cut += 1,
            By::Kill => counts.killed += 1,
        }
        counts.done_at_first += usize::from(outcome.done_at_first);
        counts.looked_up += usize::from(outcome.looked_up);
    }

    /// Prints the counts past the harness, which keeps what tests print to itself: `cargo xtask test` shows lines that
    /// begin so.
    pub(crate) fn print(&self, what: &str, done: &str, seed: u64) {
        let all: usize = self.0.values().map(|one| one.cut + one.killed).sum();
        let mut out = std::io::stdout().lock();
        writeln!(out, "\ncounted: {what}: {all} runs, seed {seed}").unwrap();
        for (point, counts) in &self.0 {
            let point = point.words();
            let Counts {
                cut,
                killed,
                done_at_first,
                looked_up,
            } = counts;
            writeln!(
                out,
                "counted:   {point}: {cut} cut, {killed} killed; {done_at_first} {done} by the first request; \
                 {looked_up} found by looking"
            )
            .unwrap();
        }
    }
}
