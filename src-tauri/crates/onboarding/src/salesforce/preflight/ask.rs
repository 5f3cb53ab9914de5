//! The questions of the preflight, each as one request.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use url::form_urlencoded;

use crate::net::{Answer, ApiUsage};
use crate::salesforce::SalesforceError;
use crate::salesforce::wire::{LimitsAnswer, Rows};

/// One question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ask {
    /// The org's one row.
    Organization,
    /// The service user's row, its profile and licence.
    User,
    /// A permission that the user has by profile or permission set.
    ///
    /// One at a time: a field that an org does not know spoils the answer for all others.
    May(Permission),
    /// The org's limits.
    Limits,
    /// Managed packages, by namespace.
    Packages,
    /// Named credentials.
    NamedCredentials,
    /// The user's own lines of Login History.
    SignIns,
    /// Installed packages, by name; the Tooling API is no part of a batch.
    PackageNames,
    /// Who is signed in, by the identity URL; asked where the user's row cannot be read.
    Identity,
    /// The event endpoint: a GET, since a POST would publish.
    Endpoint,
}

/// A permission, by the name of its field (Object Reference, `UserPermissionAccess`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Permission {
    ApiEnabled,
    PasswordNeverExpires,
    ModifyAllData,
    CustomizeApplication,
    ManageNamedCredentials,
    ApiUserOnly,
}

impl Permission {
    pub(super) fn field(self) -> &'static str {
        match self {
            Self::ApiEnabled => "PermissionsApiEnabled",
            Self::PasswordNeverExpires => "PermissionsPasswordNeverExpires",
            Self::ModifyAllData => "PermissionsModifyAllData",
            Self::CustomizeApplication => "PermissionsCustomizeApplication",
            Self::ManageNamedCredentials => "PermissionsManageNamedCredentials",
            Self::ApiUserOnly => "PermissionsApiUserOnly",
        }
    }
}

/// How a question reaches Salesforce.
pub(super) enum Way {
    /// In the batch, by this address below `/services/data/`.
    Batch(String),
    /// By a GET of this path.
    Path(String),
    /// By the sign-in's own identity URL.
    IdentityUrl,
}

impl Ask {
    /// The request that asks it in a user's session; `endpoint` is the event endpoint's path.
    pub(super) fn way(self, version: &str, user_id: &str, endpoint: &str) -> Way {
        let query = |soql: &str| Way::Batch(format!("v{version}/query?{}", encoded(soql)));
        match self {
            Self::Organization => query(
                "SELECT Id, Name, IsSandbox, TrialExpirationDate, OrganizationType \
                 FROM Organization",
            ),
            Self::User => query(&format!(
                "SELECT Id, Username, IsActive, Profile.Name, Profile.UserLicense.Name, \
                 Profile.PermissionsApiEnabled FROM User WHERE Id = '{user_id}'"
            )),
            Self::May(permission) => query(&format!(
                "SELECT {} FROM UserPermissionAccess",
                permission.field()
            )),
            Self::Limits => Way::Batch(format!("v{version}/limits")),
            Self::Packages => query("SELECT NamespacePrefix, Status FROM PackageLicense"),
            Self::NamedCredentials => {
                query("SELECT Id, DeveloperName, MasterLabel FROM NamedCredential")
            }
            Self::SignIns => query(&format!(
                "SELECT LoginTime, SourceIp, Application, Status FROM LoginHistory \
                 WHERE UserId = '{user_id}' ORDER BY LoginTime DESC LIMIT 20"
            )),
            Self::PackageNames => Way::Path(format!(
                "/services/data/v{version}/tooling/query?{}",
                encoded(
                    "SELECT SubscriberPackage.Name, SubscriberPackage.NamespacePrefix, \
                     SubscriberPackageVersion.MajorVersion, SubscriberPackageVersion.MinorVersion \
                     FROM InstalledSubscriberPackage"
                )
            )),
            Self::Identity => Way::IdentityUrl,
            Self::Endpoint => Way::Path(endpoint.to_owned()),
        }
    }
}

fn encoded(soql: &str) -> String {
    form_urlencoded::Serializer::new(String::new())
        .append_pair("q", soql)
        .finish()
}

/// Whether an answer to a question of the batch is one, in the shape that it has to have.
fn is_answered(ask: Ask, answer: &Answer) -> bool {
    let is_read = match ask {
        Ask::Limits => answer.read::<LimitsAnswer>().is_some(),
        _ => answer.read::<Rows<Value>>().is_some(),
    };
    answer.is_success() && is_read
}

/// The answers so far.
#[derive(Debug, Default)]
pub(super) struct Answers {
    by_ask: BTreeMap<Ask, Result<Answer, SalesforceError>>,
    /// The newest count of API calls that any answer carried.
    pub(super) usage: Option<ApiUsage>,
}

impl Answers {
    pub(super) fn insert(&mut self, ask: Ask, answer: Result<Answer, SalesforceError>) {
        if let Ok(answer) = &answer {
            self.usage = answer.api_usage.or(self.usage);
        }
        self.by_ask.insert(ask, answer);
    }

    pub(super) fn extend(&mut self, more: Self) {
        self.usage = more.usage.or(self.usage);
        self.by_ask.extend(more.by_ask);
    }

    /// What stops all else: every question met something of that kind. One that was answered, or
    /// refused for itself alone, shows that the user may ask.
    pub(super) fn stopped(&self) -> Option<SalesforceError> {
        let mut met = self.by_ask.iter().map(|(ask, answer)| match answer {
            Ok(answer) if is_answered(*ask, answer) => None,
            Ok(answer) => Some(SalesforceError::of(answer)),
            Err(error) => Some(error.told_again()),
        });
        let first = met.next()??;
        let stops = |error: Option<SalesforceError>| error.is_some_and(|error| error.stops_all());
        (first.stops_all() && met.all(stops)).then_some(first)
    }

    /// Whether all of these were answered, well or not.
    pub(super) fn have(&self, asks: &[Ask]) -> bool {
        asks.iter().all(|ask| self.by_ask.contains_key(ask))
    }

    /// The answer, whatever its status.
    pub(super) fn raw(&self, ask: Ask) -> Option<&Result<Answer, SalesforceError>> {
        self.by_ask.get(&ask)
    }

    /// A good answer, read; else what to say of it.
    pub(super) fn read<T: DeserializeOwned>(&self, ask: Ask) -> Result<T, String> {
        match self.by_ask.get(&ask) {
            None => Err(String::new()),
            Some(Err(error)) => Err(error.evidence()),
            Some(Ok(answer)) => answer
                .is_success()
                .then(|| answer.read())
                .flatten()
                .ok_or_else(|| SalesforceError::of(answer).evidence()),
        }
    }

    /// The rows of a query.
    pub(super) fn rows<T: DeserializeOwned>(&self, ask: Ask) -> Result<Vec<T>, String> {
        self.read::<Rows<T>>(ask).map(|rows| rows.records)
    }

    /// Whether the user has a permission; an error's words where it was not told.
    pub(super) fn may(&self, permission: Permission) -> Result<bool, String> {
        let rows = self.rows::<Map<String, Value>>(Ask::May(permission))?;
        let told = rows.first().and_then(|row| row.get(permission.field()));
        told.and_then(Value::as_bool)
            .ok_or_else(|| format!("{} was not told", permission.field()))
    }
}
