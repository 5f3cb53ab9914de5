//! What Salesforce mails to a user.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A mail in a user's mailbox.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Mail {
    pub(crate) id: String,
    pub(crate) time: Timestamp,
    pub(crate) letter: Letter,
}

/// What a mail says.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub(crate) enum Letter {
    /// A new user is welcomed and asked to set a password.
    Welcome,
    /// The password was reset: a new one is to be set.
    PasswordReset,
    /// A new security token.
    SecurityToken {
        /// The token itself.
        token: String,
    },
}

impl Letter {
    /// The mail's subject, in the sense of Salesforce's.
    pub(crate) const fn subject(&self) -> &'static str {
        match self {
            Self::Welcome => "Welcome to Salesforce: Verify your account",
            Self::PasswordReset => "Reset your Salesforce password",
            Self::SecurityToken { .. } => "Your new Salesforce security token",
        }
    }

    /// Whether its link leads to where a password is set.
    pub(crate) const fn sets_password(&self) -> bool {
        matches!(self, Self::Welcome | Self::PasswordReset)
    }
}
