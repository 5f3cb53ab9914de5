//! A practice cloud of a test's own.

use practice::{Card, Options, OrgSpec, Page, Running};

const KEY: &str = "browser";

/// A practice cloud with one org.
pub(crate) struct Practice {
    running: Running,
    pub(crate) card: Card,
}

impl Practice {
    pub(crate) async fn start() -> Self {
        let running = practice::start(Options::default()).await.unwrap();
        let card = running.cloud().open_org(OrgSpec {
            key: KEY.to_owned(),
            name: "Northwind Energy".to_owned(),
            username: "gcis-salesforce-sales-cloud-connector@northwind.example".to_owned(),
            sandbox: false,
            my_domain: String::new(),
        });
        Self { running, card }
    }

    /// An address that opens a page, once.
    pub(crate) fn open(&self, page: Page) -> String {
        self.running.pages().open(KEY, page).unwrap()
    }

    /// The address of a page below the org's own path, which opens nothing without a session.
    pub(crate) fn below(&self, path: &str) -> String {
        format!(
            "{}/{}/{path}",
            self.running.pages().origin(),
            self.card.org_id
        )
    }

    pub(crate) async fn stop(self) {
        self.running.stop().await;
    }
}
