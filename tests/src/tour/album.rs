//! The tour's pictures: `NN-page-light.png` and `NN-page-dark.png`, and of a page that is longer than
//! the window or that has to fit into a smaller one `NN-page-light-whole.png` and `NN-page-small.png`.

use std::path::{Path, PathBuf};

use crate::Trouble;
use crate::window::{Size, Theme, Window};

/// How wide a page is pictured as a whole: a window beside another one.
const WHOLE: u32 = 1100;

/// Numbered pictures of pages, each in both themes.
#[derive(Debug)]
pub struct Album {
    folder: PathBuf,
    taken: u32,
    thorough: bool,
}

impl Album {
    /// An empty album.
    pub fn in_folder(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            taken: 0,
            thorough: false,
        }
    }

    /// Pictures each page as a whole and in the smallest window too, for those who look at all of it.
    #[must_use]
    pub fn thorough(mut self) -> Self {
        self.thorough = true;
        self
    }

    /// Takes the page as it is now, light and dark, and leaves it light. What axe-core finds wrong
    /// in either, or what does not fit into the smallest window, ends the tour.
    pub async fn take(&mut self, window: &Window, page: &str) -> Result<(), Trouble> {
        self.taken += 1;
        for theme in Theme::BOTH {
            window.set_theme(theme).await?;
            let name = format!("{page}-{}", theme.word());
            window.picture(&self.file(&name)).await?;
            let violations = window.violations().await?;
            let found: Vec<String> = violations.iter().map(ToString::to_string).collect();
            fine(&name, &found)?;
        }
        if self.thorough {
            self.take_whole(window, page).await?;
        }
        window.set_theme(Theme::Light).await?;
        self.take_small(window, page).await?;
        window.resize(Size::FIRST).await
    }

    /// How many pages it holds.
    pub fn pages(&self) -> u32 {
        self.taken
    }

    async fn take_whole(&self, window: &Window, page: &str) -> Result<(), Trouble> {
        window.resize(Size::new(WHOLE, Size::FIRST.height)).await?;
        let height = window.whole_height().await?;
        if height <= Size::FIRST.height {
            return Ok(());
        }
        window.resize(Size::new(WHOLE, height)).await?;
        for theme in Theme::BOTH {
            window.set_theme(theme).await?;
            let name = format!("{page}-{}-whole", theme.word());
            window.picture(&self.file(&name)).await?;
        }
        Ok(())
    }

    async fn take_small(&self, window: &Window, page: &str) -> Result<(), Trouble> {
        window.resize(Size::SMALLEST).await?;
        let name = format!("{page}-small");
        if self.thorough {
            window.picture(&self.file(&name)).await?;
        }
        fine(&name, &window.misfits().await?)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{:02}-{name}.png", self.taken))
    }
}

fn fine(page: &str, found: &[String]) -> Result<(), Trouble> {
    if found.is_empty() {
        Ok(())
    } else {
        Err(Trouble::new(format!("{page}: {}", found.join("; "))))
    }
}
