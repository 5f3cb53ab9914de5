//! Our own part: the verification as `connectorctl check` runs it, with a client made anew for each round.

use std::env;
use std::io::{BufRead as _, stdin};
use std::path::PathBuf;
use std::time::Instant;

use model::catalogue::FindingStatus;
use model::host::SalesforceHost;
use model::{Environment, Route};
use onboarding::credentials::Credentials;
use onboarding::net::{Client, ClientSettings, Names, Proxy, Reach};
use onboarding::salesforce::{Expectations, Progress, Selection, verify};
use serde_json::json;

use super::{CA_FILE, say};
use crate::Trouble;
use crate::clients::PRACTICE;
use crate::cloud::Announcement;

/// Takes a round for each line of the input, and says on one line how long it took.
///
/// # Errors
/// If the environment does not say whom to ask.
pub async fn take_rounds() -> Result<(), Trouble> {
    let variable = |name: &str| env::var(name).map_err(Trouble::told(name));
    let practice = Announcement::read(&variable(PRACTICE)?)?;
    let settings = ClientSettings {
        proxy: Proxy::Direct,
        trust_files: vec![PathBuf::from(variable(CA_FILE)?)],
        names: Names::System,
    };
    for _ in stdin().lock().lines() {
        say(&match round(&practice, &settings).await {
            Ok(ms) => json!({ "ms": ms }).to_string(),
            Err(trouble) => json!({ "trouble": trouble.to_string() }).to_string(),
        });
    }
    Ok(())
}

async fn round(practice: &Announcement, settings: &ClientSettings) -> Result<f64, Trouble> {
    let client = Client::new(settings).map_err(Trouble::told("the client"))?;
    let environment = Environment::Production;
    let reach = Reach::Live {
        environment,
        gcis: None,
    };
    let host = SalesforceHost::parse(&practice.my_domain, environment)
        .map_err(|refusal| Trouble::new(format!("{}: {refusal:?}", practice.my_domain)))?;
    let credentials = Credentials::Password {
        username: practice.username.clone(),
        password: practice.password.as_str().into(),
        security_token: practice.security_token.as_str().into(),
        consumer_key: practice.consumer_key.as_str().into(),
        consumer_secret: practice.consumer_secret.as_str().into(),
    };
    let expect = Expectations {
        environment,
        route: Route::ConnectedApp,
        pinned_org: None,
        username: practice.username.clone(),
        wants_named_credential: true,
        password_flow_days_left: 1,
        package_namespace: String::new(),
        own_sign_ins: Vec::new(),
    };
    let start = Instant::now();
    let Ok(outcome) = verify(
        &client,
        &reach,
        &host,
        &credentials,
        &expect,
        &Selection::All,
        &|_: Progress| (),
    )
    .await;
    let took = start.elapsed();
    let bad = outcome
        .findings
        .iter()
        .find(|finding| finding.status == FindingStatus::Failed);
    match (outcome.connection, bad) {
        (Some(_), None) => Ok(took.as_secs_f64() * 1000.0),
        (_, finding) => Err(Trouble::new(format!("{finding:?}"))),
    }
}
