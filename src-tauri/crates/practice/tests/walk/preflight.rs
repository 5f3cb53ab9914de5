//! What a look around the org asks.

use serde_json::{Value, json};
use url::form_urlencoded::byte_serialize;

use crate::client::{Reply, send};
use crate::setting::{JSON, Setting};

const BATCH: &str = "/services/data/v68.0/composite/batch";
const PACKAGES: &str = "SELECT SubscriberPackage.Name, SubscriberPackage.NamespacePrefix, \
    SubscriberPackageVersion.Name, SubscriberPackageVersion.MajorVersion, SubscriberPackageVersion.MinorVersion \
    FROM InstalledSubscriberPackage";

fn encoded(soql: &str) -> String {
    byte_serialize(soql.as_bytes()).collect()
}

fn get(url: &str) -> Value {
    json!({ "method": "GET", "url": url })
}

async fn batch(setting: &Setting, token: &str, body: &Value) -> Reply {
    let bearer = format!("Bearer {token}");
    let headers = [JSON, ("Authorization", bearer.as_str())];
    let origin = setting.running.salesforce();
    send("POST", origin, BATCH, &headers, &body.to_string())
        .await
        .unwrap()
}

#[tokio::test]
async fn a_batch_answers_each_question_in_turn_and_each_counts() {
    let setting = Setting::new().await;
    let token = setting.salesforce_token().await;
    let query = encoded("SELECT Id, Name FROM Organization");
    let user =
        setting.query(&token, "SELECT Id FROM User").await.json()["records"][0]["Id"].clone();
    let user = user.as_str().unwrap();
    let body = json!({ "batchRequests": [
        get("v68.0/limits"),
        get(&format!("v68.0/query?q={query}")),
        get(&format!("/services/data/v67.0/query/?q={query}")),
        get(&format!("v68.0/sobjects/User/{user}?fields=Username")),
    ] });
    let reply = batch(&setting, &token, &body).await;
    assert_eq!(reply.status, 200, "{reply:?}");
    assert_eq!(
        reply.header("Sforce-Limit-Info"),
        Some("api-usage=6/100000")
    );
    let answer = reply.json();
    assert_eq!(answer["hasErrors"], false);
    let results = answer["results"].as_array().unwrap();
    assert_eq!(results.len(), 4);
    for result in results {
        assert_eq!(result["statusCode"], 200, "{result}");
    }
    let remaining = &results[0]["result"]["DailyApiRequests"]["Remaining"];
    assert_eq!(remaining, 99_997);
    for result in &results[1..3] {
        let record = &result["result"]["records"][0];
        assert_eq!(record["Id"], setting.card.org_id);
    }
    assert_eq!(results[3]["result"]["Username"], setting.card.username);
}

#[tokio::test]
async fn a_failed_question_spoils_no_other_unless_the_batch_halts() {
    let setting = Setting::new().await;
    let token = setting.salesforce_token().await;
    let requests = json!([
        get("v68.0/limits"),
        get(&format!(
            "v68.0/query?q={}",
            encoded("SELECT Shoe FROM User")
        )),
        get("v68.0/limits"),
    ]);
    for (halt, last) in [(false, 200), (true, 412)] {
        let body = json!({ "batchRequests": requests, "haltOnError": halt });
        let answer = batch(&setting, &token, &body).await.json();
        assert_eq!(answer["hasErrors"], true);
        let statuses: Vec<&Value> = answer["results"]
            .as_array()
            .unwrap()
            .iter()
            .map(|result| &result["statusCode"])
            .collect();
        assert_eq!(statuses, [&json!(200), &json!(400), &json!(last)]);
        let error = &answer["results"][1]["result"][0]["errorCode"];
        assert_eq!(error, "INVALID_FIELD");
        if halt {
            let error = &answer["results"][2]["result"][0]["errorCode"];
            assert_eq!(error, "BATCH_PROCESSING_HALTED");
        }
    }
}

