//! What the wizard hands to the system's browser.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::time::Duration;

use tempfile::TempDir;
use tokio::time::{Instant, sleep};

use crate::Trouble;

/// Stands where the system's own opener would, and writes down what it was to open, a line each.
const OPENER: &str = "#!/bin/sh\nprintf '%s\\n' \"$1\" >> \"${0%/*}/opened\"\n";
const PATIENCE: Duration = Duration::from_secs(15);
const BETWEEN_LOOKS: Duration = Duration::from_millis(20);

/// Catches every address that a program of a desktop opens, and opens none.
#[derive(Debug)]
pub struct Links {
    folder: TempDir,
}

impl Links {
    /// Makes the opener.
    pub fn catch() -> Result<Self, Trouble> {
        let told = || Trouble::told("the opener of links");
        let folder = tempfile::tempdir().map_err(told())?;
        let links = Self { folder };
        let opener = links.folder.path().join("xdg-open");
        fs::write(&opener, OPENER).map_err(told())?;
        fs::set_permissions(&opener, fs::Permissions::from_mode(0o700)).map_err(told())?;
        fs::write(links.opened(), "").map_err(told())?;
        Ok(links)
    }

    /// Where a desktop's programs have to look for others.
    pub fn path(&self) -> String {
        let system = std::env::var("PATH").unwrap_or_default();
        format!("{}:{system}", self.folder.path().display())
    }

    /// How many addresses were opened so far.
    pub(super) fn count(&self) -> usize {
        self.all().len()
    }

    /// Waits for the address that follows the first `before`.
    pub(super) async fn after(&self, before: usize) -> Result<String, Trouble> {
        let until = Instant::now() + PATIENCE;
        while Instant::now() < until {
            if let Some(address) = self.all().into_iter().nth(before) {
                return Ok(address);
            }
            sleep(BETWEEN_LOOKS).await;
        }
        Err(Trouble::new("the wizard opened no link"))
    }

    fn all(&self) -> Vec<String> {
        let text = fs::read_to_string(self.opened()).unwrap_or_default();
        // The last line is written once it has its end.
        let whole = text.rsplit_once('\n').map_or("", |(whole, _)| whole);
        whole.lines().map(str::to_owned).collect()
    }

    fn opened(&self) -> PathBuf {
        self.folder.path().join("opened")
    }
}
