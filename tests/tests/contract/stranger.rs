//! A stranger's walk: the answers that our client has no occasion to meet.

use serde_json::{Value, json};

use crate::document::{Contract, Operation};
use crate::exchange::Exchange;
use crate::stage::Stage;

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");
const JSON: (&str, &str) = ("content-type", "application/json");
const KEY: &str = "idempotency-key";

/// Rounds in which requests with one key are sent at once, until one of them meets another.
const ROUNDS: usize = 500;

/// A template's path, with an id that nobody has.
fn path(operation: &Operation) -> String {
    operation
        .path
        .replace("{instanceId}", "nobodys")
        .replace("{operationId}", "nobodys")
}

/// Every operation without a token, and while GCIS is down.
pub(crate) async fn comes_without_a_token(stage: &Stage, contract: &Contract) -> Vec<Exchange> {
    let mut met = Vec::new();
    for operation in contract.operations() {
        let headers = [FORM, (KEY, "\"k\"")];
        let (method, path) = (&operation.method, path(&operation));
        met.push(
            stage
                .stranger(method, &path, &headers, "grant_type=client_credentials")
                .await,
        );
    }
    met
}

/// What is not well made, does not go together, or is of no instance.
pub(crate) async fn asks_amiss(stage: &Stage, contract: &Contract) -> Vec<Exchange> {
    let bearer = stage.bearer().await;
    let token = ("authorization", bearer.as_str());
    let mut met = vec![
        stage
            .stranger("POST", "/oauth2/token", &[FORM], "grant_type=password")
            .await,
        stage
            .stranger("GET", "/v1/connector-instances?reference=", &[token], "")
            .await,
    ];
    let misfit = json!({
        "reference": "r", "tenantId": "t", "loginUrl": "l", "eventEndpoint": "e",
        "credentials": {
            "route": "external_client_app", "consumerKey": "k", "consumerSecret": "s",
            "password": "where none is wanted",
        },
    })
    .to_string();
    let replacement = json!({ "credentials": stage.credentials("s") }).to_string();
    for operation in contract.operations() {
        let (method, path) = (operation.method.as_str(), path(&operation));
        if method == "GET" || operation.id == "getToken" {
            continue;
        }
        let keyed = [token, JSON, (KEY, "\"fresh\"")];
        let bare = [token, JSON];
        let body = if method == "PUT" {
            &replacement
        } else {
            &misfit
        };
        // Without the key, where one is wanted; else without a body.
        met.push(stage.stranger(method, &path, &bare, "").await);
        met.push(stage.stranger(method, &path, &keyed, body.clone()).await);
    }
    met
}

/// One key for one payload, and then for others.
pub(crate) async fn uses_a_key_twice(stage: &Stage, instance: &str) -> Vec<Exchange> {
    let bearer = stage.bearer().await;
    let headers = [("authorization", bearer.as_str()), JSON, (KEY, "\"once\"")];
    let credentials = stage.credentials(&stage.card.eca_consumer_secret);
    let first = json!({ "credentials": credentials });
    let other = json!({ "credentials": credentials, "later": true });
    let new = json!({
        "reference": "r", "tenantId": "t", "loginUrl": "l", "eventEndpoint": "e",
        "credentials": credentials,
    });
    let base = format!("/v1/connector-instances/{instance}");
    let mut met = Vec::new();
    for (method, path, body, status) in [
        ("PUT", format!("{base}/credentials"), &first, 200),
        ("PUT", format!("{base}/credentials"), &first, 200),
        ("PUT", format!("{base}/credentials"), &other, 422),
        ("POST", "/v1/connector-instances".to_owned(), &new, 422),
        (
            "POST",
            format!("{base}/named-credential"),
            &Value::Null,
            422,
        ),
        (
            "POST",
            format!("{base}/named-credential/rotate"),
            &Value::Null,
            422,
        ),
        (
            "POST",
            format!("{base}/named-credential/revoke"),
            &Value::Null,
            422,
        ),
    ] {
        let body = if body.is_null() {
            String::new()
        } else {
            body.to_string()
        };
        let exchange = stage.stranger(method, &path, &headers, body).await;
        assert_eq!(exchange.status, status, "{exchange:?}");
        met.push(exchange);
    }
    met
}

/// Requests with one key at once, until one is answered while another is under way.
pub(crate) async fn does_not_wait(stage: &Stage, instance: &str) -> Vec<Exchange> {
    let bearer = stage.bearer().await;
    let path = format!("/v1/connector-instances/{instance}/credentials");
    let wrong = json!({ "credentials": stage.credentials("a wrong secret") }).to_string();
    for _ in 0..ROUNDS {
        let headers = [
            ("authorization", bearer.as_str()),
            JSON,
            (KEY, "\"at once\""),
        ];
        let put = || stage.stranger("PUT", &path, &headers, wrong.clone());
        let (one, two, three, four) = tokio::join!(put(), put(), put(), put());
        let met = vec![one, two, three, four];
        if met.iter().any(|exchange| exchange.status == 409) {
            return met;
        }
    }
    panic!("no request met another in {ROUNDS} rounds");
}
