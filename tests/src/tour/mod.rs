//! The tour: the whole onboarding as a person would walk it, with a picture of every page.

mod album;
mod gcis;
mod salesforce;
mod walk;

use std::path::{Path, PathBuf};

pub use album::Album;
pub use salesforce::CUSTOMER;
pub use walk::{walk, walk_by_external_client_app};

use crate::Trouble;
use crate::desktop::Desktop;
use crate::window::Window;

/// A tour under way.
#[derive(Debug)]
pub struct Tour<'a> {
    /// The desktop that it walks on.
    pub desktop: &'a Desktop,
    /// The window, open.
    pub window: Window,
    /// Where pictures and documents are kept.
    pub folder: PathBuf,
    album: Option<Album>,
    say: fn(&str),
}

impl<'a> Tour<'a> {
    /// Opens the app in practice; `say` tells the person who watches, a line a time.
    pub async fn start(
        desktop: &'a Desktop,
        app: &Path,
        folder: &Path,
        say: fn(&str),
    ) -> Result<Self, Trouble> {
        let window = Window::open(desktop, app, &["--practice"]).await?;
        let album = Some(Album::in_folder(folder));
        Ok(Self {
            desktop,
            window,
            folder: folder.to_owned(),
            album,
            say,
        })
    }

    /// Goes on without pictures and without asking axe, for a test of something else.
    #[must_use]
    pub fn without_pictures(mut self) -> Self {
        self.album = None;
        self
    }

    /// Tells what was done, in a line.
    pub fn say(&self, line: &str) {
        (self.say)(line);
    }

    /// Looks at the page as it is: takes a picture of it in both themes, under the name `page`, and
    /// asks axe about each.
    pub async fn look(&mut self, page: &str) -> Result<(), Trouble> {
        match &mut self.album {
            Some(album) => album.take(&self.window, page).await,
            None => Ok(()),
        }
    }

    /// How many pages have been pictured.
    pub fn pictured(&self) -> u32 {
        self.album.as_ref().map_or(0, Album::pages)
    }

    /// Keeps what the window shows now as `failed.png` and `failed.html`.
    pub async fn keep_failure(&self) {
        let _ = self.window.picture(&self.folder.join("failed.png")).await;
        if let Ok(source) = self.window.source().await {
            let _ = std::fs::write(self.folder.join("failed.html"), source);
        }
    }
}
