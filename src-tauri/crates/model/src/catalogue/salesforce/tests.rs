use std::collections::BTreeSet;

use super::*;

/// The token endpoint's errors as they have been seen, and what each means.
const SEEN_AT_THE_TOKEN_ENDPOINT: &[(&str, &str, Code)] = &[
    (
        "invalid_client_id",
        "client identifier invalid",
        Code::InvalidClientId,
    ),
    (
        "invalid_client",
        "invalid client credentials",
        Code::InvalidClientSecret,
    ),
    (
        "invalid_client_credentials",
        "client secret invalid",
        Code::InvalidClientSecret,
    ),
    (
        "invalid_client",
        "app must be installed into org",
        Code::AppNotInstalled,
    ),
    (
        "invalid_client",
        "External client app is not installed in this org",
        Code::AppNotInOrg,
    ),
    (
        "app_not_found",
        "External client app is not installed in this org",
        Code::AppNotInOrg,
    ),
    ("OAUTH_EC_APP_NOT_FOUND", "", Code::AppNotInOrg),
    (
        "OAUTH_APP_BLOCKED",
        "this app is blocked by admin",
        Code::AppBlocked,
    ),
    (
        "OAUTH_APPROVAL_ERROR_GENERIC",
        "An unexpected error has occurred",
        Code::AppApprovalRefused,
    ),
    (
        "invalid_app_access",
        "user is not admin approved to access this app",
        Code::AppNotApproved,
    ),
    (
        "invalid_app_acess",
        "user is not admin approved to access this app",
        Code::AppNotApproved,
    ),
    (
        "invalid_grant",
        "authentication failure",
        Code::AuthenticationFailure,
    ),
    (
        "invalid_grant",
        "Authentication failure.",
        Code::AuthenticationFailure,
    ),
    (
        "invalid_grant",
        "authentication failure - retry",
        Code::AuthenticationFailure,
    ),
    ("invalid_grant", "ip restricted", Code::IpRestricted),
    (
        "invalid_grant",
        "ip restricted or invalid login hours",
        Code::IpOrHoursRestricted,
    ),
    (
        "invalid_grant",
        "user hasn't approved this consumer",
        Code::ConsumerNotApproved,
    ),
    (
        "invalid_grant",
        "user hasn’t approved this consumer",
        Code::ConsumerNotApproved,
    ),
    (
        "invalid_grant",
        "no client credentials user enabled",
        Code::RunAsMissing,
    ),
    (
        "invalid_grant",
        "client credentials flow not enabled",
        Code::ClientCredentialsOff,
    ),
    (
        "invalid_grant",
        "request not supported on this domain",
        Code::DomainNotSupported,
    ),
    (
        "invalid_grant",
        "no valid scopes defined",
        Code::NoValidScopes,
    ),
    (
        "invalid_grant",
        "expired access/refresh token",
        Code::TokenExpired,
    ),
    ("inactive_user", "user is inactive", Code::InactiveUser),
    (
        "inactive_org",
        "organization is locked, closed, or suspended",
        Code::InactiveOrg,
    ),
    (
        "rate_limit_exceeded",
        "number of logins exceeded",
        Code::TooManySignIns,
    ),
    (
        "rate_limit_exceeded",
        "login rate exceeded",
        Code::TooManySignIns,
    ),
    (
        "unsupported_grant_type",
        "grant type not supported",
        Code::FlowNotSupported,
    ),
    ("invalid_request", "HTTPS required", Code::RequestMalformed),
    (
        "invalid_request",
        "must use HTTP POST",
        Code::RequestMalformed,
    ),
    (
        "invalid_request",
        "missing required parameter: grant_type",
        Code::RequestMalformed,
    ),
    (
        "redirect_uri_mismatch",
        "redirect_uri must match configuration",
        Code::OtherFlow,
    ),
    (
        "invalid_scope",
        "the requested scope is not allowed",
        Code::OtherFlow,
    ),
    (
        "unsupported_response_type",
        "response type not supported",
        Code::OtherFlow,
    ),
    ("invalid_assertion_type", "", Code::OtherFlow),
    // The REST API's shape, which the token endpoint uses for this one.
    (
        "INVALID_OPERATION_WITH_EXPIRED_PASSWORD",
        "The users password has expired, you must call SetPassword before attempting any other API \
         operations",
        Code::PasswordExpired,
    ),
    ("LOGIN_RATE_EXCEEDED", "", Code::TooManySignIns),
    // What is new is shown as it came.
    ("invalid_grant", "", Code::SignInRefused),
    (
        "invalid_grant",
        "the moon is in the wrong phase",
        Code::SignInRefused,
    ),
    ("something_new", "", Code::SignInRefused),
    ("", "", Code::SignInRefused),
];

