//! The whole day of a customer, practised: the wizard's window and a browser, side by side.
//!
//! What is clicked and read in the wizard stands in `wizard`, what on the practice pages in the others; by the words
//! that a person reads there.

mod links;
mod portal;
mod sales_cloud;
mod setup;
mod wizard;

use std::path::Path;

pub use links::Links;
pub use portal::Dialog;
pub use sales_cloud::{Keys, NewUser, OwnApp};
pub use wizard::Line;

use crate::Trouble;
use crate::browser::Browser;
use crate::desktop::Desktop;
use crate::tour::Tour;
use crate::window::built_app;

/// A day under way.
#[derive(Debug)]
pub struct Day<'a> {
    /// The wizard's window, with what a person does on its pages.
    pub wizard: Tour<'a>,
    /// The browser that opens what the wizard's links lead to.
    pub browser: Browser,
    links: &'a Links,
}

impl<'a> Day<'a> {
    /// Opens the wizard in practice on a desktop on which `links` catches what it opens, and a browser beside it.
    pub async fn begin(desktop: &'a Desktop, links: &'a Links) -> Result<Self, Trouble> {
        let nowhere = Path::new("");
        let wizard = Tour::start(desktop, &built_app()?, nowhere, |_| ()).await?;
        Ok(Self {
            wizard: wizard.without_pictures(),
            browser: Browser::open().await?,
            links,
        })
    }

    /// Closes both.
    pub async fn end(self) -> Result<(), Trouble> {
        self.wizard.end().await?;
        self.browser.close().await
    }
}
