//! The statuses, likeliest first.
//!
//! Words and codes: Object Reference, *Login Event Type: `LOGIN_STATUS` Values*, in the case that
//! Login History shows them in. *Username-Password Flow Disabled* is not in that list; users have
//! reported it.

use super::{ANOTHER, NO_NEW_LINE, Status};
use crate::catalogue::Code;

const fn status(
    id: &'static str,
    words: &'static str,
    codes: &'static [&'static str],
    code: Code,
) -> Status {
    Status {
        id,
        words,
        also: &[],
        codes,
        code,
    }
}

/// Every answer to the question, in the order they are offered.
pub const ALL: &[Status] = &[
    status(
        "password_flow_disabled",
        "Username-Password Flow Disabled",
        &[],
        Code::PasswordFlowOff,
    ),
    status(
        "invalid_password",
        "Invalid Password",
        &[
            "LOGIN_ERROR_INVALID_PASSWORD",
            "LOGIN_ERROR_SSO_PWD_INVALID",
        ],
        Code::PasswordOrTokenWrong,
    ),
    status(
        "token_required",
        "Failed: API security token required",
        &["LOGIN_ERROR_MUST_USE_API_TOKEN"],
        Code::TokenRequired,
    ),
    NO_NEW_LINE,
    status(
        "invalid_login",
        "Invalid login",
        &["LOGIN_ERROR_INVALID_USERNAME"],
        Code::UsernameUnknown,
    ),
    status(
        "password_lockout",
        "Password Lockout",
        &["LOGIN_ERROR_PASSWORD_LOCKOUT"],
        Code::UserLocked,
    ),
    status(
        "user_frozen",
        "User is Frozen",
        &["LOGIN_ERROR_USER_FROZEN"],
        Code::UserFrozen,
    ),
    status(
        "user_inactive",
        "User is Inactive",
        &["LOGIN_ERROR_USER_INACTIVE"],
        Code::InactiveUser,
    ),
    status(
        "restricted_ip",
        "Restricted IP",
        &["LOGIN_ERROR_RESTRICTED_DOMAIN"],
        Code::LoginIpRange,
    ),
    status(
        "ip_not_allowed",
        "Failed: IP Address Not Allowed",
        &["LOGIN_OAUTH_INVALID_IP"],
        Code::AppIpNotAllowed,
    ),
    status(
        "restricted_time",
        "Restricted time",
        &["LOGIN_ERROR_RESTRICTED_TIME"],
        Code::LoginHours,
    ),
    status(
        "restricted_domain",
        "Restricted domain",
        &[
            "LOGIN_ERROR_ORG_DOMAIN_ONLY",
            "LOGIN_ERROR_GLOBAL_BLOCK_DOMAIN",
        ],
        Code::MyDomainOnly,
    ),
    Status {
        also: &[
            "Multi-factor required",
            "Multi-factor (formerly called two-factor) is required",
        ],
        ..status(
            "two_factor_required",
            "Two-factor required",
            &["LOGIN_TWOFACTOR_REQ"],
            Code::MfaRequired,
        )
    },
    status(
        "sso_service_down",
        "Your company’s authentication service is down",
        &["LOGIN_ERROR_SSO_SVC_DOWN"],
        Code::SingleSignOn,
    ),
    status(
        "sso_address_invalid",
        "The Single Sign-On Gateway URL is invalid",
        &["LOGIN_ERROR_SSO_URL_INVALID"],
        Code::SingleSignOn,
    ),
    status(
        "lightning_login",
        "Lightning Login required",
        &["LOGIN_LIGHTNING_LOGIN"],
        Code::LightningLogin,
    ),
    status(
        "api_only_user",
        "Failed: API-only user",
        &["LOGIN_ERROR_USER_API_ONLY"],
        Code::ApiOnlySignIn,
    ),
    status(
        "activation_required",
        "Failed: Computer activation required",
        &["LOGIN_CHALLENGE_ISSUED"],
        Code::ActivationRequired,
    ),
    status(
        "activation_pending",
        "Failed: Computer activation pending",
        &["LOGIN_CHALLENGE_PENDING"],
        Code::ActivationRequired,
    ),
    status(
        "rate_exceeded",
        "Login rate exceeded",
        &["LOGIN_ERROR_RATE_EXCEEDED"],
        Code::TooManySignIns,
    ),
    status(
        "logins_exceeded",
        "Maximum logins exceeded",
        &["LOGIN_ERROR_LOGINS_EXCEEDED"],
        Code::TooManySignIns,
    ),
    status(
        "consumer_deleted",
        "Failed: Consumer Deleted",
        &["LOGIN_OAUTH_CONSUMER_DELETED"],
        Code::AppDeleted,
    ),
    status(
        "package_missing",
        "Package for this consumer is not installed in your organization",
        &["LOGIN_OAUTH_PACKAGE_MISSING"],
        Code::AppNotInstalled,
    ),
    status(
        "oauth_api_disabled",
        "Failed: OAuth API access disabled",
        &["LOGIN_OAUTH_API_DISABLED"],
        Code::OauthApiOff,
    ),
    status(
        "api_version_removed",
        "Failed: API Version Removed",
        &["LOGIN_ERROR_API_TOO_OLD"],
        Code::LoginApiTooOld,
    ),
    status(
        "restricted_country",
        "Restricted country",
        &["LOGIN_ERROR_EXPORT_RESTRICTED"],
        Code::RestrictedCountry,
    ),
    status(
        "trial_expired",
        "Trial Expired",
        &["LOGIN_ORG_TRIAL_EXP"],
        Code::TrialExpired,
    ),
    status(
        "org_maintenance",
        "Organization is in maintenance",
        &["LOGIN_ERROR_ORG_IN_MAINTENANCE"],
        Code::OrgInMaintenance,
    ),
    status(
        "org_locked",
        "Organization locked",
        &["LOGIN_ERROR_ORG_LOCKOUT"],
        Code::InactiveOrg,
    ),
    status(
        "org_suspended",
        "Organization suspended",
        &["LOGIN_ERROR_ORG_SUSPENDED"],
        Code::InactiveOrg,
    ),
    status(
        "org_inactive",
        "Organization is inactive",
        &["LOGIN_ERROR_ORG_INACTIVE"],
        Code::InactiveOrg,
    ),
    status(
        "org_closed",
        "Organization closed",
        &["LOGIN_ERROR_ORG_CLOSED"],
        Code::InactiveOrg,
    ),
    status("success", "Success", &["LOGIN_NO_ERROR"], Code::OtherSignIn),
    ANOTHER,
];
