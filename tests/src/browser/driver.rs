//! The script that drives Chromium, in a process of its own.

use std::fmt::{self, Debug, Formatter};
use std::fs::File;
use std::process::Stdio;
use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio::time::timeout;

use super::install::{chromium, playwright};
use crate::Trouble;
use crate::programs::clean;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/browser/driver.js");
const AXE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../ui/node_modules/axe-core/axe.min.js"
);

/// A name that leads to this computer, as one does whose owner rebound it.
pub const REBOUND: &str = "rebound.example";

/// How long a person would wait for what they asked for before calling it broken.
const PATIENCE: Duration = Duration::from_secs(15);
/// The script gives up first, and says on what.
const ANSWER: Duration = Duration::from_secs(40);
const START: Duration = Duration::from_mins(1);
const STOP: Duration = Duration::from_secs(10);

/// Chromium with one page open. Dropping it closes it.
pub struct Browser {
    script: Child,
    requests: Option<ChildStdin>,
    answers: Lines<BufReader<ChildStdout>>,
    /// Holds its profile and what the script complains about.
    folder: TempDir,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Answer {
    Value(Value),
    Trouble(String),
}

impl Browser {
    /// Opens Chromium with an empty page and a profile of its own (a second; the first time playwright-core is
    /// installed, which takes npm and its registry).
    pub async fn open() -> Result<Self, Trouble> {
        let told = || Trouble::told("the browser");
        let folder = tempfile::tempdir().map_err(told())?;
        let log = File::create(folder.path().join("log")).map_err(told())?;
        let mut command = clean("node");
        command
            .arg(SCRIPT)
            .env("NODE_PATH", playwright()?.join("node_modules"))
            .env("BROWSER", chromium()?)
            .env("AXE", AXE)
            .env("PATIENCE_MS", PATIENCE.as_millis().to_string())
            .env(
                "RESOLVE",
                format!(
                    "MAP {REBOUND} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"
                ),
            )
            .env("HOME", folder.path())
            .env("TMPDIR", folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(log);
        let mut script = Command::from(command)
            .kill_on_drop(true)
            .spawn()
            .map_err(told())?;
        let output = script
            .stdout
            .take()
            .ok_or_else(|| Trouble::new("no output"))?;
        let mut browser = Self {
            requests: script.stdin.take(),
            answers: BufReader::new(output).lines(),
            script,
            folder,
        };
        browser.answer(START).await?;
        Ok(browser)
    }

    /// Closes it and waits for its end.
    pub async fn close(mut self) -> Result<(), Trouble> {
        drop(self.requests.take());
        let ended = timeout(STOP, self.script.wait()).await;
        match ended.map_err(|_| Trouble::new("the browser did not end in time"))? {
            Ok(status) if status.success() => Ok(()),
            _ => Err(Trouble::new(self.last_words())),
        }
    }

    /// Asks the script for something and waits for its answer.
    pub(super) async fn ask(&mut self, request: Value) -> Result<Value, Trouble> {
        let line = format!("{request}\n");
        let told = || Trouble::told("asking the browser");
        if let Some(requests) = &mut self.requests {
            requests.write_all(line.as_bytes()).await.map_err(told())?;
            requests.flush().await.map_err(told())?;
        }
        self.answer(ANSWER).await
    }

    async fn answer(&mut self, patience: Duration) -> Result<Value, Trouble> {
        let line = timeout(patience, self.answers.next_line())
            .await
            .map_err(|_| Trouble::new("the browser does not answer"))?
            .map_err(Trouble::told("the browser's answer"))?
            .ok_or_else(|| Trouble::new(self.last_words()))?;
        match serde_json::from_str(&line).map_err(Trouble::told("the browser's answer"))? {
            Answer::Value(value) => Ok(value),
            Answer::Trouble(words) => Err(Trouble::new(words)),
        }
    }

    fn last_words(&self) -> String {
        let words = std::fs::read_to_string(self.folder.path().join("log")).unwrap_or_default();
        format!("the browser ended: {}", words.trim())
    }
}

impl Debug for Browser {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "Browser({})", self.folder.path().display())
    }
}
