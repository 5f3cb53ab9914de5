//! What holds for the words of every entry.

use super::salesforce::{AFTER_SIGN_IN, SOAP, TOKEN_ENDPOINT};
use super::{Code, DISTURBS, Retry, login_history};
use crate::Route;

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

/// Words with which an instruction begins; a new verb is added here.
const VERBS: &str = "add allow approve ask cancel change check choose close compare connect \
     contact copy create enter fill find give go install leave look move name open paste put read refresh \
     register remove reset restore restart review select set shorten show sign start switch take tell \
     tick try type unlock update use verify wait";

/// Words with which a condition begins. *In* says where; *Or* and *Then* go on from the fix before.
const CONDITIONS: [&str; 10] = [
    "if", "once", "where", "when", "before", "after", "while", "in", "or", "then",
];

#[test]
fn each_fix_begins_with_what_to_do_or_when() {
    let mut others = Vec::new();
    for code in Code::ALL {
        let entry = code.entry();
        for remedy in entry.remedies {
            let first = remedy
                .text
                .split([' ', ',', ':'])
                .next()
                .unwrap_or_default();
            let first = first.to_lowercase();
            let is_verb = VERBS.split_whitespace().any(|verb| verb == first);
            if !is_verb && !CONDITIONS.contains(&first.as_str()) {
                others.push((entry.name, remedy.text));
            }
        }
    }
    assert!(
        others.is_empty(),
        "neither a verb nor a condition: {others:#?}"
    );
}

#[test]
fn each_fix_can_be_read_at_a_glance() {
    let mut long = Vec::new();
    for code in Code::ALL {
        let entry = code.entry();
        let texts = entry.remedies.iter().map(|remedy| (remedy.text, 160));
        for (text, most) in texts.chain([(entry.summary, 120)]) {
            if text.chars().count() > most {
                long.push((entry.name, text.chars().count(), text));
            }
        }
        for remedy in entry.remedies {
            assert!(
                remedy.text.ends_with('.'),
                "{}: a fix is a sentence",
                entry.name
            );
        }
    }
    assert!(long.is_empty(), "too long: {long:#?}");
}

/// This program's own places and fields, which have no Setup page.
const OWN_PLACES: [&str; 4] = ["Credentials page", "Login URL", "Settings", "under Details"];

#[test]
fn whatever_salesforce_refuses_has_a_fix_that_names_a_page_or_a_value_on_each_route() {
    let rows = [TOKEN_ENDPOINT, AFTER_SIGN_IN, SOAP].into_iter().flatten();
    let codes = rows
        .map(|row| row.code)
        .chain(login_history::ALL.iter().map(|status| status.code))
        .chain([
            Code::SignInRefused,
            Code::ReadRefused,
            Code::PasswordFlowEnded,
        ]);
    for code in codes {
        let entry = code.entry();
        for route in Route::ALL {
            let fixes = entry.fixes(route, |_| true);
            assert!(
                fixes.iter().any(|fix| {
                    fix.link.is_some()
                        || fix.copy.is_some()
                        || OWN_PLACES.iter().any(|place| fix.text.contains(place))
                }),
                "{} on {}: {fixes:?}",
                entry.name,
                route.title()
            );
        }
    }
}

#[test]
fn a_fix_that_makes_a_password_or_a_token_void_says_so() {
    for code in Code::ALL {
        let entry = code.entry();
        for remedy in entry.remedies {
            let text = remedy.text.to_lowercase();
            let renews = [
                "reset the token",
                "reset it",
                "reset password",
                "set a password",
            ];
            let renews = renews.iter().any(|words| text.contains(words));
            let says_so = remedy.to_fix(|_| true).disturbs == Some(DISTURBS);
            assert_eq!(says_so, renews, "{}: {}", entry.name, remedy.text);
        }
    }
}
