//! What can go wrong with Salesforce, and its place in the catalogue.

use model::Route;
use model::catalogue::{Code, as_of, rest_error, token_error};
use secrecy::SecretString;
use thiserror::Error;

use super::wire::{RestErrors, TokenError};
use crate::net::{Answer, Body, NetError, readable};

/// No good answer was had from Salesforce.
#[derive(Debug, Error)]
pub enum SalesforceError {
    /// No answer at all.
    #[error(transparent)]
    Net(#[from] NetError),
    /// An answer that says no, or is none of Salesforce's.
    #[error("{evidence}")]
    Refused {
        /// The catalogue's code.
        code: Code,
        /// Salesforce's own word for the error; empty where it used none.
        error: String,
        /// The HTTP status and Salesforce's own words, redacted.
        evidence: String,
    },
}

/// A refused sign-in, in short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The catalogue's code.
    pub code: Code,
    /// Salesforce's own word for the error; empty where it used none.
    pub error: String,
}

impl SalesforceError {
    /// The catalogue's code.
    pub fn code(&self) -> Code {
        match self {
            Self::Net(error) => error.code(),
            Self::Refused { code, .. } => *code,
        }
    }

    /// The same in the light of the calendar (see [`as_of`]).
    pub(super) fn on_the_day(self, route: Route, password_flow_days_left: i32) -> Self {
        let code = as_of(self.code(), route, password_flow_days_left);
        self.called(code)
    }

    /// The code, and Salesforce's own word for the error where it used one.
    pub fn refusal(&self) -> Refusal {
        let error = match self {
            Self::Net(_) => "",
            Self::Refused { error, .. } => error,
        };
        Refusal {
            code: self.code(),
            error: error.to_owned(),
        }
    }

    /// The same once more, for somebody else.
    pub(super) fn told_again(&self) -> Self {
        Self::Refused {
            code: self.code(),
            error: self.refusal().error,
            evidence: self.evidence(),
        }
    }

    /// Whether nothing else need be asked of Salesforce after it.
    pub(super) fn stops_all(&self) -> bool {
        self.code().entry().blocks
    }

    /// What a person may read of it.
    pub fn evidence(&self) -> String {
        match self {
            Self::Net(error) => error.to_string(),
            Self::Refused { evidence, .. } => evidence.clone(),
        }
    }

    /// Reads an answer after sign-in that is not the expected one.
    pub(super) fn of(answer: &Answer) -> Self {
        Self::reading(answer, &[])
    }

    /// Reads the token endpoint's answer where it gave no token: whatever it says, nobody is signed
    /// in. What was `sent` is taken out of its words.
    pub(super) fn at_sign_in(answer: &Answer, sent: &[&SecretString]) -> Self {
        let read = Self::reading(answer, sent);
        if read.stops_all() {
            read
        } else {
            read.called(Code::SignInRefused)
        }
    }

    /// Reads an answer to the question whether the host is Salesforce, where it told no versions.
    pub(super) fn at_host(answer: &Answer) -> Self {
        let code = by_status(answer).unwrap_or(match (&answer.body, answer.status) {
            (Body::Html(_) | Body::Json(_), _) | (_, 404) => Code::NotSalesforce,
            (Body::Text(_) | Body::Empty, _) => Code::UnreadableAnswer,
        });
        Self::of(answer).called(code)
    }

    fn called(self, code: Code) -> Self {
        match self {
            Self::Net(error) => Self::Net(error),
            Self::Refused {
                error, evidence, ..
            } => Self::Refused {
                code,
                error,
                evidence,
            },
        }
    }

    /// Shapes that Salesforce's own error has are tried first; what is left is told by the status
    /// and the kind of body.
    fn reading(answer: &Answer, sent: &[&SecretString]) -> Self {
        let (code, error, description) = if let Some(token) = answer.read::<TokenError>() {
            let code = token_error(&token.error, &token.error_description);
            (code, token.error, token.error_description)
        } else if let Some(rest) = answer.read().and_then(RestErrors::first) {
            let code = rest_error(&rest.code, &rest.message);
            (code, rest.code, rest.message)
        } else {
            return Self::Refused {
                code: by_status(answer).unwrap_or_else(|| by_body(&answer.body)),
                error: String::new(),
                evidence: answer.excerpt(sent),
            };
        };
        let words = if description.is_empty() {
            error.clone()
        } else {
            format!("{error}: {description}")
        };
        Self::Refused {
            code: by_status(answer).unwrap_or(code),
            evidence: answer.saying(&words, sent),
            error: readable(&error, sent),
        }
    }
}

/// Statuses whose meaning does not depend on the body. 420 is Salesforce Edge's *setting things
/// up*.
fn by_status(answer: &Answer) -> Option<Code> {
    match answer.status {
        300..=399 => Some(Code::Redirected),
        420 | 429 => Some(Code::TooManyRequests),
        500..=599 => Some(Code::ServiceDown),
        _ => None,
    }
}

/// What a body is that none of Salesforce's errors has the shape of.
fn by_body(body: &Body) -> Code {
    match body {
        Body::Html(_) => Code::NotSalesforce,
        // Identity answers in plain text.
        Body::Text(text) => match rest_error(text, "") {
            Code::ReadRefused => Code::UnreadableAnswer,
            known => known,
        },
        Body::Json(_) | Body::Empty => Code::UnreadableAnswer,
    }
}
