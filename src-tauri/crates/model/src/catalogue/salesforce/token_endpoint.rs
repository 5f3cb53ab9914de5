//! What the token endpoint answers instead of a token.

use super::Row;
use crate::catalogue::Code;

/// Errors of `/services/oauth2/token`.
///
/// Sources: help.salesforce.com, `xcloud.remoteaccess_oauth_flow_errors`; Salesforce DX Developer
/// Guide, *Troubleshoot Authorization*; KB 000886201 and KB 005132365; public issue threads for
/// the words of external client apps.
pub const TOKEN_ENDPOINT: &[Row] = &[
    Row::new("invalid_client_id", "", Code::InvalidClientId),
    Row::new("invalid_client", "", Code::InvalidClientSecret),
    Row::new(
        "invalid_client",
        "invalid client credentials",
        Code::InvalidClientSecret,
    ),
    Row::new(
        "invalid_client",
        "app must be installed into org",
        Code::AppNotInstalled,
    ),
    Row::new(
        "invalid_client",
        "external client app is not installed in this org",
        Code::AppNotInOrg,
    ),
    Row::new("invalid_client_credentials", "", Code::InvalidClientSecret),
    Row::new("app_not_found", "", Code::AppNotInOrg),
    Row::new("OAUTH_EC_APP_NOT_FOUND", "", Code::AppNotInOrg),
    Row::new("OAUTH_APP_BLOCKED", "", Code::AppBlocked),
    Row::new("", "this app is blocked by admin", Code::AppBlocked),
    Row::new("OAUTH_APPROVAL_ERROR_GENERIC", "", Code::AppApprovalRefused),
    Row::new("invalid_app_access", "", Code::AppNotApproved),
    // The spelling of Salesforce's older list.
    Row::new("invalid_app_acess", "", Code::AppNotApproved),
    Row::new(
        "",
        "user is not admin approved to access this app",
        Code::AppNotApproved,
    ),
    Row::new(
        "invalid_grant",
        "authentication failure",
        Code::AuthenticationFailure,
    ),
    Row::new(
        "invalid_grant",
        "invalid user credentials",
        Code::AuthenticationFailure,
    ),
    Row::new("invalid_grant", "ip restricted", Code::IpRestricted),
    Row::new(
        "invalid_grant",
        "ip restricted or invalid login hours",
        Code::IpOrHoursRestricted,
    ),
    Row::new(
        "invalid_grant",
        "user hasn't approved this consumer",
        Code::ConsumerNotApproved,
    ),
    Row::new(
        "invalid_grant",
        "no client credentials user enabled",
        Code::RunAsMissing,
    ),
    Row::new(
        "invalid_grant",
        "client credentials flow not enabled",
        Code::ClientCredentialsOff,
    ),
    Row::new(
        "invalid_grant",
        "request not supported on this domain",
        Code::DomainNotSupported,
    ),
    Row::new(
        "invalid_grant",
        "no valid scopes defined",
        Code::NoValidScopes,
    ),
    Row::new(
        "invalid_grant",
        "expired access/refresh token",
        Code::TokenExpired,
    ),
    Row::new(
        "invalid_grant",
        "expired authorization code",
        Code::OtherFlow,
    ),
    Row::new(
        "invalid_grant",
        "audience validation failed",
        Code::OtherFlow,
    ),
    Row::new("inactive_user", "", Code::InactiveUser),
    Row::new("", "user is inactive", Code::InactiveUser),
    Row::new("inactive_org", "", Code::InactiveOrg),
    Row::new(
        "",
        "organization is locked, closed, or suspended",
        Code::InactiveOrg,
    ),
    Row::new("rate_limit_exceeded", "", Code::TooManySignIns),
    Row::new("", "number of logins exceeded", Code::TooManySignIns),
    Row::new("", "login rate exceeded", Code::TooManySignIns),
    Row::new("unsupported_grant_type", "", Code::FlowNotSupported),
    Row::new("invalid_request", "", Code::RequestMalformed),
    Row::new("invalid_request", "https required", Code::RequestMalformed),
    Row::new(
        "invalid_request",
        "must use http post",
        Code::RequestMalformed,
    ),
    Row::new(
        "invalid_request",
        "missing required parameter",
        Code::RequestMalformed,
    ),
    Row::new("redirect_uri_mismatch", "", Code::OtherFlow),
    Row::new("redirect_uri_missing", "", Code::OtherFlow),
    Row::new("invalid_scope", "", Code::OtherFlow),
    Row::new("unsupported_response_type", "", Code::OtherFlow),
    Row::new("invalid_assertion_type", "", Code::OtherFlow),
    Row::new("access_denied", "", Code::OtherFlow),
];