/// Errors after sign-in as they have been seen.
const SEEN_AFTER_SIGN_IN: &[(&str, &str, Code)] = &[
    (
        "INVALID_OPERATION_WITH_EXPIRED_PASSWORD",
        "The users password has expired, you must call SetPassword before attempting any other API \
         operations",
        Code::PasswordExpired,
    ),
    (
        "API_DISABLED_FOR_ORG",
        "API is not enabled for this Organization or Partner",
        Code::ApiDisabled,
    ),
    (
        "FORBIDDEN",
        "The REST API is not enabled for this Organization",
        Code::RestApiDisabled,
    ),
    (
        "API_DISABLED_FOR_ORG",
        "The REST API is not enabled for this Organization.",
        Code::RestApiDisabled,
    ),
    (
        "FORBIDDEN",
        "API is disabled for this User",
        Code::ApiDisabledForUser,
    ),
    (
        "API_CURRENTLY_DISABLED",
        "API is disabled for this User",
        Code::ApiDisabledForUser,
    ),
    (
        "REQUEST_LIMIT_EXCEEDED",
        "TotalRequests Limit exceeded.",
        Code::ApiLimitUsedUp,
    ),
    (
        "REQUEST_LIMIT_EXCEEDED",
        "ConcurrentRequests (Concurrent API Requests) Limit exceeded.",
        Code::TooManyRequests,
    ),
    (
        "INVALID_SESSION_ID",
        "Session expired or invalid",
        Code::SessionRefused,
    ),
    (
        "INVALID_SESSION_ID",
        "This session is not valid for use with the REST API",
        Code::ApiAccessControlled,
    ),
    (
        "MUTUAL_AUTHENTICATION_FAILED",
        "",
        Code::MutualAuthentication,
    ),
    ("GONE", "", Code::ApiVersionRetired),
    ("UNSUPPORTED_API_VERSION", "", Code::ApiVersionRetired),
    ("TXN_SECURITY_METERING_ERROR", "", Code::PolicyBlocks),
    ("Bad_OAuth_Token", "", Code::IdentityUnread),
    (
        "INSUFFICIENT_ACCESS",
        "insufficient access rights",
        Code::ReadRefused,
    ),
    ("INVALID_FIELD", "No such column", Code::ReadRefused),
    ("", "", Code::ReadRefused),
];

#[test]
fn every_error_that_has_been_seen_leads_to_its_code() {
    for (error, description, code) in SEEN_AT_THE_TOKEN_ENDPOINT {
        assert_eq!(
            token_error(error, description),
            *code,
            "{error}: {description}"
        );
        let padded = format!("  {}\u{00A0} ", description.to_uppercase());
        assert_eq!(
            token_error(&format!(" {error} "), &padded),
            *code,
            "{error}: {padded}"
        );
    }
    for (error, message, code) in SEEN_AFTER_SIGN_IN {
        assert_eq!(rest_error(error, message), *code, "{error}: {message}");
    }
}

#[test]
fn every_row_has_been_seen_or_is_known_from_documents() {
    for (table, reader) in [
        (TOKEN_ENDPOINT, token_error as fn(&str, &str) -> Code),
        (AFTER_SIGN_IN, rest_error),
    ] {
        for row in table {
            assert_eq!(reader(row.error, row.begins), row.code, "{row:?}");
        }
    }
}

#[test]
fn a_row_stands_once_and_says_something_in_plain_words() {
    let mut rows = BTreeSet::new();
    for row in [TOKEN_ENDPOINT, AFTER_SIGN_IN, SOAP].into_iter().flatten() {
        assert!(rows.insert((row.error, row.begins)), "{row:?} stands twice");
        assert_eq!(
            plain(row.begins),
            row.begins,
            "{row:?} is not in plain form"
        );
        assert!(!(row.error.is_empty() && row.begins.is_empty()));
    }
}

#[test]
fn an_unknown_grant_type_means_another_thing_once_the_sign_in_has_ended() {
    let said = token_error("unsupported_grant_type", "grant type not supported");
    for (route, days_left, code) in [
        (Route::ConnectedApp, 89, Code::FlowNotSupported),
        (Route::ConnectedApp, 1, Code::FlowNotSupported),
        (Route::ConnectedApp, 0, Code::PasswordFlowEnded),
        (Route::ConnectedApp, -30, Code::PasswordFlowEnded),
        (Route::ExternalClientApp, -30, Code::FlowNotSupported),
    ] {
        assert_eq!(
            as_of(said, route, days_left),
            code,
            "{route:?}, {days_left}"
        );
    }
    let other = Code::AuthenticationFailure;
    assert_eq!(as_of(other, Route::ConnectedApp, -1), other);
}
