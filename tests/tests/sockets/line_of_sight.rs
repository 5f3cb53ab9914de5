//! A look into the practice org past the wizard: the user's Login History, and how many API calls
//! were counted.

use std::collections::BTreeSet;

use model::Environment;
use model::host::SalesforceHost;
use onboarding::net::{Answer, Client, PracticeOrigins, Reach};
use secrecy::SecretString;
use serde::Deserialize;
use serde_json::Value;
use url::Url;
use url::form_urlencoded::byte_serialize;

use crate::desk::Desk;
use crate::fake::client;

/// A line of Login History.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Line {
    pub(crate) id: String,
    pub(crate) status: String,
    pub(crate) source_ip: String,
}

/// A session of the same user, which shares the wizard's.
pub(crate) struct LineOfSight {
    client: Client,
    reach: Reach,
    instance: String,
    token: SecretString,
}

impl LineOfSight {
    /// Signs in beside the wizard. It leaves a line of its own in Login History.
    pub(crate) async fn of(desk: &Desk) -> Self {
        let reach = Reach::Practice(PracticeOrigins {
            salesforce: Url::parse(desk.running.salesforce()).unwrap(),
            gcis: Url::parse(desk.running.gcis()).unwrap(),
        });
        let client = client();
        let card = &desk.card;
        let host = SalesforceHost::parse(&card.my_domain, Environment::Practice).unwrap();
        let to = reach.salesforce(&host).unwrap();
        let form = [
            ("grant_type", "client_credentials"),
            ("client_id", card.eca_consumer_key.as_str()),
            ("client_secret", card.eca_consumer_secret.as_str()),
        ];
        let to = to.join("/services/oauth2/token").unwrap();
        let granted = client.post_form(&to, &form).await.unwrap();
        let granted: Value = granted.read().unwrap();
        let text = |name: &str| granted[name].as_str().unwrap().to_owned();
        Self {
            client,
            reach,
            instance: text("instance_url"),
            token: SecretString::from(text("access_token")),
        }
    }

    async fn get(&self, path: &str) -> Answer {
        let instance = self.reach.salesforce_sent(&self.instance).unwrap();
        let to = instance.join(path).unwrap();
        self.client.get(&to, Some(&self.token)).await.unwrap()
    }

    /// The user's lines, as a set: their order is told by their time alone.
    pub(crate) async fn lines(&self) -> BTreeSet<Line> {
        #[derive(Deserialize)]
        struct Rows {
            records: Vec<Line>,
        }
        let soql = "SELECT Id, Status, SourceIp FROM LoginHistory";
        let query: String = byte_serialize(soql.as_bytes()).collect();
        let answer = self
            .get(&format!("/services/data/v68.0/query?q={query}"))
            .await;
        answer.read::<Rows>().unwrap().records.into_iter().collect()
    }

    /// How many API calls were counted for the user's session, this one included.
    pub(crate) async fn calls(&self) -> u64 {
        let answer = self.get("/services/data/v68.0/limits").await;
        answer.api_usage.unwrap().used
    }
}
