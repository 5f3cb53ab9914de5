//! Every scenario: a row each, in the order in which a walk meets them.
//!
//! Sources: help.salesforce.com `xcloud.remoteaccess_oauth_flow_errors` (the token endpoint's words), the object
//! reference's `eventlogfile_login_status` (*Login History*'s words), the REST API Developer Guide and the Apex
//! Developer Guide, "Apex REST Status Codes" (errors after sign-in); for the words of refused limits
//! help.crossbeam.com 4136739. Salesforce publishes no words for a refused Tooling API; those here are invented.

use super::effect::Body::{Json, Nothing, Page, Text};
use super::effect::Cell::{Bool, Text as Says};
use super::effect::Effect::{Empty, Hidden, Lacks, Quirk as Odd};
use super::effect::{Effect, Quirk, answered, denied, refused, says, turned_away};
use super::place::Place;
use super::{Group, Row};
use crate::route::Route::{ConnectedApp, ExternalClientApp};
use crate::salesforce::Source;

const EXPIRED: &str = "The users password has expired, you must call SetPassword before attempting any other API operations";
const BARE_ERROR: &str = r#"{"error":"invalid_grant"}"#;
const EXPIRED_ARRAY: &str = r#"[{"message":"The users password has expired, you must call SetPassword before attempting any other API operations","errorCode":"INVALID_OPERATION_WITH_EXPIRED_PASSWORD"}]"#;

