//! Words of Salesforce's that stand in a text.

use super::{Found, Hit, words};
use crate::catalogue::Code;
use crate::catalogue::login_history::{self, Status};
use crate::catalogue::salesforce::{AFTER_SIGN_IN, Row, SOAP, TOKEN_ENDPOINT};

/// How sure a hit is; the later the surer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sure {
    /// An error's name that has several meanings, or one of several.
    Error,
    /// A description or a status.
    Description,
    /// An error with its description, or a code that means one thing.
    Both,
    /// Nothing but an entry's name.
    Name,
}

struct Candidate {
    hit: Hit,
    sure: Sure,
    /// Which words of the text it rests on.
    rests_on: Vec<usize>,
}

/// What was quoted, the surest first. What rests on words that a surer hit has already explained
/// is left out: *invalid login hours* is no *Invalid login*.
pub(super) fn hits(text: &[String]) -> Vec<Hit> {
    let mut candidates = Vec::new();
    names(text, &mut candidates);
    for row in [TOKEN_ENDPOINT, AFTER_SIGN_IN, SOAP].into_iter().flatten() {
        candidates.extend(of_row(row, text));
    }
    for status in login_history::ALL {
        candidates.extend(of_status(status, text));
    }
    candidates.sort_by_key(|one| std::cmp::Reverse((one.sure, one.rests_on.len())));
    let mut explained: Vec<(Sure, usize, usize)> = Vec::new();
    let mut hits = Vec::new();
    for one in candidates {
        let weight = one.rests_on.len();
        let stands_in_a_better_one = one.rests_on.iter().all(|at| {
            explained
                .iter()
                .any(|(sure, len, word)| word == at && (*sure, *len) > (one.sure, weight))
        });
        if stands_in_a_better_one {
            continue;
        }
        explained.extend(one.rests_on.iter().map(|at| (one.sure, weight, *at)));
        hits.push(one.hit);
    }
    hits
}

fn names(text: &[String], into: &mut Vec<Candidate>) {
    for (at, word) in text.iter().enumerate() {
        let alone = text.len() == 1;
        if !alone && !word.contains('_') {
            continue;
        }
        if let Some(code) = Code::of_name(word) {
            into.push(Candidate {
                hit: Hit {
                    code,
                    found: Found::Name(code.entry().name),
                },
                sure: if alone { Sure::Name } else { Sure::Both },
                rests_on: vec![at],
            });
        }
    }
}

fn of_row(row: &Row, text: &[String]) -> Option<Candidate> {
    let error = text
        .iter()
        .position(|word| !row.error.is_empty() && row.error.eq_ignore_ascii_case(word));
    let begins = words::split(row.begins);
    let description = place(&begins, text);
    let (sure, error_at, description) = match (error, description) {
        (Some(at), Some(range)) => (Sure::Both, Some(at), Some(range)),
        (Some(at), None) => (Sure::Error, Some(at), None),
        (None, Some(range)) if begins.len() > 1 => (Sure::Description, None, Some(range)),
        _ => return None,
    };
    let rests_on = error_at
        .into_iter()
        .chain(description.clone().into_iter().flatten())
        .collect();
    Some(Candidate {
        hit: Hit {
            code: row.code,
            found: Found::Error {
                error: error_at.map_or("", |_| row.error),
                begins: description.map_or("", |_| row.begins),
            },
        },
        sure,
        rests_on,
    })
}

fn of_status(status: &'static Status, text: &[String]) -> Option<Candidate> {
    let hit = Hit {
        code: status.code,
        found: Found::Status(status.words),
    };
    if let Some(at) = text.iter().position(|word| status.has_code(word)) {
        return Some(Candidate {
            hit,
            sure: Sure::Both,
            rests_on: vec![at],
        });
    }
    let range = status
        .wordings()
        .filter_map(|wording| place(&words::split(&wording), text))
        .max_by_key(std::ops::Range::len)?;
    // One word such as Success means a status only if it is all that was pasted.
    (range.len() > 1 || text.len() == 1).then(|| Candidate {
        hit,
        sure: Sure::Description,
        rests_on: range.collect(),
    })
}

/// Where words stand in a text one after the other; nowhere for no words.
fn place(words: &[String], text: &[String]) -> Option<std::ops::Range<usize>> {
    if words.is_empty() {
        return None;
    }
    text.windows(words.len())
        .position(|window| window == words)
        .map(|at| at..at + words.len())
}
