//! Where the practice services of this run are: what `connectorctl practice --json` printed.

use std::fs;
use std::path::Path;

use onboarding::net::PracticeOrigins;
use onboarding::workflow::PracticeServices;
use secrecy::SecretString;
use serde::Deserialize;
use url::Url;

use super::stop::Stop;

/// What is needed of the announcement.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Announced {
    salesforce: Url,
    gcis: Url,
    gcis_client_id: String,
    gcis_client_secret: SecretString,
}

/// Reads the services from the file.
pub(super) fn services(file: &Path) -> Result<PracticeServices, Stop> {
    let not_read = |why: String| Stop::misused(format!("{}: {why}", file.display()));
    let text = fs::read_to_string(file).map_err(|error| not_read(error.to_string()))?;
    let announced: Announced =
        serde_json::from_str(&text).map_err(|error| not_read(error.to_string()))?;
    if [&announced.salesforce, &announced.gcis]
        .iter()
        .any(|origin| origin.scheme() != "http" || origin.host_str() != Some("127.0.0.1"))
    {
        let words = "practice is spoken to over http on 127.0.0.1: serve it without --tls";
        return Err(not_read(words.to_owned()));
    }
    Ok(PracticeServices {
        origins: PracticeOrigins {
            salesforce: announced.salesforce,
            gcis: announced.gcis,
        },
        gcis_client_id: announced.gcis_client_id,
        gcis_client_secret: announced.gcis_client_secret,
    })
}
