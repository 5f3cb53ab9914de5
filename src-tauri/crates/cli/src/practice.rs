//! `connectorctl practice` and `connectorctl scenarios`

mod announcement;
mod end;

use std::error::Error;
use std::io;
use std::iter::successors;
use std::time::Duration;

use practice::{Options, OrgSpec, Scenario, StartError, my_domain_of};

use crate::arguments::PracticeOptions;
use announcement::Announcement;
use end::End;

const ORG_KEY: &str = "connectorctl";
const ORG_NAME: &str = "Northwind Energy";

/// Serves the practice services until Ctrl-C, or until the system asks this program to end.
pub(crate) async fn run(options: PracticeOptions) -> Result<(), String> {
    let scenario: Scenario = options.scenario.parse().map_err(|_| {
        format!(
            "There is no scenario named {}. See: connectorctl scenarios",
            options.scenario
        )
    })?;
    // Before anything is announced: whoever reads that may end us at once.
    let end = End::watch().map_err(|error| format!("Ctrl-C could not be waited for: {error}"))?;
    let running = practice::start(Options {
        state_file: options.state,
        salesforce_port: options.salesforce_port,
        gcis_port: options.gcis_port,
        pages_port: options.pages_port,
        latency: Duration::from_millis(options.latency_ms),
        tls: options.tls,
        ..Options::default()
    })
    .await
    .map_err(|error| not_started(&error))?;
    let cloud = running.cloud();
    cloud.set_scenario(scenario);
    let card = cloud.open_org(OrgSpec {
        key: ORG_KEY.to_owned(),
        name: ORG_NAME.to_owned(),
        username: "gcis-salesforce-sales-cloud-connector@northwind.example".to_owned(),
        sandbox: false,
        my_domain: my_domain_of(ORG_NAME, ""),
    });
    let announcement = Announcement::of(&running, ORG_KEY, &card);
    if options.json {
        println!("{}", announcement.json());
    } else {
        println!("{announcement}");
    }
    end.wait().await;
    running.stop().await;
    Ok(())
}

fn not_started(error: &StartError) -> String {
    let first: &dyn Error = error;
    let reasons = successors(Some(first), |error| (*error).source());
    let reasons: Vec<String> = reasons.map(ToString::to_string).collect();
    let reasons = reasons.join(": ");
    let hint = match error {
        StartError::Listen { source, port, .. }
            if source.kind() == io::ErrorKind::PermissionDenied =>
        {
            format!(
                "\nThis system does not give port {port} to every program. Choose another port, or let root, \
                 CAP_NET_BIND_SERVICE or net.ipv4.ip_unprivileged_port_start allow it."
            )
        }
        _ => String::new(),
    };
    format!("The practice services could not be started: {reasons}{hint}")
}
