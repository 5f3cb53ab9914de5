//! The verification page.

use jiff::ZonedDateTime;
use model::catalogue::Check;
use model::onboarding::Onboarding;
use model::{Route, endpoint, lockout};

use super::diagnosis;
use crate::records::Refused;
use crate::workflow::snapshot::{CheckRow, VerifyPage, finding_view};
use crate::workflow::verify::app_known_by;

pub(super) fn page(
    onboarding: &Onboarding,
    now: &ZonedDateTime,
    refused: Option<Refused>,
) -> VerifyPage {
    let (now, today) = (now.timestamp(), now.date());
    let verification = onboarding.facts.verification.as_ref();
    let connected = onboarding.current_connection();
    // Without a password there is nothing that Salesforce would lock.
    let refused = refused.filter(|_| onboarding.route == Route::ConnectedApp);
    let refusals = refused.map_or(0, |refused| refused.count);
    VerifyPage {
        checks: Check::VERIFICATION
            .into_iter()
            .map(|check| CheckRow {
                check,
                title: check.title(),
            })
            .collect(),
        findings: verification.map_or_else(Vec::new, |run| {
            run.findings
                .iter()
                .map(|finding| finding_view(finding, onboarding))
                .collect()
        }),
        at: verification.map(|run| run.at),
        connected_as: connected.map(|connection| connection.value.clone()),
        changed_since: verification.map_or_else(Vec::new, |run| {
            run.basis.differs_from(&onboarding.sign_in_basis())
        }),
        passed: connected.is_some(),
        host: onboarding.login_host().map(|host| host.to_string()),
        sign_ins: verification.and_then(|run| run.sign_ins.clone()),
        endpoint: endpoint::check(&onboarding.fields.event_endpoint)
            .ok()
            .map(str::to_owned),
        diagnosis: diagnosis::view(onboarding, refusals, now, today),
        paused_until: refused
            .and_then(|refused| lockout::paused_until(refused.count, refused.last, now)),
        refusals,
        app_known_by: app_known_by(onboarding).filter(|until| now < *until),
    }
}
