//! Through the portal: what its list showed comes first, and after a save what Salesforce saw of it.

use jiff::{SignedDuration, Timestamp};
use model::guide::next;
use model::journey::{Status, StepId};
use model::onboarding::{
    Listed, PortalEnding, RegistrationAttempt, RegistrationWay, Tenant, Whose,
};
use onboarding::records::Records;
use onboarding::workflow::snapshot::{EvidenceStanding, EvidenceView, Snapshot};
use practice::Scenario;
use uuid::Uuid;

use crate::desk::Desk;
use crate::walk::status;

/// An onboarding that goes through the portal, whose list shows no instance yet.
async fn at_the_portal() -> Desk {
    let desk = Desk::ready_to_register().await;
    let workspace = &desk.workspace;
    workspace
        .choose_registration(desk.id, RegistrationWay::Portal)
        .unwrap();
    workspace.answer_list(desk.id, Listed::No).unwrap();
    desk
}

/// The same, and a GCIS that tries to sign in meanwhile.
async fn saved_in_the_portal(scenario: Scenario) -> Desk {
    let desk = at_the_portal().await;
    desk.scenario(scenario);
    // What GCIS does when somebody clicks Save there, it does for the API as well.
    let _ = desk.workspace.register(desk.id).await;
    desk
}

/// What a snapshot shows of Login History.
pub(crate) fn evidence(snapshot: Snapshot) -> EvidenceView {
    snapshot.register.portal.evidence.unwrap()
}

#[tokio::test]
async fn before_the_list_was_looked_at_there_is_no_way_on_and_nothing_counts_as_saved() {
    let desk = Desk::ready_to_register().await;
    let workspace = &desk.workspace;
    let way = RegistrationWay::Portal;
    let first = workspace.choose_registration(desk.id, way).unwrap();
    assert_eq!(first.register.portal.listed, None);
    assert!(first.register.portal.open.is_empty());
    for unanswered in [None, Some(Listed::CannotTell)] {
        if let Some(listed) = unanswered {
            let answered = workspace.answer_list(desk.id, listed).unwrap();
            assert!(answered.register.portal.open.is_empty());
        }
        for ending in [PortalEnding::Saved, PortalEnding::DontKnow] {
            let refused = workspace.portal_ended(desk.id, ending, "").unwrap_err();
            assert_eq!(refused.code, "list_first");
        }
    }
    let kept = workspace.open(desk.id).unwrap();
    assert!(kept.register.registered.is_none() && kept.register.portal.end.is_none());

    let answered = workspace.answer_list(desk.id, Listed::No).unwrap();
    assert!(answered.register.portal.open[1].contains("Setup new instance"));
    let done: Vec<bool> = answered
        .register
        .portal
        .stages
        .iter()
        .map(|stage| stage.done)
        .collect();
    assert_eq!(done, [true, false, false]);
    assert!(answered.register.portal.stages[1].next);
}

#[tokio::test]
async fn the_answer_holds_for_the_tenant_it_was_given_for() {
    let desk = at_the_portal().await;
    let workspace = &desk.workspace;
    let other = Tenant {
        id: None,
        name: "Another one".to_owned(),
        product: None,
        environment: None,
    };
    let changed = workspace.choose_tenant(desk.id, &other).unwrap();
    assert_eq!(changed.register.portal.listed, None);
    let refused = workspace.portal_ended(desk.id, PortalEnding::Saved, "");
    assert_eq!(refused.unwrap_err().code, "list_first");
}

#[tokio::test]
async fn without_a_tenant_the_question_has_no_answer() {
    let desk = Desk::with_credentials().await;
    desk.verify().await.unwrap();
    let refused = desk.workspace.answer_list(desk.id, Listed::No).unwrap_err();
    assert_eq!(
        (refused.code, refused.field),
        ("tenant_missing", Some("tenant"))
    );
}

#[tokio::test]
async fn an_instance_that_stands_there_is_updated_and_recorded_as_taken_over() {
    let desk = at_the_portal().await;
    let workspace = &desk.workspace;
    let answered = workspace.answer_list(desk.id, Listed::Yes).unwrap();
    let portal = answered.register.portal;
    assert!(
        !portal
            .open
            .iter()
            .any(|click| click.contains("Setup new instance"))
    );
    assert!(portal.open[0].contains("My Connectors"));
    let saved = workspace
        .portal_ended(desk.id, PortalEnding::Saved, "")
        .unwrap();
    assert!(saved.register.registered.as_ref().unwrap().taken_over);
    let step = saved.steps.iter().find(|step| step.id == StepId::Register);
    assert_eq!(step.unwrap().note, "Existing instance taken over");
    let looked = workspace.look_for_gcis(desk.id).await.unwrap();
    assert!(
        evidence(looked).ran_before,
        "it may sign in with what it had"
    );

    let new = at_the_portal().await;
    let saved = new.workspace.portal_ended(new.id, PortalEnding::Saved, "");
    assert!(!saved.unwrap().register.registered.unwrap().taken_over);
}

