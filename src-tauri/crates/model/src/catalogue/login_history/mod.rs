//! What the newest line of Login History says: the one place where Salesforce names the cause of
//! an `authentication failure`, and which only a person can read after a refused sign-in.

mod statuses;

use super::Code;
use super::salesforce::plain;

pub use statuses::ALL;

/// The question that ends the diagnosis.
pub const QUESTION: &str = "What does the newest line in Login History say?";

/// A status of Login History, or one of the two answers beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Status {
    /// Stable name; the activity trail keeps the choice under it.
    pub id: &'static str,
    /// The status as Salesforce shows it.
    pub words: &'static str,
    /// Other words that were seen for the same status.
    pub also: &'static [&'static str],
    /// Salesforce's own codes, as event logs have them.
    pub codes: &'static [&'static str],
    /// The entry with the cause and its fix.
    pub code: Code,
}

/// The answer for an attempt that left no line.
pub const NO_NEW_LINE: Status = Status {
    id: "no_new_line",
    words: "No new line appeared",
    also: &[],
    codes: &[],
    code: Code::NoNewLine,
};

/// The answer for a status that is not in the list: it can be typed and searched for.
pub const ANOTHER: Status = Status {
    id: "another_status",
    words: "Another status",
    also: &[],
    codes: &[],
    code: Code::OtherStatus,
};

/// The status of a stable name.
pub fn of_id(id: &str) -> Option<&'static Status> {
    ALL.iter().find(|status| status.id == id)
}

/// The status that a text says, as a person types it or a query answers it: upper and lower case,
/// the word *Failed:* before it and what follows it do not matter. One of Salesforce's codes will
/// do, with or without `LOGIN_ERROR_`.
pub fn of_words(text: &str) -> Option<&'static Status> {
    let said = without_failed(&plain(text)).to_owned();
    if said.is_empty() {
        return None;
    }
    ALL.iter()
        .find(|status| status.has_code(&said))
        .or_else(|| longest_beginning(&said))
}

fn longest_beginning(said: &str) -> Option<&'static Status> {
    ALL.iter()
        .filter_map(|status| {
            let fitting = status.wordings().filter(|words| begins_with(said, words));
            fitting
                .map(|words| words.len())
                .max()
                .map(|len| (len, status))
        })
        .max_by_key(|(len, _)| *len)
        .map(|(_, status)| status)
}

impl Status {
    /// Every wording of it in plain form, without *Failed:*.
    pub(super) fn wordings(&self) -> impl Iterator<Item = String> {
        let words = [self.words].into_iter().chain(self.also.iter().copied());
        words.map(|words| without_failed(&plain(words)).to_owned())
    }

    /// Whether a word is one of its codes, with or without `LOGIN_ERROR_`.
    pub(super) fn has_code(&self, word: &str) -> bool {
        self.codes.iter().any(|code| {
            code.eq_ignore_ascii_case(word)
                || code
                    .strip_prefix("LOGIN_ERROR_")
                    .is_some_and(|short| short.eq_ignore_ascii_case(word))
        })
    }
}

fn without_failed(plain: &str) -> &str {
    plain.strip_prefix("failed:").map_or(plain, str::trim_start)
}

/// Whether a text begins with words and goes on with anything but more of the last one.
fn begins_with(text: &str, words: &str) -> bool {
    text.strip_prefix(words)
        .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests;
