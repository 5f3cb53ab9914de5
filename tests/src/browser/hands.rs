//! What a person does on a page: open, click, fill in.

use serde_json::json;

use super::Browser;
use crate::Trouble;

impl Browser {
    /// Opens an address; the answer's status.
    pub async fn visit(&mut self, address: &str) -> Result<u16, Trouble> {
        let status = self
            .ask(json!({ "do": "visit", "address": address }))
            .await?;
        Ok(status
            .as_u64()
            .and_then(|status| u16::try_from(status).ok())
            .unwrap_or_default())
    }

    /// Goes on as another person's browser: without cookies, from an empty page.
    pub async fn start_afresh(&mut self) -> Result<(), Trouble> {
        self.ask(json!({ "do": "start_afresh" })).await.map(drop)
    }

    /// Clicks the one link or button that says `words`, and waits for the page that it opens.
    pub async fn click(&mut self, words: &str) -> Result<(), Trouble> {
        let request = json!({ "do": "click", "words": words });
        self.ask(request).await.map(drop)
    }

    /// Clicks what says `words` in the row of a table that reads `row` and does not read `without`.
    pub async fn click_in_row(
        &mut self,
        row: &str,
        without: &str,
        words: &str,
    ) -> Result<(), Trouble> {
        let request = json!({ "do": "click", "words": words, "row": row, "without": without });
        self.ask(request).await.map(drop)
    }

    /// Types into the field with this label, or chooses an entry of its list.
    pub async fn enter(&mut self, label: &str, text: &str) -> Result<(), Trouble> {
        let request = json!({ "do": "enter", "label": label, "value": text });
        self.ask(request).await.map(drop)
    }

    /// Ticks or unticks the box with this label.
    pub async fn tick(&mut self, label: &str, ticked: bool) -> Result<(), Trouble> {
        let request = json!({ "do": "enter", "label": label, "value": ticked });
        self.ask(request).await.map(drop)
    }

    /// Ticks these boxes of a group, and no other.
    pub async fn choose(&mut self, group: &str, options: &[&str]) -> Result<(), Trouble> {
        let request = json!({ "do": "choose", "group": group, "options": options });
        self.ask(request).await.map(drop)
    }
}
