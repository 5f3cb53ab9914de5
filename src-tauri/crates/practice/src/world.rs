//! All that the practice cloud knows: what is saved, and what dies with the process.

use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::gcis::{Credentials, Instance, Operation, StoredAnswer};
use crate::org::Org;
use crate::pages::{Code, Guest, Ticket};
use crate::random::Random;
use crate::scenario::Scenario;

/// What outlives the process. It names no port and no session.
#[derive(Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Saved {
    /// Orgs by the caller's key.
    pub(crate) orgs: BTreeMap<String, Org>,
    pub(crate) instances: Vec<Instance>,
    pub(crate) operations: Vec<Operation>,
    /// Answers that a repeated request gets again, by GCIS client and idempotency key.
    pub(crate) answers: Vec<StoredAnswer>,
}

/// What dies with the process: sessions, counters, and the scenario.
#[derive(Default)]
pub(crate) struct Live {
    pub(crate) scenario: Scenario,
    pub(crate) salesforce_sessions: Vec<SalesforceSession>,
    /// GCIS bearer tokens, and for whom and until when each is good.
    pub(crate) gcis_sessions: HashMap<String, GcisSession>,
    /// What each connector signs in with, by its id.
    pub(crate) connector_credentials: HashMap<String, Credentials>,
    /// GCIS clients and idempotency keys whose request is still being answered.
    pub(crate) in_flight: HashSet<(String, String)>,
    /// Addresses of pages that were handed out.
    pub(crate) tickets: Vec<Ticket>,
    /// Codes that were mailed to the admin before key and secret of an app are shown.
    pub(crate) codes: Vec<Code>,
    /// Browsers that see the pages.
    pub(crate) guests: Vec<Guest>,
}

/// A Salesforce access token, which is a session of the user rather than of one caller.
#[derive(Clone)]
pub(crate) struct SalesforceSession {
    pub(crate) token: String,
    /// The caller's key of the org.
    pub(crate) org_key: String,
    /// The org id that this session answers with.
    pub(crate) org_id: String,
    pub(crate) user_id: String,
    /// Whether the app's scopes let it call the API.
    pub(crate) may_call: bool,
    pub(crate) expires: Timestamp,
    pub(crate) api_calls: u32,
}

/// Whom a GCIS bearer token stands for.
#[derive(Clone)]
pub(crate) struct GcisSession {
    /// The caller's key of the org whose owner holds the GCIS account.
    pub(crate) org_key: String,
    pub(crate) expires: Timestamp,
}

/// The saved and the living part, with the chance and the time that both need.
pub(crate) struct World {
    pub(crate) saved: Saved,
    pub(crate) live: Live,
    pub(crate) random: Random,
    /// When the present access began.
    pub(crate) now: Timestamp,
}

impl Saved {
    /// The caller's key of the org, the org and its app that a consumer key belongs to. An app without OAuth has none.
    pub(crate) fn app(&self, consumer_key: &str) -> Option<(&str, &Org, App<'_>)> {
        self.orgs.iter().find_map(|(key, org)| {
            let app = org.apps().find(|app| {
                let app = app.common();
                app.oauth && app.consumer_key == consumer_key
            })?;
            Some((key.as_str(), org, app))
        })
    }

    /// The caller's key and the org whose owner holds this GCIS client.
    pub(crate) fn org_of_gcis_client(&self, client_id: &str) -> Option<(&String, &Org)> {
        self.orgs
            .iter()
            .find(|(_, org)| org.account.client_id == client_id)
    }
}
