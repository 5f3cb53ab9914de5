//! What can go wrong with Salesforce, and its place in the catalogue.

use model::Route;
use model::catalogue::{Code, as_of, rest_error, token_error};
use thiserror::Error;

use super::wire::{RestError, TokenError};
use secrecy::SecretString;

use crate::net::{Answer, Body, NetError, redact, redact_values};

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
            Self::Net(error) => net_code(error),
            Self::Refused { code, .. } => *code,
        }
    }

    /// The same in the light of the calendar (see [`as_of`]).
    pub(super) fn on_the_day(self, route: Route, password_flow_days_left: i32) -> Self {
        match self {
            Self::Net(error) => Self::Net(error),
            Self::Refused {
                code,
                error,
                evidence,
            } => Self::Refused {
                code: as_of(code, route, password_flow_days_left),
                error,
                evidence,
            },
        }
    }

    /// The code, and Salesforce's own word for the error where it used one.
    pub(super) fn refusal(&self) -> Refusal {
        let error = match self {
            Self::Net(_) => "",
            Self::Refused { error, .. } => error,
        };
        Refusal {
            code: self.code(),
            error: error.to_owned(),
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

    /// Takes out of Salesforce's words what was sent to it.
    pub(super) fn without(self, secrets: &[&SecretString]) -> Self {
        match self {
            Self::Net(error) => Self::Net(error),
            Self::Refused {
                code,
                error,
                evidence,
            } => Self::Refused {
                code,
                error: redact_values(&error, secrets),
                evidence: redact_values(&evidence, secrets),
            },
        }
    }

    /// Reads an answer that is not the expected one. Shapes that Salesforce's own error has are
    /// tried first; what is left is told by the status and the kind of body.
    pub(super) fn of(answer: &Answer) -> Self {
        if let Some(token) = answer.read::<TokenError>() {
            return Self::Refused {
                code: by_status(answer)
                    .unwrap_or_else(|| token_error(&token.error, &token.error_description)),
                evidence: said(answer, &token.error, &token.error_description),
                error: token.error,
            };
        }
        if let Some(errors) = answer.read::<Vec<RestError>>()
            && let Some(first) = errors.first()
        {
            return Self::Refused {
                code: by_status(answer).unwrap_or_else(|| rest_error(&first.code, &first.message)),
                evidence: said(answer, &first.code, &first.message),
                error: first.code.clone(),
            };
        }
        let code = by_status(answer).unwrap_or_else(|| match &answer.body {
            Body::Html(_) => Code::NotSalesforce,
            // Identity answers in plain text.
            Body::Text(text) => match rest_error(text, "") {
                Code::ReadRefused => Code::UnreadableAnswer,
                known => known,
            },
            Body::Json(_) | Body::Empty => Code::UnreadableAnswer,
        });
        Self::Refused {
            code,
            error: String::new(),
            evidence: answer.excerpt(),
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

fn said(answer: &Answer, error: &str, description: &str) -> String {
    let words = if description.is_empty() {
        error.to_owned()
    } else {
        format!("{error}: {description}")
    };
    let wait = answer
        .retry_after
        .map_or_else(String::new, |seconds| format!("; asks to wait {seconds} s"));
    format!("HTTP {}: {}{wait}", answer.status, redact(&words))
}

fn net_code(error: &NetError) -> Code {
    match error {
        NetError::HostNotFound(_) => Code::HostNotFound,
        NetError::Connect(_) => Code::ConnectionFailed,
        NetError::TimedOut => Code::TimedOut,
        NetError::Tls(_) => Code::TlsFailed,
        NetError::Foreign => Code::ForeignAddress,
        NetError::Broken(_) | NetError::TooLarge => Code::UnreadableAnswer,
        NetError::Settings(_) => Code::ConnectionSettings,
    }
}