#[tokio::test]
async fn a_new_sign_in_from_elsewhere_is_evidence_that_gcis_got_in() {
    let desk = saved_in_the_portal(Scenario::Smooth).await;
    let workspace = &desk.workspace;
    // The practice GCIS has made the instance for the API; here nobody has said how it ended, and
    // nobody knows of the API.
    let mut record = workspace.load(desk.id).unwrap();
    record.facts.registered = None;
    Records::new(workspace.data_folder()).save(&record).unwrap();
    workspace
        .portal_ended(desk.id, PortalEnding::DontKnow, "")
        .unwrap();
    let evidence = evidence(workspace.look_for_gcis(desk.id).await.unwrap());
    assert_eq!(evidence.standing, EvidenceStanding::GotIn);
    let seen = evidence.seen.unwrap();
    assert_eq!(
        (seen.status.as_str(), seen.whose),
        ("Success", Whose::Elsewhere)
    );
    assert!(
        seen.source_ip.starts_with("203.0.113."),
        "{}",
        seen.source_ip
    );
    assert!(!evidence.ran_before);
    assert!(
        evidence.explained.is_none(),
        "a success has nothing to mend"
    );
}

#[tokio::test]
async fn a_refusal_there_names_the_address_to_allow_and_the_portals_words_are_explained() {
    let desk = saved_in_the_portal(Scenario::GcisRefuses).await;
    let workspace = &desk.workspace;
    let refused = workspace
        .portal_ended(desk.id, PortalEnding::Refused, "Authentication failure")
        .unwrap();
    let end = refused.register.portal.end.unwrap();
    assert_eq!(end.explained[0].code, "authentication_failure");
    assert!(refused.register.registered.is_none());
    let step = refused
        .steps
        .iter()
        .find(|step| step.id == StepId::Register);
    assert_eq!(step.unwrap().status, Status::Problem);

    let evidence = evidence(workspace.look_for_gcis(desk.id).await.unwrap());
    assert_eq!(evidence.standing, EvidenceStanding::Refused);
    let seen = evidence.seen.unwrap();
    assert_eq!(seen.status, "Restricted IP");
    let explained = evidence.explained.unwrap();
    assert_eq!(explained.code, "login_ip_range");
    let first = &explained.fixes[0];
    assert_eq!(first.copy.as_deref(), Some(seen.source_ip.as_str()));
    assert!(first.text.contains("Login IP Ranges") && first.quick_find == Some("Profiles"));
    let asks = explained.fixes[1].copy.as_deref().unwrap();
    assert!(asks.contains(&seen.source_ip) && asks.ends_with('.'));
    let whom = explained.fixes[2].copy.as_deref();
    assert_eq!(whom, Some("ops-gcis@gentrack.com"));
}

#[tokio::test]
async fn with_no_new_line_nobody_can_tell() {
    let desk = at_the_portal().await;
    let workspace = &desk.workspace;
    let saved = workspace
        .portal_ended(desk.id, PortalEnding::Saved, "")
        .unwrap();
    assert!(saved.register.registered.is_some(), "on the person's word");
    assert!(saved.register.portal.can_look);
    let evidence = evidence(workspace.look_for_gcis(desk.id).await.unwrap());
    assert_eq!(evidence.standing, EvidenceStanding::NoLine);
    assert!(evidence.seen.is_none() && evidence.explained.is_none());
}

#[tokio::test]
async fn who_did_not_know_and_finds_out_means_the_same_save() {
    let desk = saved_in_the_portal(Scenario::GcisRefuses).await;
    let workspace = &desk.workspace;
    for (ending, words) in [(PortalEnding::DontKnow, ""), (PortalEnding::Refused, "no")] {
        workspace.portal_ended(desk.id, ending, words).unwrap();
        let evidence = evidence(workspace.look_for_gcis(desk.id).await.unwrap());
        assert_eq!(evidence.standing, EvidenceStanding::Refused, "{ending:?}");
    }
    // Refused, mended, and saved once more: the line of the first save proves nothing now.
    tokio::time::sleep(std::time::Duration::from_millis(1100)).await;
    desk.verify().await.unwrap();
    workspace
        .portal_ended(desk.id, PortalEnding::Saved, "")
        .unwrap();
    let evidence = evidence(workspace.look_for_gcis(desk.id).await.unwrap());
    assert_eq!(evidence.standing, EvidenceStanding::NoLine);
}

#[tokio::test]
async fn a_look_that_is_stopped_leaves_the_record_as_it_was() {
    let desk = at_the_portal().await;
    let workspace = &desk.workspace;
    workspace
        .portal_ended(desk.id, PortalEnding::Saved, "")
        .unwrap();
    let before = workspace.load(desk.id).unwrap();
    let look = workspace.look_for_gcis(desk.id);
    let stop = async {
        tokio::task::yield_now().await;
        workspace.cancel(desk.id);
    };
    let (looked, ()) = tokio::join!(look, stop);
    assert_eq!(looked.unwrap_err().code, "cancelled");
    assert_eq!(workspace.load(desk.id).unwrap(), before);
}

