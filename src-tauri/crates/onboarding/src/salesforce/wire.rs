//! What Salesforce sends. Unknown members are passed over.

use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// Text, which may be absent or null.
pub(super) fn text<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    Option::deserialize(from).map(Option::unwrap_or_default)
}

/// A version that an org speaks.
#[derive(Debug, Deserialize)]
pub(super) struct ApiVersion {
    pub(super) label: String,
    pub(super) version: String,
}

/// A successful answer of the token endpoint (help.salesforce.com,
/// `remoteaccess_oauth_username_password_flow`).
#[derive(Deserialize)]
pub(super) struct TokenAnswer {
    pub(super) access_token: String,
    pub(super) instance_url: String,
    pub(super) id: String,
    /// Milliseconds since 1970, as text.
    #[serde(default, deserialize_with = "text")]
    pub(super) issued_at: String,
    #[serde(default, deserialize_with = "text")]
    pub(super) signature: String,
}

/// An error of the token endpoint.
#[derive(Debug, Deserialize)]
pub(super) struct TokenError {
    pub(super) error: String,
    #[serde(default, deserialize_with = "text")]
    pub(super) error_description: String,
}

/// An error of the REST API.
#[derive(Debug, Deserialize)]
pub(super) struct RestError {
    #[serde(rename = "errorCode")]
    pub(super) code: String,
    #[serde(default, deserialize_with = "text")]
    pub(super) message: String,
}

/// The REST API's errors: an array of them; some of its younger parts send one alone.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum RestErrors {
    Several(Vec<RestError>),
    One(RestError),
}

impl RestErrors {
    /// The one that counts.
    pub(super) fn first(self) -> Option<RestError> {
        match self {
            Self::Several(errors) => errors.into_iter().next(),
            Self::One(error) => Some(error),
        }
    }
}

/// The identity URL's answer.
#[derive(Debug, Deserialize)]
pub(super) struct IdentityAnswer {
    pub(super) username: String,
}

/// A page of a query's answer.
#[derive(Debug, Deserialize)]
pub(super) struct Rows<T> {
    pub(super) records: Vec<T>,
}

/// The answer of the batch resource (REST API Developer Guide, *Composite Batch*).
#[derive(Debug, Deserialize)]
pub(super) struct BatchAnswer {
    pub(super) results: Vec<BatchResult>,
}

/// One answer of a batch, in the order of the questions.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct BatchResult {
    pub(super) status_code: u16,
    #[serde(default)]
    pub(super) result: Value,
}

/// The one row of Organization.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct OrganizationRow {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) is_sandbox: bool,
    pub(super) organization_type: String,
    #[serde(default)]
    pub(super) trial_expiration_date: Option<String>,
}

/// The service user's row of User.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct UserRow {
    pub(super) username: String,
    pub(super) is_active: bool,
    #[serde(default)]
    pub(super) profile: Option<ProfileRow>,
}

/// The user's profile.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct ProfileRow {
    pub(super) name: String,
    #[serde(default)]
    pub(super) user_license: Option<LicenceRow>,
    #[serde(default)]
    pub(super) permissions_api_enabled: Option<bool>,
}

/// The profile's licence.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct LicenceRow {
    pub(super) name: String,
}

/// The limits that are looked at.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct LimitsAnswer {
    pub(super) daily_api_requests: LimitAnswer,
}

/// One limit.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct LimitAnswer {
    pub(super) max: u64,
    pub(super) remaining: u64,
}

/// A managed package, as any user may see it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct PackageLicenceRow {
    pub(super) namespace_prefix: String,
    #[serde(default)]
    pub(super) status: String,
}

/// An installed package with its name (Tooling API).
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct InstalledPackageRow {
    pub(super) subscriber_package: PackageRow,
    #[serde(default)]
    pub(super) subscriber_package_version: Option<PackageVersionRow>,
}

/// The package.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct PackageRow {
    pub(super) name: String,
    #[serde(default)]
    pub(super) namespace_prefix: Option<String>,
}

/// Its version.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct PackageVersionRow {
    pub(super) major_version: u32,
    pub(super) minor_version: u32,
}

/// A named credential.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct NamedCredentialRow {
    pub(super) developer_name: String,
}

/// A line of Login History.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct LoginRow {
    pub(super) login_time: String,
    #[serde(default)]
    pub(super) source_ip: Option<String>,
    #[serde(default)]
    pub(super) application: Option<String>,
    #[serde(default)]
    pub(super) status: Option<String>,
}
