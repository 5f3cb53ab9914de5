//! What copying brings along is removed, and it is told.

use std::borrow::Cow;

use super::Remark;
use super::shape::Shape;
use crate::field::SecretField;
use crate::unseen::{is_joiner, is_mark};

/// A value without what copying brought along. It holds a secret and so cannot be printed.
pub struct Tidied<'a> {
    /// The value to keep. Where something was removed, its buffer is exactly as long as the value,
    /// so that no shorter copy of the secret is left behind when it is boxed.
    pub value: Cow<'a, str>,
    /// What was removed, and what is remarkable about the rest.
    pub remarks: Vec<Remark>,
}

/// Tidies a value for a field. No printable ASCII character is ever lost, but for the spaces
/// in a key, a secret or a token.
///
/// No key, secret or token holds white space, so all of it goes. A password may: its spaces stay,
/// inside and around it, and those around it are told. Line breaks, tabs and other controls go
/// from a password too, since no password field takes them, and so do the marks that no keyboard
/// types; joiners stay, since emoji are typed with them, and are told.
pub fn tidy(field: SecretField, typed: &str) -> Tidied<'_> {
    let shape = Shape::of(field);
    let removed = || typed.chars().filter(|c| strays(shape, *c));
    let mut remarks = Vec::new();
    if removed().any(char::is_whitespace) {
        remarks.push(match shape {
            Shape::Password => Remark::LineBreakRemoved,
            Shape::Token | Shape::Key | Shape::Secret => Remark::WhiteSpaceRemoved,
        });
    }
    if removed().any(|c| !c.is_whitespace()) {
        remarks.push(Remark::InvisibleRemoved);
    }
    let value = without(typed, |c| strays(shape, c));
    if shape == Shape::Password && hides_something(&value) {
        remarks.push(Remark::PasswordInvisible);
    }
    remarks.extend(shape.about(&value));
    Tidied { value, remarks }
}

/// Whether a character is none of a value's own. NEL is a control; the line and paragraph
/// separators are not, yet break lines all the same.
fn strays(shape: Shape, c: char) -> bool {
    let never = c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') || is_mark(c);
    match shape {
        Shape::Password => never,
        Shape::Token | Shape::Key | Shape::Secret => never || c.is_whitespace() || is_joiner(c),
    }
}

/// Whether a password begins or ends with white space, or holds a joiner or a space other than the
/// space bar's.
fn hides_something(password: &str) -> bool {
    password.trim() != password
        || password.contains(|c: char| is_joiner(c) || (c.is_whitespace() && c != ' '))
}

