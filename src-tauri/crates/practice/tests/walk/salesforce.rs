//! What can be asked of the practice Salesforce once signed in.

use crate::client::send;
use crate::setting::{Setting, spec};

#[tokio::test]
async fn the_versions_are_listed_without_a_sign_in() {
    let setting = Setting::new().await;
    let reply = send(
        "GET",
        setting.running.salesforce(),
        "/services/data",
        &[],
        "",
    )
    .await
    .unwrap();
    let versions = reply.json();
    assert_eq!(versions[0]["version"], "31.0");
    assert_eq!(versions[37]["label"], "Winter '27");
    assert_eq!(versions[37]["url"], "/services/data/v68.0");
}

#[tokio::test]
async fn without_a_live_token_rest_answers_401_and_identity_403() {
    let setting = Setting::new().await;
    let rest = setting
        .salesforce_get("dead", "/services/data/v68.0/limits")
        .await;
    assert_eq!(
        (rest.status, rest.json()[0]["errorCode"].as_str()),
        (401, Some("INVALID_SESSION_ID"))
    );
    let identity = setting
        .salesforce_get("dead", "/services/oauth2/userinfo")
        .await;
    assert_eq!(
        (identity.status, identity.body.as_str()),
        (403, "Bad_OAuth_Token")
    );
}

#[tokio::test]
async fn rest_tells_how_much_of_the_allowance_is_used() {
    let setting = Setting::new().await;
    let token = setting.salesforce_token().await;
    let reply = setting
        .salesforce_get(&token, "/services/data/v68.0/limits")
        .await;
    assert_eq!(
        reply.header("Sforce-Limit-Info"),
        Some("api-usage=1/100000")
    );
    assert_eq!(reply.json()["DailyApiRequests"]["Remaining"], 99_999);
    let resources = setting
        .salesforce_get(&token, "/services/data/v68.0/")
        .await;
    assert_eq!(resources.json()["query"], "/services/data/v68.0/query");
    assert_eq!(
        resources.header("Sforce-Limit-Info"),
        Some("api-usage=2/100000")
    );
}

#[tokio::test]
async fn the_org_and_the_user_can_be_queried() {
    let setting = Setting::new().await;
    let token = setting.salesforce_token().await;
    let org = setting
        .query(
            &token,
            "SELECT Id, Name, IsSandbox, OrganizationType FROM Organization",
        )
        .await
        .json();
    let org = &org["records"][0];
    assert_eq!(org["Id"], setting.card.org_id);
    assert_eq!(org["Name"], "Acme Energy");
    assert_eq!(org["IsSandbox"], false);
    assert_eq!(org["OrganizationType"], "Enterprise Edition");
    let user = "SELECT Username, Profile.Name, Profile.UserLicense.Name, Profile.PermissionsApiEnabled FROM User \
                WHERE Username = 'connector@acme.example' AND IsActive = true";
    let users = setting.query(&token, user).await.json();
    assert_eq!(users["totalSize"], 1);
    assert_eq!(
        users["records"][0]["Profile"]["UserLicense"]["Name"],
        "Salesforce"
    );
}

#[tokio::test]
async fn a_query_that_cannot_be_answered_says_why() {
    let setting = Setting::new().await;
    let token = setting.salesforce_token().await;
    for (query, code) in [
        ("SELECT Id FROM Invoice__c", "INVALID_TYPE"),
        ("SELECT Shoe FROM User", "INVALID_FIELD"),
        ("SELECT Id FROM", "MALFORMED_QUERY"),
    ] {
        let reply = setting.query(&token, query).await;
        assert_eq!(
            (reply.status, reply.json()[0]["errorCode"].as_str()),
            (400, Some(code))
        );
    }
}

#[tokio::test]
async fn the_event_endpoint_is_found_by_its_exact_path_only() {
    let setting = Setting::new().await;
    let token = setting.salesforce_token().await;
    let there = setting
        .salesforce_get(&token, &setting.card.event_endpoint)
        .await;
    assert_eq!(there.status, 405);
    assert_eq!(
        there.json()[0]["message"],
        "HTTP Method 'GET' not allowed. Allowed are POST"
    );
    let elsewhere = setting
        .salesforce_get(
            &token,
            &setting
                .card
                .event_endpoint
                .to_uppercase()
                .replace("/SERVICES/APEXREST", "/services/apexrest"),
        )
        .await;
    assert_eq!(
        (elsewhere.status, elsewhere.json()[0]["errorCode"].as_str()),
        (404, Some("NOT_FOUND"))
    );
}

#[tokio::test]
async fn opening_an_org_again_takes_the_new_name_and_keeps_its_secrets() {
    let setting = Setting::new().await;
    let mut renamed = spec();
    renamed.name = "Acme Power".to_owned();
    renamed.username = "other@acme.example".to_owned();
    let card = setting.running.cloud().open_org(renamed);
    assert_eq!(
        (card.org_name.as_str(), card.username.as_str()),
        ("Acme Power", "other@acme.example")
    );
    assert_eq!(card.consumer_secret, setting.card.consumer_secret);
    assert_eq!(card.org_id, setting.card.org_id);
    assert!(setting.running.cloud().card("walk") == Some(card));
    assert!(setting.running.cloud().card("unheard").is_none());
}
