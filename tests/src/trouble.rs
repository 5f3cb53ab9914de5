//! The one error of the harness: a sentence for whoever reads the failed test.

use std::fmt::{Debug, Display, Formatter, Result};

/// Why something on the private desktop did not work, in a sentence.
#[derive(Clone)]
pub struct Trouble(String);

impl Trouble {
    /// A trouble in these words.
    pub fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }

    /// Turns any error into a trouble, told as "`doing`: the error".
    pub fn told<E: Display>(doing: &str) -> impl FnOnce(E) -> Self + '_ {
        move |error| Self(format!("{doing}: {error}"))
    }
}

impl Display for Trouble {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        formatter.write_str(&self.0)
    }
}

/// Tests end in `unwrap` or `?`, which print this form: it has to be the readable one.
impl Debug for Trouble {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Trouble {}
