//! `connectorctl practice` and `connectorctl scenarios`, as a script and a person use them together.

use acceptance::cloud::Cloud;
use serde_json::Value;

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
