//! One form for words that differ only in how they are written.

/// Words in lower case, with single spaces, straight apostrophes and quotation marks, without
/// invisible characters and without punctuation at the end.
pub fn plain(text: &str) -> String {
    let text: String = text.chars().filter_map(plain_char).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    let ends = |c: char| c.is_whitespace() || ".,;:!?…".contains(c);
    words
        .join(" ")
        .to_lowercase()
        .trim_end_matches(ends)
        .to_owned()
}

fn plain_char(c: char) -> Option<char> {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{02BC}' | '\u{0060}' | '\u{00B4}' => Some('\''),
        '\u{201C}' | '\u{201D}' | '\u{201E}' => Some('"'),
        '\u{2010}' | '\u{2011}' => Some('-'),
        '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}' => None,
        other => Some(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_same_words_have_one_form() {
        for written in [
            "user hasn't approved this consumer",
            "  User hasn’t  approved\tthis consumer. ",
            "USER HASN`T APPROVED THIS CONSUMER !",
            "user hasn't\u{200B} approved\u{00A0}this\r\nconsumer…",
        ] {
            assert_eq!(plain(written), "user hasn't approved this consumer");
        }
    }

    proptest! {
        #[test]
        fn what_is_plain_stays_so(text in any::<String>()) {
            let once = plain(&text);
            prop_assert_eq!(plain(&once), once);
        }
    }
}
