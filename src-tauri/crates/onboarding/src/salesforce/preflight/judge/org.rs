//! The org: which it is, its edition, its limits, what it holds.

use jiff::Timestamp;
use model::Environment;
use model::catalogue::Code;

use super::super::Context;
use super::super::ask::{Answers, Ask};
use super::Verdict;
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
    if !as_expected {
        Verdict::failed(Code::EnvironmentDiffers, says)
    } else if trial_is_over(&org, context) {
        Verdict::warning(Code::TrialExpired, says)
    } else {
        Verdict::passed(Code::EnvironmentAsExpected, says)
    }
}

/// By Salesforce's own clock.
fn trial_is_over(org: &OrganizationRow, context: &Context<'_>) -> bool {
    let ends = org.trial_expiration_date.as_deref();
    let ends = ends.and_then(|ends| ends.parse::<Timestamp>().ok());
    ends.zip(context.session.issued_at)
        .is_some_and(|(ends, now)| ends < now)
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
    let evidence = format!("{} of {}", grouped(left), grouped(allowed));
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

/// A number as people read it: 100,000.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_stand_apart() {
        for (number, read) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (99_940, "99,940"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(grouped(number), read);
        }
    }
}
