//! A small reader of SOQL: what to select, from which object, under which conditions.
//!
//! `SELECT a, B.c FROM Object [WHERE x = 'y' [AND …]] [ORDER BY z [ASC|DESC]] [LIMIT n]`. What it does not know it
//! refuses as malformed, rather than answer another question than was asked.

mod lexer;

use lexer::{Token, TokenKind};

use super::errors::RestError;

/// A query as read. Names keep the caller's spelling.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Query {
    /// The query as it came.
    pub(super) text: String,
    pub(super) fields: Vec<Name>,
    pub(super) object: String,
    pub(super) conditions: Vec<Condition>,
    pub(super) order: Option<Order>,
    pub(super) limit: Option<usize>,
}

/// A field's name, and where it begins, counted from 1.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) text: String,
    pub(super) column: usize,
}

/// `field = value`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Condition {
    pub(super) field: Name,
    pub(super) value: Literal,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Literal {
    Text(String),
    Bool(bool),
    Null,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Order {
    pub(super) field: Name,
    pub(super) descending: bool,
}

/// Reads a query.
pub(super) fn read(text: &str) -> Result<Query, RestError> {
    let mut reader = Reader {
        tokens: lexer::tokens(text)?,
    };
    reader.keyword("SELECT")?;
    let mut fields = vec![reader.name()?];
    while reader.take_symbol(',') {
        fields.push(reader.name()?);
    }
    reader.keyword("FROM")?;
    let object = reader.name()?.text;
    let mut conditions = Vec::new();
    if reader.take_keyword("WHERE") {
        conditions.push(reader.condition()?);
        while reader.take_keyword("AND") {
            conditions.push(reader.condition()?);
        }
    }
    let order = reader.order()?;
    let limit = reader.limit()?;
    match reader.tokens.next() {
        None => Ok(Query {
            text: text.to_owned(),
            fields,
            object,
            conditions,
            order,
            limit,
        }),
        Some(token) => Err(unexpected(Some(&token))),
    }
}

struct Reader {
    tokens: std::iter::Peekable<std::vec::IntoIter<Token>>,
}

impl Reader {
    fn take_if(&mut self, wanted: impl FnOnce(&TokenKind) -> bool) -> bool {
        self.tokens.next_if(|token| wanted(&token.kind)).is_some()
    }

    fn take_keyword(&mut self, keyword: &str) -> bool {
        self.take_if(
            |kind| matches!(kind, TokenKind::Word(word) if word.eq_ignore_ascii_case(keyword)),
        )
    }

    fn take_symbol(&mut self, symbol: char) -> bool {
        self.take_if(|kind| *kind == TokenKind::Symbol(symbol))
    }

    fn keyword(&mut self, keyword: &str) -> Result<(), RestError> {
        if self.take_keyword(keyword) {
            return Ok(());
        }
        Err(unexpected(self.tokens.peek()))
    }

    fn name(&mut self) -> Result<Name, RestError> {
        match self.tokens.next() {
            Some(Token {
                kind: TokenKind::Word(text),
                column,
            }) if !is_reserved(&text) => Ok(Name { text, column }),
            other => Err(unexpected(other.as_ref())),
        }
    }

    fn condition(&mut self) -> Result<Condition, RestError> {
        let field = self.name()?;
        if !self.take_symbol('=') {
            return Err(unexpected(self.tokens.peek()));
        }
        let value = match self.tokens.next() {
            Some(Token {
                kind: TokenKind::Text(text),
                ..
            }) => Literal::Text(text),
            Some(Token {
                kind: TokenKind::Word(word),
                ..
            }) if word.eq_ignore_ascii_case("true") => Literal::Bool(true),
            Some(Token {
                kind: TokenKind::Word(word),
                ..
            }) if word.eq_ignore_ascii_case("false") => Literal::Bool(false),
            Some(Token {
                kind: TokenKind::Word(word),
                ..
            }) if word.eq_ignore_ascii_case("null") => Literal::Null,
            other => return Err(unexpected(other.as_ref())),
        };
        Ok(Condition { field, value })
    }

    fn order(&mut self) -> Result<Option<Order>, RestError> {
        if !self.take_keyword("ORDER") {
            return Ok(None);
        }
        self.keyword("BY")?;
        let field = self.name()?;
        let descending = self.take_keyword("DESC") || {
            self.take_keyword("ASC");
            false
        };
        Ok(Some(Order { field, descending }))
    }

    fn limit(&mut self) -> Result<Option<usize>, RestError> {
        if !self.take_keyword("LIMIT") {
            return Ok(None);
        }
        let token = self.tokens.next();
        match &token {
            Some(Token {
                kind: TokenKind::Word(word),
                ..
            }) if word.parse::<usize>().is_ok() => Ok(word.parse().ok()),
            _ => Err(unexpected(token.as_ref())),
        }
    }
}

fn is_reserved(word: &str) -> bool {
    ["SELECT", "FROM", "WHERE", "AND", "ORDER", "LIMIT"]
        .iter()
        .any(|reserved| word.eq_ignore_ascii_case(reserved))
}

fn unexpected(token: Option<&Token>) -> RestError {
    malformed(match token {
        None => "unexpected token: '<EOF>'".to_owned(),
        Some(token) => format!(
            "ERROR at Row:1:Column:{}\nunexpected token: '{}'",
            token.column, token.kind
        ),
    })
}

fn malformed(message: impl Into<String>) -> RestError {
    RestError::bad_request("MALFORMED_QUERY", message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str, column: usize) -> Name {
        Name {
            text: text.to_owned(),
            column,
        }
    }

    fn refused(text: &str) -> &'static str {
        read(text).unwrap_err().code()
    }

    #[test]
    fn fields_object_and_conditions_are_read_in_any_case_and_spacing() {
        let query =
            read(" select Id,Profile.Name\nFROM User where Id='005' AND IsActive = TRUE ").unwrap();
        assert_eq!(query.fields, [name("Id", 9), name("Profile.Name", 12)]);
        assert_eq!(query.object, "User");
        let condition = |field, value| Condition { field, value };
        assert_eq!(
            query.conditions,
            [
                condition(name("Id", 41), Literal::Text("005".to_owned())),
                condition(name("IsActive", 54), Literal::Bool(true)),
            ]
        );
    }

    #[test]
    fn an_order_and_a_limit_are_read() {
        let query = read("SELECT Id FROM LoginHistory ORDER BY LoginTime DESC LIMIT 5").unwrap();
        let order = Order {
            field: name("LoginTime", 38),
            descending: true,
        };
        assert_eq!((query.order, query.limit), (Some(order), Some(5)));
    }

    #[test]
    fn a_quote_is_escaped_with_a_backslash() {
        let query = read(r"SELECT Id FROM User WHERE Username = 'o\'brien'").unwrap();
        assert_eq!(
            query.conditions[0].value,
            Literal::Text("o'brien".to_owned())
        );
    }

    #[test]
    fn what_is_not_understood_is_malformed() {
        for text in [
            "",
            "SELECT",
            "SELECT FROM User",
            "SELECT Id User",
            "SELECT Id, FROM User",
            "SELECT Id FROM User WHERE",
            "SELECT Id FROM User WHERE Id",
            "SELECT Id FROM User WHERE Id = ",
            "SELECT Id FROM User WHERE Id = 'open",
            "SELECT Id FROM User WHERE Id > '0'",
            "SELECT Id FROM User WHERE Id = '0' OR Id = '1'",
            "SELECT COUNT() FROM User",
            "SELECT Id FROM User LIMIT many",
            "SELECT Id FROM User; DROP",
            "UPDATE User",
        ] {
            assert_eq!(refused(text), "MALFORMED_QUERY", "{text}");
        }
    }
}
