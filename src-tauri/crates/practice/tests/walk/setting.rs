//! A running practice cloud with one org, and the calls that most tests make.

use std::time::Duration;

use practice::{Card, Options, OrgSpec, Running, my_domain_of, start};
use serde_json::{Value, json};
use url::form_urlencoded::Serializer;

use crate::client::{Reply, raw, send};

pub(crate) const FORM: (&str, &str) = ("Content-Type", "application/x-www-form-urlencoded");
pub(crate) const JSON: (&str, &str) = ("Content-Type", "application/json");

pub(crate) struct Setting {
    pub(crate) running: Running,
    pub(crate) card: Card,
}

pub(crate) fn spec() -> OrgSpec {
    OrgSpec {
        key: "walk".to_owned(),
        name: "Acme Energy".to_owned(),
        username: "connector@acme.example".to_owned(),
        sandbox: false,
        my_domain: my_domain_of("Acme Energy", ""),
    }
}

impl Setting {
    pub(crate) async fn new() -> Self {
        Self::with(Options {
            operation_time: Duration::from_millis(400),
            ..Options::default()
        })
        .await
    }

    pub(crate) async fn with(options: Options) -> Self {
        let running = start(options).await.unwrap();
        let card = running.cloud().open_org(spec());
        Self { running, card }
    }

    /// A sign-in with the card's values, some of them replaced.
    pub(crate) async fn sign_in(&self, replaced: &[(&str, &str)]) -> Reply {
        let raw = self.raw_host();
        self.sign_in_at(&raw, &self.card, replaced).await
    }

    /// A sign-in with a card's values, some of them replaced, at one of Salesforce's hosts.
    pub(crate) async fn sign_in_at(
        &self,
        host: &str,
        card: &Card,
        replaced: &[(&str, &str)],
    ) -> Reply {
        let password = format!("{}{}", card.password, card.security_token);
        let given = [
            ("grant_type", "password"),
            ("client_id", &card.consumer_key),
            ("client_secret", &card.consumer_secret),
            ("username", &card.username),
            ("password", &password),
        ];
        let mut form = Serializer::new(String::new());
        for (name, value) in given {
            let other = replaced.iter().find(|(replaced, _)| *replaced == name);
            form.append_pair(name, other.map_or(value, |(_, value)| value));
        }
        let body = form.finish();
        self.salesforce_at(host, "POST", "/services/oauth2/token", &[FORM], &body)
            .await
    }

    /// What the practice Salesforce is addressed by when no name is known for it.
    pub(crate) fn raw_host(&self) -> String {
        let origin = self.running.salesforce();
        origin.trim_start_matches("http://").to_owned()
    }

    /// A name of the practice Salesforce with its port.
    pub(crate) fn named(&self, name: &str) -> String {
        let (_, port) = self.running.salesforce().rsplit_once(':').unwrap();
        format!("{name}:{port}")
    }

    /// A request to the practice Salesforce under the name of one of its hosts.
    pub(crate) async fn salesforce_at(
        &self,
        host: &str,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Reply {
        let mut head = format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\n");
        for (name, value) in headers {
            head.extend([name, ": ", value, "\r\n"]);
        }
        raw(self.running.salesforce(), &head, body).await.unwrap()
    }

    pub(crate) async fn salesforce_token(&self) -> String {
        let token = self.sign_in(&[]).await.json()["access_token"]
            .as_str()
            .map(str::to_owned);
        token.unwrap()
    }

    pub(crate) async fn salesforce_get(&self, token: &str, path: &str) -> Reply {
        let bearer = format!("Bearer {token}");
        let headers = [("Authorization", bearer.as_str())];
        send("GET", self.running.salesforce(), path, &headers, "")
            .await
            .unwrap()
    }

    pub(crate) async fn query(&self, token: &str, soql: &str) -> Reply {
        let query = Serializer::new(String::new())
            .append_pair("q", soql)
            .finish();
        self.salesforce_get(token, &format!("/services/data/v68.0/query?{query}"))
            .await
    }

    pub(crate) async fn login_history(&self) -> Vec<(String, String)> {
        let token = self.salesforce_token().await;
        let history = self
            .query(&token, "SELECT SourceIp, Status FROM LoginHistory")
            .await
            .json();
        let rows = history["records"].as_array().unwrap();
        let text = |row: &Value, name: &str| row[name].as_str().unwrap().to_owned();
        rows.iter()
            .map(|row| (text(row, "SourceIp"), text(row, "Status")))
            .collect()
    }

    pub(crate) async fn gcis_token(&self) -> String {
        let body = Serializer::new(String::new())
            .append_pair("grant_type", "client_credentials")
            .append_pair("client_id", &self.card.gcis_client_id)
            .append_pair("client_secret", &self.card.gcis_client_secret)
            .finish();
        let reply = send("POST", self.running.gcis(), "/oauth2/token", &[FORM], &body)
            .await
            .unwrap();
        reply.json()["access_token"].as_str().unwrap().to_owned()
    }

    pub(crate) async fn gcis_get(&self, token: &str, path: &str) -> Reply {
        let bearer = format!("Bearer {token}");
        let headers = [("Authorization", bearer.as_str())];
        send("GET", self.running.gcis(), path, &headers, "")
            .await
            .unwrap()
    }

    pub(crate) async fn gcis_post(
        &self,
        token: &str,
        path: &str,
        key: &str,
        body: &Value,
    ) -> std::io::Result<Reply> {
        self.gcis_change("POST", token, path, key, body).await
    }

    /// A request to GCIS that changes something.
    pub(crate) async fn gcis_change(
        &self,
        method: &str,
        token: &str,
        path: &str,
        key: &str,
        body: &Value,
    ) -> std::io::Result<Reply> {
        let (bearer, key) = (format!("Bearer {token}"), format!("\"{key}\""));
        let headers = [
            JSON,
            ("Authorization", bearer.as_str()),
            ("Idempotency-Key", key.as_str()),
        ];
        send(
            method,
            self.running.gcis(),
            path,
            &headers,
            &body.to_string(),
        )
        .await
    }

    pub(crate) async fn tenant(&self, token: &str) -> String {
        let tenants = self.gcis_get(token, "/v1/tenants").await.json();
        tenants["tenants"][0]["id"].as_str().unwrap().to_owned()
    }

    /// A body that creates a connector, with the card's values.
    pub(crate) async fn proposal(&self, token: &str) -> Value {
        json!({
            "reference": "onboarding-1",
            "tenantId": self.tenant(token).await,
            "loginUrl": "login.salesforce.practice",
            "eventEndpoint": self.card.event_endpoint,
            "credentials": {
                "route": "connected_app",
                "username": self.card.username,
                "password": self.card.password,
                "securityToken": self.card.security_token,
                "consumerKey": self.card.consumer_key,
                "consumerSecret": self.card.consumer_secret,
            },
        })
    }

    /// Creates a connector and gives its id.
    pub(crate) async fn connect(&self, token: &str) -> String {
        let proposal = self.proposal(token).await;
        let reply = self
            .gcis_post(token, "/v1/connector-instances", "connect", &proposal)
            .await
            .unwrap();
        assert_eq!(reply.status, 201, "{reply:?}");
        reply.json()["id"].as_str().unwrap().to_owned()
    }
}
