//! Opening and closing the app.

use std::path::{Path, PathBuf};
use std::time::Duration;

use fantoccini::wd::{Capabilities, TimeoutConfiguration};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tokio::time::{sleep, timeout};

use super::{PATIENCE, Window, answered};
use crate::Trouble;
use crate::desktop::{Desktop, Process, of_folder};
use crate::programs::built;

const OPEN: Duration = Duration::from_mins(1);
const CLOSE: Duration = Duration::from_secs(10);

/// What was opened and where, to open it once more.
#[derive(Clone, Debug)]
pub(super) struct Opening {
    driver: String,
    folder: PathBuf,
    app: PathBuf,
    arguments: Vec<String>,
}

/// The app that cargo built beside this program.
pub fn built_app() -> Result<PathBuf, Trouble> {
    built("connector-setup", "connector-setup")
}

impl Window {
    /// Opens `app` with `arguments` on `desktop` and waits for its first page.
    pub async fn open(desktop: &Desktop, app: &Path, arguments: &[&str]) -> Result<Self, Trouble> {
        let window = Self::open_any(desktop, app, arguments).await?;
        window.until(|| window.page()).await?;
        Ok(window)
    }

    /// Opens any WebKitGTK program on `desktop`, whatever it shows.
    pub async fn open_any(
        desktop: &Desktop,
        app: &Path,
        arguments: &[&str],
    ) -> Result<Self, Trouble> {
        let opening = Opening {
            driver: desktop.driver().to_owned(),
            folder: desktop.folder().to_owned(),
            app: app
                .canonicalize()
                .map_err(Trouble::told(&app.display().to_string()))?,
            arguments: arguments.iter().map(|one| (*one).to_owned()).collect(),
        };
        let client = opening.session().await?;
        Ok(Self {
            client,
            patience: PATIENCE,
            opening,
        })
    }

    /// Closes the window and waits until the app has ended.
    pub async fn close(self) -> Result<(), Trouble> {
        self.end().await
    }

    /// Closes the window, waits until the app has ended, and opens it again as before.
    pub async fn reopen(&mut self) -> Result<(), Trouble> {
        self.end().await?;
        self.client = self.opening.session().await?;
        self.until(|| self.page()).await.map(drop)
    }

    /// Ends the app at once, as a power cut would; to go on, open it again.
    pub async fn kill(self) {
        self.opening.processes().for_each(|process| process.kill());
        // The session is dead already; what the driver says about that is of no interest.
        let _ = timeout(CLOSE, self.client.close()).await;
    }

    async fn end(&self) -> Result<(), Trouble> {
        answered("closing the window", self.client.clone().close()).await?;
        let ended = async {
            while self.opening.processes().next().is_some() {
                sleep(Duration::from_millis(20)).await;
            }
        };
        timeout(CLOSE, ended)
            .await
            .map_err(|_| Trouble::new("the app did not end when its window was closed"))
    }
}

impl Opening {
    async fn session(&self) -> Result<Client, Trouble> {
        let mut capabilities = Capabilities::new();
        let options = json!({ "binary": self.app, "args": self.arguments });
        capabilities.insert("webkitgtk:browserOptions".to_owned(), options);

        let mut builder = ClientBuilder::new(HttpConnector::new());
        let opening = builder.capabilities(capabilities).connect(&self.driver);
        // The driver waits for ever for an app that does not come up.
        let client = timeout(OPEN, opening)
            .await
            .map_err(|_| Trouble::new("opening the window: no answer"))?
            .map_err(Trouble::told("opening the window"))?;
        let limit = Some(Duration::from_secs(15));
        let limits = TimeoutConfiguration::new(limit, limit, Some(Duration::ZERO));
        answered(
            "setting the driver's limits",
            client.update_timeouts(limits),
        )
        .await?;
        Ok(client)
    }

    fn processes(&self) -> impl Iterator<Item = Process> {
        let on_desktop = of_folder(&self.folder).into_iter();
        on_desktop.filter(|process| process.program == self.app)
    }
}
