//! Which line of Login History is taken for GCIS's after a save in the portal, and which is not.

use jiff::{SignedDuration, Timestamp};
use model::Route;
use model::onboarding::{Listed, PortalEnding, Tenant};
use onboarding::workflow::snapshot::{EvidenceStanding, EvidenceView};

use crate::fake::{Fake, Org};
use crate::portal::evidence;
use crate::stage::Stage;

const HERE: &str = "198.51.100.7";
const OTHER_DESK: &str = "198.51.100.99";
const GCIS: &str = "203.0.113.25";
const APP: &str = "Gentrack Salesforce Sales Cloud Connector";

/// A save in the portal of five minutes ago by Salesforce's clock, which is ahead of this computer's;
/// Login History shows these lines, by how many seconds ago.
async fn saved_then(ahead: SignedDuration, lines: &[(i64, &'static str)]) -> Stage {
    saved_after(ahead, 300, lines).await
}

/// The same with this program's last sign-in so many seconds ago.
async fn saved_after(ahead: SignedDuration, own: i64, lines: &[(i64, &'static str)]) -> Stage {
    let now = Timestamp::now() + ahead;
    let ago = |seconds: i64| now - SignedDuration::from_secs(seconds);
    let ours = [(own, HERE), (0, HERE)];
    let lines = ours.iter().chain(lines);
    let org = Org {
        lines: lines
            .map(|(seconds, from)| (ago(*seconds), *from, APP))
            .collect(),
        ahead,
        ..Org::default()
    };
    let stage = Stage::before(Fake::of(org).await, Route::ConnectedApp).await;
    let workspace = &stage.workspace;
    stage.verify().await.unwrap();
    let tenant = Tenant {
        id: None,
        name: "Northwind Production".to_owned(),
        product: None,
        environment: None,
    };
    workspace.choose_tenant(stage.id, &tenant).unwrap();
    workspace.answer_list(stage.id, Listed::No).unwrap();
    stage.amend(|record| record.facts.own_sign_ins = vec![ago(own)]);
    workspace
        .portal_ended(stage.id, PortalEnding::Refused, "")
        .unwrap();
    stage
}

async fn look(stage: &Stage) -> EvidenceView {
    evidence(stage.workspace.look_for_gcis(stage.id).await.unwrap())
}

#[tokio::test]
async fn before_and_after_a_save_are_told_by_salesforces_clock() {
    for hours in [-5, 0, 5] {
        let ahead = SignedDuration::from_hours(hours);
        let after = saved_then(ahead, &[(120, GCIS)]).await;
        let seen = look(&after).await;
        assert_eq!(
            seen.standing,
            EvidenceStanding::GotIn,
            "{hours} hours ahead"
        );
        let before = saved_then(ahead, &[(400, GCIS)]).await;
        let nothing = look(&before).await;
        assert_eq!(
            nothing.standing,
            EvidenceStanding::NoLine,
            "{hours} hours ahead"
        );
    }
}

#[tokio::test]
async fn an_address_that_signed_in_before_the_save_may_be_another_computer_of_theirs() {
    let stage = saved_then(
        SignedDuration::ZERO,
        &[(900, OTHER_DESK), (120, OTHER_DESK)],
    )
    .await;
    let doubtful = look(&stage).await;
    assert_eq!(doubtful.standing, EvidenceStanding::SeenBefore);
    assert!(doubtful.explained.is_none());

    let both = [(900, OTHER_DESK), (60, OTHER_DESK), (120, GCIS)];
    let both = saved_then(SignedDuration::ZERO, &both).await;
    let seen = look(&both).await;
    assert_eq!(seen.standing, EvidenceStanding::GotIn);
    assert_eq!(
        seen.seen.unwrap().source_ip,
        GCIS,
        "although it is not the newest"
    );
}

#[tokio::test]
async fn a_person_says_whose_an_address_is_and_can_take_it_back() {
    let stage = saved_then(
        SignedDuration::ZERO,
        &[(900, OTHER_DESK), (120, OTHER_DESK)],
    )
    .await;
    look(&stage).await;
    let asked = stage.sign_ins().await;
    for (ours, standing, own) in [
        (Some(true), EvidenceStanding::NoLine, &[OTHER_DESK][..]),
        (Some(false), EvidenceStanding::GotIn, &[]),
        (None, EvidenceStanding::SeenBefore, &[]),
    ] {
        let said = stage.workspace.answer_address(stage.id, OTHER_DESK, ours);
        let evidence = evidence(said.unwrap());
        assert_eq!(evidence.standing, standing, "{ours:?}");
        assert_eq!(evidence.own_addresses, own);
    }
    assert_eq!(stage.sign_ins().await, asked, "without a further sign-in");
    let unknown = stage
        .workspace
        .answer_address(stage.id, "192.0.2.1", Some(true));
    assert_eq!(unknown.unwrap_err().code, "unknown_item");
}

#[tokio::test]
async fn where_our_own_sign_in_is_refused_nobody_can_tell_and_the_reason_is_there() {
    let stage = saved_then(SignedDuration::ZERO, &[(120, GCIS)]).await;
    stage
        .refuse("invalid_grant", "authentication failure")
        .await;
    let evidence = look(&stage).await;
    assert_eq!(evidence.standing, EvidenceStanding::Unread);
    assert!(!evidence.unread.is_empty() && evidence.seen.is_none());
}

#[tokio::test]
async fn each_further_refusal_has_its_fix_from_the_catalogue() {
    for (words, code) in [
        ("Password Lockout", "user_locked"),
        ("User is Frozen", "user_frozen"),
        ("Invalid Password", "password_or_token_wrong"),
        ("Something new", "other_status"),
    ] {
        let stage = saved_then(SignedDuration::ZERO, &[(120, GCIS)]).await;
        look(&stage).await;
        stage.amend(|record| {
            let verification = record.facts.verification.as_mut().unwrap();
            let lines = verification.sign_ins.iter_mut().flatten();
            for line in lines.filter(|line| line.source_ip == GCIS) {
                line.status = words.to_owned();
            }
        });
        let said = stage.workspace.answer_address(stage.id, GCIS, Some(false));
        let evidence = evidence(said.unwrap());
        assert_eq!(evidence.standing, EvidenceStanding::Refused, "{words}");
        let explained = evidence.explained.unwrap();
        assert_eq!(explained.code, code);
        assert!(!explained.fixes.is_empty());
    }
}

#[tokio::test]
async fn a_sign_in_long_before_the_save_was_told_of_may_be_older_than_it() {
    for hours in [-5, 0, 5] {
        let ahead = SignedDuration::from_hours(hours);
        let days_old = saved_after(ahead, 200_000, &[(7200, GCIS)]).await;
        let doubtful = look(&days_old).await;
        assert_eq!(doubtful.standing, EvidenceStanding::MayBeOlder);
        assert!(doubtful.explained.is_none());
        let stages = days_old.workspace.open(days_old.id).unwrap();
        assert!(!stages.register.portal.stages[2].done);

        let lines = [(7200, OTHER_DESK), (60, GCIS)];
        let both = look(&saved_after(ahead, 200_000, &lines).await).await;
        assert_eq!(
            both.standing,
            EvidenceStanding::GotIn,
            "{hours} hours ahead"
        );
        assert_eq!(both.seen.unwrap().source_ip, GCIS);
    }
}

#[tokio::test]
async fn who_did_not_know_for_a_while_told_of_the_same_save_then() {
    let stage = saved_after(SignedDuration::ZERO, 200_000, &[(3600, GCIS)]).await;
    stage.amend(|record| {
        let end = record.facts.portal_end.as_mut().unwrap();
        end.ending = PortalEnding::DontKnow;
        end.at = Timestamp::now() - SignedDuration::from_secs(3500);
    });
    let refused = stage
        .workspace
        .portal_ended(stage.id, PortalEnding::Refused, "");
    refused.unwrap();
    assert_eq!(look(&stage).await.standing, EvidenceStanding::GotIn);
}

#[tokio::test]
async fn where_the_instance_ran_before_nobody_can_tell_with_what_it_signed_in() {
    let stage = saved_then(SignedDuration::ZERO, &[(120, GCIS)]).await;
    let workspace = &stage.workspace;
    workspace.answer_list(stage.id, Listed::Yes).unwrap();
    for registered in [false, true] {
        if registered {
            workspace
                .portal_ended(stage.id, PortalEnding::Saved, "")
                .unwrap();
            stage.amend(|record| {
                let before = Timestamp::now() - SignedDuration::from_secs(300);
                record.facts.portal_end.as_mut().unwrap().since = Some(before);
            });
        }
        let seen = look(&stage).await;
        assert_eq!(seen.standing, EvidenceStanding::RanBefore);
        assert!(seen.ran_before && seen.seen.is_some());
        let shown = workspace.open(stage.id).unwrap().register.portal;
        assert!(!shown.stages[2].done);
    }
}
