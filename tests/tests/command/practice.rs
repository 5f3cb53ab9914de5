//! `connectorctl practice` and `connectorctl scenarios`, as a script and a person use them together.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};

use acceptance::cloud::Cloud;
use serde_json::Value;
use url::Url;

use crate::desk::{command, run};

#[test]
fn practice_tells_a_script_all_that_a_check_of_either_route_needs() {
    let cloud = Cloud::start(&[]).unwrap();
    let line: Value = serde_json::from_str(&cloud.announcement().line).unwrap();
    for name in [
        "salesforce",
        "login",
        "gcis",
        "myDomain",
        "orgId",
        "orgName",
        "username",
        "password",
        "securityToken",
        "consumerKey",
        "consumerSecret",
        "ecaConsumerKey",
        "ecaConsumerSecret",
        "eventEndpoint",
    ] {
        let value = line[name].as_str();
        assert!(
            value.is_some_and(|value| !value.is_empty()),
            "{name} in {line}"
        );
    }
    cloud.stop().unwrap();
}

/// The head of the answer that a browser without a session gets at this address.
fn visit(address: &str) -> String {
    let url = Url::parse(address).unwrap();
    let host = format!("{}:{}", url.host_str().unwrap(), url.port().unwrap());
    let mut stream = TcpStream::connect(&host).unwrap();
    let head = format!(
        "GET {} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n",
        url.path()
    );
    stream.write_all(head.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer.split("\r\n\r\n").next().unwrap().to_owned()
}

#[test]
fn the_pages_stand_at_the_port_that_was_asked_for() {
    // Freed before the program takes it; should another take it meanwhile, the program says so.
    let free = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = free.local_addr().unwrap().port().to_string();
    drop(free);
    let cloud = Cloud::start(&["--pages-port", &port]).unwrap();
    let line: Value = serde_json::from_str(&cloud.announcement().line).unwrap();
    for page in ["setup", "portal"] {
        let address = line["pages"][page].as_str().unwrap();
        assert_eq!(Url::parse(address).unwrap().port(), port.parse().ok());
        assert!(visit(address).starts_with("HTTP/1.1 303"));
    }
    cloud.stop().unwrap();
}

#[test]
fn practice_tells_where_the_pages_are_and_each_address_lets_one_browser_in() {
    let folder = tempfile::tempdir().unwrap();
    let tls = folder.path().to_str().unwrap();
    for arguments in [&[][..], &["--tls", tls]] {
        let cloud = Cloud::start(arguments).unwrap();
        let line: Value = serde_json::from_str(&cloud.announcement().line).unwrap();
        let org = line["orgId"].as_str().unwrap();
        for page in ["setup", "portal"] {
            let address = line["pages"][page].as_str().unwrap();
            let entered = visit(address);
            let leads_to = format!("location: /{org}/{page}\r\n");
            assert!(
                entered.starts_with("HTTP/1.1 303 ") && entered.contains(&leads_to),
                "{page}: {entered}"
            );
            assert!(entered.contains("set-cookie: "), "{page}: {entered}");
            let again = visit(address);
            assert!(again.starts_with("HTTP/1.1 403 "), "{page}: {again}");
        }
        cloud.stop().unwrap();
    }
}

#[test]
fn every_scenario_that_is_listed_can_be_served_and_no_other() {
    let data = tempfile::tempdir().unwrap();
    let listed = run(command(data.path()).arg("scenarios"));
    assert_eq!(listed.code, 0);
    for words in [
        "After sign-in",
        "GCIS",
        "Everything works",
        "Everything answers as it should.",
    ] {
        assert!(
            listed.stdout.contains(words),
            "{words} is not in:\n{}",
            listed.stdout
        );
    }
    for scenario in practice::Scenario::ALL {
        let row = format!("\n  {:<30} {}", scenario.name(), scenario.title());
        assert!(listed.stdout.contains(&row), "{row}");
        assert!(listed.stdout.contains(scenario.description()));
    }
    let unknown = run(command(data.path()).args(["practice", "--scenario", "sunny"]));
    assert_eq!(unknown.code, 1);
    assert!(
        unknown.stderr.contains("connectorctl scenarios"),
        "{}",
        unknown.stderr
    );
}
