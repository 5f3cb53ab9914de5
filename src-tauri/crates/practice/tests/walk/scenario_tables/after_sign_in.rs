//! A sign-in that succeeds, and what follows is refused.

use practice::{Group, Route, Scenario};

use super::{assert_whole, meet, sign_in};
use crate::setting::Setting;

const LIMITS: &str = "/services/data/v68.0/limits";

/// A scenario, and for REST and Apex REST the status, the code and the beginning of the message.
type Row = (Scenario, Refusal, Refusal);
type Refusal = Option<(u16, &'static str, &'static str)>;

const EXPIRED: Refusal = Some((
    403,
    "INVALID_OPERATION_WITH_EXPIRED_PASSWORD",
    "The users password has expired, you must call SetPassword before attempting any other API operations",
));
const APEX_EXPIRED: Refusal = Some((
    403,
    "MUTUAL_AUTHENTICATION_FAILED",
    "The users password has expired",
));
const NO_API: Refusal = Some((
    403,
    "API_DISABLED_FOR_ORG",
    "API is not enabled for this Organization or Partner",
));
const NO_REST: Refusal = Some((
    403,
    "API_DISABLED_FOR_ORG",
    "The REST API is not enabled for this Organization",
));
const NO_USER_API: Refusal = Some((
    403,
    "API_CURRENTLY_DISABLED",
    "API is disabled for this User",
));
const USED_UP: Refusal = Some((
    403,
    "REQUEST_LIMIT_EXCEEDED",
    "TotalRequests Limit exceeded.",
));
const DEAD: Refusal = Some((401, "INVALID_SESSION_ID", "Session expired or invalid"));
const NOT_FOR_REST: Refusal = Some((
    401,
    "INVALID_SESSION_ID",
    "This session is not valid for use with the REST API",
));
const POLICY: Refusal = Some((403, "TXN_SECURITY_METERING_ERROR", "We can't complete"));

const REFUSALS: [Row; 10] = [
    (Scenario::PasswordExpired, EXPIRED, APEX_EXPIRED),
    (Scenario::ApiDisabled, NO_API, NO_API),
    (Scenario::RestDisabled, NO_REST, NO_REST),
    (Scenario::UserApiDisabled, NO_USER_API, NO_USER_API),
    (Scenario::RequestLimitExceeded, USED_UP, USED_UP),
    (Scenario::SessionExpired, DEAD, DEAD),
    (Scenario::SessionNotForRest, NOT_FOR_REST, NOT_FOR_REST),
    (Scenario::ApexRefused, None, APEX_EXPIRED),
    (
        Scenario::VersionRetired,
        Some((410, "UNSUPPORTED_API_VERSION", "")),
        None,
    ),
    (Scenario::TransactionSecurity, POLICY, POLICY),
];

#[tokio::test]
async fn every_refusal_after_a_good_sign_in_has_salesforces_code() {
    let setting = Setting::new().await;
    for (scenario, rest, apex) in REFUSALS {
        meet(&setting, scenario);
        for route in Route::ALL {
            assert_eq!(sign_in(&setting, route).await.status, 200, "{scenario}");
        }
        let token = setting.salesforce_token().await;
        let event_endpoint = setting.card.event_endpoint.as_str();
        for (path, refusal, otherwise) in [(LIMITS, rest, 200), (event_endpoint, apex, 405)] {
            let reply = setting.salesforce_get(&token, path).await;
            let (status, code, message) = refusal.unwrap_or((otherwise, "", ""));
            assert_eq!(reply.status, status, "{scenario} {path}");
            if refusal.is_some() {
                let error = &reply.json()[0];
                assert_eq!(error["errorCode"], code, "{scenario} {path}");
                assert!(
                    error["message"].as_str().unwrap().starts_with(message),
                    "{scenario} {error}"
                );
                assert!(reply.header("Sforce-Limit-Info").is_some(), "{scenario}");
            }
        }
        let versions = setting.salesforce_get(&token, "/services/data").await;
        assert_eq!(versions.status, 200, "{scenario}");
    }
}

#[tokio::test]
async fn a_refused_identity_is_plain_text_and_the_rest_goes_on() {
    let setting = Setting::new().await;
    meet(&setting, Scenario::IdentityRefused);
    let answer = setting.sign_in(&[]).await.json();
    let token = answer["access_token"].as_str().unwrap();
    let id = answer["id"].as_str().unwrap();
    let id = id.strip_prefix(setting.running.salesforce()).unwrap();
    for path in [id, "/services/oauth2/userinfo"] {
        let reply = setting.salesforce_get(token, path).await;
        assert_eq!(
            (reply.status, reply.body.as_str()),
            (403, "Bad_OAuth_Token")
        );
        assert!(
            reply
                .header("Content-Type")
                .unwrap()
                .starts_with("text/plain")
        );
    }
    assert_eq!(setting.salesforce_get(token, LIMITS).await.status, 200);
}

#[test]
fn no_refusal_is_left_out() {
    let refusals = REFUSALS.into_iter().map(|(scenario, ..)| scenario);
    assert_whole(
        Group::AfterSignIn,
        refusals.chain([Scenario::IdentityRefused]),
    );
}
