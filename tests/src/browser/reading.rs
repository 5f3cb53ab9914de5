//! What a person reads on a page.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::Browser;
use crate::Trouble;

/// A row of a table, by the words above its columns.
pub type Record = BTreeMap<String, String>;

impl Browser {
    /// All that can be read on the page, its blanks made single.
    pub async fn text(&mut self) -> Result<String, Trouble> {
        let text = self.words(json!({ "do": "text" })).await?;
        Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// The page's own heading.
    pub async fn title(&mut self) -> Result<String, Trouble> {
        self.words(json!({ "do": "title" })).await
    }

    /// The page's address.
    pub async fn address(&mut self) -> Result<String, Trouble> {
        self.words(json!({ "do": "where" })).await
    }

    /// What stands beside a term of the page's list.
    pub async fn beside(&mut self, term: &str) -> Result<String, Trouble> {
        self.words(json!({ "do": "beside", "term": term })).await
    }

    /// Whether the box with this label is ticked.
    pub async fn is_ticked(&mut self, label: &str) -> Result<bool, Trouble> {
        let ticked = self
            .ask(json!({ "do": "is_ticked", "label": label }))
            .await?;
        ticked
            .as_bool()
            .ok_or_else(|| Trouble::new(format!("{label} is no box")))
    }

    /// The page's first table.
    pub async fn table(&mut self) -> Result<Vec<Record>, Trouble> {
        let table = self.ask(json!({ "do": "table" })).await?;
        serde_json::from_value(table).map_err(Trouble::told("a table"))
    }

    /// The addresses that the page's frames show; a page that may not be framed shows the browser's own error.
    pub async fn frames(&mut self) -> Result<Vec<String>, Trouble> {
        let frames = self.ask(json!({ "do": "frames" })).await?;
        serde_json::from_value(frames).map_err(Trouble::told("the frames"))
    }

    /// Waits until these words are shown.
    pub async fn wait_for_words(&mut self, words: &str) -> Result<(), Trouble> {
        let request = json!({ "do": "wait_for_words", "words": words });
        self.ask(request).await.map(drop)
    }

    /// Makes sure that the page reads these words.
    pub async fn reads(&mut self, words: &str) -> Result<(), Trouble> {
        let text = self.text().await?;
        if text.contains(words) {
            return Ok(());
        }
        Err(Trouble::new(format!("nowhere reads {words:?}: {text}")))
    }

    async fn words(&mut self, request: Value) -> Result<String, Trouble> {
        let answer = self.ask(request).await?;
        Ok(answer.as_str().unwrap_or_default().trim().to_owned())
    }
}
