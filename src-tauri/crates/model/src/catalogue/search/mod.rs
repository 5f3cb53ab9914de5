//! From words that somebody pasted to the entries that explain them.

mod free;
mod quoted;
#[cfg(test)]
mod tests;
mod words;

use super::Code;

/// The most hits that an answer has.
pub const MOST_HITS: usize = 8;

/// An entry that explains what was pasted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The entry.
    pub code: Code,
    /// What in the text led to it.
    pub found: Found,
}

/// What in a text led to an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// The entry's own stable name.
    Name(&'static str),
    /// An error of Salesforce's; the description is empty where the error's name alone was there.
    Error {
        /// The error's name; empty where the description alone was there.
        error: &'static str,
        /// How the description begins.
        begins: &'static str,
    },
    /// A status of Login History, by its words.
    Status(&'static str),
    /// Words of the entry itself.
    Words,
}

/// Explains a text: a code's name, an error of Salesforce's in any shape it is pasted in (with or
/// without its description, as JSON, in a log line), a status of Login History or its code, words
/// of the older SOAP sign-in, or plain words. Best hits first, [`MOST_HITS`] at most; none where
/// nothing fits.
pub fn explain(text: &str) -> Vec<Hit> {
    let words = words::of(text);
    let mut hits = quoted::hits(&words);
    if hits.is_empty() {
        hits = free::hits(&words);
    }
    let mut seen = std::collections::HashSet::new();
    hits.retain(|hit| seen.insert(hit.code));
    hits.truncate(MOST_HITS);
    hits
}
