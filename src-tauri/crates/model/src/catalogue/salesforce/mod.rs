//! From Salesforce's words to a code.
//!
//! What Salesforce can say is kept as tables, a row for each error and beginning of a description:
//! words differ between releases, so they are compared in one plain form and by how they begin.
//! The row with the longest beginning that fits is the one that counts.

mod after_sign_in;
mod plain;
mod soap;
#[cfg(test)]
mod tests;
mod token_endpoint;

use super::Code;
use crate::Route;

pub use after_sign_in::AFTER_SIGN_IN;
pub use plain::plain;
pub use soap::SOAP;
pub use token_endpoint::TOKEN_ENDPOINT;

/// What Salesforce says, and the code it leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The error's name, or nothing where the description says it whatever the name.
    pub error: &'static str,
    /// How the description begins, in its [`plain`] form, or nothing for any.
    pub begins: &'static str,
    /// The code.
    pub code: Code,
}

impl Row {
    const fn new(error: &'static str, begins: &'static str, code: Code) -> Self {
        Self {
            error,
            begins,
            code,
        }
    }

    fn fits(&self, error: &str, description: &str) -> bool {
        (self.error.is_empty() || self.error.eq_ignore_ascii_case(error))
            && description.starts_with(self.begins)
    }
}

/// Reads an answer of the token endpoint: its `error` and `error_description`, which may be
/// missing. What no row knows is [`Code::SignInRefused`].
pub fn token_error(error: &str, description: &str) -> Code {
    find(TOKEN_ENDPOINT, error, description)
        .or_else(|| find(AFTER_SIGN_IN, error, description))
        .unwrap_or(Code::SignInRefused)
}

/// Reads an error of the REST API: its `errorCode` and `message`. The token endpoint has been seen
/// to answer in this shape too. What no row knows is [`Code::ReadRefused`].
pub fn rest_error(error_code: &str, message: &str) -> Code {
    find(AFTER_SIGN_IN, error_code, message).unwrap_or(Code::ReadRefused)
}

/// Reads what Salesforce told somebody else, who tells it in a sentence of its own: the name of the
/// error, and its description alone or after a colon. Nothing where no row knows it.
pub fn as_of_salesforce(error: &str, words: &str) -> Option<Code> {
    let after = words.split_once(": ").map(|(_, after)| after);
    let said = [Some(words), after].into_iter().flatten();
    let rows = said.flat_map(|words| {
        [TOKEN_ENDPOINT, AFTER_SIGN_IN]
            .into_iter()
            .filter_map(|table| row(table, error, words))
    });
    rows.max_by_key(|row| row.begins.len()).map(|row| row.code)
}

/// The same code in the light of the calendar: from the day Salesforce ends the username-password
/// sign-in on, `unsupported_grant_type` means that rather than a wrong host. Days left are counted
/// to [`crate::guide::dates::PASSWORD_FLOW_ENDS`].
pub fn as_of(code: Code, route: Route, password_flow_days_left: i32) -> Code {
    match (code, route) {
        (Code::FlowNotSupported, Route::ConnectedApp) if password_flow_days_left <= 0 => {
            Code::PasswordFlowEnded
        }
        _ => code,
    }
}

fn find(table: &[Row], error: &str, description: &str) -> Option<Code> {
    row(table, error, description).map(|row| row.code)
}

fn row<'a>(table: &'a [Row], error: &str, description: &str) -> Option<&'a Row> {
    let error = error.trim();
    let description = plain(description);
    table
        .iter()
        .filter(|row| row.fits(error, &description))
        .max_by_key(|row| (row.begins.len(), !row.error.is_empty()))
}
