//! The OAuth 2.0 sign-in by either route, once.

use jiff::Timestamp;
use model::Environment;
use model::host::SalesforceHost;
use secrecy::{ExposeSecret, SecretString};

use super::SalesforceError;
use super::host::Version;
use super::signature::{self, Signature};
use super::wire::TokenAnswer;
use crate::credentials::Credentials;
use crate::net::{Answer, Client, Destination, Reach};

/// A signed-in session. The token leaves it only towards Salesforce.
#[derive(Debug)]
pub(super) struct Session {
    pub(super) token: SecretString,
    instance: Destination,
    pub(super) identity: Destination,
    /// The org's id, as the identity URL's path names it: `/id/<org>/<user>`; empty where it does
    /// not.
    pub(super) org_id: String,
    /// The user's id, from the same path.
    pub(super) user_id: String,
    pub(super) version: String,
    pub(super) signature: Signature,
    /// When Salesforce issued the token, by its own clock.
    pub(super) issued_at: Option<Timestamp>,
}

/// Signs in once. The parameters stand in the body; no redirect is followed.
pub(super) async fn sign_in(
    client: &Client,
    reach: &Reach,
    host: &SalesforceHost,
    version: Version,
    credentials: &Credentials,
) -> Result<Session, SalesforceError> {
    let to = reach.salesforce(host)?.join("/services/oauth2/token")?;
    let form = credentials.form();
    let form: Vec<(&str, &str)> = form
        .iter()
        .map(|(name, value)| (*name, value.expose_secret()))
        .collect();
    let answer = client.post_form(&to, &form).await?;
    let Some(granted) = answer
        .is_success()
        .then(|| answer.read::<TokenAnswer>())
        .flatten()
    else {
        let sent = credentials.secrets();
        let sent: Vec<_> = sent.iter().collect();
        return Err(SalesforceError::at_sign_in(&answer, &sent));
    };
    let identity = reach.salesforce_sent(&granted.id)?;
    let milliseconds = granted.issued_at.parse::<i64>().ok();
    let of_path = |index| identity.segment(index).unwrap_or_default().to_owned();
    Ok(Session {
        org_id: of_path(1),
        user_id: of_path(2),
        signature: signature::read(
            credentials.consumer_secret(),
            &granted.id,
            &granted.issued_at,
            &granted.signature,
        ),
        issued_at: milliseconds.and_then(|at| Timestamp::from_millisecond(at).ok()),
        token: SecretString::from(granted.access_token),
        instance: reach.salesforce_sent(&granted.instance_url)?,
        identity,
        version: version.number,
    })
}

impl Session {
    /// Joins a path to the org's own host.
    pub(super) fn at(&self, path: &str) -> Result<Destination, SalesforceError> {
        Ok(self.instance.join(path)?)
    }

    /// The org's own host, if it is one that Salesforce named for what is asked.
    pub(super) fn org_host(&self, environment: Environment) -> String {
        SalesforceHost::exact(self.instance.host(), environment)
            .ok()
            .filter(SalesforceHost::is_my_domain)
            .map_or_else(String::new, |host| host.to_string())
    }

    /// A GET with this session.
    pub(super) async fn get(
        &self,
        client: &Client,
        to: &Destination,
    ) -> Result<Answer, SalesforceError> {
        Ok(client.get(to, Some(&self.token)).await?)
    }
}
