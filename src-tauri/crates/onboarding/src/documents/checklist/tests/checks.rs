//! The checks of the last verification.

use model::catalogue::{Check, Code, Finding, FindingStatus};
use model::onboarding::{SignIn, Verification, Whose};

use super::*;

pub(super) fn verified(route: Route) -> Onboarding {
    let mut onboarding = chosen(route);
    let findings = Check::VERIFICATION.map(|check| {
        let (status, code) = match check {
            Check::Edition => (FindingStatus::Warning, Code::EditionOther),
            Check::ApiAccess => (FindingStatus::Failed, Code::ApiDisabled),
            Check::Package => (FindingStatus::Unknown, Code::PackageUnknown),
            Check::Endpoint => (FindingStatus::Skipped, Code::EndpointNotAsked),
            _ => (FindingStatus::Passed, Code::SignedIn),
        };
        Finding::new(
            check,
            status,
            code,
            format!("seen from 203.0.113.7 by {check:?}"),
        )
    });
    let sign_in = SignIn {
        at: Timestamp::UNIX_EPOCH,
        source_ip: "203.0.113.99".to_owned(),
        application: "Gentrack".to_owned(),
        status: "Restricted IP".to_owned(),
        whose: Whose::Elsewhere,
    };
    onboarding.facts.verification = Some(Verification {
        at: Timestamp::UNIX_EPOCH,
        basis: onboarding.sign_in_basis(),
        findings: findings.to_vec(),
        connection: None,
        sign_ins: Some(vec![sign_in]),
    });
    onboarding
}

#[test]
fn every_check_of_the_last_run_is_listed_with_its_outcome() {
    for route in Route::ALL {
        let paper = paper(Sheet::Of(&verified(route)));
        let items = items(&section(&paper, "Verify sign-in").blocks);
        // The first is who was signed in as.
        let checks = &items[1..];
        assert_eq!(checks.len(), Check::VERIFICATION.len());
        for (check, item) in Check::VERIFICATION.iter().zip(checks) {
            let outcome = match check {
                Check::Edition => "warning",
                Check::ApiAccess => "failed",
                Check::Package => "cannot tell",
                Check::Endpoint => "not asked",
                _ => "passed",
            };
            assert_eq!(
                (item.label.as_str(), item.value.as_str()),
                (check.title(), outcome)
            );
            assert_eq!(item.done, outcome == "passed", "{check:?}");
        }
        let failed = checks.iter().find(|item| item.value == "failed").unwrap();
        let fix = Code::ApiDisabled.entry().fixes(route, |_| false)[0].text;
        assert!(failed.note.contains(fix), "{}", failed.note);
    }
}

#[test]
fn no_line_of_login_history_is_on_the_paper() {
    let words = text(&paper(Sheet::Of(&verified(Route::ConnectedApp))));
    for line in ["203.0.113.99", "Restricted IP", "by SignIns"] {
        assert!(!words.contains(line), "{line}");
    }
    assert!(words.contains("by Edition"), "other evidence stands");
}

#[test]
fn checks_of_other_values_than_now_tick_nothing() {
    let mut onboarding = verified(Route::ConnectedApp);
    onboarding.fields.username = "another@northwind.example".to_owned();
    let paper = paper(Sheet::Of(&onboarding));
    let verify = section(&paper, "Verify sign-in");
    assert!(text_of(verify).contains("Changed since: Username."));
    assert!(items(&verify.blocks).iter().all(|item| !item.done));
}
