//! What GCIS finds when it verifies and refuses: kept beside our own findings.

use model::catalogue::{Code, FindingStatus};
use model::field::SecretField;
use onboarding::workflow::Workspace;
use onboarding::workflow::snapshot::{GcisFindingView, GcisFoundView};
use practice::Scenario;

use crate::desk::Desk;

/// What GCIS found when it refused to register in a scenario.
async fn refused(desk: &Desk, scenario: Scenario) -> GcisFoundView {
    desk.scenario(scenario);
    let problem = desk.workspace.register(desk.id).await.unwrap_err();
    assert_eq!(problem.code, "verification_refused");
    desk.scenario(Scenario::Smooth);
    let page = desk.workspace.open(desk.id).unwrap().register;
    assert!(page.registered.is_none() && !page.outcome_unknown);
    page.gcis_found.unwrap()
}

fn check<'a>(found: &'a GcisFoundView, id: &str) -> &'a GcisFindingView {
    let mut findings = found.findings.iter();
    findings.find(|finding| finding.check == id).unwrap()
}

#[tokio::test]
async fn a_refusal_of_salesforces_has_the_fixes_that_it_has_here() {
    let desk = Desk::ready_to_register().await;
    let found = refused(&desk, Scenario::GcisRefuses).await;
    let sign_in = check(&found, "sign_in");
    assert_eq!(sign_in.status, FindingStatus::Failed);
    assert_eq!(sign_in.code, "ip_restricted");
    assert!(sign_in.evidence.contains("ip restricted"), "its own words");
    let route = desk.workspace.load(desk.id).unwrap().route;
    let ours = Code::IpRestricted.entry().fixes(route, |_| false);
    let words: Vec<_> = sign_in.fixes.iter().map(|fix| fix.text).collect();
    assert_eq!(words, ours.iter().map(|fix| fix.text).collect::<Vec<_>>());
    assert_eq!(check(&found, "tenant").status, FindingStatus::Passed);
    let skipped = check(&found, "organization");
    assert_eq!(skipped.status, FindingStatus::Skipped);
    assert!(skipped.fixes.is_empty());
}

#[tokio::test]
async fn a_check_that_is_not_known_speaks_for_itself_and_an_unknown_status_tells_nothing() {
    let desk = Desk::ready_to_register().await;
    let found = refused(&desk, Scenario::GcisLaterChecks).await;
    let region = check(&found, "region");
    assert_eq!(region.status, FindingStatus::Failed);
    assert!(region.summary.contains("orgs of this region"));
    assert!(!region.fixes.is_empty(), "whom to ask");
    let volume = check(&found, "event_volume");
    assert_eq!(volume.status, FindingStatus::Unknown);
}

#[tokio::test]
async fn what_gcis_found_survives_a_restart_and_holds_no_secret() {
    let desk = Desk::ready_to_register().await;
    refused(&desk, Scenario::GcisRefuses).await;
    let data_folder = desk.workspace.data_folder();
    let restarted = Workspace::new(data_folder.to_owned());
    let page = restarted.open(desk.id).unwrap().register;
    assert!(page.gcis_found.is_some());
    let record = std::fs::read_to_string(
        data_folder
            .join("onboardings")
            .join(format!("{}.json", desk.id)),
    );
    let record = record.unwrap();
    for secret in [&desk.card.password, &desk.card.consumer_secret] {
        assert!(!record.contains(secret.as_str()));
    }
}

#[tokio::test]
async fn it_is_gone_once_something_it_rests_on_changed_or_an_attempt_succeeded() {
    let desk = Desk::ready_to_register().await;
    refused(&desk, Scenario::GcisRefuses).await;
    let password = &desk.card.password;
    let changed = desk.store(SecretField::Password, password).await;
    assert!(changed.register.gcis_found.is_none(), "another value");
    desk.verify().await.unwrap();
    refused(&desk, Scenario::GcisRefuses).await;
    let done = desk.workspace.register(desk.id).await.unwrap();
    assert!(done.register.gcis_found.is_none() && done.register.registered.is_some());
    let facts = desk.workspace.load(desk.id).unwrap().facts;
    assert!(facts.refusal.is_none());
}

#[tokio::test]
async fn credentials_that_are_to_replace_others_are_told_of_in_the_same_way() {
    let desk = Desk::ready_to_register().await;
    desk.workspace.register(desk.id).await.unwrap();
    let password = &desk.card.password;
    desk.store(SecretField::Password, password).await;
    desk.verify().await.unwrap();
    desk.scenario(Scenario::GcisRefuses);
    let problem = desk.workspace.replace_credentials(desk.id).await;
    assert_eq!(problem.unwrap_err().code, "verification_refused");
    let page = desk.workspace.open(desk.id).unwrap().register;
    let found = page.gcis_found.unwrap();
    assert_eq!(check(&found, "sign_in").code, "ip_restricted");
    desk.scenario(Scenario::Smooth);
    let replaced = desk.workspace.replace_credentials(desk.id).await.unwrap();
    assert!(replaced.register.gcis_found.is_none());
}
