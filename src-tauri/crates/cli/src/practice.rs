//! `connectorctl practice` and `connectorctl scenarios`

use practice::{Options, OrgSpec, Scenario, my_domain_of};

use crate::arguments::PracticeOptions;

const ORG_NAME: &str = "Northwind Energy";

/// Serves the practice services until Ctrl-C.
pub(crate) async fn run(options: PracticeOptions) -> Result<(), String> {
    let scenario: Scenario = options.scenario.parse().map_err(|_| {
        format!(
            "There is no scenario named {}. See: connectorctl scenarios",
            options.scenario
        )
    })?;
    let running = practice::start(Options {
        state_file: options.state,
        salesforce_port: options.salesforce_port,
        gcis_port: options.gcis_port,
        ..Options::default()
    })
    .await
    .map_err(|error| format!("The practice services could not be started: {error}"))?;
    let cloud = running.cloud();
    cloud.set_scenario(scenario);
    let card = cloud.open_org(OrgSpec {
        key: "connectorctl".to_owned(),
        name: ORG_NAME.to_owned(),
        username: "gcis-salesforce-sales-cloud-connector@northwind.example".to_owned(),
        sandbox: false,
        my_domain: my_domain_of(ORG_NAME, ""),
    });
    println!("PRACTICE: invented values. Never type real values here.");
    println!("Practice Salesforce  {}", running.salesforce());
    println!("Practice GCIS        {}", running.gcis());
    for (label, value) in [
        ("My Domain", &card.my_domain),
        ("Username", &card.username),
        ("Password", &card.password),
        ("Security Token", &card.security_token),
        ("Consumer Key", &card.consumer_key),
        ("Consumer Secret", &card.consumer_secret),
        ("ECA Consumer Key", &card.eca_consumer_key),
        ("ECA Consumer Secret", &card.eca_consumer_secret),
        ("Event Endpoint", &card.event_endpoint),
        ("GCIS client ID", &card.gcis_client_id),
        ("GCIS client secret", &card.gcis_client_secret),
    ] {
        println!("{label:<20} {value}");
    }
    println!("Press Ctrl-C to stop.");
    let stopped = tokio::signal::ctrl_c().await;
    running.stop().await;
    stopped.map_err(|error| format!("Ctrl-C could not be waited for: {error}"))
}

/// Prints what the practice services can be made to do wrong.
pub(crate) fn list_scenarios() {
    for scenario in Scenario::ALL {
        println!("{:<32} {}", scenario.name(), scenario.description());
    }
}
