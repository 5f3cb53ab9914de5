//! The OAuth 2.0 username-password sign-in.
//!
//! Source: help.salesforce.com, `remoteaccess_oauth_username_password_flow`.

use model::catalogue::Code;
use model::host::SalesforceHost;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

use super::SalesforceError;
use super::wire::{ApiVersion, TokenAnswer};
use crate::net::{Client, Destination, Reach};

/// The API versions this program was made for: Spring '24 to Winter '27.
const KNOWN: std::ops::RangeInclusive<f32> = 60.0..=68.0;

/// What GCIS will sign in with.
#[derive(Debug)]
pub struct Credentials {
    /// The service user's Username.
    pub username: String,
    /// Its password.
    pub password: SecretString,
    /// Its security token; may be empty where the org trusts the address.
    pub security_token: SecretString,
    /// The connected app's Consumer Key.
    pub consumer_key: SecretString,
    /// Its Consumer Secret.
    pub consumer_secret: SecretString,
}

/// A signed-in session. The token leaves it only towards Salesforce.
#[derive(Debug)]
pub struct Session {
    pub(super) token: SecretString,
    pub(super) instance: Destination,
    pub(super) identity: Destination,
    /// The org's id, as the identity URL's path names it: `/id/<org>/<user>`.
    pub(super) org_id: String,
    pub(super) version: String,
}

/// Asks a host which API versions it speaks, without credentials: that it is Salesforce is known
/// before anything secret leaves. Answers with the newest that this program knows.
pub async fn versions(
    client: &Client,
    reach: &Reach,
    host: &SalesforceHost,
) -> Result<(String, String), SalesforceError> {
    let to = reach.salesforce(host)?.join("/services/data")?;
    let answer = client.get(&to, None).await?;
    let list: Option<Vec<ApiVersion>> = answer.is_success().then(|| answer.read()).flatten();
    let Some(list) = list.filter(|list| !list.is_empty()) else {
        return Err(SalesforceError::of(&answer));
    };
    let number = |version: &ApiVersion| version.version.parse::<f32>().unwrap_or_default();
    let known = list
        .into_iter()
        .filter(|version| KNOWN.contains(&number(version)));
    match known.max_by(|one, other| number(one).total_cmp(&number(other))) {
        Some(newest) => Ok((newest.version, newest.label)),
        None => Err(SalesforceError::Refused {
            code: Code::ApiVersionRetired,
            evidence: format!("none of {KNOWN:?}"),
        }),
    }
}

/// Signs in once. The token is appended to the password with nothing between; the parameters
/// stand in the body; no redirect is followed.
pub async fn sign_in(
    client: &Client,
    reach: &Reach,
    host: &SalesforceHost,
    version: String,
    credentials: &Credentials,
) -> Result<Session, SalesforceError> {
    let to = reach.salesforce(host)?.join("/services/oauth2/token")?;
    let password = SecretString::from(format!(
        "{}{}",
        credentials.password.expose_secret(),
        credentials.security_token.expose_secret()
    ));
    let form = [
        ("grant_type", "password"),
        ("client_id", credentials.consumer_key.expose_secret()),
        ("client_secret", credentials.consumer_secret.expose_secret()),
        ("username", &credentials.username),
        ("password", password.expose_secret()),
    ];
    let answer = client.post_form(&to, &form).await?;
    let Some(granted) = answer
        .is_success()
        .then(|| answer.read::<TokenAnswer>())
        .flatten()
    else {
        return Err(SalesforceError::of(&answer).without(&[
            &password,
            &credentials.password,
            &credentials.security_token,
            &credentials.consumer_key,
            &credentials.consumer_secret,
        ]));
    };
    let identity = reach.salesforce_sent(&granted.id)?;
    Ok(Session {
        org_id: identity.segment(1).unwrap_or_default().to_owned(),
        token: SecretString::from(granted.access_token),
        instance: reach.salesforce_sent(&granted.instance_url)?,
        identity,
        version,
    })
}

impl Session {
    pub(super) async fn read<T: for<'de> Deserialize<'de>>(
        &self,
        client: &Client,
        to: &Destination,
    ) -> Result<T, SalesforceError> {
        let answer = client.get(to, Some(&self.token)).await?;
        match answer.is_success().then(|| answer.read()).flatten() {
            Some(value) => Ok(value),
            None => Err(SalesforceError::of(&answer)),
        }
    }

    pub(super) async fn query<T: for<'de> Deserialize<'de>>(
        &self,
        client: &Client,
        soql: &str,
    ) -> Result<Vec<T>, SalesforceError> {
        let to = self
            .instance
            .join(&format!("/services/data/v{}/query", self.version))?;
        let answer = client.get_query(&to, &self.token, &[("q", soql)]).await?;
        match answer
            .is_success()
            .then(|| answer.read::<super::wire::Rows<T>>())
            .flatten()
        {
            Some(rows) => Ok(rows.records),
            None => Err(SalesforceError::of(&answer)),
        }
    }
}
