//! The questions that the system asks beside the window: `WebDriver` neither sees nor answers them, a
//! person's keyboard does.

use std::time::{Duration, Instant};

use super::Desktop;
use crate::Trouble;

const PATIENCE: Duration = Duration::from_secs(20);
const BETWEEN: Duration = Duration::from_millis(100);

/// What a person answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The first button, by Return.
    Yes,
    /// Escape.
    No,
}

impl Desktop {
    /// Waits until a question is asked whose title begins with these words; what the whole title is.
    pub async fn asked(&self, title: &str) -> Result<String, Trouble> {
        let id = self.question(title).await?;
        let name = self.xdotool(&["getwindowname", &id])?;
        let gone = || Trouble::new(format!("{title:?} was gone at once"));
        Ok(name.ok_or_else(gone)?.trim().to_owned())
    }

    /// Answers the question whose title begins with these words, and waits until it is gone.
    pub async fn answer(&self, title: &str, answer: Answer) -> Result<(), Trouble> {
        let id = self.question(title).await?;
        let key = match answer {
            Answer::Yes => "Return",
            Answer::No => "Escape",
        };
        let until = Instant::now() + PATIENCE;
        while self.open(title)?.as_deref() == Some(id.as_str()) {
            if Instant::now() > until {
                return Err(Trouble::new(format!("{title:?} takes no answer")));
            }
            // It may take no key before it is drawn, and it can go between two looks.
            if self.xdotool(&["windowfocus", &id])?.is_some() {
                self.xdotool(&["key", key])?;
            }
            tokio::time::sleep(BETWEEN).await;
        }
        Ok(())
    }

    async fn question(&self, title: &str) -> Result<String, Trouble> {
        let until = Instant::now() + PATIENCE;
        loop {
            if let Some(id) = self.open(title)? {
                return Ok(id);
            }
            if Instant::now() > until {
                return Err(Trouble::new(format!("nobody asks {title:?}")));
            }
            tokio::time::sleep(BETWEEN).await;
        }
    }

    /// The window of the question, if it is open.
    fn open(&self, title: &str) -> Result<Option<String>, Trouble> {
        let pattern = format!("^{title}");
        let ids = self.xdotool(&["search", "--onlyvisible", "--name", &pattern])?;
        Ok(ids.and_then(|ids| ids.lines().next().map(str::to_owned)))
    }

    /// What xdotool prints; nothing where there is no such window.
    fn xdotool(&self, arguments: &[&str]) -> Result<Option<String>, Trouble> {
        let output = self
            .command("xdotool")
            .args(arguments)
            .output()
            .map_err(Trouble::told("xdotool"))?;
        let printed = String::from_utf8_lossy(&output.stdout).into_owned();
        Ok(output.status.success().then_some(printed))
    }
}
