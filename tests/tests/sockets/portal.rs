//! After a save in the portal: what Salesforce saw of it.

use model::onboarding::{PortalEnding, RegistrationWay, Whose};
use practice::Scenario;

use crate::desk::Desk;

/// An onboarding that goes through the portal, and a GCIS that tries to sign in meanwhile.
async fn saved_in_the_portal(scenario: Scenario) -> Desk {
    let desk = Desk::ready_to_register().await;
    desk.workspace
        .choose_registration(desk.id, RegistrationWay::Portal)
        .unwrap();
    desk.scenario(scenario);
    // What GCIS does when somebody clicks Save there, it does for the API as well.
    let _ = desk.workspace.register(desk.id).await;
    desk
}

#[tokio::test]
async fn a_new_sign_in_from_elsewhere_is_evidence_that_gcis_got_in() {
    let desk = saved_in_the_portal(Scenario::Smooth).await;
    let workspace = &desk.workspace;
    workspace
        .portal_ended(desk.id, PortalEnding::DontKnow, "")
        .unwrap();
    let after = workspace.look_for_gcis(desk.id).await.unwrap();
    let evidence = after.register.evidence.unwrap();
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
    assert!(
        evidence.explained.is_none(),
        "a success has nothing to mend"
    );
}

#[tokio::test]
async fn a_refusal_there_is_told_with_its_own_fix_and_the_portals_words_are_explained() {
    let desk = saved_in_the_portal(Scenario::GcisRefuses).await;
    let workspace = &desk.workspace;
    let refused = workspace
        .portal_ended(desk.id, PortalEnding::Refused, "Authentication failure")
        .unwrap();
    let end = refused.register.portal_end.unwrap();
    assert_eq!(end.explained[0].code, "authentication_failure");
    assert!(refused.register.registered.is_none());
    let after = workspace.look_for_gcis(desk.id).await.unwrap();
    let evidence = after.register.evidence.unwrap();
    assert_eq!(evidence.seen.unwrap().status, "Restricted IP");
    let explained = evidence.explained.unwrap();
    assert_eq!(explained.code, "login_ip_range");
    assert!(!explained.fixes.is_empty());
}

#[tokio::test]
async fn with_no_new_line_nobody_can_tell() {
    let desk = Desk::ready_to_register().await;
    let workspace = &desk.workspace;
    workspace
        .choose_registration(desk.id, RegistrationWay::Portal)
        .unwrap();
    let saved = workspace
        .portal_ended(desk.id, PortalEnding::Saved, "")
        .unwrap();
    assert!(saved.register.registered.is_some(), "on the person's word");
    let after = workspace.look_for_gcis(desk.id).await.unwrap();
    let evidence = after.register.evidence.unwrap();
    assert!(evidence.seen.is_none() && evidence.explained.is_none());
}
