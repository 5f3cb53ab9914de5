//! What only *Login History* tells.

use practice::{Group, Route, Scenario};

use super::{assert_whole, history, meet, routes, sign_in, text};
use crate::setting::Setting;

const CONNECTED: Option<Route> = Some(Route::ConnectedApp);
const FAILURE: &str = "authentication failure";

/// A scenario, *Login History*'s words, the token endpoint's, and the route that alone meets it.
const ROWS: [(Scenario, &str, &str, Option<Route>); 28] = [
    (
        Scenario::FlowBlocked,
        "Username-Password Flow Disabled",
        FAILURE,
        CONNECTED,
    ),
    (Scenario::UserLocked, "Password lockout", FAILURE, CONNECTED),
    (
        Scenario::HistoryInvalidPassword,
        "Invalid password",
        FAILURE,
        CONNECTED,
    ),
    (
        Scenario::HistoryTokenRequired,
        "Failed: API security token required",
        FAILURE,
        CONNECTED,
    ),
    (
        Scenario::HistoryInvalidLogin,
        "Invalid login",
        FAILURE,
        CONNECTED,
    ),
    (
        Scenario::HistoryRestrictedIp,
        "Restricted IP",
        "ip restricted",
        None,
    ),
    (
        Scenario::HistoryRestrictedTime,
        "Restricted time",
        "ip restricted or invalid login hours",
        None,
    ),
    (
        Scenario::HistoryRestrictedDomain,
        "Restricted domain",
        FAILURE,
        None,
    ),
    (
        Scenario::HistoryRestrictedCountry,
        "Restricted country",
        FAILURE,
        None,
    ),
    (
        Scenario::HistoryUserInactive,
        "User is inactive",
        FAILURE,
        None,
    ),
    (Scenario::HistoryUserFrozen, "User is frozen", FAILURE, None),
    (
        Scenario::HistoryLoginRateExceeded,
        "Login rate exceeded",
        FAILURE,
        None,
    ),
    (
        Scenario::HistoryMaximumLoginsExceeded,
        "Maximum logins exceeded",
        FAILURE,
        None,
    ),
    (
        Scenario::HistoryOrgLocked,
        "Organization locked",
        FAILURE,
        None,
    ),
    (
        Scenario::HistoryOrgSuspended,
        "Organization suspended",
        FAILURE,
        None,
    ),
    (
        Scenario::HistoryOrgInactive,
        "Organization is inactive",
        FAILURE,
        None,
    ),
    (
        Scenario::HistoryOrgClosed,
        "Organization closed",
        FAILURE,
        None,
    ),
    (
        Scenario::HistoryOrgMaintenance,
        "Organization is in maintenance",
        FAILURE,
        None,
    ),
    (
        Scenario::HistoryActivationRequired,
        "Failed: Computer activation required",
        FAILURE,
        None,
    ),
    (
        Scenario::HistoryActivationPending,
        "Failed: Computer activation pending",
        FAILURE,
        None,
    ),
    (
        Scenario::HistoryApiVersionRemoved,
        "Failed: API Version Removed",
        FAILURE,
        None,
    ),
    (
        Scenario::HistoryOauthDisabled,
        "Failed: OAuth API access disabled",
        FAILURE,
        None,
    ),
    (
        Scenario::HistoryConsumerDeleted,
        "Failed: Consumer Deleted",
        FAILURE,
        None,
    ),
    (
        Scenario::HistoryAddressNotAllowed,
        "Failed: IP Address Not Allowed",
        FAILURE,
        None,
    ),
    (
        Scenario::HistoryApiOnlyUser,
        "Failed: API-only user",
        FAILURE,
        None,
    ),
    (
        Scenario::HistoryTwoFactor,
        "Two-factor required",
        FAILURE,
        None,
    ),
    (
        Scenario::HistoryTrialExpired,
        "Trial Expired",
        FAILURE,
        None,
    ),
    (
        Scenario::HistoryLightningLogin,
        "Lightning Login required",
        FAILURE,
        None,
    ),
];

#[tokio::test]
async fn every_status_is_the_newest_row_and_the_answer_tells_no_more_than_salesforces() {
    for (scenario, status, description, route) in ROWS {
        let setting = Setting::new().await;
        assert_eq!(scenario.route(), route, "{scenario}");
        let (met, spared) = routes(scenario);
        let expected: Vec<&str> = met.iter().map(|_| status).chain(["Success"]).collect();
        for route in met {
            meet(&setting, scenario);
            let reply = sign_in(&setting, route).await;
            assert_eq!(reply.status, 400, "{scenario}");
            let body = reply.json();
            assert_eq!(text(&body, "error"), "invalid_grant", "{scenario}");
            assert_eq!(text(&body, "error_description"), description, "{scenario}");
        }
        assert_eq!(history(&setting).await, expected, "{scenario}");
        for route in spared {
            meet(&setting, scenario);
            assert_eq!(sign_in(&setting, route).await.status, 200, "{scenario}");
        }
    }
}

#[tokio::test]
async fn a_failure_may_leave_no_row_at_all() {
    let setting = Setting::new().await;
    for route in Route::ALL {
        meet(&setting, Scenario::HistoryNoRow);
        let reply = sign_in(&setting, route).await;
        assert_eq!(text(&reply.json(), "error_description"), FAILURE);
    }
    assert_eq!(history(&setting).await, ["Success"]);
}

#[tokio::test]
async fn wrong_credentials_are_refused_as_ever_whatever_the_history_would_say() {
    let setting = Setting::new().await;
    meet(&setting, Scenario::HistoryUserFrozen);
    let reply = setting.sign_in(&[("client_secret", "wrong")]).await;
    assert_eq!(text(&reply.json(), "error"), "invalid_client");
    let reply = setting
        .sign_in(&[("username", "nobody@acme.example")])
        .await;
    assert_eq!(text(&reply.json(), "error"), "invalid_grant");
    assert_eq!(history(&setting).await, ["Success"]);
}

#[tokio::test]
async fn a_wrong_password_that_is_only_played_locks_nobody() {
    let setting = Setting::new().await;
    meet(&setting, Scenario::HistoryInvalidPassword);
    for _ in 0..12 {
        assert_eq!(sign_in(&setting, Route::ConnectedApp).await.status, 400);
    }
    meet(&setting, Scenario::Smooth);
    assert_eq!(sign_in(&setting, Route::ConnectedApp).await.status, 200);
}

#[test]
fn no_status_is_left_out() {
    let rows = ROWS.into_iter().map(|(scenario, ..)| scenario);
    assert_whole(Group::History, rows.chain([Scenario::HistoryNoRow]));
}
