//! Pictures of the window.

use std::fs;
use std::path::Path;

use serde_json::json;

use super::{Window, answered};
use crate::Trouble;

/// A frame that is asked for right after a change shows the one before it; after two frames it does not.
const PAINTED: &str = "const done = arguments[arguments.length - 1]; \
    document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";

/// The window's two looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Both, in the order in which pictures are taken.
    pub const BOTH: [Self; 2] = [Self::Light, Self::Dark];

    /// The word of `data-theme` and of a picture's name.
    pub fn word(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Window {
    /// Shows the window in this theme.
    pub async fn set_theme(&self, theme: Theme) -> Result<(), Trouble> {
        let script = "document.documentElement.dataset.theme = arguments[0]";
        self.run(script, vec![json!(theme.word())]).await.map(drop)
    }

    /// Shows the beginning of a page that is longer than the window.
    pub async fn scroll_to_top(&self) -> Result<(), Trouble> {
        let script = "for (const one of document.querySelectorAll('main *')) one.scrollTop = 0";
        self.run(script, Vec::new()).await.map(drop)
    }

    /// Brings the first shown element that matches to the top of the page, or as near as it goes.
    pub async fn scroll_to(&self, css: &str) -> Result<(), Trouble> {
        self.wait_for(css).await?;
        let script = "document.querySelector(arguments[0]) \
            .scrollIntoView({ block: 'start', behavior: 'instant' })";
        self.run(script, vec![json!(css)]).await.map(drop)
    }

    /// Waits until what the page holds now is on the screen, with what moves at its end.
    pub async fn painted(&self) -> Result<(), Trouble> {
        let settle = "for (const one of document.getAnimations()) { \
            if (one.effect?.getComputedTiming().endTime !== Infinity) one.finish(); }";
        self.run(settle, Vec::new()).await?;
        self.run_async(PAINTED, Vec::new()).await.map(drop)
    }

    /// Saves a picture of the window as a PNG file.
    pub async fn picture(&self, file: &Path) -> Result<(), Trouble> {
        self.painted().await?;
        let picture = answered("a picture of the window", self.client.screenshot()).await?;
        fs::write(file, picture).map_err(Trouble::told(&file.display().to_string()))
    }
}
