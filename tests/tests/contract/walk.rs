//! The walk through every operation and every answer of the file.

use std::collections::BTreeSet;

use practice::Scenario;

use crate::document::Contract;
use crate::exchange::Exchange;
use crate::stage::Stage;
use crate::{client, judge, stranger};

type Met = BTreeSet<(String, u16)>;

fn met<'a>(contract: &Contract, exchanges: impl IntoIterator<Item = &'a Exchange>) -> Met {
    let exchanges = exchanges.into_iter();
    let pairs = exchanges.filter_map(|exchange| {
        let operation = judge::operation(contract, exchange)?;
        Some((operation.id, exchange.status))
    });
    pairs.collect()
}

fn told(exchange: &Exchange, what: &str, complaints: &[String]) -> String {
    let Exchange { method, path, .. } = exchange;
    format!(
        "{method} {path} {}: {what}: {complaints:#?}",
        exchange.status
    )
}

/// What is wrong with the requests, where they are our client's, and with the answers.
fn complaints(contract: &Contract, exchanges: &[Exchange], ours: bool) -> Vec<String> {
    let mut all = Vec::new();
    for exchange in exchanges {
        let sent = judge::request(contract, exchange);
        if ours && !sent.is_empty() {
            all.push(told(exchange, "our client sent", &sent));
        }
        let came = judge::answer(contract, exchange);
        if !came.is_empty() {
            all.push(told(exchange, "the practice GCIS answered", &came));
        }
    }
    all
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn both_sides_keep_to_the_file_and_each_operation_and_answer_of_it_is_met() {
    let (stage, contract) = (Stage::new().await, Contract::closed());

    client::walks(&stage).await;
    let ours = stage.recorder.exchanges();

    let instance = stage.gcis().await.instances().await.unwrap().remove(0).id;
    let mut strange = stranger::comes_without_a_token(&stage, &contract).await;
    strange.extend(stranger::asks_amiss(&stage, &contract).await);
    strange.extend(stranger::uses_a_key_twice(&stage, &instance).await);
    strange.extend(stranger::does_not_wait(&stage, &instance).await);
    stage.scenario(Scenario::GcisDown);
    strange.extend(stranger::comes_without_a_token(&stage, &contract).await);

    let mut wrong = complaints(&contract, &ours, true);
    wrong.extend(complaints(&contract, &strange, false));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));

    let operations = contract.operations();
    let by_client = met(&contract, &ours);
    for operation in &operations {
        let succeeded = by_client
            .iter()
            .any(|(id, status)| *id == operation.id && *status < 300);
        assert!(succeeded, "our client never succeeded at {}", operation.id);
    }
    let all = met(&contract, ours.iter().chain(&strange));
    let in_file = operations.iter().flat_map(|operation| {
        let statuses = contract.members(&format!("{}/responses", operation.pointer));
        let statuses = statuses
            .keys()
            .map(|status| status.parse().unwrap())
            .collect::<Vec<u16>>();
        statuses
            .into_iter()
            .map(|status| (operation.id.clone(), status))
    });
    assert_eq!(all, in_file.collect::<Met>());

    let types = "/components/schemas/Problem/properties/type/enum";
    let types = contract.at(types).unwrap().as_array().unwrap().iter();
    for kind in types.map(|kind| kind.as_str().unwrap()) {
        let mut exchanges = ours.iter().chain(&strange);
        let is_met = exchanges.any(|exchange| {
            let body = exchange.came.json();
            body["type"] == kind || body["error"]["type"] == kind
        });
        assert!(is_met, "{kind} was never met");
    }
}
