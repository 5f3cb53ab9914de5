//! How a page looks, and what axe-core finds wrong with it.

use std::path::Path;

use serde_json::json;

use super::Browser;
use crate::Trouble;
use crate::window::{Theme, Violation};

/// From the narrowest window in which a page has to be whole to that of a wide screen, in CSS pixels.
pub const WIDTHS: [u32; 3] = [400, 800, 1280];

/// How a page is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Sight {
    /// What the person's system prefers.
    pub theme: Theme,
    /// How wide the window is, in CSS pixels.
    pub width: u32,
}

impl Browser {
    /// Looks at the page, and keeps a picture of all of it if a file is named. What is wider than the window is an
    /// error.
    pub async fn look(&mut self, sight: Sight, file: Option<&Path>) -> Result<(), Trouble> {
        let Sight { theme, width } = sight;
        let over = self
            .ask(json!({ "do": "look", "scheme": theme.word(), "width": width, "file": file }))
            .await?;
        match over.as_i64() {
            Some(..=0) => Ok(()),
            over => Err(Trouble::new(format!(
                "the page is {over:?} pixels wider than {width}"
            ))),
        }
    }

    /// The rules of axe-core (WCAG 2.2 AA and good practice) that the page breaks in a theme.
    pub async fn violations(&mut self, theme: Theme) -> Result<Vec<Violation>, Trouble> {
        let found = self
            .ask(json!({ "do": "violations", "scheme": theme.word() }))
            .await?;
        serde_json::from_value(found).map_err(Trouble::told("axe-core's verdict"))
    }
}
