//! What a document is, before it is HTML or Markdown or a preview in the window.

use serde::Serialize;
use ts_rs::TS;

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct Document {
    /// Its title.
    pub title: String,
    /// What it is and of when.
    pub subtitle: String,
    /// Its sections.
    pub sections: Vec<Section>,
}

/// A section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct Section {
    /// Its title.
    pub title: String,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A part of a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "kind", content = "content")]
#[ts(export_to = "types.ts")]
pub enum Block {
    /// A paragraph.
    Text(String),
    /// A smaller title.
    Heading(String),
    /// Things to tick.
    Items(Vec<Item>),
    /// Steps in their order.
    Numbered(Vec<String>),
    /// Points without an order.
    Points(Vec<String>),
}

/// Something to tick, with or without a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct Item {
    /// Ticked.
    pub done: bool,
    /// What it is.
    pub label: String,
    /// What to enter, or what was found.
    pub value: String,
    /// What helps.
    pub note: String,
}

impl Item {
    /// An item without a note.
    pub fn new(done: bool, label: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            done,
            label: label.into(),
            value: value.into(),
            note: String::new(),
        }
    }

    /// Adds what helps.
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }
}
