//! What GCIS found when it refused credentials, as it is kept.

use jiff::Timestamp;
use model::catalogue::FindingStatus;
use model::onboarding::{GcisFinding, GcisRefusal, RegistrationBasis};

use crate::gcis::{Check, CheckStatus, GcisError};

/// A refusal that names what was found; nothing where GCIS named nothing.
pub(super) fn refusal(basis: &RegistrationBasis, error: &GcisError) -> Option<Box<GcisRefusal>> {
    let checks = &error.refusal()?.checks;
    (!checks.is_empty()).then(|| {
        Box::new(GcisRefusal {
            at: Timestamp::now(),
            basis: basis.clone(),
            findings: checks.iter().map(finding).collect(),
        })
    })
}

fn finding(check: &Check) -> GcisFinding {
    let status = match check.status {
        CheckStatus::Passed => FindingStatus::Passed,
        CheckStatus::Failed => FindingStatus::Failed,
        CheckStatus::Warning => FindingStatus::Warning,
        CheckStatus::Skipped => FindingStatus::Skipped,
        CheckStatus::Unknown => FindingStatus::Unknown,
    };
    let title = if check.title.is_empty() {
        &check.id
    } else {
        &check.title
    };
    GcisFinding::new(
        check.id.clone(),
        title.clone(),
        status,
        check.message.clone(),
        check.code.as_deref(),
    )
}