#[tokio::test]
async fn what_happens_next_is_done_once_every_task_is_ticked() {
    let desk = at_the_portal().await;
    let workspace = &desk.workspace;
    let before = workspace.open(desk.id).unwrap();
    assert_eq!(status(&before, StepId::WhatNext), &Status::CannotStart);
    let mut after = workspace
        .portal_ended(desk.id, PortalEnding::Saved, "")
        .unwrap();
    assert_eq!(status(&after, StepId::WhatNext), &Status::NotStarted);
    assert_eq!(after.what_next.tasks.len(), next::ALL.len());
    for task in next::ALL {
        assert!(!matches!(
            status(&after, StepId::WhatNext),
            Status::Completed { .. }
        ));
        after = workspace.tick(desk.id, task.id, true).unwrap();
    }
    assert!(matches!(
        status(&after, StepId::WhatNext),
        Status::Completed { .. }
    ));

    workspace.tick(desk.id, next::CALL_APIS.id, false).unwrap();
    let declined = workspace.decline_named_credential(desk.id, true).unwrap();
    assert!(matches!(
        status(&declined, StepId::WhatNext),
        Status::Completed { .. }
    ));
}

#[tokio::test]
async fn a_save_that_is_not_there_after_all_is_taken_back_and_nothing_else_is_lost() {
    let desk = at_the_portal().await;
    let workspace = &desk.workspace;
    let before = workspace.load(desk.id).unwrap();
    let saved = workspace.portal_ended(desk.id, PortalEnding::Saved, "");
    assert!(saved.unwrap().register.registered.unwrap().can_take_back);
    workspace.look_for_gcis(desk.id).await.unwrap();

    let back = workspace.take_back_registration(desk.id).unwrap();
    assert!(back.register.registered.is_none());
    assert_eq!(back.register.way, Some(RegistrationWay::Portal));
    assert!(back.register.portal.end.is_none() && back.register.portal.evidence.is_none());
    assert!(!back.register.portal.open.is_empty(), "the way goes on");
    let after = workspace.load(desk.id).unwrap();
    assert_eq!(after.fields, before.fields);
    assert_eq!(after.facts.list_look, before.facts.list_look);
    assert_eq!(after.facts.done, before.facts.done);
    assert!(after.facts.verification.is_some());

    let nothing = workspace.take_back_registration(desk.id).unwrap_err();
    assert_eq!(nothing.code, "not_registered");
    let again = workspace.portal_ended(desk.id, PortalEnding::Saved, "");
    assert!(again.unwrap().register.registered.is_some());
}

#[tokio::test]
async fn what_gcis_itself_named_is_not_taken_back() {
    let desk = Desk::ready_to_register().await;
    let made = desk.workspace.register(desk.id).await.unwrap();
    assert!(!made.register.registered.unwrap().can_take_back);
    let refused = desk.workspace.take_back_registration(desk.id).unwrap_err();
    assert_eq!(refused.code, "already_registered");
    let kept = desk.workspace.open(desk.id).unwrap();
    assert!(kept.register.registered.is_some());
}

#[tokio::test]
async fn beside_a_request_that_may_still_arrive_nothing_is_set_up_in_the_portal() {
    let desk = at_the_portal().await;
    let workspace = &desk.workspace;
    let begun = |minutes_ago: i64, looked_up: Option<i64>| {
        let ago = |minutes: i64| Timestamp::now() - SignedDuration::from_mins(minutes);
        let mut record = workspace.load(desk.id).unwrap();
        record.facts.earlier_attempts = vec![RegistrationAttempt {
            key: Uuid::new_v4(),
            basis: record.registration_basis().unwrap(),
            tenant: record.fields.tenant.clone().unwrap(),
            at: ago(minutes_ago),
            looked_up_at: looked_up.map(ago),
        }];
        Records::new(workspace.data_folder()).save(&record).unwrap();
        record.facts.earlier_attempts[0].at
    };
    for (minutes_ago, looked_up) in [(1, None), (1, Some(0)), (60, None), (60, Some(58))] {
        let at = begun(minutes_ago, looked_up);
        let shown = workspace.open(desk.id).unwrap().register.portal;
        let open = shown.unanswered.unwrap();
        assert!(shown.open.is_empty() && shown.save.is_empty());
        assert_eq!(open.until.duration_since(at).as_mins(), 5);
        for refused in [
            workspace.answer_list(desk.id, Listed::No),
            workspace.portal_ended(desk.id, PortalEnding::Saved, ""),
        ] {
            let refused = refused.unwrap_err();
            let until = open.until.strftime("%H:%M UTC").to_string();
            assert_eq!(refused.code, "outcome_unknown");
            assert!(refused.detail.contains(&until), "{}", refused.detail);
        }
        let kept = workspace.load(desk.id).unwrap();
        assert!(kept.facts.registered.is_none() && kept.facts.portal_end.is_none());
    }
    // GCIS was asked once it could tell, and showed nothing.
    begun(60, Some(30));
    workspace.answer_list(desk.id, Listed::No).unwrap();
    let saved = workspace.portal_ended(desk.id, PortalEnding::Saved, "");
    let saved = saved.unwrap().register;
    assert!(saved.registered.is_some() && saved.portal.unanswered.is_none());
}
