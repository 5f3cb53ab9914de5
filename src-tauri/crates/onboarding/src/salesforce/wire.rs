//! What Salesforce sends. Unknown members are passed over.

use serde::Deserialize;

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
}

/// An error of the token endpoint.
#[derive(Debug, Deserialize)]
pub(super) struct TokenError {
    pub(super) error: String,
    #[serde(default)]
    pub(super) error_description: String,
}

/// An error of the REST API; it comes in an array.
#[derive(Debug, Deserialize)]
pub(super) struct RestError {
    #[serde(rename = "errorCode")]
    pub(super) code: String,
    #[serde(default)]
    pub(super) message: String,
}

/// The identity URL's answer.
#[derive(Debug, Deserialize)]
pub(super) struct IdentityAnswer {
    pub(super) organization_id: String,
    pub(super) username: String,
}

/// A page of a query's answer.
#[derive(Debug, Deserialize)]
pub(super) struct Rows<T> {
    pub(super) records: Vec<T>,
}

/// The one row of Organization.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct OrganizationRow {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) is_sandbox: bool,
    pub(super) organization_type: String,
}
