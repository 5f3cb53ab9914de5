//! The tour: the whole onboarding as a person would walk it, with a picture of every page; and the
//! states beside it, where something is odd or goes wrong.

mod album;
mod diagnosis;
mod gcis;
mod named_credential;
mod pages;
mod salesforce;
pub mod states;
mod walk;

use std::path::{Path, PathBuf};

pub use album::Album;
pub use pages::PagesTour;
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
        Self::start_with(&["--practice"], desktop, app, folder, say).await
    }

    /// Opens the app as it is without practice. Nothing is sent before somebody verifies.
    pub async fn start_live(
        desktop: &'a Desktop,
        app: &Path,
        folder: &Path,
        say: fn(&str),
    ) -> Result<Self, Trouble> {
        Self::start_with(&[], desktop, app, folder, say).await
    }

    async fn start_with(
        arguments: &[&str],
        desktop: &'a Desktop,
        app: &Path,
        folder: &Path,
        say: fn(&str),
    ) -> Result<Self, Trouble> {
        let window = Window::open(desktop, app, arguments).await?;
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

    /// Goes on in an album that another tour began.
    #[must_use]
    pub fn with_album(mut self, album: Album) -> Self {
        self.album = Some(album);
        self
    }

    /// Closes the window; the album is for the next tour.
    pub async fn end(self) -> Result<Option<Album>, Trouble> {
        self.window.close().await?;
        Ok(self.album)
    }

    /// Tells what was done, in a line.
    pub fn say(&self, line: &str) {
        (self.say)(line);
    }

    /// Looks at the page from its top: takes a picture of it in both themes, under the name `page`,
    /// and asks axe about each.
    pub async fn look(&mut self, page: &str) -> Result<(), Trouble> {
        if self.album.is_some() {
            self.window.scroll_to_top().await?;
        }
        self.look_here(page).await
    }

    /// Looks at the page where the element `css` is.
    pub async fn look_at(&mut self, css: &str, page: &str) -> Result<(), Trouble> {
        self.window.scroll_to(css).await?;
        self.look_here(page).await
    }

    /// Looks at the page as it is scrolled.
    async fn look_here(&mut self, page: &str) -> Result<(), Trouble> {
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
