//! The token endpoint's own words.

use practice::{Group, Route, Scenario};

use super::{assert_whole, history, meet, routes, sign_in, text};
use crate::setting::Setting;

const CONNECTED: Option<Route> = Some(Route::ConnectedApp);
const EXTERNAL: Option<Route> = Some(Route::ExternalClientApp);
const NOT_INSTALLED: &str = "External client app is not installed in this org";

/// A scenario, the error and its description, and the route that alone meets it.
const REFUSALS: [(Scenario, &str, &str, Option<Route>); 24] = [
    (
        Scenario::AppTooYoung,
        "invalid_client_id",
        "client identifier invalid",
        CONNECTED,
    ),
    (
        Scenario::ConsumerKeyUnknown,
        "invalid_client_id",
        "client identifier invalid",
        None,
    ),
    (
        Scenario::ConsumerSecretWrong,
        "invalid_client",
        "invalid client credentials",
        None,
    ),
    (
        Scenario::ConsumerSecretWrongOlder,
        "invalid_client_credentials",
        "client secret invalid",
        None,
    ),
    (
        Scenario::AppNotInstalled,
        "invalid_client",
        "app must be installed into org",
        CONNECTED,
    ),
    (
        Scenario::ExternalAppNotInstalled,
        "invalid_client",
        NOT_INSTALLED,
        EXTERNAL,
    ),
    (
        Scenario::ExternalAppNotFound,
        "app_not_found",
        NOT_INSTALLED,
        EXTERNAL,
    ),
    (
        Scenario::ExternalAppUnknown,
        "OAUTH_EC_APP_NOT_FOUND",
        NOT_INSTALLED,
        EXTERNAL,
    ),
    (
        Scenario::AppBlocked,
        "OAUTH_APP_BLOCKED",
        "this app is blocked by admin",
        None,
    ),
    (
        Scenario::ApprovalError,
        "OAUTH_APPROVAL_ERROR_GENERIC",
        "An unexpected error has occurred during authentication. Please try again.",
        None,
    ),
    (
        Scenario::AppAccessDenied,
        "invalid_app_access",
        "user is not admin approved to access this app",
        None,
    ),
    (
        Scenario::ConsumerNotApproved,
        "invalid_grant",
        "user hasn't approved this consumer",
        None,
    ),
    (
        Scenario::NoRunAsUser,
        "invalid_grant",
        "no client credentials user enabled",
        EXTERNAL,
    ),
    (
        Scenario::ClientCredentialsOff,
        "invalid_grant",
        "client credentials flow not enabled",
        EXTERNAL,
    ),
    (
        Scenario::DomainNotSupported,
        "invalid_grant",
        "request not supported on this domain",
        EXTERNAL,
    ),
    (
        Scenario::NoScopes,
        "invalid_grant",
        "no valid scopes defined",
        EXTERNAL,
    ),
    (
        Scenario::UserInactive,
        "inactive_user",
        "user is inactive",
        None,
    ),
    (
        Scenario::OrgInactive,
        "inactive_org",
        "organization is locked, closed, or suspended",
        None,
    ),
    (
        Scenario::LoginsExceeded,
        "rate_limit_exceeded",
        "number of logins exceeded",
        None,
    ),
    (
        Scenario::LoginRateExceeded,
        "rate_limit_exceeded",
        "login rate exceeded",
        None,
    ),
    (
        Scenario::GrantUnsupported,
        "unsupported_grant_type",
        "grant type not supported",
        None,
    ),
    (
        Scenario::HttpsRequired,
        "invalid_request",
        "HTTPS required",
        None,
    ),
    (
        Scenario::PostRequired,
        "invalid_request",
        "must use HTTP POST",
        None,
    ),
    (
        Scenario::ParameterMissing,
        "invalid_request",
        "missing required parameter",
        None,
    ),
];

#[tokio::test]
async fn every_refusal_comes_in_salesforces_words_and_leaves_no_row() {
    for (scenario, error, description, route) in REFUSALS {
        let setting = Setting::new().await;
        assert_eq!(scenario.route(), route, "{scenario}");
        let (met, spared) = routes(scenario);
        for route in met {
            meet(&setting, scenario);
            let reply = sign_in(&setting, route).await;
            assert_eq!(reply.status, 400, "{scenario}");
            let body = reply.json();
            assert_eq!(text(&body, "error"), error, "{scenario}");
            assert_eq!(text(&body, "error_description"), description, "{scenario}");
        }
        assert_eq!(history(&setting).await, ["Success"], "{scenario}");
        for route in spared {
            meet(&setting, scenario);
            assert_eq!(sign_in(&setting, route).await.status, 200, "{scenario}");
        }
    }
}

#[test]
fn no_refusal_is_left_out() {
    let refusals = REFUSALS.into_iter().map(|(scenario, ..)| scenario);
    assert_whole(Group::SignIn, refusals.chain([Scenario::Smooth]));
}
