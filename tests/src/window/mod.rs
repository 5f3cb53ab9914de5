//! A person's hands and eyes in our window: open it, read, click, type, look.
//!
//! Every wait has an end, on our side: the driver itself has none when an app does not come up.

mod accessibility;
mod find;
mod hands;
mod open;
mod picture;
mod reading;
mod size;

use std::future::Future;
use std::time::Duration;

use fantoccini::Client;
use fantoccini::error::CmdError;
use serde_json::Value;
use tokio::time::{sleep, timeout};

pub use accessibility::Violation;
pub use open::built_app;
pub use picture::Theme;
pub use size::Size;

use self::open::Opening;
use crate::Trouble;

/// How long a person would wait for what they asked for before calling it broken.
const PATIENCE: Duration = Duration::from_secs(15);
/// How long a person waits for what a page announced for later.
const MUCH_PATIENCE: Duration = Duration::from_mins(1);
/// How long one question to the driver may take; a hung page answers none.
const ANSWER: Duration = Duration::from_secs(20);
const BETWEEN_LOOKS: Duration = Duration::from_millis(40);

/// Our window, open on a private desktop.
#[derive(Debug)]
pub struct Window {
    client: Client,
    patience: Duration,
    opening: Opening,
}

impl Window {
    /// The same window for one who waits longer, as for what the page has announced.
    #[must_use]
    pub fn patiently(&self) -> Self {
        Self {
            client: self.client.clone(),
            patience: MUCH_PATIENCE,
            opening: self.opening.clone(),
        }
    }

    /// Runs a script in the page: a function's body with `arguments`.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Result<Value, Trouble> {
        answered("a script", self.client.execute(script, arguments)).await
    }

    /// Runs a script that ends by calling its last argument.
    pub async fn run_async(&self, script: &str, arguments: Vec<Value>) -> Result<Value, Trouble> {
        answered("a script", self.client.execute_async(script, arguments)).await
    }

    /// Looks again and again until `look` sees something; its last trouble if it never does.
    async fn until<T, F>(&self, mut look: impl FnMut() -> F) -> Result<T, Trouble>
    where
        F: Future<Output = Result<T, Trouble>>,
    {
        let mut last = Trouble::new("nothing was looked for");
        let watching = async {
            loop {
                match look().await {
                    Ok(seen) => return seen,
                    Err(trouble) => last = trouble,
                }
                sleep(BETWEEN_LOOKS).await;
            }
        };
        if let Ok(seen) = timeout(self.patience, watching).await {
            return Ok(seen);
        }
        let page = self.page().await.unwrap_or_else(|_| "unknown".to_owned());
        let waited = self.patience.as_secs();
        Err(Trouble::new(format!(
            "after {waited} s on the page {page:?}: {last}"
        )))
    }
}

/// The driver's answer, or a sentence about what it was asked for.
async fn answered<T>(
    what: &str,
    question: impl Future<Output = Result<T, CmdError>>,
) -> Result<T, Trouble> {
    match timeout(ANSWER, question).await {
        Ok(answer) => answer.map_err(Trouble::told(what)),
        Err(_) => Err(Trouble::new(format!(
            "{what}: no answer within {} s",
            ANSWER.as_secs()
        ))),
    }
}
