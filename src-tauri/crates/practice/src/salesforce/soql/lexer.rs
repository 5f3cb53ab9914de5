//! Splits a query into words, texts and symbols.

use std::fmt;
use std::iter::Peekable;
use std::vec::IntoIter;

use super::malformed;
use crate::salesforce::errors::RestError;

pub(super) struct Token {
    pub(super) kind: TokenKind,
    /// Where it begins, counted from 1.
    pub(super) column: usize,
}

#[derive(PartialEq, Eq)]
pub(super) enum TokenKind {
    /// A name, a dotted name, a keyword or a number.
    Word(String),
    /// What stood between quotes.
    Text(String),
    Symbol(char),
}

impl fmt::Display for TokenKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(word) => formatter.write_str(word),
            Self::Text(text) => write!(formatter, "'{text}'"),
            Self::Symbol(symbol) => write!(formatter, "{symbol}"),
        }
    }
}

pub(super) fn tokens(text: &str) -> Result<Peekable<IntoIter<Token>>, RestError> {
    let mut tokens = Vec::new();
    let mut characters = text.chars().enumerate().peekable();
    while let Some((place, character)) = characters.next() {
        let kind = match character {
            space if space.is_whitespace() => continue,
            '\'' => TokenKind::Text(quoted(&mut characters)?),
            first if is_part_of_word(first) => {
                let mut word = String::from(first);
                while let Some((_, next)) = characters.next_if(|(_, next)| is_part_of_word(*next)) {
                    word.push(next);
                }
                TokenKind::Word(word)
            }
            symbol => TokenKind::Symbol(symbol),
        };
        tokens.push(Token {
            kind,
            column: place + 1,
        });
    }
    Ok(tokens.into_iter().peekable())
}

fn is_part_of_word(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '_' | '.')
}

fn quoted(characters: &mut impl Iterator<Item = (usize, char)>) -> Result<String, RestError> {
    let mut text = String::new();
    while let Some((_, character)) = characters.next() {
        match character {
            '\'' => return Ok(text),
            '\\' => text.extend(characters.next().map(|(_, escaped)| escaped)),
            other => text.push(other),
        }
    }
    Err(malformed(
        "unexpected token: '<EOF>', expecting a closing quote",
    ))
}