#[tokio::test]
async fn a_batch_that_is_not_well_made_is_refused_as_a_whole() {
    let setting = Setting::new().await;
    let token = setting.salesforce_token().await;
    let one = |subrequest: Value| json!({ "batchRequests": [get("v68.0/limits"), subrequest] });
    for body in [
        json!([]),
        json!({ "requests": [] }),
        json!({ "batchRequests": vec![get("v68.0/limits"); 26] }),
        one(json!({ "url": "v68.0/limits" })),
        one(json!({ "method": "GET" })),
        one(json!({ "method": "G E T", "url": "v68.0/limits" })),
        one(get("v68.0/tooling/query?q=SELECT+Id+FROM+NamedCredential")),
        one(get("v68.0/composite/batch")),
        one(get("v68.0/query?q=SELECT Id FROM User")),
        one(get("v68.0/shoes")),
        one(get("v69.0/limits")),
        one(get("v33.0/limits")),
        one(get("limits")),
        one(get("https://evil.example/services/data/v68.0/limits")),
    ] {
        let reply = batch(&setting, &token, &body).await;
        assert_eq!(reply.status, 400, "{body} {reply:?}");
        assert!(reply.json()[0]["errorCode"].is_string());
    }
    let limits = setting
        .salesforce_get(&token, "/services/data/v68.0/limits")
        .await;
    assert_eq!(
        limits.header("Sforce-Limit-Info"),
        Some("api-usage=15/100000"),
        "no subrequest was made"
    );
}

#[tokio::test]
async fn a_question_in_the_wrong_way_is_refused_by_itself() {
    let setting = Setting::new().await;
    let token = setting.salesforce_token().await;
    let body = json!({ "batchRequests": [
        { "method": "POST", "url": "v68.0/limits" },
        get("v68.0/sobjects/Shoe/1"),
        get("v68.0/limits"),
    ] });
    let answer = batch(&setting, &token, &body).await.json();
    for (place, status, code) in [(0, 405, "METHOD_NOT_ALLOWED"), (1, 404, "NOT_FOUND")] {
        let result = &answer["results"][place];
        assert_eq!(result["statusCode"], status);
        assert_eq!(result["result"][0]["errorCode"], code);
    }
    assert_eq!(answer["results"][2]["statusCode"], 200);
}

#[tokio::test]
async fn twenty_five_questions_fit_in_a_batch_and_it_has_to_be_posted() {
    let setting = Setting::new().await;
    let token = setting.salesforce_token().await;
    let body = json!({ "batchRequests": vec![get("v68.0/limits"); 25] });
    let answer = batch(&setting, &token, &body).await.json();
    assert_eq!(answer["results"].as_array().unwrap().len(), 25);
    let reply = setting.salesforce_get(&token, BATCH).await;
    assert_eq!(
        (reply.status, &reply.json()[0]["message"]),
        (
            405,
            &json!("HTTP Method 'GET' not allowed. Allowed are POST")
        )
    );
    assert_eq!(batch(&setting, "dead", &body).await.status, 401);
}

