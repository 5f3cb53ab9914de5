//! What `connectorctl practice --json` says.

use std::path::PathBuf;

use serde::Deserialize;

use crate::Trouble;

/// The addresses of a practice cloud and the values of its org. All are invented.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Announcement {
    /// The line itself, for clients that read JSON.
    #[serde(skip)]
    pub line: String,
    /// The raw origin of the practice Salesforce.
    pub salesforce: String,
    /// Where its users sign in by name.
    pub login: String,
    /// The origin of the practice GCIS.
    pub gcis: String,
    /// The certificate to trust, over https.
    pub ca_file: Option<PathBuf>,
    /// The org's own host name, without a port.
    pub my_domain: String,
    /// The org's name.
    pub org_name: String,
    /// The org's id.
    pub org_id: String,
    /// The service user's username.
    pub username: String,
    /// Its password.
    pub password: String,
    /// Its security token.
    pub security_token: String,
    /// The connected app's consumer key.
    pub consumer_key: String,
    /// The connected app's consumer secret.
    pub consumer_secret: String,
    /// The external client app's consumer key.
    pub eca_consumer_key: String,
    /// The external client app's consumer secret.
    pub eca_consumer_secret: String,
    /// The path of the Apex REST class that receives events.
    pub event_endpoint: String,
}

impl Announcement {
    pub(crate) fn read(line: &str) -> Result<Self, Trouble> {
        let mut announcement: Self =
            serde_json::from_str(line).map_err(Trouble::told("connectorctl practice --json"))?;
        line.clone_into(&mut announcement.line);
        Ok(announcement)
    }
}
