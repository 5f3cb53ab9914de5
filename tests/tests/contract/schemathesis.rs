//! schemathesis against the practice GCIS: requests that nobody here thought of.

use std::collections::BTreeSet;
use std::fs;
use std::time::Duration;

use acceptance::clients::Schemathesis;
use serde_json::{Value, json};

use crate::document::Contract;
use crate::judge;
use crate::stage::Stage;

/// Well-made requests are refused with these as well: a key used twice, credentials that do not work.
const CONFIG: &str = r#"
[checks.positive_data_acceptance]
expected-statuses = ["2xx", "401", "404", "409", "422"]
"#;

/// Runs schemathesis by a reading of the file. Its answers are judged twice: by itself, and by us.
///
/// Answers with the operations at which it succeeded.
async fn run(contract: &Contract, stage: &Stage, arguments: &[&str]) -> BTreeSet<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("contract.json");
    fs::write(&file, contract.document().to_string()).unwrap();
    let config = folder.path().join("schemathesis.toml");
    fs::write(&config, CONFIG).unwrap();

    let mut command = Schemathesis::install().unwrap().command();
    command
        .current_dir(folder.path())
        .arg("--no-color")
        .arg("--config-file")
        .arg(config)
        .arg("run")
        .arg(file)
        .args([
            "--url",
            stage.recorder.origin.as_str().trim_end_matches('/'),
        ])
        .args([
            "--header",
            &format!("Authorization: {}", stage.bearer().await),
        ])
        .args(["--checks", "all", "--seed", "1", "--continue-on-failure"])
        .args(["--generation-database", "none"])
        .args(arguments);
    let ended = tokio::task::spawn_blocking(move || command.output());
    let output = ended.await.unwrap().unwrap();
    let (said, complained) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    assert!(output.status.success(), "{said}{complained}");
    let operations = contract.operations();
    assert!(
        said.contains(&format!("Tested: {}", operations.len())),
        "{said}"
    );

    let (closed, mut succeeded) = (Contract::closed(), BTreeSet::new());
    for exchange in stage.recorder.exchanges() {
        assert!(exchange.status < 500, "{exchange:?}");
        // It tries methods that the file does not have as well.
        let Some(operation) = judge::operation(&closed, &exchange) else {
            assert!(matches!(exchange.status, 404 | 405), "{exchange:?}");
            continue;
        };
        let complaints = judge::answer(&closed, &exchange);
        assert!(complaints.is_empty(), "{exchange:?}: {complaints:#?}");
        if exchange.status < 300 {
            succeeded.insert(operation.id);
        }
    }
    succeeded
}

/// The file for this one practice GCIS: what has to be right for a connector to work can be nothing else.
fn narrowed(stage: &Stage, tenants: &[String]) -> Contract {
    let card = &stage.card;
    let mut document = Contract::open().document().clone();
    without_examples(&mut document);
    let schemas = &mut document["components"]["schemas"];
    schemas["TenantId"] = json!({ "enum": tenants });
    schemas["LoginUrl"] = json!({ "const": card.my_domain });
    schemas["EventEndpoint"] = json!({ "const": card.event_endpoint });
    for (schema, members) in [
        (
            "ConnectedAppCredentials",
            vec![
                ("username", &card.username),
                ("password", &card.password),
                ("securityToken", &card.security_token),
                ("consumerKey", &card.consumer_key),
                ("consumerSecret", &card.consumer_secret),
            ],
        ),
        (
            "ExternalClientAppCredentials",
            vec![
                ("consumerKey", &card.eca_consumer_key),
                ("consumerSecret", &card.eca_consumer_secret),
            ],
        ),
        (
            "TokenRequest",
            vec![
                ("client_id", &card.gcis_client_id),
                ("client_secret", &card.gcis_client_secret),
            ],
        ),
    ] {
        for (member, value) in members {
            schemas[schema]["properties"][member] = json!({ "const": value });
        }
    }
    schemas["TokenRequest"]["required"] = json!(["grant_type", "client_id", "client_secret"]);
    Contract::of(document)
}

fn without_examples(node: &mut Value) {
    match node {
        Value::Object(members) => {
            members.remove("example");
            members.remove("examples");
            members.values_mut().for_each(without_examples);
        }
        Value::Array(items) => items.iter_mut().for_each(without_examples),
        _ => {}
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
#[ignore = "long: installs schemathesis from PyPI"]
async fn whatever_comes_is_answered_as_the_file_says() {
    let stage = Stage::new().await;
    run(&Contract::open(), &stage, &["--max-examples", "100"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
#[ignore = "long: installs schemathesis from PyPI"]
async fn with_credentials_that_work_each_operation_succeeds_as_the_file_says() {
    // What has begun is done at once, so that what comes next finds it done.
    let stage = Stage::with_operations_of(Duration::ZERO).await;
    let tenants = stage.gcis().await.tenants().await.unwrap();
    let tenants: Vec<String> = tenants.into_iter().filter_map(|tenant| tenant.id).collect();
    let contract = narrowed(&stage, &tenants);
    let arguments = ["--max-examples", "50", "--mode", "positive"];
    let succeeded = run(&contract, &stage, &arguments).await;
    let all = contract
        .operations()
        .into_iter()
        .map(|operation| operation.id);
    assert_eq!(succeeded, all.collect());
}
