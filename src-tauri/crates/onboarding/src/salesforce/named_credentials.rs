//! The org's named credentials, listed by the service user's own session.

use jiff::Timestamp;
use model::host::SalesforceHost;
use model::onboarding::{CredentialList, ListedCredential};
use serde::Deserialize;
use url::form_urlencoded;

use super::host::version;
use super::wire::text;
use super::{Gate, SalesforceError, Session, sign_in};
use crate::credentials::Credentials;
use crate::net::{Answer, Client, Reach};

/// What is asked of `NamedCredential` (Object Reference), the fullest first. An org that lacks a
/// field, or hides it, refuses the whole question: then the next one is asked.
const QUESTIONS: [&str; 3] = [
    "SELECT Id, DeveloperName, MasterLabel, CreatedDate, LastModifiedDate, LastModifiedById, \
     LastModifiedBy.Name FROM NamedCredential",
    "SELECT Id, DeveloperName, MasterLabel, CreatedDate, LastModifiedDate, LastModifiedById \
     FROM NamedCredential",
    "SELECT Id, DeveloperName FROM NamedCredential",
];

/// Salesforce's words for a question that names a field it does not have or not show.
const NO_SUCH_FIELD: &str = "INVALID_FIELD";

/// A session of the service user, to look at named credentials with.
#[derive(Debug)]
pub struct Looker<'a> {
    client: &'a Client,
    session: Session,
    /// The question that this org answers.
    question: usize,
}

/// Signs in once, to look, unless the gate holds the secrets back.
pub async fn enter<'a, G: Gate>(
    client: &'a Client,
    reach: &Reach,
    host: &SalesforceHost,
    credentials: &Credentials,
    gate: &G,
) -> Result<Result<Looker<'a>, SalesforceError>, G::Held> {
    let version = match version(client, reach, host).await {
        Ok(version) => version,
        Err(error) => return Ok(Err(error)),
    };
    gate.leaving()?;
    let session = sign_in(client, reach, host, version, credentials).await;
    gate.answered(session.as_ref().err())?;
    Ok(session.map(|session| Looker {
        client,
        session,
        question: 0,
    }))
}

impl Looker<'_> {
    /// When Salesforce issued the token, by its own clock.
    pub fn signed_in_at(&self) -> Option<Timestamp> {
        self.session.issued_at
    }

    /// The org's id; empty where the sign-in did not tell it.
    pub fn org_id(&self) -> &str {
        &self.session.org_id
    }

    /// Lists the named credentials; the moment is Salesforce's own where it tells it.
    pub async fn list(&mut self) -> Result<CredentialList, SalesforceError> {
        let answer = self.ask().await?;
        let rows: Option<Rows> = answer.is_success().then(|| answer.read()).flatten();
        let Some(rows) = rows.filter(|rows| rows.done) else {
            return Err(SalesforceError::of(&answer));
        };
        Ok(CredentialList {
            at: answer.date.unwrap_or_else(Timestamp::now),
            user_id: self.session.user_id.clone(),
            rows: rows.records.into_iter().map(listed).collect(),
            external: None,
        })
    }

    /// Names of the external credentials that the user can authenticate to (Connect REST API,
    /// `named-credentials/external-credentials`, version 56.0 and later); nothing where they are not
    /// told.
    pub async fn external(&self) -> Option<Vec<String>> {
        let path = format!(
            "/services/data/v{}/named-credentials/external-credentials",
            self.session.version
        );
        let to = self.session.at(&path).ok()?;
        let answer = self.session.get(self.client, &to).await.ok()?;
        let read: Option<Externals> = answer.is_success().then(|| answer.read()).flatten();
        let names = read?.external_credentials.into_iter();
        Some(names.map(|external| external.developer_name).collect())
    }

    async fn ask(&mut self) -> Result<Answer, SalesforceError> {
        loop {
            let soql = QUESTIONS[self.question];
            let query = form_urlencoded::Serializer::new(String::new())
                .append_pair("q", soql)
                .finish();
            let path = format!("/services/data/v{}/query?{query}", self.session.version);
            let to = self.session.at(&path)?;
            let answer = self.session.get(self.client, &to).await?;
            let is_last = self.question + 1 == QUESTIONS.len();
            let refused = SalesforceError::of(&answer).refusal().error;
            if answer.is_success() || is_last || refused != NO_SUCH_FIELD {
                return Ok(answer);
            }
            self.question += 1;
        }
    }
}

fn listed(row: Row) -> ListedCredential {
    let moment = |text: &str| text.parse().ok();
    let told = |text: String| (!text.is_empty()).then_some(text);
    ListedCredential {
        created_at: moment(&row.created_date),
        modified_at: moment(&row.last_modified_date),
        modified_by_id: told(row.last_modified_by_id),
        modified_by: row.last_modified_by.and_then(|user| told(user.name)),
        id: row.id,
        developer_name: row.developer_name,
        label: row.master_label,
    }
}

/// A page of the answer. One that is not the whole list would make the rest look absent.
#[derive(Debug, Deserialize)]
struct Rows {
    #[serde(default)]
    done: bool,
    records: Vec<Row>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Row {
    id: String,
    developer_name: String,
    #[serde(default, deserialize_with = "text")]
    master_label: String,
    #[serde(default, deserialize_with = "text")]
    created_date: String,
    #[serde(default, deserialize_with = "text")]
    last_modified_date: String,
    #[serde(default, deserialize_with = "text")]
    last_modified_by_id: String,
    #[serde(default)]
    last_modified_by: Option<User>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct User {
    #[serde(default, deserialize_with = "text")]
    name: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Externals {
    external_credentials: Vec<External>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct External {
    developer_name: String,
}
