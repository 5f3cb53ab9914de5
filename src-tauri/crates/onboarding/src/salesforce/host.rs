//! Is the host Salesforce? Asked without credentials, before anything secret leaves.

use std::pin::pin;
use std::time::Duration;

use futures::future::select;
use model::catalogue::Code;
use model::host::SalesforceHost;
use tokio::time::timeout;

use super::SalesforceError;
use super::wire::ApiVersion;
use crate::net::{Client, Reach};

/// The API versions this program was made for: Spring '24 to Winter '27.
const KNOWN: std::ops::RangeInclusive<f32> = 60.0..=68.0;

/// How much later the other connection may be open: it is to save time, not to cost it.
const GRACE: Duration = Duration::from_millis(100);

/// The API version that is spoken with an org.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Version {
    /// Its number, for example `68.0`.
    pub(super) number: String,
    /// Salesforce's name for it, for example `Winter '27`.
    pub(super) label: String,
}

/// Asks a host which API versions it speaks, and answers with the newest that this program knows.
///
/// The questions after sign-in go two ways at once. On an org's own host, where they will be asked
/// too, a second connection is opened meanwhile, so that no time is lost on it later: both ask the
/// same, and the first answer counts.
pub(super) async fn version(
    client: &Client,
    reach: &Reach,
    host: &SalesforceHost,
) -> Result<Version, SalesforceError> {
    let to = reach.salesforce(host)?.join("/services/data")?;
    let ask = || client.get(&to, None);
    let answer = if host.is_my_domain() {
        let (one, two) = (ask(), ask());
        let (one, two) = (pin!(one), pin!(two));
        let (first, other) = select(one, two).await.factor_first();
        match first {
            Ok(answer) => {
                let _ = timeout(GRACE, other).await;
                answer
            }
            Err(_) => other.await?,
        }
    } else {
        ask().await?
    };
    let list: Option<Vec<ApiVersion>> = answer.is_success().then(|| answer.read()).flatten();
    let Some(list) = list.filter(|list| !list.is_empty()) else {
        return Err(SalesforceError::at_host(&answer));
    };
    let number = |version: &ApiVersion| version.version.parse::<f32>().unwrap_or_default();
    let known = list
        .into_iter()
        .filter(|version| KNOWN.contains(&number(version)));
    match known.max_by(|one, other| number(one).total_cmp(&number(other))) {
        Some(newest) => Ok(Version {
            number: newest.version,
            label: newest.label,
        }),
        None => Err(SalesforceError::Refused {
            code: Code::ApiVersionRetired,
            error: String::new(),
            evidence: format!("none of {KNOWN:?}"),
        }),
    }
}
