//! What a look around the org finds.

use practice::{Group, Scenario};
use serde_json::{Value, json};
use url::form_urlencoded::byte_serialize;

use super::{assert_whole, meet};
use crate::client::{Reply, send};
use crate::setting::{JSON, Setting};

const LIMITS: &str = "/services/data/v68.0/limits";
const PACKAGES: &str = "SELECT SubscriberPackage.Name FROM InstalledSubscriberPackage";

/// Scenarios that the tests below meet one by one.
const BY_THEMSELVES: [Scenario; 11] = [
    Scenario::OtherOrg,
    Scenario::SignatureMismatch,
    Scenario::PermissionUnknown,
    Scenario::LimitsRefused,
    Scenario::LimitsNearlyUsed,
    Scenario::PackageAbsent,
    Scenario::ToolingRefused,
    Scenario::EndpointAbsent,
    Scenario::EndpointClosed,
    Scenario::EndpointAnswersGet,
    Scenario::BatchAbsent,
];

/// An object, one of its columns, and what it says.
fn sayings() -> Vec<(Scenario, &'static str, &'static str, Value)> {
    let permission = "UserPermissionAccess";
    let (sandbox, edition) = (Scenario::SandboxOrg, Scenario::WrongEdition);
    let (licence, admin) = (Scenario::IntegrationLicence, Scenario::OverPrivileged);
    let api_only = "Minimum Access - API Only Integrations";
    let integration = "Salesforce Integration";
    let ended = "2026-01-31T00:00:00.000+0000";
    vec![
        (sandbox, "Organization", "IsSandbox", json!(true)),
        (
            edition,
            "Organization",
            "OrganizationType",
            json!("Professional Edition"),
        ),
        (
            Scenario::TrialExpired,
            "Organization",
            "TrialExpirationDate",
            json!(ended),
        ),
        (licence, "User", "Profile.Name", json!(api_only)),
        (
            licence,
            "User",
            "Profile.UserLicense.Name",
            json!(integration),
        ),
        (licence, permission, "PermissionsApiUserOnly", json!(true)),
        (admin, "User", "Profile.Name", json!("System Administrator")),
        (admin, permission, "PermissionsModifyAllData", json!(true)),
        (
            admin,
            permission,
            "PermissionsCustomizeApplication",
            json!(true),
        ),
        (
            admin,
            permission,
            "PermissionsManageNamedCredentials",
            json!(true),
        ),
        (
            Scenario::PasswordCanExpire,
            permission,
            "PermissionsPasswordNeverExpires",
            json!(false),
        ),
    ]
}

/// Objects that cannot be read.
const HIDDEN: [(Scenario, &str); 4] = [
    (Scenario::OrganizationUnreadable, "Organization"),
    (Scenario::PackagesUnreadable, "PackageLicense"),
    (Scenario::NamedCredentialsUnreadable, "NamedCredential"),
    (Scenario::HistoryUnreadable, "LoginHistory"),
];

async fn tooling(setting: &Setting, token: &str) -> Reply {
    let query: String = byte_serialize(PACKAGES.as_bytes()).collect();
    let path = format!("/services/data/v68.0/tooling/query?q={query}");
    setting.salesforce_get(token, &path).await
}

fn code(reply: &Reply) -> (u16, Value) {
    (reply.status, reply.json()[0]["errorCode"].clone())
}

#[tokio::test]
async fn the_org_and_the_user_say_what_the_scenario_says() {
    let setting = Setting::new().await;
    let token = setting.salesforce_token().await;
    for (scenario, object, column, said) in sayings() {
        let soql = format!("SELECT {column} FROM {object}");
        let pointer = format!("/records/0/{}", column.replace('.', "/"));
        for (scenario, as_said) in [(scenario, true), (Scenario::Smooth, false)] {
            meet(&setting, scenario);
            let answer = setting.query(&token, &soql).await.json();
            let found = answer.pointer(&pointer).unwrap();
            assert_eq!(*found == said, as_said, "{scenario} {object}.{column}");
        }
    }
}

#[tokio::test]
async fn what_cannot_be_read_is_an_unknown_type() {
    let setting = Setting::new().await;
    let token = setting.salesforce_token().await;
    for (scenario, object) in HIDDEN {
        meet(&setting, scenario);
        let reply = setting
            .query(&token, &format!("SELECT Id FROM {object}"))
            .await;
        assert_eq!(code(&reply), (400, json!("INVALID_TYPE")), "{scenario}");
        let others = setting.query(&token, "SELECT Id FROM User").await;
        assert_eq!(others.status, 200, "{scenario}");
    }
}

#[tokio::test]
async fn one_unknown_permission_spoils_a_query_that_names_it_and_no_other() {
    let setting = Setting::new().await;
    let token = setting.salesforce_token().await;
    meet(&setting, Scenario::PermissionUnknown);
    for (fields, status) in [
        ("PermissionsApiEnabled", 200),
        ("PermissionsManageNamedCredentials", 400),
        (
            "PermissionsApiEnabled, PermissionsManageNamedCredentials",
            400,
        ),
    ] {
        let soql = format!("SELECT {fields} FROM UserPermissionAccess");
        let reply = setting.query(&token, &soql).await;
        assert_eq!(reply.status, status, "{fields}");
        if status == 400 {
            assert_eq!(code(&reply).1, "INVALID_FIELD");
        }
    }
}

