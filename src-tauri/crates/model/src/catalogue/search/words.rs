//! A text as the words in it, whatever stands between them.

use url::form_urlencoded;

use crate::catalogue::salesforce::plain;

/// How much of a text is read, in characters: an error stands at the beginning of what is pasted.
const MOST: usize = 4_000;

/// Ways in which an apostrophe is written where a text was made for a machine.
const APOSTROPHES: [&str; 5] = ["\\u0027", "\\u2019", "&#39;", "&#x27;", "&apos;"];

/// The words of a text in plain form. A word is letters, digits, `_` and apostrophes, so that the
/// quotation marks and commas of JSON and the `+` of a form come out as what they are: gaps.
pub(super) fn of(text: &str) -> Vec<String> {
    let mut text: String = text.chars().take(MOST).collect();
    for written in APOSTROPHES {
        text = text.replace(written, "'");
    }
    if text.contains(['%', '+']) {
        text = decoded(&text);
    }
    split(&plain(&text))
}

/// The words of one of this catalogue's own texts, cut in the same way.
pub(super) fn split(plain: &str) -> Vec<String> {
    plain
        .split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '\''))
        .map(|word| word.trim_matches('\''))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// A form as its text, as it stands in an address or a request's body.
fn decoded(text: &str) -> String {
    let mut words = Vec::new();
    for (name, value) in form_urlencoded::parse(text.as_bytes()) {
        words.push(name.into_owned());
        words.push(value.into_owned());
    }
    words.join(" ")
}
