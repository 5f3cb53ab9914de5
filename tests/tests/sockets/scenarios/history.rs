//! The sign-in fails as any other, and Login History alone says why.

use model::Route;
use model::catalogue::{Check, Code, login_history};
use model::field::SecretField;
use onboarding::records::Trail;
use practice::{Group, Scenario};

use super::{finding, meet, met_by};
use crate::desk::Desk;
use crate::line_of_sight::LineOfSight;

/// A scenario, the code of the refusal, and the code that its line in Login History leads to.
#[rustfmt::skip]
const LINES: &[(Scenario, Code, Code)] = &[
    (Scenario::FlowBlocked, Code::AuthenticationFailure, Code::PasswordFlowOff),
    (Scenario::UserLocked, Code::AuthenticationFailure, Code::UserLocked),
    (Scenario::HistoryNoRow, Code::AuthenticationFailure, Code::NoNewLine),
    (Scenario::HistoryInvalidPassword, Code::AuthenticationFailure, Code::PasswordOrTokenWrong),
    (Scenario::HistoryTokenRequired, Code::AuthenticationFailure, Code::TokenRequired),
    (Scenario::HistoryInvalidLogin, Code::AuthenticationFailure, Code::UsernameUnknown),
    (Scenario::HistoryRestrictedIp, Code::IpRestricted, Code::LoginIpRange),
    (Scenario::HistoryRestrictedTime, Code::IpOrHoursRestricted, Code::LoginHours),
    (Scenario::HistoryRestrictedDomain, Code::AuthenticationFailure, Code::MyDomainOnly),
    (Scenario::HistoryRestrictedCountry, Code::AuthenticationFailure, Code::RestrictedCountry),
    (Scenario::HistoryUserInactive, Code::AuthenticationFailure, Code::InactiveUser),
    (Scenario::HistoryUserFrozen, Code::AuthenticationFailure, Code::UserFrozen),
    (Scenario::HistoryLoginRateExceeded, Code::AuthenticationFailure, Code::TooManySignIns),
    (Scenario::HistoryMaximumLoginsExceeded, Code::AuthenticationFailure, Code::TooManySignIns),
    (Scenario::HistoryOrgLocked, Code::AuthenticationFailure, Code::InactiveOrg),
    (Scenario::HistoryOrgSuspended, Code::AuthenticationFailure, Code::InactiveOrg),
    (Scenario::HistoryOrgInactive, Code::AuthenticationFailure, Code::InactiveOrg),
    (Scenario::HistoryOrgClosed, Code::AuthenticationFailure, Code::InactiveOrg),
    (Scenario::HistoryOrgMaintenance, Code::AuthenticationFailure, Code::OrgInMaintenance),
    (Scenario::HistoryActivationRequired, Code::AuthenticationFailure, Code::ActivationRequired),
    (Scenario::HistoryActivationPending, Code::AuthenticationFailure, Code::ActivationRequired),
    (Scenario::HistoryApiVersionRemoved, Code::AuthenticationFailure, Code::LoginApiTooOld),
    (Scenario::HistoryOauthDisabled, Code::AuthenticationFailure, Code::OauthApiOff),
    (Scenario::HistoryConsumerDeleted, Code::AuthenticationFailure, Code::AppDeleted),
    (Scenario::HistoryAddressNotAllowed, Code::AuthenticationFailure, Code::AppIpNotAllowed),
    (Scenario::HistoryApiOnlyUser, Code::AuthenticationFailure, Code::ApiOnlySignIn),
    (Scenario::HistoryTwoFactor, Code::AuthenticationFailure, Code::MfaRequired),
    (Scenario::HistoryTrialExpired, Code::AuthenticationFailure, Code::TrialExpired),
    (Scenario::HistoryLightningLogin, Code::AuthenticationFailure, Code::LightningLogin),
];

#[tokio::test]
async fn what_login_history_says_leads_to_the_one_fix() {
    for route in Route::ALL {
        let desk = Desk::on(route).await;
        let sight = LineOfSight::of(&desk).await;
        for scenario in met_by(Group::History, route) {
            let (_, refused, cause) = LINES
                .iter()
                .find(|line| line.0 == scenario)
                .unwrap_or_else(|| panic!("{scenario} has no line"));
            let before = sight.lines().await;
            let snapshot = meet(&desk, scenario, false).await;
            let found = finding(&snapshot, Check::SignIn);
            assert_eq!(found.code, refused.entry().name, "{scenario} by {route:?}");

            // The person looks at Login History and chooses what stands there.
            let after = sight.lines().await;
            let new: Vec<_> = after.difference(&before).collect();
            let seen = match new.as_slice() {
                [] => &login_history::NO_NEW_LINE,
                [line] => login_history::of_words(&line.status).unwrap(),
                more => panic!("{scenario}: {more:?}"),
            };
            let answered = desk
                .workspace
                .answer_history(desk.id, Some(seen.id))
                .unwrap();
            assert_eq!(seen.code, *cause, "{scenario} by {route:?}");
            if *refused == Code::AuthenticationFailure {
                let diagnosis = answered.verify.diagnosis.unwrap();
                assert!(diagnosis.looks.len() > 2, "{scenario}");
                let offered = diagnosis.statuses.iter().any(|status| status.id == seen.id);
                assert!(offered, "{scenario}");
                assert_eq!(diagnosis.chosen, Some(seen.id), "{scenario}");
                let answer = diagnosis.answer.unwrap();
                assert_eq!(answer.code, cause.entry().name, "{scenario}");
                assert!(!answer.fixes.is_empty(), "{scenario}: no fix by {route:?}");
            } else {
                assert!(answered.verify.diagnosis.is_none(), "{scenario}");
            }
            let explained = desk.workspace.explain(desk.id, seen.words).unwrap();
            assert_eq!(explained[0].code, cause.entry().name, "{scenario}");
        }
    }
}

#[tokio::test]
async fn the_answer_is_kept_on_the_trail_and_gone_with_the_next_run() {
    let desk = Desk::on(Route::ConnectedApp).await;
    meet(&desk, Scenario::UserLocked, false).await;
    let chosen = desk
        .workspace
        .answer_history(desk.id, Some("password_lockout"));
    assert!(chosen.unwrap().verify.diagnosis.unwrap().answer.is_some());
    let trail = Trail::new(desk.workspace.data_folder());
    let last = trail.read(desk.id).unwrap().pop().unwrap();
    assert_eq!(last.what, "login_history_says");
    assert_eq!(last.outcome, "password_lockout");
    let again = meet(&desk, Scenario::UserLocked, false).await;
    assert_eq!(again.verify.diagnosis.unwrap().chosen, None);
    desk.store(SecretField::Password, "another").await;
    let edited = desk.workspace.open(desk.id).unwrap();
    assert!(
        edited.verify.diagnosis.is_none(),
        "it was made of the old one"
    );
    desk.enter_credentials().await;
    assert!(desk.verify_unlocked().await.verify.diagnosis.is_none());
    let nonsense = desk.workspace.answer_history(desk.id, Some("nonsense"));
    assert_eq!(nonsense.unwrap_err().code, "unknown_item");
}
