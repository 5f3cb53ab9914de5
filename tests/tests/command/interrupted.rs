//! Ctrl-C ends a check in order.

use std::process::Stdio;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::desk::{Desk, EXTERNAL_CLIENT_APP};

#[tokio::test]
async fn an_interrupted_check_ends_at_once_and_says_so() {
    let slow = MockServer::start().await;
    let answer = ResponseTemplate::new(200).set_delay(Duration::from_secs(25));
    Mock::given(any()).respond_with(answer).mount(&slow).await;
    let desk = Desk::new("smooth");
    let host = format!("http://a.my.salesforce.practice:{}", slow.address().port());
    let mut check = desk.check(EXTERNAL_CLIENT_APP, &host, &[""; 0]);
    let check = check.stdout(Stdio::piped()).spawn().unwrap();
    while slow.received_requests().await.unwrap().is_empty() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }

    kill_process(Pid::from_child(&check), Signal::INT).unwrap();
    let ended = tokio::task::spawn_blocking(|| check.wait_with_output().unwrap());
    let output = ended.await.unwrap();
    assert_eq!(output.status.code(), Some(1));
    let object: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(object["outcome"], "failed");
    assert_eq!(object["findings"][0]["code"], "cancelled");
}
