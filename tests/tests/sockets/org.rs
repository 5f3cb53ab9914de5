//! Which org it is: the first one stays the one, and production is no sandbox.

use model::Environment;
use model::catalogue::{Check, Code, FindingStatus};
use onboarding::salesforce::Selection;
use practice::Scenario;
use serde_json::json;
use wiremock::ResponseTemplate;

use crate::desk::Desk;
use crate::fake::{Fake, ORG, Org, TOKEN, expectations, found};

#[tokio::test]
async fn another_org_asks_refreshed_or_wrong_and_registers_nothing() {
    let desk = Desk::ready_to_register().await;
    let pinned = desk.workspace.load(desk.id).unwrap().facts.pinned_org;
    assert_eq!(pinned.as_deref(), Some(desk.card.org_id.as_str()));
    desk.scenario(Scenario::OtherOrg);
    let snapshot = desk.verify().await.unwrap();
    let blocking = snapshot.verify.findings.iter().find(|found| found.blocks);
    let blocking = blocking.unwrap();
    assert_eq!((blocking.check, blocking.code), (Check::Org, "org_differs"));
    assert!(
        blocking.evidence.contains(&desk.card.org_id),
        "which it was"
    );
    let words: Vec<_> = blocking.fixes.iter().map(|fix| fix.text).collect();
    assert!(
        words.iter().any(|words| words.contains("wrong org")),
        "{words:?}"
    );
    assert!(
        words.iter().any(|words| words.contains("was refreshed")),
        "{words:?}"
    );
    let refused = desk.workspace.register(desk.id).await.unwrap_err();
    assert_eq!(refused.code, "verify_first");
    let attested = desk.workspace.attest_registered(desk.id).unwrap_err();
    assert_eq!(attested.code, "verify_first");

    let record = desk.workspace.load(desk.id).unwrap();
    assert_eq!(record.facts.pinned_org, pinned, "the first one stays");
    desk.scenario(Scenario::Smooth);
    let again = desk.verify().await.unwrap().verify;
    let org = again
        .findings
        .iter()
        .find(|found| found.check == Check::Org);
    assert!(again.passed && org.unwrap().code == "org_pinned");
}

#[tokio::test]
async fn an_id_is_the_same_with_15_and_with_18_characters() {
    let fake = Fake::new().await;
    for (pinned, code) in [
        (ORG.to_owned(), Code::OrgPinned),
        (format!("{ORG}EAK"), Code::OrgPinned),
        ("00D000000000002".to_owned(), Code::OrgDiffers),
        (ORG.to_lowercase(), Code::OrgDiffers),
    ] {
        let mut expect = expectations();
        expect.pinned_org = Some(pinned);
        let outcome = fake.run_expecting(&expect, &Selection::All).await;
        assert_eq!(found(&outcome, Check::Org).code, code);
        assert_eq!(outcome.connection.is_some(), code == Code::OrgPinned);
    }
}

#[tokio::test]
async fn a_sign_in_that_names_no_org_is_neither_the_first_nor_the_wrong_one() {
    let fake = Fake::new().await;
    let own = fake.server.uri();
    let granted = json!({"access_token": "t", "instance_url": own, "id": own});
    let granted = ResponseTemplate::new(200).set_body_json(granted);
    fake.at(TOKEN, granted).await;
    for pinned in [None, Some(ORG.to_owned())] {
        let mut expect = expectations();
        expect.pinned_org = pinned;
        let outcome = fake.run_expecting(&expect, &Selection::All).await;
        let finding = found(&outcome, Check::Org);
        assert_eq!(finding.status, FindingStatus::Unknown);
        assert_eq!(finding.code, Code::CannotTell);
        assert_eq!(outcome.connection.unwrap().org_id, ORG, "by its own row");
    }
}

#[tokio::test]
async fn production_and_sandbox_are_what_the_onboarding_says_they_are() {
    use Environment::{Practice, Production, Sandbox};
    let past = Some("2020-01-31T00:00:00.000+0000");
    let future = Some("2999-01-31T00:00:00.000+0000");
    for (environment, is_sandbox, trial_ends, code) in [
        (Production, false, None, Code::EnvironmentAsExpected),
        (Production, true, None, Code::EnvironmentDiffers),
        (Production, true, past, Code::EnvironmentDiffers),
        (Production, false, future, Code::EnvironmentAsExpected),
        (Production, false, past, Code::TrialExpired),
        (Sandbox, true, None, Code::EnvironmentAsExpected),
        (Sandbox, false, None, Code::EnvironmentDiffers),
        (Practice, true, None, Code::EnvironmentAsExpected),
        (Practice, false, None, Code::EnvironmentAsExpected),
    ] {
        let fake = Fake::of(Org {
            is_sandbox,
            trial_ends,
            ..Org::default()
        })
        .await;
        let mut expect = expectations();
        expect.environment = environment;
        let outcome = fake.run_expecting(&expect, &Selection::All).await;
        let finding = found(&outcome, Check::Environment);
        assert_eq!(
            finding.code, code,
            "{environment:?} {is_sandbox} {trial_ends:?}"
        );
        let differs = code == Code::EnvironmentDiffers;
        assert_eq!(finding.blocks(), differs);
        assert_eq!(outcome.connection.is_none(), differs);
        let says = if is_sandbox { "sandbox" } else { "production" };
        assert!(finding.evidence.starts_with(says), "{}", finding.evidence);
    }
}