scenarios! {
SignIn {
    #[default]
    Smooth "smooth" "Everything works"
        "Everything answers as it should." => [];
    AppTooYoung "app_too_young" "App saved minutes ago"
        "Salesforce does not know the consumer key yet, as in the first minutes of a connected app."
        => [refused("invalid_client_id", "client identifier invalid").by(ConnectedApp)];
    ConsumerKeyUnknown "consumer_key_unknown" "Consumer key unknown"
        "Salesforce does not know the consumer key, as when it was copied from another org."
        => [refused("invalid_client_id", "client identifier invalid")];
    ConsumerSecretWrong "consumer_secret_wrong" "Consumer secret wrong"
        "Salesforce refuses the consumer secret, as after it was replaced."
        => [refused("invalid_client", "invalid client credentials")];
    ConsumerSecretWrongOlder "consumer_secret_wrong_older" "Consumer secret wrong, older words"
        "Salesforce refuses the consumer secret in the words of earlier releases."
        => [refused("invalid_client_credentials", "client secret invalid")];
    AppNotInstalled "app_not_installed" "Connected app not installed"
        "The connected app comes from another org and is not installed in this one."
        => [refused("invalid_client", "app must be installed into org").by(ConnectedApp)];
    ExternalAppNotInstalled "external_app_not_installed" "External client app not in this org"
        "The external client app is not in the org that is asked."
        => [refused("invalid_client", "External client app is not installed in this org").by(ExternalClientApp)];
    ExternalAppNotFound "external_app_not_found" "External client app not found"
        "The external client app is not in the org that is asked, told as an app not found."
        => [refused("app_not_found", "External client app is not installed in this org").by(ExternalClientApp)];
    ExternalAppUnknown "external_app_unknown" "External client app unknown"
        "The external client app is not in the org that is asked, told in capital letters."
        => [refused("OAUTH_EC_APP_NOT_FOUND", "External client app is not installed in this org").by(ExternalClientApp)];
    AppBlocked "app_blocked" "App blocked by an admin"
        "An admin has blocked the app for the whole org."
        => [refused("OAUTH_APP_BLOCKED", "this app is blocked by admin")];
    ApprovalError "approval_error" "App not approved, without a reason"
        "Salesforce refuses the app with a general error, as where it was never approved."
        => [refused("OAUTH_APPROVAL_ERROR_GENERIC", "An unexpected error has occurred during authentication. Please try again.")];
    AppAccessDenied "app_access_denied" "User not pre-authorized"
        "Only pre-authorized users may use the app, and the service user is not among them."
        => [refused("invalid_app_access", "user is not admin approved to access this app")];
    ConsumerNotApproved "consumer_not_approved" "User has not approved the app"
        "The service user would have to approve the app first."
        => [refused("invalid_grant", "user hasn't approved this consumer")];
    NoRunAsUser "no_run_as_user" "No Run As user"
        "The external client app's policies name no Run As user."
        => [refused("invalid_grant", "no client credentials user enabled").by(ExternalClientApp)];
    ClientCredentialsOff "client_credentials_off" "Client credentials flow off"
        "The client credentials flow is not enabled in the external client app's settings."
        => [refused("invalid_grant", "client credentials flow not enabled").by(ExternalClientApp)];
    DomainNotSupported "domain_not_supported" "Not supported on this domain"
        "Salesforce does not take the client credentials flow at this address."
        => [refused("invalid_grant", "request not supported on this domain").by(ExternalClientApp)];
    NoScopes "no_scopes" "App without a usable scope"
        "The external client app has no scope that lets it call the API."
        => [refused("invalid_grant", "no valid scopes defined").by(ExternalClientApp)];
    UserInactive "user_inactive" "User inactive, told at once"
        "The service user is inactive, and Salesforce says so."
        => [refused("inactive_user", "user is inactive")];
    OrgInactive "org_inactive" "Org locked, closed or suspended"
        "The org cannot be signed in to, as after the end of a trial."
        => [refused("inactive_org", "organization is locked, closed, or suspended")];
    LoginsExceeded "logins_exceeded" "Number of logins exceeded"
        "The service user has signed in too often within the hour."
        => [refused("rate_limit_exceeded", "number of logins exceeded")];
    LoginRateExceeded "login_rate_exceeded" "Login rate exceeded"
        "The service user signs in faster than Salesforce allows."
        => [refused("rate_limit_exceeded", "login rate exceeded")];
    GrantUnsupported "grant_unsupported" "Grant type not supported"
        "Salesforce does not know this way to sign in, as at an address that has no token endpoint."
        => [refused("unsupported_grant_type", "grant type not supported")];
    HttpsRequired "https_required" "HTTPS required"
        "Salesforce complains that the sign-in did not come over HTTPS."
        => [refused("invalid_request", "HTTPS required")];
    PostRequired "post_required" "POST required"
        "Salesforce complains that the sign-in was not posted."
        => [refused("invalid_request", "must use HTTP POST")];
    ParameterMissing "parameter_missing" "Parameter missing"
        "Salesforce complains that the sign-in lacks a parameter."
        => [refused("invalid_request", "missing required parameter")];
}
History {
    FlowBlocked "flow_blocked" "Username-Password Flow Disabled"
        "The org blocks the username-password flow, which looks like a wrong password."
        => [turned_away("Username-Password Flow Disabled").by(ConnectedApp)];
    UserLocked "user_locked" "Password lockout"
        "The service user is locked out, which looks like a wrong password."
        => [turned_away("Password lockout").by(ConnectedApp)];
    HistoryNoRow "history_no_row" "No new line in Login History"
        "The sign-in fails and leaves no line in Login History, as with a username of another org."
        => [refused("invalid_grant", "authentication failure")];
    HistoryInvalidPassword "history_invalid_password" "Invalid password"
        "The password is wrong, or the security token; Login History tells them apart no more than the answer does."
        => [turned_away("Invalid password").by(ConnectedApp)];
    HistoryTokenRequired "history_token_required" "Failed: API security token required"
        "The password came without a security token, from an address that the org does not trust."
        => [turned_away("Failed: API security token required").by(ConnectedApp)];
    HistoryInvalidLogin "history_invalid_login" "Invalid login"
        "Salesforce takes the username for a wrong one."
        => [turned_away("Invalid login").by(ConnectedApp)];
    HistoryRestrictedIp "history_restricted_ip" "Restricted IP"
        "The profile's Login IP Ranges leave this address out."
        => [turned_away("Restricted IP").saying("ip restricted")];
    HistoryRestrictedTime "history_restricted_time" "Restricted time"
        "The profile's Login Hours leave this hour out."
        => [turned_away("Restricted time").saying("ip restricted or invalid login hours")];
    HistoryRestrictedDomain "history_restricted_domain" "Restricted domain"
        "The org takes sign-ins at its own My Domain alone." => [turned_away("Restricted domain")];
    HistoryRestrictedCountry "history_restricted_country" "Restricted country"
        "Salesforce takes no sign-ins from this country." => [turned_away("Restricted country")];
    HistoryUserInactive "history_user_inactive" "User is inactive"
        "The service user was deactivated, and Login History alone says so." => [turned_away("User is inactive")];
    HistoryUserFrozen "history_user_frozen" "User is frozen"
        "The service user was frozen, and Login History alone says so." => [turned_away("User is frozen")];
    HistoryLoginRateExceeded "history_login_rate_exceeded" "Login rate exceeded, in the history"
        "The service user signed in too often, and Login History alone says so."
        => [turned_away("Login rate exceeded")];
    HistoryMaximumLoginsExceeded "history_maximum_logins_exceeded" "Maximum logins exceeded"
        "The service user has no sign-in left for now, and Login History alone says so."
        => [turned_away("Maximum logins exceeded")];
    HistoryOrgLocked "history_org_locked" "Organization locked"
        "The org is locked, and Login History alone says so." => [turned_away("Organization locked")];
    HistoryOrgSuspended "history_org_suspended" "Organization suspended"
        "The org is suspended, and Login History alone says so." => [turned_away("Organization suspended")];
    HistoryOrgInactive "history_org_inactive" "Organization is inactive"
        "The org is inactive, and Login History alone says so." => [turned_away("Organization is inactive")];
    HistoryOrgClosed "history_org_closed" "Organization closed"
        "The org is closed, and Login History alone says so." => [turned_away("Organization closed")];
    HistoryOrgMaintenance "history_org_maintenance" "Organization is in maintenance"
        "The org is in maintenance, and Login History alone says so." => [turned_away("Organization is in maintenance")];
    HistoryActivationRequired "history_activation_required" "Failed: Computer activation required"
        "Salesforce wants this computer to be verified by a person first."
        => [turned_away("Failed: Computer activation required")];
    HistoryActivationPending "history_activation_pending" "Failed: Computer activation pending"
        "Salesforce still waits for a person to verify this computer."
        => [turned_away("Failed: Computer activation pending")];
    HistoryApiVersionRemoved "history_api_version_removed" "Failed: API Version Removed"
        "The sign-in came by a version of the API that is no longer there."
        => [turned_away("Failed: API Version Removed")];
    HistoryOauthDisabled "history_oauth_disabled" "Failed: OAuth API access disabled"
        "API access by OAuth is switched off." => [turned_away("Failed: OAuth API access disabled")];
    HistoryConsumerDeleted "history_consumer_deleted" "Failed: Consumer Deleted"
        "The app was deleted in Salesforce." => [turned_away("Failed: Consumer Deleted")];
    HistoryAddressNotAllowed "history_address_not_allowed" "Failed: IP Address Not Allowed"
        "The app does not take sign-ins from this address." => [turned_away("Failed: IP Address Not Allowed")];
    HistoryApiOnlyUser "history_api_only_user" "Failed: API-only user"
        "The service user may use the API only, and this sign-in does not count as that."
        => [turned_away("Failed: API-only user")];
    HistoryTwoFactor "history_two_factor" "Two-factor required"
        "The service user has to sign in with a second factor." => [turned_away("Two-factor required")];
    HistoryTrialExpired "history_trial_expired" "Trial Expired"
        "The org's trial has ended, and Login History alone says so." => [turned_away("Trial Expired")];
    HistoryLightningLogin "history_lightning_login" "Lightning Login required"
        "The service user has to sign in without a password." => [turned_away("Lightning Login required")];
}
AfterSignIn {
    PasswordExpired "password_expired" "Password expired"
        "The sign-in succeeds, then every request is refused because the password has expired."
        => [denied(Place::Data, 403, "INVALID_OPERATION_WITH_EXPIRED_PASSWORD", EXPIRED),
            denied(Place::Apex, 403, "MUTUAL_AUTHENTICATION_FAILED", "The users password has expired")];
    ApiDisabled "api_disabled" "API not enabled"
        "The sign-in succeeds, then every request is refused because the org has no API."
        => [denied(Place::Rest, 403, "API_DISABLED_FOR_ORG", "API is not enabled for this Organization or Partner")];
    RestDisabled "rest_disabled" "REST API not enabled"
        "The sign-in succeeds, then every request is refused because the org has no REST API."
        => [denied(Place::Rest, 403, "API_DISABLED_FOR_ORG", "The REST API is not enabled for this Organization.")];
    UserApiDisabled "user_api_disabled" "User without API Enabled"
        "The sign-in succeeds, then every request is refused because the user's profile lacks API Enabled."
        => [denied(Place::Rest, 403, "API_CURRENTLY_DISABLED", "API is disabled for this User")];
    RequestLimitExceeded "request_limit_exceeded" "Daily API calls used up"
        "The org has no API calls left for today."
        => [denied(Place::Rest, 403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.")];
    SessionExpired "session_expired" "Session expired"
        "The sign-in succeeds, then its session is dead at once."
        => [denied(Place::Rest, 401, "INVALID_SESSION_ID", "Session expired or invalid")];
    SessionNotForRest "session_not_for_rest" "Session not valid for REST"
        "The sign-in succeeds, then REST does not take its session, as under API Access Control."
        => [denied(Place::Rest, 401, "INVALID_SESSION_ID", "This session is not valid for use with the REST API")];
    ApexRefused "apex_refused" "Apex REST refuses the password"
        "REST answers, and Apex REST refuses because the password is temporary or has expired."
        => [denied(Place::Apex, 403, "MUTUAL_AUTHENTICATION_FAILED", "The users password has expired")];
    VersionRetired "version_retired" "API version retired"
        "Salesforce lists its API versions and then calls each of them retired."
        => [denied(Place::Data, 410, "UNSUPPORTED_API_VERSION", "The requested API version is no longer available.")];
    TransactionSecurity "transaction_security" "Transaction security policy"
        "A transaction security policy of the org stops every request."
        => [denied(Place::Rest, 403, "TXN_SECURITY_METERING_ERROR", "We can't complete the action because enabled \
            transaction security policies took too long to complete.")];
    IdentityRefused "identity_refused" "Identity refused"
        "The sign-in succeeds, and its identity address refuses the token."
        => [answered(Place::Identity, 403, Text("Bad_OAuth_Token"))];
}
Shapes {
    SalesforceDown "salesforce_down" "Salesforce in maintenance"
        "Salesforce answers every request with a maintenance page."
        => [answered(Place::Everywhere, 503, Page { title: "Down for maintenance",
            text: "The practice Salesforce is down for maintenance. Please try again later." })];
    SettingThingsUp "setting_things_up" "Setting things up"
        "Salesforce answers the sign-in with 420, since the org is still being set up."
        => [answered(Place::Token, 420, Page { title: "We are setting things up", text: "Please try again soon." })];
    RateLimited "rate_limited" "Too many sign-ins"
        "Salesforce refuses the sign-in with 429 and asks to wait five seconds."
        => [answered(Place::Token, 429, Json(r#"{"error":"rate_limit_exceeded","error_description":"login rate exceeded"}"#))
            .with("retry-after", "5")];
    RestRateLimited "rest_rate_limited" "Too many requests"
        "Salesforce answers every request after the sign-in with 429 and asks to wait five seconds."
        => [answered(Place::Rest, 429, Text("Too Many Requests")).with("retry-after", "5")];
    ExpiredPasswordArray "expired_password_array" "Password expired, told at sign-in"
        "The sign-in itself is refused because the password has expired, in the shape of REST's errors."
        => [answered(Place::Token, 400, Json(EXPIRED_ARRAY))];
    HtmlInsteadOfJson "html_instead_of_json" "Web page instead of a token"
        "The sign-in is answered by a web page, as behind a hotel's network login."
        => [answered(Place::Token, 200, Page { title: "Welcome", text: "Please sign in to use this network." })];
    HtmlAfterSignIn "html_after_sign_in" "Web page instead of data"
        "The sign-in succeeds, then every request is answered by a web page."
        => [answered(Place::Rest, 200, Page { title: "Welcome", text: "Please sign in to use this network." })];
    TruncatedJson "truncated_json" "Answer cut off"
        "The answer to the sign-in breaks off in the middle."
        => [answered(Place::Token, 200, Json(r#"{"access_token":"00D9x0000"#))];
    TruncatedAfterSignIn "truncated_after_sign_in" "Data cut off"
        "The sign-in succeeds, then every answer breaks off in the middle."
        => [answered(Place::Data, 200, Json(r#"{"totalSize":1,"done":true,"records":[{"attr"#))];
    MissingErrorDescription "missing_error_description" "Error without a description"
        "The sign-in is refused, and the error comes without its description."
        => [answered(Place::Token, 400, Json(BARE_ERROR))];
    ClientRefused401 "client_refused_401" "Consumer secret refused with 401"
        "Salesforce refuses the consumer secret with 401 rather than 400."
        => [answered(Place::Token, 401, Json(r#"{"error":"invalid_client","error_description":"invalid client credentials"}"#))];
    PlainTextAnswer "plain_text_answer" "Plain text instead of a token"
        "The sign-in is answered by a line of plain text."
        => [answered(Place::Token, 400, Text("Bad request"))];
    EmptyAnswer "empty_answer" "Empty answer"
        "The sign-in is answered by nothing at all." => [answered(Place::Token, 200, Nothing)];
    RedirectToLightning "redirect_to_lightning" "Redirect to a Lightning host"
        "The sign-in is sent on to another host, as from a Lightning address."
        => [answered(Place::Token, 302, Nothing).with("location", "https://acme.lightning.force.practice/")];
}
Preflight {
    OtherOrg "other_org" "Another org"
        "The sign-in lands in an org with another id, as after the refresh of a sandbox." => [Odd(Quirk::OtherOrg)];
    SandboxOrg "sandbox_org" "The org is a sandbox"
        "The org says that it is a sandbox, whatever was expected." => [says("Organization", "IsSandbox", Bool(true))];
    WrongEdition "wrong_edition" "Another edition"
        "The org turns out to be Professional Edition."
        => [says("Organization", "OrganizationType", Says("Professional Edition"))];
    TrialExpired "trial_expired" "Trial at its end"
        "The org is a trial, and its last day has passed."
        => [says("Organization", "TrialExpirationDate", Says("2026-01-31T00:00:00.000+0000"))];
    OrganizationUnreadable "organization_unreadable" "Organization unreadable"
        "The service user may not read the org's own record." => [Hidden("Organization")];
    SignatureMismatch "signature_mismatch" "Signature does not match"
        "The sign-in succeeds, and its signature was made with another secret." => [Odd(Quirk::WrongSignature)];
    IntegrationLicence "integration_licence" "Salesforce Integration licence"
        "The service user has the Salesforce Integration licence and may use the API only."
        => [says("User", "Profile.Name", Says("Minimum Access - API Only Integrations")),
            says("User", "Profile.UserLicense.Name", Says("Salesforce Integration")),
            says("UserPermissionAccess", "PermissionsApiUserOnly", Bool(true))];
    OverPrivileged "over_privileged" "Too many permissions"
        "The service user is an administrator and may modify all data."
        => [says("User", "Profile.Name", Says("System Administrator")),
            says("UserPermissionAccess", "PermissionsModifyAllData", Bool(true)),
            says("UserPermissionAccess", "PermissionsCustomizeApplication", Bool(true)),
            says("UserPermissionAccess", "PermissionsManageNamedCredentials", Bool(true))];
    PasswordCanExpire "password_can_expire" "Password can expire"
        "The service user lacks Password Never Expires."
        => [says("UserPermissionAccess", "PermissionsPasswordNeverExpires", Bool(false))];
    PermissionUnknown "permission_unknown" "A permission unknown to the org"
        "The org does not know Manage Named Credentials, so that a query that names it fails as a whole."
        => [Lacks { object: "UserPermissionAccess", field: "PermissionsManageNamedCredentials" }];
    LimitsRefused "limits_refused" "Limits refused"
        "The service user may not read the org's limits."
        => [denied(Place::Limits, 403, "API_DISABLED_FOR_ORG", "limits resource is not enabled")];
    LimitsNearlyUsed "limits_nearly_used" "Daily API calls nearly used up"
        "Nearly all of the org's API calls for today are used." => [Odd(Quirk::LimitsNearlyUsed)];
    PackageAbsent "package_absent" "Gentrack package absent"
        "Gentrack's package is not installed in the org."
        => [Empty("PackageLicense"), Empty("InstalledSubscriberPackage"), Odd(Quirk::EndpointAbsent)];
    PackagesUnreadable "packages_unreadable" "Package licences unreadable"
        "The service user may not read the licences of packages." => [Hidden("PackageLicense")];
    ToolingRefused "tooling_refused" "Tooling API refused"
        "The service user may not use the Tooling API."
        => [denied(Place::Tooling, 403, "INSUFFICIENT_ACCESS", "You do not have access to the Tooling API.")];
    EndpointAbsent "endpoint_absent" "Event endpoint absent"
        "No Apex class answers at the event endpoint." => [Odd(Quirk::EndpointAbsent)];
    EndpointClosed "endpoint_closed" "Event endpoint closed to the user"
        "The service user has no access to the Apex class at the event endpoint." => [Odd(Quirk::EndpointClosed)];
    EndpointAnswersGet "endpoint_answers_get" "Event endpoint answers GET"
        "The Apex class at the event endpoint answers GET too." => [Odd(Quirk::EndpointAnswersGet)];
    NamedCredentialsUnreadable "named_credentials_unreadable" "Named credentials unreadable"
        "The service user may not read named credentials." => [Hidden("NamedCredential")];
    HistoryUnreadable "history_unreadable" "Login history unreadable"
        "The service user may not read its own login history." => [Hidden("LoginHistory")];
    BatchAbsent "batch_absent" "Batch resource absent"
        "Salesforce does not answer several questions at once."
        => [denied(Place::Batch, 404, "NOT_FOUND", "The requested resource does not exist")];
}
Gcis {
    GcisDown "gcis_down" "GCIS in maintenance"
        "GCIS answers every request with 503." => [Odd(Quirk::GcisDown)];
    NoTenants "no_tenants" "No tenants"
        "GCIS has no tenant to connect to." => [Odd(Quirk::NoTenants)];
    GcisRefuses "gcis_refuses" "GCIS shut out by Salesforce"
        "GCIS cannot save the connector: Salesforce shuts it out by its IP address."
        => [turned_away("Restricted IP").saying("ip restricted").from(Source::GcisConnector)];
    TenantsUnlabelled "tenants_unlabelled" "Tenants of unknown kind"
        "GCIS says neither production nor test of its tenants, but a word of its own."
        => [Odd(Quirk::TenantsUnlabelled)];
    ConnectedAlready "connected_already" "Org connected already"
        "A colleague has connected the org to every tenant before." => [Odd(Quirk::ConnectedAlready)];
    ConnectedMeanwhile "connected_meanwhile" "Org connected meanwhile"
        "A colleague connects the org to every tenant while you register it." => [Odd(Quirk::ConnectedMeanwhile)];
    GcisLaterChecks "gcis_later_checks" "GCIS refuses for its own reason"
        "GCIS will not save the connector because of a check that no contract knows." => [Odd(Quirk::LaterChecks)];
    GcisNoAnswer "gcis_no_answer" "GCIS answer lost"
        "GCIS saves the connector, and the connection breaks before its answer arrives."
        => [Odd(Quirk::GcisNoAnswer)];
    NamedCredentialFails "named_credential_fails" "Named credential refused"
        "GCIS may not change the named credential in Salesforce, so the operation fails."
        => [Odd(Quirk::NamedCredentialFails)];
    NamedCredentialLate "named_credential_late" "Named credential comes late"
        "GCIS says that it is done, and Salesforce shows it only some seconds later."
        => [Odd(Quirk::NamedCredentialLate)];
    NamedCredentialUnseen "named_credential_unseen" "Named credential is not to be seen"
        "GCIS says that it is done, and Salesforce never shows it to the service user."
        => [Odd(Quirk::NamedCredentialUnseen)];
    NamedCredentialByAnother "named_credential_by_another" "Named credential changed by another"
        "Salesforce shows that somebody else changed the named credential last."
        => [says("NamedCredential", "LastModifiedById", Says("005000000000042AAA")),
            says("NamedCredential", "LastModifiedBy.Name", Says("Practice Administrator"))];
    NamedCredentialBare "named_credential_bare" "Named credentials without details"
        "Salesforce lists named credentials without telling who changed them, or when."
        => [Lacks { object: "NamedCredential", field: "LastModifiedBy.Name" },
            Lacks { object: "NamedCredential", field: "LastModifiedById" },
            Lacks { object: "NamedCredential", field: "LastModifiedDate" }];
}
}
