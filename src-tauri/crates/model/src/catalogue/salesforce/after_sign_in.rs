//! What the REST API answers instead of data.

use super::Row;
use crate::catalogue::Code;

/// Errors after sign-in, and those that the token endpoint gives in the REST API's shape.
///
/// Sources: REST API Developer Guide, *Status Codes and Error Responses*; Apex Developer Guide,
/// *Apex REST*; KB 000381578 (sign-ins per hour), KB 005321531 (retired versions). Three wordings
/// are known from other vendors' pages alone: *API is disabled for this User*, *The REST API is not
/// enabled for this Organization* and *limits resource is not enabled*.
pub const AFTER_SIGN_IN: &[Row] = &[
    Row::new(
        "INVALID_OPERATION_WITH_EXPIRED_PASSWORD",
        "",
        Code::PasswordExpired,
    ),
    Row::new("", "the users password has expired", Code::PasswordExpired),
    Row::new(
        "MUTUAL_AUTHENTICATION_FAILED",
        "",
        Code::MutualAuthentication,
    ),
    Row::new("API_DISABLED_FOR_ORG", "", Code::ApiDisabled),
    // One resource that is closed, not the API (help.crossbeam.com, 4136739).
    Row::new(
        "API_DISABLED_FOR_ORG",
        "limits resource is not enabled",
        Code::ReadRefused,
    ),
    Row::new("API_CURRENTLY_DISABLED", "", Code::ApiDisabled),
    Row::new(
        "",
        "api is not enabled for this organization or partner",
        Code::ApiDisabled,
    ),
    Row::new("", "the rest api is not enabled", Code::RestApiDisabled),
    Row::new(
        "",
        "api is disabled for this user",
        Code::ApiDisabledForUser,
    ),
    Row::new("REQUEST_LIMIT_EXCEEDED", "", Code::ApiLimitUsedUp),
    Row::new("", "totalrequests limit exceeded", Code::ApiLimitUsedUp),
    Row::new(
        "REQUEST_LIMIT_EXCEEDED",
        "concurrentrequests",
        Code::TooManyRequests,
    ),
    Row::new("LOGIN_RATE_EXCEEDED", "", Code::TooManySignIns),
    Row::new("INVALID_SESSION_ID", "", Code::SessionRefused),
    Row::new("", "session expired or invalid", Code::SessionRefused),
    Row::new(
        "",
        "this session is not valid for use with the rest api",
        Code::ApiAccessControlled,
    ),
    Row::new("GONE", "", Code::ApiVersionRetired),
    Row::new("UNSUPPORTED_API_VERSION", "", Code::ApiVersionRetired),
    Row::new("TXN_SECURITY_METERING_ERROR", "", Code::PolicyBlocks),
    Row::new("Bad_OAuth_Token", "", Code::IdentityUnread),
];
