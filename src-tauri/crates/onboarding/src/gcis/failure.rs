//! What can go wrong with GCIS, and its place in the catalogue.

use model::catalogue::Code;
use secrecy::SecretString;
use thiserror::Error;

use super::wire::ProblemAnswer;
use crate::net::{Answer, NetError, redact, redact_values};

/// No good answer was had from GCIS.
#[derive(Debug, Error)]
pub enum GcisError {
    /// No answer at all.
    #[error(transparent)]
    Net(#[from] NetError),
    /// No address is set.
    #[error("no GCIS API address is set")]
    NotConfigured,
    /// An answer that says no, or cannot be read.
    #[error("{evidence}")]
    Refused {
        /// The HTTP status.
        status: u16,
        /// The catalogue's code.
        code: Code,
        /// GCIS's own words, redacted.
        evidence: String,
    },
}

impl GcisError {
    /// The catalogue's code.
    pub fn code(&self) -> Code {
        match self {
            Self::Net(NetError::Foreign) => Code::ForeignAddress,
            Self::Net(NetError::Tls(_)) => Code::TlsFailed,
            Self::Net(NetError::Settings(_)) => Code::ConnectionSettings,
            Self::Net(_) => Code::GcisUnreachable,
            Self::NotConfigured => Code::GcisNotConfigured,
            Self::Refused { code, .. } => *code,
        }
    }

    /// What a person may read of it.
    pub fn evidence(&self) -> String {
        match self {
            Self::Net(error) => error.to_string(),
            Self::NotConfigured => String::new(),
            Self::Refused { evidence, .. } => evidence.clone(),
        }
    }

    /// Whether GCIS may have carried out the request all the same.
    pub fn is_ambiguous(&self) -> bool {
        match self {
            Self::Net(error) => error.is_ambiguous(),
            Self::NotConfigured => false,
            Self::Refused { status, code, .. } => {
                *status >= 500 || matches!(code, Code::UnreadableAnswer | Code::OutcomeUnknown)
            }
        }
    }

    /// Whether GCIS does not know what was asked for.
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Refused { status: 404, .. })
    }

    /// Reads an answer that is not the expected one; `conflict` is what a 409 means here. What was
    /// `sent` to GCIS is taken out of its words.
    pub(super) fn of(answer: &Answer, conflict: Code, sent: &[&SecretString]) -> Self {
        let problem: Option<ProblemAnswer> = answer.read();
        let code = match (answer.status, &problem) {
            (401 | 403, _) => Code::GcisSignInRefused,
            // Only an instance that GCIS names is one that exists; any other conflict on create
            // says that the first request is still running.
            (409, problem) if conflict == Code::AlreadyConnected => match problem {
                Some(ProblemAnswer {
                    instance_id: Some(_),
                    ..
                }) => Code::AlreadyConnected,
                _ => Code::OutcomeUnknown,
            },
            (409, _) => conflict,
            (422, Some(problem)) if !problem.checks.is_empty() => Code::VerificationRefused,
            (420 | 429 | 500..=599, _) => Code::GcisDown,
            (200..=299, _) => Code::UnreadableAnswer,
            _ => Code::GcisRefused,
        };
        let evidence = match problem {
            Some(problem) => redact(&redact_values(&words(&problem), sent)),
            None => answer.excerpt(sent),
        };
        Self::Refused {
            status: answer.status,
            code,
            evidence,
        }
    }
}

fn words(problem: &ProblemAnswer) -> String {
    let mut parts = vec![problem.title.clone()];
    parts.extend(
        problem
            .instance_id
            .as_ref()
            .map(|id| format!("instance {id}")),
    );
    let failed = problem
        .checks
        .iter()
        .filter(|check| check.status != "passed");
    let said: Vec<String> = failed
        .map(|check| format!("{}: {}", check.title, check.message))
        .collect();
    if said.is_empty() {
        parts.push(problem.detail.clone());
    } else {
        parts.extend(said);
    }
    parts.retain(|part| !part.is_empty());
    parts.join(". ")
}
