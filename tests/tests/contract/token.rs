//! How our client names itself at the token's address.

use model::catalogue::Code;
use onboarding::gcis::{ApiCredentials, Gcis};
use onboarding::net::{PracticeOrigins, Reach};
use secrecy::SecretString;
use serde_json::{Value, json};
use url::Url;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

use crate::stage::client;

/// `northwind setup` and `s=cr:t`, each form-encoded, then joined and encoded.
const PAIR: &str = "bm9ydGh3aW5kK3NldHVwOnMlM0RjciUzQXQ=";

/// Signs in at a GCIS with this answer.
async fn sign_in(status: u16, answer: &Value) -> (Option<(Code, String)>, Vec<Request>) {
    let server = MockServer::start().await;
    Mock::given(any())
        .respond_with(ResponseTemplate::new(status).set_body_json(answer))
        .mount(&server)
        .await;
    let origin = Url::parse(&server.uri()).unwrap();
    let reach = Reach::Practice(PracticeOrigins {
        salesforce: origin.clone(),
        gcis: origin,
    });
    let credentials = ApiCredentials {
        client_id: "northwind setup".to_owned(),
        client_secret: SecretString::from("s=cr:t"),
    };
    let client = client();
    let answer = Gcis::sign_in(&client, &reach, &credentials).await;
    let refused = answer.err().map(|error| (error.code(), error.evidence()));
    (refused, server.received_requests().await.unwrap())
}

#[tokio::test]
async fn it_names_itself_by_http_basic_and_its_secret_is_in_no_form() {
    let granted = json!({ "access_token": "t", "token_type": "Bearer" });
    let (refused, asked) = sign_in(200, &granted).await;
    assert_eq!(refused, None);
    let [asked] = asked.as_slice() else {
        panic!("once: {asked:?}")
    };
    assert_eq!(asked.body, b"grant_type=client_credentials");
    let named = asked.headers.get("authorization").unwrap();
    assert_eq!(named.to_str().unwrap(), format!("Basic {PAIR}"));
}

#[tokio::test]
async fn an_answer_that_repeats_what_was_sent_is_shown_without_it() {
    for status in [400, 401, 500] {
        let echo = json!({
            "error": "invalid_client",
            "detail": format!("Basic {PAIR} is s=cr:t and s%3Dcr%3At"),
        });
        let (refused, _) = sign_in(status, &echo).await;
        let (_, said) = refused.unwrap();
        assert!(!said.is_empty());
        for secret in [PAIR, "s=cr:t", "s%3Dcr%3At"] {
            assert!(!said.contains(secret), "{status}: {said}");
        }
    }
}
