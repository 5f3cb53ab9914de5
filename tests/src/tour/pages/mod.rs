//! The practice pages, each as it is found and as it is left: light and dark, in wide and narrow windows.

mod connector;
mod setup;

use std::path::{Path, PathBuf};

use practice::{Card, Options, OrgSpec, Page, Running};

use crate::Trouble;
use crate::browser::{Browser, WIDTHS};
use crate::window::Theme;

const KEY: &str = "tour";

/// A tour of the practice pages under way.
pub struct PagesTour {
    browser: Browser,
    running: Running,
    card: Card,
    folder: Option<PathBuf>,
    seen: u32,
}

impl PagesTour {
    /// Starts a practice cloud and a browser. Pictures are kept where a folder is named.
    pub async fn start(folder: Option<&Path>) -> Result<Self, Trouble> {
        let running = practice::start(Options::default())
            .await
            .map_err(Trouble::told("the practice cloud"))?;
        let card = running.cloud().open_org(OrgSpec {
            key: KEY.to_owned(),
            name: super::CUSTOMER.to_owned(),
            username: "gcis-salesforce-sales-cloud-connector@northwind.example".to_owned(),
            sandbox: false,
            my_domain: String::new(),
        });
        Ok(Self {
            browser: Browser::open().await?,
            running,
            card,
            folder: folder.map(Path::to_owned),
            seen: 0,
        })
    }

    /// Looks at every page; how many that were.
    pub async fn walk(&mut self) -> Result<u32, Trouble> {
        self.nothing_is_open().await?;
        for page in Page::ALL {
            self.open(page).await?;
            self.look(&format!("{page:?}")).await?;
        }
        self.in_setup().await?;
        self.in_the_portal().await?;
        Ok(self.seen)
    }

    /// Ends both.
    pub async fn end(self) -> Result<(), Trouble> {
        self.running.stop().await;
        self.browser.close().await
    }

    async fn nothing_is_open(&mut self) -> Result<(), Trouble> {
        let origin = self.running.pages().origin().to_owned();
        self.browser.visit(&format!("{origin}/")).await?;
        self.look("Closed").await
    }

    async fn open(&mut self, page: Page) -> Result<(), Trouble> {
        let address = self.running.pages().open(KEY, page);
        let address = address.ok_or_else(|| Trouble::new("the org is not open"))?;
        self.browser.visit(&address).await.map(drop)
    }

    /// Looks at the page that is open. What does not say PRACTICE, does not fit or breaks a rule of axe-core ends the
    /// tour.
    async fn look(&mut self, name: &str) -> Result<(), Trouble> {
        self.seen += 1;
        let on_the_page = |trouble: Trouble| Trouble::new(format!("{name}: {trouble}"));
        self.browser.reads("PRACTICE").await.map_err(on_the_page)?;
        for width in WIDTHS {
            self.browser
                .look(Theme::Light, width)
                .await
                .map_err(on_the_page)?;
        }
        for theme in Theme::BOTH {
            if let Some(folder) = &self.folder {
                let name = format!("{:02}-{name}-{}.png", self.seen, theme.word());
                self.browser.picture(theme, &folder.join(name)).await?;
            }
            let broken = self.browser.violations(theme).await?;
            if let Some(violation) = broken.first() {
                let words = format!("{}: {violation}", theme.word());
                return Err(on_the_page(Trouble::new(words)));
            }
        }
        Ok(())
    }

    /// Clicks what opens a page, and looks at that.
    async fn click_and_look(&mut self, words: &str, name: &str) -> Result<(), Trouble> {
        self.browser.click(words).await?;
        self.look(name).await
    }
}