fn without(text: &str, stray: impl Fn(char) -> bool) -> Cow<'_, str> {
    let kept = || text.chars().filter(|c| !stray(*c));
    let length = kept().map(char::len_utf8).sum();
    if length == text.len() {
        return Cow::Borrowed(text);
    }
    let mut value = String::with_capacity(length);
    value.extend(kept());
    Cow::Owned(value)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const KEY: &str =
        "3MVG9A2kN3Bn17hsHkZ1aF5dQ7pVx0cLr8tYwE6uJmKbSn4.XyZ012_abcDEF345ghiJKL678mnoPQR901stuV";
    const SECRET: &str = "4F7A0C9D1E2B3A4C5D6E7F8091A2B3C4D5E6F708192A3B4C5D6E7F8091A2B3C4";
    const TOKEN: &str = "aB3dE5fG7hI9jK1lM2nO4pQ6";

    fn tidied(field: SecretField, typed: &str) -> (String, Vec<Remark>) {
        let Tidied { value, remarks } = tidy(field, typed);
        (value.into_owned(), remarks)
    }

    #[test]
    fn values_as_salesforce_shows_them_pass_without_a_remark() {
        for (field, value) in [
            (SecretField::ConsumerKey, KEY),
            (SecretField::ConsumerSecret, SECRET),
            (SecretField::ConsumerSecret, "1234567890123456789"),
            (SecretField::SecurityToken, TOKEN),
            (SecretField::SecurityToken, "aB3dE5fG7hI9jK1lM2nO4pQ6r"),
            (SecretField::Password, "p&ss w%rd + #1"),
            (SecretField::Password, "Straße \u{1f511}"),
        ] {
            assert_eq!(tidied(field, value), (value.to_owned(), vec![]), "{value}");
        }
    }

    #[test]
    fn what_copying_brings_along_is_removed_and_told() {
        use Remark::{InvisibleRemoved, WhiteSpaceRemoved};
        for (field, value) in [
            (SecretField::ConsumerKey, KEY),
            (SecretField::ConsumerSecret, SECRET),
            (SecretField::SecurityToken, TOKEN),
        ] {
            let (left, right) = value.split_at(10);
            for (typed, remarks) in [
                (format!(" {value}\r\n"), vec![WhiteSpaceRemoved]),
                (format!("{left} {right}"), vec![WhiteSpaceRemoved]),
                (format!("{left}\u{a0}{right}"), vec![WhiteSpaceRemoved]),
                (format!("{left}\u{200b}{right}"), vec![InvisibleRemoved]),
                (format!("{left}\u{200d}{right}"), vec![InvisibleRemoved]),
                (format!("\u{feff}{value}\0"), vec![InvisibleRemoved]),
                (
                    format!("\u{202a}{value}\u{202c}\t"),
                    vec![WhiteSpaceRemoved, InvisibleRemoved],
                ),
            ] {
                let expected = (value.to_owned(), remarks);
                assert_eq!(tidied(field, &typed), expected, "{typed:?}");
            }
        }
    }

    #[test]
    fn a_password_keeps_what_may_be_its_own() {
        use Remark::{InvisibleRemoved, LineBreakRemoved, PasswordInvisible};
        for (typed, kept, remarks) in [
            ("a b", "a b", vec![]),
            (" a", " a", vec![PasswordInvisible]),
            ("a ", "a ", vec![PasswordInvisible]),
            ("a\u{a0}b", "a\u{a0}b", vec![PasswordInvisible]),
            ("a\u{200d}b", "a\u{200d}b", vec![PasswordInvisible]),
            ("a\r\n", "a", vec![LineBreakRemoved]),
            ("a\tb", "ab", vec![LineBreakRemoved]),
            ("a\u{2028}", "a", vec![LineBreakRemoved]),
            ("\u{feff}a\u{200b}b", "ab", vec![InvisibleRemoved]),
            (
                " \u{200b}a\n",
                " a",
                vec![LineBreakRemoved, InvisibleRemoved, PasswordInvisible],
            ),
        ] {
            let expected = (kept.to_owned(), remarks);
            assert_eq!(tidied(SecretField::Password, typed), expected, "{typed:?}");
        }
    }

    #[test]
    fn unusual_looks_are_told_and_nothing_is_changed() {
        for (field, value, remark) in [
            (SecretField::ConsumerKey, &KEY[..60], Remark::KeyUnusual),
            (SecretField::ConsumerKey, &KEY[1..], Remark::KeyUnusual),
            (SecretField::ConsumerKey, SECRET, Remark::KeyLooksLikeSecret),
            (SecretField::ConsumerSecret, KEY, Remark::SecretLooksLikeKey),
            (
                SecretField::ConsumerSecret,
                &SECRET[1..],
                Remark::SecretUnusual,
            ),
            (SecretField::ConsumerSecret, "12345", Remark::SecretUnusual),
            (
                SecretField::SecurityToken,
                &TOKEN[1..],
                Remark::TokenUnusual,
            ),
            (
                SecretField::SecurityToken,
                "aB3dE5fG7hI9-K1lM2nO4pQ6",
                Remark::TokenUnusual,
            ),
            (SecretField::SecurityToken, SECRET, Remark::TokenUnusual),
        ] {
            let expected = (value.to_owned(), vec![remark]);
            assert_eq!(tidied(field, value), expected, "{field:?} {value}");
        }
    }

    #[test]
    fn nothing_is_said_of_the_looks_of_nothing() {
        for field in SecretField::ALL {
            assert_eq!(tidied(field, ""), (String::new(), vec![]));
        }
        let token = tidied(SecretField::SecurityToken, " \n");
        assert_eq!(token, (String::new(), vec![Remark::WhiteSpaceRemoved]));
    }

    fn field() -> impl Strategy<Value = SecretField> {
        proptest::sample::select(SecretField::ALL.to_vec())
    }

    /// Text as a clipboard may hold it: printable ASCII, stray characters, anything at all.
    fn pasted() -> impl Strategy<Value = String> {
        let stray = proptest::sample::select(vec![
            ' ', '\t', '\n', '\r', '\0', '\u{85}', '\u{a0}', '\u{ad}', '\u{200b}', '\u{200d}',
            '\u{2028}', '\u{202e}', '\u{3000}', '\u{fe0f}', '\u{feff}',
        ]);
        let c = prop_oneof![4 => proptest::char::range(' ', '~'), 2 => stray, 1 => any::<char>()];
        proptest::collection::vec(c, 0..100).prop_map(String::from_iter)
    }

    proptest! {
        #[test]
        fn no_printable_ascii_character_is_lost(field in field(), typed in pasted()) {
            let kept = |c: &char| match field {
                SecretField::Password => matches!(c, ' '..='~'),
                _ => c.is_ascii_graphic(),
            };
            let before: String = typed.chars().filter(kept).collect();
            let after: String = tidy(field, &typed).value.chars().filter(kept).collect();
            prop_assert_eq!(after, before);
        }

        #[test]
        fn nothing_is_added_and_whatever_is_removed_is_told(field in field(), typed in pasted()) {
            let Tidied { value, remarks } = tidy(field, &typed);
            let mut rest = typed.chars();
            prop_assert!(value.chars().all(|c| rest.any(|own| own == c)));
            let told = remarks.iter().any(|remark| matches!(
                remark,
                Remark::WhiteSpaceRemoved | Remark::LineBreakRemoved | Remark::InvisibleRemoved
            ));
            prop_assert_eq!(told, value != typed);
        }

        #[test]
        fn tidying_twice_is_tidying_once(field in field(), typed in pasted()) {
            let once = tidy(field, &typed).value;
            let twice = tidy(field, &once);
            prop_assert!(matches!(twice.value, Cow::Borrowed(_)));
            prop_assert_eq!(twice.value.as_ref(), once.as_ref());
        }

        #[test]
        fn only_a_password_keeps_white_space_and_no_value_keeps_a_line_break(field in field(), typed in pasted()) {
            let value = tidy(field, &typed).value;
            let strays = |c: char| matches!(c, '\n' | '\r' | '\t' | '\u{200b}' | '\u{feff}');
            let holds_one = value.contains(strays);
            prop_assert!(!holds_one);
            if field != SecretField::Password {
                prop_assert!(!value.contains(char::is_whitespace));
            }
        }
    }
}
