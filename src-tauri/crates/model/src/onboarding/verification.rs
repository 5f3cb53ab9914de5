//! A verification and what it learned.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::SignInBasis;
use crate::catalogue::{Code, Finding};
use crate::provenance::Verified;

/// One run of the verification.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", from = "Kept")]
pub struct Verification {
    /// When it ended.
    pub at: Timestamp,
    /// What it was made with.
    pub basis: SignInBasis,
    /// What was found, in the order of the checks.
    pub findings: Vec<Finding>,
    /// Who signed in, where; present only if nothing blocks the way on.
    pub connection: Option<Verified<Connection>>,
    /// The service user's own lines of Login History, if they could be read.
    pub sign_ins: Option<Vec<SignIn>>,
}

/// A run as a record has it. One whose user could not be read may have the Username that was typed
/// in its place, which Salesforce never said.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Kept {
    at: Timestamp,
    basis: SignInBasis,
    findings: Vec<Finding>,
    connection: Option<Verified<Connection>>,
    #[serde(default)]
    sign_ins: Option<Vec<SignIn>>,
}

impl From<Kept> for Verification {
    fn from(kept: Kept) -> Self {
        let mut connection = kept.connection;
        let unread = |finding: &Finding| finding.code == Code::IdentityUnread;
        if let Some(connection) = &mut connection
            && kept.findings.iter().any(unread)
        {
            connection.value.username = None;
        }
        Self {
            at: kept.at,
            basis: kept.basis,
            findings: kept.findings,
            connection,
            sign_ins: kept.sign_ins,
        }
    }
}

/// *Connected as*: the user and the org that Salesforce named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct Connection {
    /// The user name that Salesforce answered with; nothing where it did not say.
    pub username: Option<String>,
    /// The org's id, 15 or 18 characters as Salesforce sent it.
    pub org_id: String,
    /// The org's name; empty where the user may not read it.
    pub org_name: String,
    /// Whether Salesforce says it is a sandbox; nothing where it did not say.
    pub sandbox: Option<bool>,
    /// Salesforce's word for the edition.
    pub edition: String,
    /// The host that was signed in to.
    pub login_host: String,
    /// The org's own host, as Salesforce named it for what is asked after the sign-in; empty where
    /// it named another kind of host.
    #[serde(default)]
    pub org_host: String,
}

impl Connection {
    /// Whether an id is that of this org. Salesforce writes the same id with 15 or with 18
    /// characters; the last three only repeat the case of the others.
    pub fn is_org(&self, id: &str) -> bool {
        fn short(id: &str) -> impl Iterator<Item = char> {
            id.chars().take(15)
        }
        !id.is_empty() && short(&self.org_id).eq(short(id))
    }
}

/// A line of the service user's Login History, as Salesforce keeps it (Object Reference,
/// `LoginHistory`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct SignIn {
    /// When.
    #[ts(type = "string")]
    pub at: Timestamp,
    /// From which address.
    pub source_ip: String,
    /// Through which app.
    pub application: String,
    /// How it ended, in Salesforce's words.
    pub status: String,
    /// Whose it was.
    pub whose: Whose,
}

impl SignIn {
    /// The status of one that got in (Object Reference, `LoginHistory`).
    pub const SUCCESS: &str = "Success";
}

/// Whose sign-in it was, as far as address and app tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum Whose {
    /// This program's, or another from the same address.
    ThisDesk,
    /// Through the same app from another address: the connector's, as far as can be told.
    Elsewhere,
    /// Through another app.
    OtherApp,
    /// Cannot tell: this program's own line is not shown yet, so this desk's address is unknown.
    Unknown,
}
