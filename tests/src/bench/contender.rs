//! A program that takes one round whenever it is told to.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde::Deserialize;

use crate::Trouble;

/// A running program. It ends with its input, that is with us.
pub(super) struct Contender {
    name: &'static str,
    child: Child,
    orders: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

/// What a program says of a round, on one line.
#[derive(Deserialize)]
#[serde(untagged)]
enum Round {
    Took { ms: f64 },
    Failed { trouble: String },
}

impl Contender {
    pub(super) fn start(name: &'static str, mut command: Command) -> Result<Self, Trouble> {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(Trouble::told(name))?;
        let (Some(orders), Some(answers)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(Trouble::new(format!("{name} cannot be talked to")));
        };
        Ok(Self {
            name,
            child,
            orders: Some(orders),
            answers: BufReader::new(answers),
        })
    }

    /// Takes a round; how long it took, in milliseconds.
    pub(super) fn round(&mut self) -> Result<f64, Trouble> {
        if let Some(orders) = &mut self.orders {
            writeln!(orders, "go").map_err(Trouble::told(self.name))?;
        }
        let mut line = String::new();
        self.answers
            .read_line(&mut line)
            .map_err(Trouble::told(self.name))?;
        match serde_json::from_str(&line).map_err(Trouble::told(self.name))? {
            Round::Took { ms } => Ok(ms),
            Round::Failed { trouble } => Err(Trouble::new(format!("{}: {trouble}", self.name))),
        }
    }
}

impl Drop for Contender {
    fn drop(&mut self) {
        drop(self.orders.take());
        // It has nothing to lose; one that hangs must not keep us.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
