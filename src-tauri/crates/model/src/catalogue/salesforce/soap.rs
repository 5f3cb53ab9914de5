//! What the older SOAP sign-in says. The token endpoint never does; people quote it.

use super::Row;
use crate::catalogue::Code;

/// Exception codes of SOAP `login()`, for the search alone.
///
/// Source: SOAP API Developer Guide, `ExceptionCode` and `login()`. Codes that Login History has
/// too stand there.
pub const SOAP: &[Row] = &[
    Row::new("INVALID_LOGIN", "", Code::AuthenticationFailure),
    Row::new(
        "INVALID_LOGIN",
        "invalid username, password, security token; or user locked out",
        Code::AuthenticationFailure,
    ),
    Row::new(
        "",
        "invalid username, password, security token; or user locked out",
        Code::AuthenticationFailure,
    ),
    Row::new("LOGIN_MUST_USE_SECURITY_TOKEN", "", Code::TokenRequired),
    Row::new(
        "LOGIN_MUST_USE_SECURITY_TOKEN",
        "invalid username, password, security token; or user locked out",
        Code::TokenRequired,
    ),
    Row::new(
        "",
        "you must add a security token to your password",
        Code::TokenRequired,
    ),
    Row::new("PASSWORD_LOCKOUT", "", Code::UserLocked),
    Row::new("INSUFFICIENT_ACCESS", "", Code::SoapNeedsPermission),
    Row::new(
        "",
        "soap api login() is disabled by default in this org",
        Code::SoapLoginOff,
    ),
    Row::new("LOGIN_DURING_RESTRICTED_DOMAIN", "", Code::LoginIpRange),
    Row::new("LOGIN_DURING_RESTRICTED_TIME", "", Code::LoginHours),
    Row::new("INVALID_SSO_GATEWAY_URL", "", Code::SingleSignOn),
    Row::new("SSO_SERVICE_DOWN", "", Code::SingleSignOn),
    Row::new("ORG_LOCKED", "", Code::InactiveOrg),
    Row::new("TRIAL_EXPIRED", "", Code::TrialExpired),
    Row::new("SERVER_UNAVAILABLE", "", Code::ServiceDown),
];
