//! A verification that is old, or was made with something else than is entered now, is made again
//! before anything goes to GCIS.

use jiff::{SignedDuration, Timestamp};
use model::field::SecretField;
use onboarding::records::Records;
use practice::Scenario;

use crate::desk::Desk;

/// Makes the last verification so many minutes old.
fn age(desk: &Desk, minutes: i64) -> Timestamp {
    let mut record = desk.workspace.load(desk.id).unwrap();
    let at = Timestamp::now() - SignedDuration::from_mins(minutes);
    let verification = record.facts.verification.as_mut().unwrap();
    verification.connection.as_mut().unwrap().at = at;
    let records = Records::new(desk.workspace.data_folder());
    records.save(&record).unwrap();
    at
}

fn sign_ins(desk: &Desk) -> usize {
    let record = desk.workspace.load(desk.id).unwrap();
    record.facts.own_sign_ins.len()
}

#[tokio::test]
async fn the_page_says_how_old_it_is_and_until_when_it_stands() {
    let desk = Desk::ready_to_register().await;
    let at = age(&desk, 12);
    let page = desk.workspace.open(desk.id).unwrap().register;
    let last = page.last_verified.unwrap();
    assert_eq!((last.at, last.stands_for_minutes), (at, 30));
    assert_eq!(last.stands_until, at + SignedDuration::from_mins(30));
    assert!(last.changed_since.is_empty());
    let signed_in = last.connection.username.as_ref();
    assert_eq!(signed_in, Some(&desk.card.username));
    assert_eq!(last.connection.org_id, desk.card.org_id);
}

#[tokio::test]
async fn a_young_one_is_not_made_again_and_an_old_one_is() {
    for (minutes, again) in [(12, 0), (31, 1)] {
        let desk = Desk::ready_to_register().await;
        let before = sign_ins(&desk);
        age(&desk, minutes);
        desk.workspace.register(desk.id).await.unwrap();
        assert_eq!(sign_ins(&desk), before + again, "{minutes} minutes");
    }
}

#[tokio::test]
async fn one_made_with_something_else_is_made_again() {
    let desk = Desk::ready_to_register().await;
    let card = desk
        .running
        .cloud()
        .reset_security_token(&desk.id.to_string())
        .unwrap();
    let token = &card.security_token;
    let changed = desk.store(SecretField::SecurityToken, token).await;
    let last = changed.register.last_verified.unwrap();
    assert_eq!(last.changed_since, ["Security Token"]);
    assert!(changed.register.connected_as.is_none());
    let registered = desk.workspace.register(desk.id).await.unwrap();
    assert!(registered.verify.passed && registered.register.registered.is_some());
}

#[tokio::test]
async fn where_it_fails_nothing_goes_to_gcis_and_the_reason_is_named() {
    let desk = Desk::ready_to_register().await;
    age(&desk, 31);
    desk.scenario(Scenario::ConsumerSecretWrong);
    let refused = desk.workspace.register(desk.id).await.unwrap_err();
    assert_eq!(refused.code, "invalid_client_secret");
    assert!(!refused.fixes.is_empty());
    let record = desk.workspace.load(desk.id).unwrap();
    assert!(record.facts.attempt.is_none() && record.facts.registered.is_none());
    desk.scenario(Scenario::Smooth);
    let again = desk.workspace.register(desk.id).await.unwrap_err();
    assert_eq!(again.code, "verify_first", "the person verifies");
}

#[tokio::test]
async fn where_salesforce_gives_no_answer_what_was_verified_stands_and_nothing_goes_to_gcis() {
    let desk = Desk::ready_to_register().await;
    age(&desk, 31);
    let before = desk.workspace.load(desk.id).unwrap().facts.verification;
    desk.scenario(Scenario::SalesforceDown);
    let silent = desk.workspace.register(desk.id).await.unwrap_err();
    assert_eq!(silent.code, "service_down");
    let record = desk.workspace.load(desk.id).unwrap();
    assert_eq!(record.facts.verification, before);
    assert!(record.facts.attempt.is_none());
    desk.scenario(Scenario::Smooth);
    assert!(desk.workspace.register(desk.id).await.is_ok());
}
