//! How a page looks, and what axe-core finds wrong with it.

use std::path::Path;

use serde_json::json;

use super::Browser;
use crate::Trouble;
use crate::window::{Theme, Violation};

/// From the narrowest window in which a page has to be whole to that of a wide screen, in CSS pixels.
pub const WIDTHS: [u32; 3] = [400, 800, 1280];

impl Browser {
    /// Looks at the page in a window so wide (CSS pixels), in what the person's system prefers. What sticks out is an
    /// error.
    pub async fn look(&mut self, theme: Theme, width: u32) -> Result<(), Trouble> {
        let request = json!({ "do": "look", "scheme": theme.word(), "width": width });
        match self.ask(request).await?.as_i64() {
            Some(..=0) => Ok(()),
            over => Err(Trouble::new(format!(
                "the page is {over:?} pixels wider than {width}"
            ))),
        }
    }

    /// Saves a picture of the whole page as a PNG file.
    pub async fn picture(&mut self, theme: Theme, file: &Path) -> Result<(), Trouble> {
        let request = json!({ "do": "picture", "scheme": theme.word(), "file": file });
        self.ask(request).await.map(drop)
    }

    /// The rules of axe-core (WCAG 2.2 AA and good practice) that the page breaks in a theme.
    pub async fn violations(&mut self, theme: Theme) -> Result<Vec<Violation>, Trouble> {
        let found = self
            .ask(json!({ "do": "violations", "scheme": theme.word() }))
            .await?;
        serde_json::from_value(found).map_err(Trouble::told("axe-core's verdict"))
    }
}
