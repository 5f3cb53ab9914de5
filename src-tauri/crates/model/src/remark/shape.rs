//! What secrets usually look like.
//!
//! Consumer Key and security token: general knowledge. Consumer Secret: 64 upper-case hexadecimal
//! digits (the pattern of nango's `providers.yaml`), in older apps a long number.

use super::Remark;
use crate::field::SecretField;

/// How every Consumer Key seen so far begins.
const KEY_BEGINS: &str = "3MVG9";
const SHORTEST_KEY: usize = 80;
const SECRET: usize = 64;
/// The secrets of older apps have 16 to 19 digits; the bound leaves room.
const SHORTEST_NUMBER: usize = 12;
const TOKEN: std::ops::RangeInclusive<usize> = 24..=25;

/// What kind of value a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Password,
    Token,
    Key,
    Secret,
}

impl Shape {
    pub(super) fn of(field: SecretField) -> Self {
        match field {
            SecretField::Password => Self::Password,
            SecretField::SecurityToken => Self::Token,
            SecretField::ConsumerKey | SecretField::EcaConsumerKey => Self::Key,
            SecretField::ConsumerSecret | SecretField::EcaConsumerSecret => Self::Secret,
        }
    }

    /// What is remarkable about the looks of a value.
    pub(super) fn about(self, value: &str) -> Option<Remark> {
        match self {
            _ if value.is_empty() => None,
            Self::Password => None,
            Self::Token => (!looks_like_token(value)).then_some(Remark::TokenUnusual),
            Self::Key if looks_like_secret(value) => Some(Remark::KeyLooksLikeSecret),
            Self::Key => (!is_usual_key(value)).then_some(Remark::KeyUnusual),
            Self::Secret if looks_like_key(value) => Some(Remark::SecretLooksLikeKey),
            Self::Secret => (!looks_like_secret(value)).then_some(Remark::SecretUnusual),
        }
    }
}

pub(super) fn looks_like_key(value: &str) -> bool {
    value.starts_with(KEY_BEGINS)
}

pub(super) fn looks_like_secret(value: &str) -> bool {
    let hexadecimal = |b: u8| b.is_ascii_digit() || matches!(b, b'A'..=b'F');
    let is_number = value.len() >= SHORTEST_NUMBER && value.bytes().all(|b| b.is_ascii_digit());
    is_number || (value.len() == SECRET && value.bytes().all(hexadecimal))
}

fn is_usual_key(value: &str) -> bool {
    looks_like_key(value)
        && value.len() >= SHORTEST_KEY
        && value.bytes().all(|b| b.is_ascii_graphic())
}

fn looks_like_token(value: &str) -> bool {
    TOKEN.contains(&value.len()) && value.bytes().all(|b| b.is_ascii_alphanumeric())
}
