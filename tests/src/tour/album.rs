//! The tour's pictures: `NN-page-light.png` and `NN-page-dark.png`.

use std::path::{Path, PathBuf};

use crate::Trouble;
use crate::window::{Theme, Window};

/// Numbered pictures of pages, each in both themes.
#[derive(Debug)]
pub struct Album {
    folder: PathBuf,
    taken: u32,
}

impl Album {
    /// An empty album.
    pub fn in_folder(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            taken: 0,
        }
    }

    /// Takes the page as it is now, light and dark, and leaves it light. What axe-core finds wrong
    /// in either ends the tour.
    pub async fn take(&mut self, window: &Window, page: &str) -> Result<(), Trouble> {
        self.taken += 1;
        window.scroll_to_top().await?;
        for theme in Theme::BOTH {
            window.set_theme(theme).await?;
            let name = format!("{:02}-{page}-{}.png", self.taken, theme.word());
            window.picture(&self.folder.join(name)).await?;
            let violations = window.violations().await?;
            if !violations.is_empty() {
                let found: Vec<String> = violations.iter().map(ToString::to_string).collect();
                let theme = theme.word();
                return Err(Trouble::new(format!(
                    "{page}, {theme}: {}",
                    found.join("; ")
                )));
            }
        }
        window.set_theme(Theme::Light).await
    }

    /// How many pages it holds.
    pub fn pages(&self) -> u32 {
        self.taken
    }
}
