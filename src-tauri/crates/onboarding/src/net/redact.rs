//! Takes out of a service's words what could be a secret.

use secrecy::{ExposeSecret, SecretString};

/// A run of this many characters without a break is taken for a key or a token. Salesforce's
/// record ids have 18; its security tokens 24 or so.
const LONGEST_WORD: usize = 23;

/// What stands where something was taken out.
const MARK: &str = "[redacted]";

/// How much of a service's words is kept, in characters.
const KEPT: usize = 200;

/// A service's words as a person may read them: without what was sent and without what looks like
/// a secret, on one line, and of the length of a few sentences.
///
/// They are cut off last, since half a secret is one that nothing would recognise.
pub fn readable(words: &str, sent: &[&SecretString]) -> String {
    let words = redact(&redact_values(words, sent));
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(KEPT) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words,
    }
}

/// Takes known secrets out of words, as they are and as a form would carry them, whatever they
/// look like. A value of one or two characters would only tear the words apart.
fn redact_values(words: &str, secrets: &[&SecretString]) -> String {
    let mut out = words.to_owned();
    for secret in secrets.iter().map(|secret| secret.expose_secret()) {
        if secret.chars().count() > 2 {
            let encoded: String = url::form_urlencoded::byte_serialize(secret.as_bytes()).collect();
            out = out.replace(secret, MARK).replace(&encoded, MARK);
        }
    }
    out
}

/// Replaces whatever looks like a key, a token or a session by a mark; the rest stays readable.
pub(super) fn redact(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut word = String::new();
    for c in text.chars() {
        if c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '+' | '/' | '=' | '!' | '.') {
            word.push(c);
        } else {
            push_word(&mut out, &word);
            word.clear();
            out.push(if c.is_control() { ' ' } else { c });
        }
    }
    push_word(&mut out, &word);
    out
}

fn push_word(out: &mut String, word: &str) {
    let longest_part = word.split(['/', '.', '-']).map(str::len).max().unwrap_or(0);
    let session = word.starts_with("00D") && word.contains('!');
    if session || (longest_part > LONGEST_WORD && word.chars().any(|c| c.is_ascii_digit())) {
        out.push_str(MARK);
    } else {
        out.push_str(word);
    }
}

#[cfg(test)]
mod tests {
    use secrecy::SecretString;

    use super::{KEPT, readable, redact};

    #[test]
    fn words_are_readable_on_one_line_and_cut_off_last() {
        assert_eq!(readable("\n a\r\n ^\tb ", &[]), "a ^ b");
        let secret = SecretString::from("pass word");
        for length in 0..=KEPT {
            let said = format!("{}pass word and more", "x ".repeat(length));
            let kept = readable(&said, &[&secret]);
            assert!(kept.chars().count() <= KEPT + 1, "{kept}");
            assert!(!kept.contains("pas") && !kept.contains("wor"), "{kept}");
        }
    }

    #[test]
    fn what_looks_like_a_secret_is_taken_out() {
        for secret in [
            "00D5g000004XyZzEAK!AQ8AQ.session",
            "3MVG9A2kN3Bn17hsHkZ1aF5dQ7pVx0cLr8tYwE6uJmKbSn4",
            "4F7A0C9D1E2B3A4C5D6E7F8091A2B3C4D5E6F708192A3B4C5D6E7F8091A2B3C4",
            "a1B2c3D4e5F6g7H8i9J0k1L2",
        ] {
            let said = redact(&format!("token {secret} was refused"));
            assert_eq!(said, "token [redacted] was refused");
        }
    }

    #[test]
    fn what_helps_stays() {
        for words in [
            "authentication failure",
            "INVALID_OPERATION_WITH_EXPIRED_PASSWORD",
            "Could not find a match for URL /services/apexrest/gentrack/events",
            "org 00D5g000004XyZzEAK",
            "acme--uat.sandbox.my.salesforce.com",
        ] {
            assert_eq!(redact(words), words);
        }
    }
}