#[tokio::test]
async fn a_wrong_signature_comes_with_a_token_that_works() {
    let setting = Setting::new().await;
    let proven = |answer: &Value| {
        let text = |name: &str| answer[name].as_str().unwrap().to_owned();
        let message = text("id") + &text("issued_at");
        text("signature") == signature(&setting.card.consumer_secret, &message)
    };
    assert!(proven(&setting.sign_in(&[]).await.json()));
    meet(&setting, Scenario::SignatureMismatch);
    let answer = setting.sign_in(&[]).await.json();
    assert!(!proven(&answer));
    let token = answer["access_token"].as_str().unwrap();
    assert_eq!(setting.salesforce_get(token, LIMITS).await.status, 200);
}

fn signature(secret: &str, message: &str) -> String {
    use base64::Engine as _;
    use hmac::{Hmac, KeyInit as _, Mac as _};

    let mut mac = Hmac::<sha2::Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(message.as_bytes());
    base64::engine::general_purpose::STANDARD.encode(mac.finalize().into_bytes())
}

#[tokio::test]
async fn refused_limits_still_show_in_the_header() {
    let setting = Setting::new().await;
    let token = setting.salesforce_token().await;
    meet(&setting, Scenario::LimitsRefused);
    let reply = setting.salesforce_get(&token, LIMITS).await;
    assert_eq!(code(&reply), (403, json!("API_DISABLED_FOR_ORG")));
    assert_eq!(reply.json()[0]["message"], "limits resource is not enabled");
    assert_eq!(
        reply.header("Sforce-Limit-Info"),
        Some("api-usage=1/100000")
    );
    let others = setting.query(&token, "SELECT Id FROM User").await;
    assert_eq!(others.status, 200);
}

#[tokio::test]
async fn limits_that_are_nearly_used_say_so_in_both_places() {
    let setting = Setting::new().await;
    let token = setting.salesforce_token().await;
    meet(&setting, Scenario::LimitsNearlyUsed);
    let reply = setting.salesforce_get(&token, LIMITS).await;
    assert_eq!(
        reply.header("Sforce-Limit-Info"),
        Some("api-usage=99501/100000")
    );
    assert_eq!(reply.json()["DailyApiRequests"]["Remaining"], 499);
}

#[tokio::test]
async fn an_absent_package_is_absent_everywhere() {
    let setting = Setting::new().await;
    let token = setting.salesforce_token().await;
    meet(&setting, Scenario::PackageAbsent);
    assert_eq!(tooling(&setting, &token).await.json()["totalSize"], 0);
    let licences = setting.query(&token, "SELECT Id FROM PackageLicense").await;
    assert_eq!(licences.json()["totalSize"], 0);
    let endpoint = &setting.card.event_endpoint;
    assert_eq!(setting.salesforce_get(&token, endpoint).await.status, 404);
}

#[tokio::test]
async fn a_refused_tooling_api_leaves_rest_alone() {
    let setting = Setting::new().await;
    let token = setting.salesforce_token().await;
    meet(&setting, Scenario::ToolingRefused);
    let refused = tooling(&setting, &token).await;
    assert_eq!(code(&refused), (403, json!("INSUFFICIENT_ACCESS")));
    assert_eq!(setting.salesforce_get(&token, LIMITS).await.status, 200);
}

#[tokio::test]
async fn the_event_endpoint_is_absent_closed_or_answers_get() {
    let setting = Setting::new().await;
    let token = setting.salesforce_token().await;
    let endpoint = &setting.card.event_endpoint;
    for (scenario, status, code) in [
        (Scenario::Smooth, 405, json!("METHOD_NOT_ALLOWED")),
        (Scenario::EndpointAbsent, 404, json!("NOT_FOUND")),
        (Scenario::EndpointClosed, 403, json!("FORBIDDEN")),
        (Scenario::EndpointAnswersGet, 200, Value::Null),
    ] {
        meet(&setting, scenario);
        let reply = setting.salesforce_get(&token, endpoint).await;
        assert_eq!(reply.status, status, "{scenario}");
        assert_eq!(reply.json()[0]["errorCode"], code, "{scenario}");
        let elsewhere = "/services/apexrest/elsewhere";
        let reply = setting.salesforce_get(&token, elsewhere).await;
        assert_eq!(reply.status, 404, "{scenario}");
    }
}

#[tokio::test]
async fn without_a_batch_resource_each_question_is_answered_by_itself() {
    let setting = Setting::new().await;
    let token = setting.salesforce_token().await;
    meet(&setting, Scenario::BatchAbsent);
    let bearer = format!("Bearer {token}");
    let headers = [JSON, ("Authorization", bearer.as_str())];
    let path = "/services/data/v68.0/composite/batch";
    let body = json!({ "batchRequests": [{ "method": "GET", "url": "v68.0/limits" }] });
    let origin = setting.running.salesforce();
    let reply = send("POST", origin, path, &headers, &body.to_string()).await;
    assert_eq!(code(&reply.unwrap()), (404, json!("NOT_FOUND")));
    assert_eq!(setting.salesforce_get(&token, LIMITS).await.status, 200);
}

#[test]
fn nothing_is_left_out() {
    let said = sayings().into_iter().map(|(scenario, ..)| scenario);
    let hidden = HIDDEN.into_iter().map(|(scenario, _)| scenario);
    assert_whole(Group::Preflight, said.chain(hidden).chain(BY_THEMSELVES));
}
