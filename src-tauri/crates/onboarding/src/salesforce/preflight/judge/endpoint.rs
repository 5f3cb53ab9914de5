//! Does the event endpoint exist?
//!
//! A GET tells, since a class that takes POST alone answers it with 405 and says what it takes
//! (Apex Developer Guide, *Apex REST*, status codes).

use model::catalogue::Code;

use super::super::Context;
use super::super::ask::{Answers, Ask};
use super::Verdict;
use crate::salesforce::{Refusal, SalesforceError};

/// What stands before the methods that a class takes.
const TAKES: &str = "allowed are ";

/// What the answer to a GET says. Words that are not Apex REST's own say nothing about it: a proxy
/// has a 404, a 405 and a 500 too.
pub(in super::super) fn endpoint(answers: &Answers, _: &Context<'_>) -> Verdict {
    let answer = match answers.raw(Ask::Endpoint) {
        None => return Verdict::skipped(Code::EndpointNotAsked),
        Some(Err(error)) => return Verdict::unknown(Code::EndpointUnknown, error.evidence()),
        Some(Ok(answer)) => answer,
    };
    if answer.is_success() {
        let status = format!("HTTP {}", answer.status);
        return Verdict::warning(Code::EndpointAnswersGet, status);
    }
    let refused = SalesforceError::of(answer);
    let Refusal { code, error } = refused.refusal();
    let said = refused.evidence();
    match (answer.status, error.as_str()) {
        (405, "METHOD_NOT_ALLOWED") => takes(said),
        (404, "NOT_FOUND") => Verdict::failed(Code::EndpointNotFound, said),
        (403, "FORBIDDEN") if said.to_lowercase().contains("apex class") => {
            Verdict::warning(Code::EndpointNoAccess, said)
        }
        // A class that runs into an exception is there.
        (500, "APEX_ERROR") => Verdict::warning(Code::EndpointAnswersGet, said),
        // Apex REST alone looks at this; whether the sign-in does stands beside it.
        _ if matches!(code, Code::MutualAuthentication | Code::PasswordExpired) => {
            Verdict::warning(code, said)
        }
        _ => Verdict::unknown(Code::EndpointUnknown, said),
    }
}

fn takes(said: String) -> Verdict {
    let lower = said.to_lowercase();
    match lower.split_once(TAKES) {
        Some((_, methods)) if methods.contains("post") => {
            Verdict::passed(Code::EndpointThere, said)
        }
        Some(_) => Verdict::warning(Code::EndpointNoPost, said),
        None => Verdict::unknown(Code::EndpointUnknown, said),
    }
}
