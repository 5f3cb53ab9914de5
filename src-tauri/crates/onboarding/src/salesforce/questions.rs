//! What is asked with a session.

use super::wire::{IdentityAnswer, OrganizationRow};
use super::{SalesforceError, Session};
use crate::net::Client;

/// The user that Salesforce signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// Its name.
    pub username: String,
    /// Its org's id.
    pub org_id: String,
}

/// The org.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organization {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether it is a sandbox.
    pub sandbox: bool,
    /// Salesforce's word for the edition.
    pub edition: String,
}

/// Asks who is signed in, by the identity URL of the sign-in's answer.
pub async fn identity(client: &Client, session: &Session) -> Result<Identity, SalesforceError> {
    let answer: IdentityAnswer = session.read(client, &session.identity).await?;
    Ok(Identity {
        username: answer.username,
        org_id: answer.organization_id,
    })
}

/// Asks which org it is; nothing if the user may not read it.
pub async fn organization(
    client: &Client,
    session: &Session,
) -> Result<Option<Organization>, SalesforceError> {
    let rows: Vec<OrganizationRow> = session
        .query(
            client,
            "SELECT Id, Name, IsSandbox, OrganizationType FROM Organization",
        )
        .await?;
    Ok(rows.into_iter().next().map(|row| Organization {
        id: row.id,
        name: row.name,
        sandbox: row.is_sandbox,
        edition: row.organization_type,
    }))
}
