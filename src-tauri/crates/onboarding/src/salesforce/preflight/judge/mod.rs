//! What an answer means: one function for each check, all of one shape.

mod endpoint;
mod org;
mod package;
mod sign_ins;
mod user;

use model::catalogue::{Code, FindingStatus};

use super::Context;
use super::ask::Answers;

pub(super) use endpoint::endpoint;
pub(super) use org::{api_calls, credentials, edition, environment, organization};
pub(super) use package::package;
pub(super) use sign_ins::{read as sign_ins, sign_ins as sign_ins_check};
pub(super) use user::{
    api_access, credential_right, identity, password_expiry, permissions, user, who,
};

/// How a check came out.
#[derive(Debug)]
pub(super) struct Verdict {
    pub(super) status: FindingStatus,
    pub(super) code: Code,
    pub(super) evidence: String,
}

/// Reads the answers that a check asked for.
pub(super) type Judge = fn(&Answers, &Context<'_>) -> Verdict;

impl Verdict {
    pub(super) fn passed(code: Code, evidence: impl Into<String>) -> Self {
        Self::new(FindingStatus::Passed, code, evidence)
    }

    pub(super) fn warning(code: Code, evidence: impl Into<String>) -> Self {
        Self::new(FindingStatus::Warning, code, evidence)
    }

    pub(super) fn failed(code: Code, evidence: impl Into<String>) -> Self {
        Self::new(FindingStatus::Failed, code, evidence)
    }

    pub(super) fn unknown(code: Code, evidence: impl Into<String>) -> Self {
        Self::new(FindingStatus::Unknown, code, evidence)
    }

    pub(super) fn skipped(code: Code) -> Self {
        Self::new(FindingStatus::Skipped, code, "")
    }

    fn new(status: FindingStatus, code: Code, evidence: impl Into<String>) -> Self {
        Self {
            status,
            code,
            evidence: evidence.into(),
        }
    }
}

/// Nobody can tell from this desk whether GCIS can sign in as well.
pub(super) fn elsewhere(_: &Answers, _: &Context<'_>) -> Verdict {
    Verdict::unknown(Code::DeskOnly, "")
}

/// The REST API answered, whatever it answered: what stops all is told before this is asked.
pub(super) fn rest(_: &Answers, context: &Context<'_>) -> Verdict {
    Verdict::passed(
        Code::RestAnswers,
        format!("version {}", context.session.version),
    )
}
