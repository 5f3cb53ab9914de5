//! The org: which it is, its edition, its limits, what it holds.

use model::Environment;
use model::catalogue::Code;

use super::super::Context;
use super::super::ask::{Answers, Ask};
use super::Verdict;
use crate::salesforce::SalesforceError;
use crate::salesforce::wire::{LimitsAnswer, NamedCredentialRow, OrganizationRow};

/// Editions known to have what the connector needs. The page asks for Enterprise; Performance
/// reports itself as Unlimited, and Developer has the same features.
const SUPPORTED: [&str; 3] = [
    "Enterprise Edition",
    "Unlimited Edition",
    "Developer Edition",
];

/// The org's one row; an error's words where the user may not read it.
pub(in super::super) fn organization(answers: &Answers) -> Result<OrganizationRow, String> {
    let rows = answers.rows::<OrganizationRow>(Ask::Organization)?;
    rows.into_iter()
        .next()
        .ok_or_else(|| "the service user may not read Organization".to_owned())
}

/// Production or sandbox, as the onboarding says? A row with `IsSandbox` and a trial's end is a
/// scratch org, which is neither (sfdx-core, `determineOrg`).
pub(in super::super) fn environment(answers: &Answers, context: &Context<'_>) -> Verdict {
    let org = match organization(answers) {
        Ok(org) => org,
        Err(why) => return Verdict::unknown(Code::CannotTell, why),
    };
    let mut says = if org.is_sandbox {
        "sandbox"
    } else {
        "production"
    }
    .to_owned();
    if let Some(ends) = &org.trial_expiration_date {
        says = format!("{says}, a trial until {}", ends.get(..10).unwrap_or(ends));
    }
    let as_expected = match context.expect.environment {
        Environment::Production => !org.is_sandbox,
        Environment::Sandbox => org.is_sandbox,
        Environment::Practice => true,
    };
    if as_expected {
        Verdict::passed(Code::EnvironmentAsExpected, says)
    } else {
        Verdict::failed(Code::EnvironmentDiffers, says)
    }
}

/// Which edition?
pub(in super::super) fn edition(answers: &Answers, _: &Context<'_>) -> Verdict {
    match organization(answers) {
        Ok(org) if SUPPORTED.contains(&org.organization_type.as_str()) => {
            Verdict::passed(Code::EditionSupported, org.organization_type)
        }
        Ok(org) => Verdict::warning(Code::EditionOther, org.organization_type),
        Err(why) => Verdict::unknown(Code::CannotTell, why),
    }
}

/// Has the org API calls left? Where the limits may not be read, every answer's header tells.
pub(in super::super) fn api_calls(answers: &Answers, _: &Context<'_>) -> Verdict {
    let (left, allowed) = match answers.read::<LimitsAnswer>(Ask::Limits) {
        Ok(limits) => {
            let calls = limits.daily_api_requests;
            (calls.remaining, calls.max)
        }
        Err(why) => match answers.usage {
            Some(usage) => (usage.allowed.saturating_sub(usage.used), usage.allowed),
            None => return Verdict::unknown(Code::CannotTell, why),
        },
    };
    let evidence = format!("{left} of {allowed} left today");
    if left < allowed / 10 {
        Verdict::warning(Code::ApiCallsLow, evidence)
    } else {
        Verdict::passed(Code::ApiCallsLeft, evidence)
    }
}

/// Which named credentials are there?
pub(in super::super) fn credentials(answers: &Answers, _: &Context<'_>) -> Verdict {
    match answers.rows::<NamedCredentialRow>(Ask::NamedCredentials) {
        Ok(rows) if rows.is_empty() => Verdict::passed(Code::CredentialsListed, "none yet"),
        Ok(rows) => {
            let names: Vec<_> = rows.into_iter().map(|row| row.developer_name).collect();
            Verdict::passed(Code::CredentialsListed, names.join(", "))
        }
        Err(why) => Verdict::unknown(Code::CredentialsUnread, why),
    }
}

/// Does the event endpoint exist? A class that takes POST alone answers a GET with 405 and says
/// what it takes (Apex Developer Guide, *Apex REST*, status codes).
pub(in super::super) fn endpoint(answers: &Answers, _: &Context<'_>) -> Verdict {
    let answer = match answers.raw(Ask::Endpoint) {
        None => return Verdict::skipped(Code::EndpointNotAsked),
        Some(Err(error)) => return Verdict::unknown(Code::EndpointUnknown, error.evidence()),
        Some(Ok(answer)) => answer,
    };
    let said = || SalesforceError::of(answer).evidence();
    match answer.status {
        200..=299 => Verdict::warning(Code::EndpointAnswersGet, format!("HTTP {}", answer.status)),
        405 if said().to_uppercase().contains("POST") => {
            Verdict::passed(Code::EndpointThere, said())
        }
        405 => Verdict::warning(Code::EndpointNoPost, said()),
        404 => Verdict::failed(Code::EndpointNotFound, said()),
        403 if said().to_lowercase().contains("apex class") => {
            Verdict::warning(Code::EndpointNoAccess, said())
        }
        500 => Verdict::warning(Code::EndpointAnswersGet, said()),
        _ => Verdict::unknown(Code::EndpointUnknown, said()),
    }
}
