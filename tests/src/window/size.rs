//! The window's size, and whether all of a page fits in it.

use serde_json::json;

use super::{Window, answered};
use crate::Trouble;

const FIT: &str = include_str!("fit.js");

/// How much taller the window would have to be to show all of its page.
const HIDDEN: &str = "const page = document.querySelector('main .scroller'); \
    return innerHeight + Math.max(0, page.scrollHeight - page.clientHeight)";

/// The inside of a window, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

impl Size {
    /// As the wizard opens for the first time.
    pub const FIRST: Self = Self::new(1200, 800);
    /// The smallest that a person can make it.
    pub const SMALLEST: Self = Self::new(900, 600);

    /// So wide and so tall.
    pub const fn new(width: u32, height: u32) -> Self {
        Self { width, height }
    }
}

impl Window {
    /// Makes the window so large; it can be larger than the screen.
    pub async fn resize(&self, size: Size) -> Result<(), Trouble> {
        let Size { width, height } = size;
        answered("resizing", self.client.set_window_size(width, height)).await?;
        self.until(async || {
            let script = "return [innerWidth, innerHeight]";
            match self.run(script, Vec::new()).await? {
                now if now == json!([width, height]) => Ok(()),
                now => Err(Trouble::new(format!("the window is {now} after resizing"))),
            }
        })
        .await
    }

    /// How tall the window would have to be, as wide as it is, to show all of its page.
    pub async fn whole_height(&self) -> Result<u32, Trouble> {
        let answer = self.run(HIDDEN, Vec::new()).await?;
        let height = answer
            .as_u64()
            .and_then(|height| u32::try_from(height).ok());
        height.ok_or_else(|| Trouble::new("the window shows no page"))
    }

    /// What is wider than its place, in a line each.
    pub async fn misfits(&self) -> Result<Vec<String>, Trouble> {
        self.painted().await?;
        self.list(FIT).await
    }
}
