//! What can go wrong with GCIS, and its place in the catalogue.

use model::catalogue::Code;
use model::onboarding::CredentialState;
use secrecy::SecretString;
use thiserror::Error;

use super::change::Change;
use super::wire::{Check, CheckStatus, ProblemAnswer};
use crate::net::{Answer, NetError, readable};

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
    #[error("{}", .0.evidence)]
    Refused(Box<Refusal>),
}

/// What GCIS said instead of yes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// The catalogue's code.
    pub code: Code,
    /// Whether it says what became of the request, as the contract has it.
    pub is_final: bool,
    /// GCIS's own words, redacted.
    pub evidence: String,
    /// What a verification that failed found, redacted.
    pub checks: Vec<Check>,
    /// The instance that stands in the way.
    pub instance_id: Option<String>,
    /// The named credential's state, where it forbids what was asked.
    pub credential_state: Option<CredentialState>,
}

impl GcisError {
    /// The catalogue's code.
    pub fn code(&self) -> Code {
        match self {
            Self::Net(error) => match error.code() {
                own @ (Code::ForeignAddress | Code::TlsFailed | Code::ConnectionSettings) => own,
                _ => Code::GcisUnreachable,
            },
            Self::NotConfigured => Code::GcisNotConfigured,
            Self::Refused(refusal) => refusal.code,
        }
    }

    /// What a person may read of it.
    pub fn evidence(&self) -> String {
        match self {
            Self::Net(error) => error.to_string(),
            Self::NotConfigured => String::new(),
            Self::Refused(refusal) => refusal.evidence.clone(),
        }
    }

    /// What GCIS said, if it said anything.
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            Self::Net(_) | Self::NotConfigured => None,
        }
    }

    /// Whether GCIS may have carried out the request all the same.
    pub fn is_ambiguous(&self) -> bool {
        match self {
            Self::Net(error) => error.is_ambiguous(),
            Self::NotConfigured => false,
            Self::Refused(refusal) => {
                !refusal.is_final
                    || matches!(
                        refusal.code,
                        Code::UnreadableAnswer | Code::OutcomeUnknown | Code::ConflictUnnamed
                    )
            }
        }
    }

    /// Whether GCIS does not show what was asked for to this account.
    pub fn is_hidden(&self) -> bool {
        let status = self.refusal().map(|refusal| refusal.status);
        matches!(status, Some(403 | 404))
    }

    /// Whether GCIS does not know what was asked for.
    pub fn is_missing(&self) -> bool {
        self.refusal().is_some_and(|refusal| refusal.status == 404)
    }

    /// Reads an answer of the token's address that gave none. 400 is what RFC 6749 §5.2 gives for a
    /// client it does not know, 401 where the client named itself by HTTP Basic. Behind the sign-in
    /// those two say nothing of the API credentials, which were accepted.
    pub(super) fn at_sign_in(answer: &Answer, sent: &[SecretString]) -> Self {
        let mut error = Self::of(answer, Code::GcisRefused, sent);
        if let Self::Refused(refusal) = &mut error
            && matches!(answer.status, 400 | 401 | 403)
        {
            refusal.code = Code::GcisSignInRefused;
        }
        error
    }

    /// Reads an answer that does not say that a change was made. Only a refusal that the contract
    /// lists is final.
    pub(super) fn of_change(answer: &Answer, change: Change, sent: &[SecretString]) -> Self {
        match Self::of(answer, change.conflict, sent) {
            Self::Refused(mut refusal) => {
                refusal.is_final = change.is_refused(answer.status);
                Self::Refused(refusal)
            }
            other => other,
        }
    }

    /// Reads an answer that is not the expected one; `conflict` is what a 409 means here, unless it
    /// says that the first request with the same key is still running. What was `sent` to GCIS is
    /// taken out of its words.
    pub(super) fn of(answer: &Answer, conflict: Code, sent: &[SecretString]) -> Self {
        let problem: Option<ProblemAnswer> = answer.read();
        let code = match (answer.status, &problem) {
            (409, Some(problem)) if problem.is_in_progress() => Code::OutcomeUnknown,
            // Only an instance that GCIS names is one that exists.
            (409, problem) if conflict == Code::AlreadyConnected => match problem {
                Some(ProblemAnswer {
                    instance_id: Some(_),
                    ..
                }) => Code::AlreadyConnected,
                _ => Code::ConflictUnnamed,
            },
            (409, _) => conflict,
            (422, Some(problem)) if !problem.checks.is_empty() => Code::VerificationRefused,
            (420 | 429 | 500..=599, _) => Code::GcisDown,
            (200..=299, _) => Code::UnreadableAnswer,
            _ => Code::GcisRefused,
        };
        let problem = problem.unwrap_or_default();
        let known: Vec<&SecretString> = sent.iter().collect();
        let words = readable(&words(&problem), &known);
        let checks = problem.checks.into_iter();
        Self::Refused(Box::new(Refusal {
            status: answer.status,
            code,
            is_final: answer.status < 500,
            evidence: if words.is_empty() {
                answer.excerpt(&known)
            } else {
                words
            },
            checks: checks.map(|check| check.without(sent)).collect(),
            instance_id: problem.instance_id,
            credential_state: problem.state,
        }))
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
    let amiss = problem
        .checks
        .iter()
        .filter(|check| check.status != CheckStatus::Passed);
    let said: Vec<String> = amiss
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
