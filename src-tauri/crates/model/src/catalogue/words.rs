//! What holds for the words of every entry.

use super::{Code, Retry};

#[test]
fn every_code_has_one_entry_with_words_of_its_own() {
    let mut names = std::collections::BTreeSet::new();
    for code in Code::ALL {
        let entry = code.entry();
        assert!(names.insert(entry.name), "{} stands twice", entry.name);
        assert!(!entry.summary.is_empty());
        assert!(
            !entry.summary.ends_with('.'),
            "{}: a summary is no sentence",
            entry.name
        );
    }
}

#[test]
fn whatever_stands_in_the_way_has_a_fix() {
    for code in Code::ALL {
        let entry = code.entry();
        if entry.blocks || entry.retry != Retry::Never {
            assert!(
                !entry.remedies.is_empty() || *code == Code::NotAsked,
                "{} names no fix",
                entry.name
            );
        }
    }
}

#[test]
fn the_words_blame_nobody() {
    for code in Code::ALL {
        let entry = code.entry();
        let texts = entry.remedies.iter().map(|r| r.text).chain([entry.summary]);
        for text in texts {
            let lower = text.to_lowercase();
            for word in ["please", "sorry", "oops", "you failed", "illegal"] {
                assert!(!lower.contains(word), "{}: {word}", entry.name);
            }
        }
    }
}
