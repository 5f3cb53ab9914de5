//! Characters that a copied text can hold and nobody sees.

/// Marks that no keyboard types: soft hyphen, zero-width space, byte order mark, marks of
/// direction, invisible operators (Unicode, `Default_Ignorable_Code_Point`).
pub(crate) fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{180e}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
    )
}

/// Whether nobody sees a character, or it changes how others are read.
pub fn is_unseen(c: char) -> bool {
    is_mark(c) || is_joiner(c)
}

/// Joiners and variation selectors: they show nothing by themselves, but emoji and several scripts
/// are typed with them.
pub(crate) fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

/// The text without the white space and the unseen characters around it.
pub(crate) fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || c.is_control() || is_mark(c) || is_joiner(c))
}

#[cfg(test)]
mod tests {
    use super::trimmed;

    #[test]
    fn what_nobody_sees_is_taken_from_the_ends_alone() {
        assert_eq!(
            trimmed(" \u{feff}a\u{200b}b \u{200d}\u{a0}\r\n"),
            "a\u{200b}b"
        );
        assert_eq!(trimmed("\u{200b} \u{feff}"), "");
    }
}
