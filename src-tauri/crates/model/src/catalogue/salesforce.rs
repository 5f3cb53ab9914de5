//! From Salesforce's words to a code.
//!
//! Sources: help.salesforce.com `remoteaccess_oauth_flow_errors`; REST API Developer Guide,
//! *Status Codes and Error Responses*. Words differ between releases, so they are compared in
//! lower case and by their beginning.

use super::Code;

/// Reads an answer of the token endpoint: its `error` and `error_description`.
pub fn token_error(error: &str, description: &str) -> Code {
    let description = description.trim().to_lowercase();
    let says = |beginning: &str| description.starts_with(beginning);
    match error.trim() {
        "invalid_client_id" => Code::InvalidClientId,
        "invalid_client" if says("app must be installed") => Code::AppBlocked,
        "invalid_client" if says("external client app is not installed") => Code::AppNotInOrg,
        "app_not_found" | "OAUTH_EC_APP_NOT_FOUND" => Code::AppNotInOrg,
        "invalid_client" | "invalid_client_credentials" => Code::InvalidClientSecret,
        "OAUTH_APP_BLOCKED" | "OAUTH_APPROVAL_ERROR_GENERIC" => Code::AppBlocked,
        "invalid_app_access" => Code::AppNotApproved,
        "invalid_grant" if says("authentication failure") => Code::AuthenticationFailure,
        "invalid_grant" if says("ip restricted") => Code::IpRestricted,
        "invalid_grant" if says("user hasn't approved") => Code::AppNotApproved,
        "inactive_user" => Code::InactiveUser,
        "inactive_org" => Code::InactiveOrg,
        "rate_limit_exceeded" => Code::TooManySignIns,
        "unsupported_grant_type" => Code::FlowNotSupported,
        _ => Code::SignInRefused,
    }
}

/// Reads an error of the REST API after sign-in: its `errorCode` and `message`.
pub fn rest_error(error_code: &str, message: &str) -> Code {
    let message = message.trim().to_lowercase();
    let says = |beginning: &str| message.starts_with(beginning);
    match error_code.trim() {
        "INVALID_OPERATION_WITH_EXPIRED_PASSWORD" | "MUTUAL_AUTHENTICATION_FAILED" => {
            Code::PasswordExpired
        }
        "API_DISABLED_FOR_ORG" | "API_CURRENTLY_DISABLED" => Code::ApiDisabled,
        _ if says("api is disabled for this user") || says("the rest api is not enabled") => {
            Code::ApiDisabled
        }
        "REQUEST_LIMIT_EXCEEDED" => Code::ApiLimitUsedUp,
        "INVALID_SESSION_ID" => Code::SessionRefused,
        "GONE" | "UNSUPPORTED_API_VERSION" => Code::ApiVersionRetired,
        "TXN_SECURITY_METERING_ERROR" => Code::PolicyBlocks,
        _ => Code::ReadRefused,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn salesforces_words_lead_to_one_code_each() {
        for (error, description, code) in [
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
                Code::AppBlocked,
            ),
            (
                "OAUTH_APP_BLOCKED",
                "this app is blocked by admin",
                Code::AppBlocked,
            ),
            (
                "invalid_client",
                "External client app is not installed in this org",
                Code::AppNotInOrg,
            ),
            ("OAUTH_EC_APP_NOT_FOUND", "", Code::AppNotInOrg),
            (
                "invalid_app_access",
                "user is not admin approved to access this app",
                Code::AppNotApproved,
            ),
            (
                "invalid_grant",
                "Authentication failure",
                Code::AuthenticationFailure,
            ),
            (
                "invalid_grant",
                "authentication failure - retry",
                Code::AuthenticationFailure,
            ),
            (
                "invalid_grant",
                "ip restricted or invalid login hours",
                Code::IpRestricted,
            ),
            ("inactive_user", "user is inactive", Code::InactiveUser),
            (
                "inactive_org",
                "organization is locked, closed, or suspended",
                Code::InactiveOrg,
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
            ("invalid_grant", "", Code::SignInRefused),
            ("something_new", "", Code::SignInRefused),
        ] {
            assert_eq!(
                token_error(error, description),
                code,
                "{error}: {description}"
            );
        }
        for (error, message, code) in [
            ("API_DISABLED_FOR_ORG", "", Code::ApiDisabled),
            (
                "FORBIDDEN",
                "API is disabled for this User",
                Code::ApiDisabled,
            ),
            (
                "FORBIDDEN",
                "The REST API is not enabled for this Organization",
                Code::ApiDisabled,
            ),
            (
                "INVALID_OPERATION_WITH_EXPIRED_PASSWORD",
                "",
                Code::PasswordExpired,
            ),
            (
                "REQUEST_LIMIT_EXCEEDED",
                "TotalRequests Limit exceeded.",
                Code::ApiLimitUsedUp,
            ),
            (
                "INVALID_SESSION_ID",
                "Session expired or invalid",
                Code::SessionRefused,
            ),
            ("UNSUPPORTED_API_VERSION", "", Code::ApiVersionRetired),
            ("TXN_SECURITY_METERING_ERROR", "", Code::PolicyBlocks),
            ("SOMETHING_NEW", "", Code::ReadRefused),
        ] {
            assert_eq!(rest_error(error, message), code, "{error}: {message}");
        }
    }
}
