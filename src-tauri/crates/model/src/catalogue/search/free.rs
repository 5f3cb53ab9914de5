//! Plain words, where nothing of Salesforce's was quoted.

use super::{Found, Hit, words};
use crate::catalogue::Code;
use crate::catalogue::salesforce::plain;

/// Words that say nothing about a cause.
const SMALL: [&str; 24] = [
    "the",
    "and",
    "for",
    "not",
    "was",
    "were",
    "are",
    "with",
    "that",
    "this",
    "what",
    "why",
    "how",
    "can",
    "does",
    "has",
    "have",
    "from",
    "into",
    "when",
    "salesforce",
    "error",
    "failed",
    "says",
];

/// Entries in whose words most of a text's words stand, the best first.
pub(super) fn hits(text: &[String]) -> Vec<Hit> {
    let mut asked: Vec<&str> = text
        .iter()
        .map(String::as_str)
        .filter(|word| word.chars().count() > 2 && !SMALL.contains(word))
        .collect();
    asked.sort_unstable();
    asked.dedup();
    if asked.is_empty() {
        return Vec::new();
    }
    let mut scored: Vec<(usize, Code)> = Code::ALL
        .iter()
        .filter_map(|code| score(*code, &asked).map(|score| (score, *code)))
        .collect();
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    let hit = |(_, code)| Hit {
        code,
        found: Found::Words,
    };
    scored.into_iter().map(hit).collect()
}

/// How well an entry fits: a word in its name or summary counts more than one in a fix. Nothing if
/// less than half of the words stand in it.
fn score(code: Code, asked: &[&str]) -> Option<usize> {
    let entry = code.entry();
    let name = words::split(&entry.name.replace('_', " "));
    let summary = words::split(&plain(entry.summary));
    let fixes: Vec<String> = entry
        .remedies
        .iter()
        .flat_map(|remedy| words::split(&plain(remedy.text)))
        .collect();
    let weight = |word: &&str| {
        let stands_in = |words: &[String]| words.iter().any(|own| same(own, word));
        if stands_in(&name) {
            5
        } else if stands_in(&summary) {
            4
        } else {
            usize::from(stands_in(&fixes))
        }
    };
    let weights: Vec<usize> = asked.iter().map(weight).collect();
    let found = weights.iter().filter(|weight| **weight > 0).count();
    (found * 2 >= asked.len() && found > 0).then(|| weights.iter().sum())
}

/// Whether two words are the same but for their endings: *locked* and *lock*, *tokens* and *token*.
fn same(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    one == other || short.len() > 3 && long.len() - short.len() <= 3 && long.starts_with(short)
}
