//! What is still to come: our client reads answers with members and values that it does not know.

use model::onboarding::CredentialAction;
use onboarding::credentials::Credentials;
use onboarding::gcis::{CheckStatus, NewInstance, OperationState, Proposal, Replacement};
use secrecy::SecretString;
use serde_json::{Value, json};
use uuid::Uuid;
use wiremock::matchers::{method, path_regex};
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::document::{Contract, Operation, escaped};
use crate::examples::with_strangers;
use crate::stage::{client, sign_in};

/// Members whose values the file leaves open.
const EXTENSIBLE: [&str; 6] = ["status", "state", "route", "kind", "product", "environment"];

/// The value with members and values that the file does not know.
fn strange(value: &Value) -> Value {
    fn values(value: &mut Value) {
        match value {
            Value::Object(members) => {
                for (name, value) in members {
                    if value.is_string() && EXTENSIBLE.contains(&name.as_str()) {
                        *value = json!("unheard-of");
                    } else {
                        values(value);
                    }
                }
            }
            Value::Array(items) => items.iter_mut().for_each(values),
            _ => {}
        }
    }
    let mut strange = with_strangers(value);
    values(&mut strange);
    strange
}

/// The file's last example of an operation's good answer, made strange, and that answer's status.
fn good_answer(contract: &Contract, operation: &Operation) -> (u16, Value) {
    let responses = format!("{}/responses", operation.pointer);
    let statuses = contract.members(&responses);
    let status = statuses
        .keys()
        .find(|status| status.starts_with('2'))
        .unwrap();
    let response = contract.resolved(&format!("{responses}/{status}"));
    let examples = format!(
        "{response}/content/{}/examples",
        escaped("application/json")
    );
    let name = contract
        .members(&examples)
        .keys()
        .next_back()
        .unwrap()
        .clone();
    let example = contract.resolved(&format!("{examples}/{name}"));
    let body = &contract.at(&example).unwrap()["value"];
    (status.parse().unwrap(), strange(body))
}

/// A GCIS of a later day: the file's examples, with more in them than the file knows.
async fn of_a_later_day() -> MockServer {
    let (server, contract) = (MockServer::start().await, Contract::open());
    for operation in contract.operations() {
        let (status, body) = good_answer(&contract, &operation);
        let path = regex_of(&operation.path);
        Mock::given(method(operation.method.as_str()))
            .and(path_regex(path))
            .respond_with(ResponseTemplate::new(status).set_body_json(body))
            .mount(&server)
            .await;
    }
    server
}

fn regex_of(template: &str) -> String {
    let parts = template
        .split('/')
        .map(|part| if part.starts_with('{') { "[^/]+" } else { part });
    format!("^{}$", parts.collect::<Vec<_>>().join("/"))
}

#[tokio::test]
async fn our_client_passes_over_members_and_values_that_it_does_not_know() {
    let server = of_a_later_day().await;
    let client = client();
    let gcis = sign_in(&client, &server).await;

    let tenants = gcis.tenants().await.unwrap();
    assert_eq!(tenants[0].environment.as_deref(), Some("unheard-of"));

    let sign_in = &Credentials::Client {
        consumer_key: SecretString::from("key"),
        consumer_secret: SecretString::from("secret"),
    };
    let (tenant_id, login_url, event_endpoint) = ("t", "l", "e");
    let proposal = Proposal {
        tenant_id,
        login_url,
        event_endpoint,
        sign_in,
    };
    let checks = gcis.verify(&proposal).await.unwrap();
    assert!(
        checks
            .iter()
            .all(|check| check.status == CheckStatus::Unknown)
    );
    assert!(checks.iter().all(|check| !check.message.is_empty()));

    let new = NewInstance {
        key: Uuid::new_v4(),
        tenant_id,
        login_url,
        event_endpoint,
        sign_in,
    };
    let made = gcis.create(&new).await.unwrap();
    assert_eq!((made.route, made.status), (None, None));
    assert!(made.org_id.is_some() && made.created_at.is_some());
    assert_eq!(gcis.instance(&made.id).await.unwrap(), made);
    assert_eq!(gcis.instances().await.unwrap()[0].id, made.id);
    let reference = made.reference.as_deref().unwrap().parse().unwrap();
    assert!(gcis.find(reference).await.unwrap().is_some());

    let replacement = Replacement {
        key: Uuid::new_v4(),
        instance_id: &made.id,
        login_url,
        sign_in,
    };
    let replaced = gcis.replace_credentials(&replacement).await.unwrap();
    assert!(replaced.credentials_replaced_at.is_some() && replaced.username.is_none());

    let credential = gcis.credential(&made.id).await.unwrap();
    assert_eq!(credential.state, None);
    assert!(credential.name.is_some() && credential.renewed_at.is_some());
    for action in [
        CredentialAction::Add,
        CredentialAction::Rotate,
        CredentialAction::Revoke,
    ] {
        let operation = gcis.start(&made.id, action, Uuid::new_v4()).await.unwrap();
        let reading = gcis.operation(&operation).await.unwrap();
        assert_eq!(reading.state, OperationState::Running);
    }
}