#[tokio::test]
async fn the_tooling_api_tells_the_installed_package() {
    let setting = Setting::new().await;
    let token = setting.salesforce_token().await;
    let path = format!("/services/data/v68.0/tooling/query?q={}", encoded(PACKAGES));
    let answer = setting.salesforce_get(&token, &path).await.json();
    assert_eq!(
        (&answer["size"], &answer["totalSize"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(answer["entityTypeName"], "InstalledSubscriberPackage");
    let package = &answer["records"][0];
    assert_eq!(
        package["SubscriberPackage"]["Name"],
        "Gentrack for Salesforce (practice)"
    );
    let licence = setting
        .query(&token, "SELECT NamespacePrefix, Status FROM PackageLicense")
        .await
        .json();
    assert_eq!(
        package["SubscriberPackage"]["NamespacePrefix"],
        licence["records"][0]["NamespacePrefix"]
    );
    assert_eq!(licence["records"][0]["Status"], "Active");
    assert!(package["SubscriberPackageVersion"]["MajorVersion"].is_u64());
    let rest = setting.query(&token, PACKAGES).await.json();
    assert_eq!(rest[0]["errorCode"], "INVALID_TYPE");
}

#[tokio::test]
async fn every_resource_on_the_map_answers() {
    let setting = Setting::new().await;
    let token = setting.salesforce_token().await;
    for path in ["/services/data/v68.0", "/services/data/v68.0/"] {
        let map = setting.salesforce_get(&token, path).await.json();
        for (name, url) in map.as_object().unwrap() {
            let url = url.as_str().unwrap();
            let path = url.trim_start_matches(setting.running.salesforce());
            // A query that asks nothing is there as well, and refused as one.
            let wanted = if name == "query" { 400 } else { 200 };
            let reply = setting.salesforce_get(&token, path).await;
            assert_eq!(reply.status, wanted, "{name}");
            // Clients write some of them with a slash at the end.
            if ["limits", "query", "sobjects"].contains(&name.as_str()) {
                let slashed = format!("{path}/");
                let reply = setting.salesforce_get(&token, &slashed).await;
                assert_eq!(reply.status, wanted, "{slashed}");
            }
        }
    }
    let objects = setting
        .salesforce_get(&token, "/services/data/v68.0/sobjects")
        .await
        .json();
    let names: Vec<&Value> = objects["sobjects"]
        .as_array()
        .unwrap()
        .iter()
        .map(|object| &object["name"])
        .collect();
    assert!(names.contains(&&json!("LoginHistory")), "{names:?}");
}

#[tokio::test]
async fn a_record_is_found_by_its_id() {
    let setting = Setting::new().await;
    let token = setting.salesforce_token().await;
    let path = format!(
        "/services/data/v68.0/sobjects/Organization/{}",
        setting.card.org_id
    );
    let org = setting.salesforce_get(&token, &path).await.json();
    assert_eq!(org["Name"], "Acme Energy");
    assert_eq!(org["attributes"]["url"], path);
    for nowhere in ["Organization/00D", "Shoe/1"] {
        let path = format!("/services/data/v68.0/sobjects/{nowhere}");
        assert_eq!(setting.salesforce_get(&token, &path).await.status, 404);
    }
}

#[tokio::test]
async fn the_smooth_org_is_an_ordinary_one() {
    let setting = Setting::new().await;
    let token = setting.salesforce_token().await;
    let user = setting
        .query(
            &token,
            "SELECT Id, Username, IsActive, Profile.Name, Profile.UserLicense.Name, Profile.PermissionsApiEnabled \
             FROM User",
        )
        .await
        .json();
    let user = &user["records"][0];
    assert_eq!(user["IsActive"], true);
    assert_eq!(user["Profile"]["Name"], "Standard User");
    assert_eq!(user["Profile"]["PermissionsApiEnabled"], true);
    assert_eq!(user["Profile"]["UserLicense"]["Name"], "Salesforce");
    for (permission, given) in [
        ("PermissionsApiEnabled", true),
        ("PermissionsApiUserOnly", false),
        ("PermissionsCustomizeApplication", false),
        ("PermissionsManageNamedCredentials", false),
        ("PermissionsModifyAllData", false),
        ("PermissionsPasswordNeverExpires", true),
        ("PermissionsViewSetup", true),
    ] {
        let soql = format!("SELECT {permission} FROM UserPermissionAccess");
        let answer = setting.query(&token, &soql).await.json();
        assert_eq!(answer["records"][0][permission], given, "{permission}");
    }
    let org = setting
        .query(
            &token,
            "SELECT Id, Name, IsSandbox, TrialExpirationDate, OrganizationType, InstanceName, NamespacePrefix \
             FROM Organization",
        )
        .await
        .json();
    assert_eq!(org["records"][0]["TrialExpirationDate"], Value::Null);
}

#[tokio::test]
async fn a_user_finds_its_newest_sign_ins() {
    let setting = Setting::new().await;
    let token = setting.salesforce_token().await;
    let instance = setting.connect(&setting.gcis_token().await).await;
    assert!(!instance.is_empty());
    let user =
        setting.query(&token, "SELECT Id FROM User").await.json()["records"][0]["Id"].clone();
    let soql = format!(
        "SELECT Id, UserId, LoginTime, SourceIp, LoginType, Application, Status FROM LoginHistory \
         WHERE UserId = '{}' ORDER BY LoginTime DESC LIMIT 2",
        user.as_str().unwrap()
    );
    let rows = setting.query(&token, &soql).await.json();
    assert_eq!(rows["totalSize"], 2);
    assert_eq!(rows["records"][0]["SourceIp"], "203.0.113.25");
    assert_eq!(rows["records"][1]["SourceIp"], "127.0.0.1");
    for row in rows["records"].as_array().unwrap() {
        assert_eq!(row["UserId"], user);
        assert_eq!(row["LoginType"], "Remote Access 2.0");
        let application = &row["Application"];
        assert_eq!(application, "Gentrack Salesforce Sales Cloud Connector");
    }
    let of_another = soql.replace(user.as_str().unwrap(), "0059x0000000000AAA");
    assert_eq!(
        setting.query(&token, &of_another).await.json()["totalSize"],
        0
    );
}
