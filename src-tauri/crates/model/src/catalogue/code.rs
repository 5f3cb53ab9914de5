//! The codes and their entries, side by side.

use serde::{Deserialize, Serialize};

use super::{Entry, Remedy, Retry};
use crate::guide::link::Link;

macro_rules! remedy {
    ($text:literal) => {
        Remedy {
            text: $text,
            copy: None,
            link: None,
        }
    };
    ($text:literal, copy $copy:literal) => {
        Remedy {
            text: $text,
            copy: Some($copy),
            link: None,
        }
    };
    ($text:literal, $link:ident) => {
        Remedy {
            text: $text,
            copy: None,
            link: Some(Link::$link),
        }
    };
    ($text:literal, $link:ident, copy $copy:literal) => {
        Remedy {
            text: $text,
            copy: Some($copy),
            link: Some(Link::$link),
        }
    };
}

/// Writes a code and its entry in one place: a code without an entry, or with two, cannot be
/// written.
macro_rules! catalogue {
    ($($code:ident, $name:literal, $retry:ident, blocks $blocks:literal: $summary:literal
        [$($remedy:expr),* $(,)?];)*) => {
        /// The stable name of a finding or a problem.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        pub enum Code {
            $(#[doc = $summary] #[serde(rename = $name)] $code,)*
        }

        impl Code {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$code),*];

            /// What the catalogue says about this code.
            pub fn entry(self) -> Entry {
                match self {
                    $(Self::$code => Entry {
                        name: $name,
                        summary: $summary,
                        remedies: &[$($remedy),*],
                        retry: Retry::$retry,
                        blocks: $blocks,
                    },)*
                }
            }
        }
    };
}

catalogue! {
    // What a person typed.
    NameMissing, "name_missing", AfterEdit, blocks false:
        "The onboarding needs a name"
        [remedy!("Enter the customer’s name, as your team calls it.")];
    NameTooLong, "name_too_long", AfterEdit, blocks false:
        "The name is longer than 80 characters"
        [remedy!("Shorten it; it only has to be recognised.")];
    DomainInvalid, "domain_invalid", AfterEdit, blocks false:
        "This is not an e-mail domain"
        [remedy!("Enter the part after the @ of your addresses, for example northwind.example.")];
    SandboxNameInvalid, "sandbox_name_invalid", AfterEdit, blocks false:
        "This is not a sandbox name"
        [remedy!("Enter the short name under Setup ▸ Sandboxes, letters and digits only, for example uat.")];
    UsernameMissing, "username_missing", AfterEdit, blocks false:
        "The Username is empty"
        [remedy!("Enter the service user’s Username, as Salesforce shows it under Users.")];
    UsernameTooLong, "username_too_long", AfterEdit, blocks false:
        "The Username is longer than 80 characters, more than Salesforce takes"
        [remedy!("Create the user with a shorter name before the @, and enter that.", Users)];
    UsernameInvalid, "username_invalid", AfterEdit, blocks false:
        "A Salesforce Username has the form of an e-mail address"
        [remedy!("Copy the Username from the user’s page in Salesforce; it contains an @.", Users)];
    LoginUrlMissing, "login_url_missing", AfterEdit, blocks false:
        "The Login URL is empty"
        [remedy!("Enter your My Domain host, for example yourcompany.my.salesforce.com.", MyDomain)];
    LoginUrlNotAHost, "login_url_not_a_host", AfterEdit, blocks false:
        "The Login URL is not a plain host name"
        [remedy!("Enter the host alone: no user name, no port, no IP address, no special characters. For example yourcompany.my.salesforce.com.")];
    LoginUrlNotSalesforce, "login_url_not_salesforce", AfterEdit, blocks false:
        "This host does not belong to a Salesforce org"
        [remedy!("Use login.salesforce.com, test.salesforce.com, or your My Domain host ending in .my.salesforce.com. Nothing was sent.", MyDomain)];
    LoginUrlOtherEnvironment, "login_url_other_environment", AfterEdit, blocks false:
        "Practice and real hosts do not mix"
        [remedy!("In practice the Login URL ends in salesforce.practice; in a real onboarding in salesforce.com. To change over, start a new onboarding.")];
    EndpointMissing, "endpoint_missing", AfterEdit, blocks false:
        "The Event Endpoint is empty"
        [remedy!("Enter the Apex REST path that your Gentrack contact gave you. It has no default.")];
    EndpointNotAPath, "endpoint_not_a_path", AfterEdit, blocks false:
        "The Event Endpoint is a path, not a whole address"
        [remedy!("Leave out https:// and the host; begin with /services/apexrest/ or with what follows it.")];
    EndpointUnsafe, "endpoint_unsafe", AfterEdit, blocks false:
        "The Event Endpoint holds a character that a path cannot have"
        [remedy!("Use letters, digits, / - _ and single dots. No spaces, no .., no \\ ? # @ : %.")];
    SecretEmpty, "secret_empty", AfterEdit, blocks false:
        "Nothing was entered"
        [remedy!("Paste the value again. What was stored before is still stored.")];
    CredentialsIncomplete, "credentials_incomplete", AfterEdit, blocks false:
        "Some of the credentials are still empty"
        [remedy!("Fill in the fields named under Details on the Credentials page.")];
    TenantMissing, "tenant_missing", AfterEdit, blocks false:
        "No tenant is chosen"
        [remedy!("Choose or enter the tenant that this connector will serve.")];
    UnknownItem, "unknown_item", Never, blocks false:
        "This version does not know that item"
        [remedy!("Open the onboarding again.")];

    // The keychain.
    KeychainMissing, "keychain_missing", AfterChange, blocks false:
        "This computer has no keychain service running"
        [remedy!("On Linux, install and start a Secret Service, for example gnome-keyring or KWallet, then store the value again.", copy "sudo apt-get install gnome-keyring"),
         remedy!("Or keep the value only until you close the program.")];
    KeychainLocked, "keychain_locked", AfterChange, blocks false:
        "The keychain is locked"
        [remedy!("Unlock it: answer the system’s prompt, or open your password manager app. Then store the value again."),
         remedy!("Or keep the value only until you close the program.")];
    KeychainFailed, "keychain_failed", Now, blocks false:
        "The keychain did not take or give the value"
        [remedy!("Try again. If it stays so, sign out of your desktop session and in again."),
         remedy!("Or keep the value only until you close the program.")];
    SecretGone, "secret_gone", AfterEdit, blocks false:
        "A stored value is no longer in the keychain"
        [remedy!("Enter it again on the Credentials page.")];

    // The network.
    HostNotFound, "host_not_found", AfterEdit, blocks true:
        "No server of that name was found"
        [remedy!("Check the spelling of the host, and that this computer is online.")];
    ConnectionFailed, "connection_failed", Now, blocks true:
        "The server could not be reached"
        [remedy!("Check that this computer is online and that a firewall or proxy lets it reach the host, then try again.")];
    TimedOut, "timed_out", Now, blocks true:
        "The server did not answer in time"
        [remedy!("Try again in a moment. If it stays so, ask whether a proxy stands between.")];
    TlsFailed, "tls_failed", AfterChange, blocks true:
        "The server’s certificate is not trusted"
        [remedy!("A proxy may be reading the traffic. Ask your IT team for its root certificate and name it in Settings. Nothing secret was sent.")];
    ForeignAddress, "foreign_address", Never, blocks true:
        "The service pointed to an address outside Salesforce or GCIS"
        [remedy!("Nothing secret was sent there. Check the Login URL, then tell your IT team: something may be answering in Salesforce’s place.")];
    Redirected, "redirected", AfterEdit, blocks true:
        "The host answered with a redirect"
        [remedy!("Use your My Domain host as Login URL: it ends in .my.salesforce.com. The redirect was not followed.", MyDomain)];
    NotSalesforce, "not_salesforce", AfterChange, blocks true:
        "What answered is not Salesforce"
        [remedy!("A sign-in page of your network, or a proxy, answered instead. Open a browser, sign in to the network, and try again."),
         remedy!("Check the Login URL.")];
    ServiceDown, "service_down", Later, blocks true:
        "Salesforce is not available right now"
        [remedy!("Look at status.salesforce.com, and try again in a few minutes. What you entered is kept.", copy "status.salesforce.com")];
    TooManyRequests, "too_many_requests", Later, blocks true:
        "Salesforce asks to slow down"
        [remedy!("Wait a few minutes, then try once.")];
    UnreadableAnswer, "unreadable_answer", Now, blocks true:
        "The answer could not be read"
        [remedy!("Try again. If it stays so, something between here and the service changes the answers.")];

    // Signing in to Salesforce.
    SalesforceAnswers, "salesforce_answers", Never, blocks false:
        "Salesforce answers" [];
    SignedIn, "signed_in", Never, blocks false:
        "Signed in" [];
    InvalidClientId, "invalid_client_id", Later, blocks true:
        "Salesforce does not know this Consumer Key here"
        [remedy!("If the connected app was saved less than ten minutes ago, wait and verify again: it takes 2 to 10 minutes to work."),
         remedy!("Copy the Consumer Key again from Manage Consumer Details.", AppManager),
         remedy!("Check the Login URL: a key works only where its app was made, production or that sandbox.")];
    InvalidClientSecret, "invalid_client_secret", AfterEdit, blocks true:
        "The Consumer Secret does not fit the Consumer Key"
        [remedy!("Copy the Consumer Secret again from Manage Consumer Details, whole and without spaces.", AppManager)];
    AppBlocked, "app_blocked", AfterChange, blocks true:
        "The org blocks this app"
        [remedy!("Find the app in the list and unblock or install it.", ConnectedAppsUsage)];
    AppNotInOrg, "app_not_in_org", AfterEdit, blocks true:
        "The app behind this Consumer Key is not in the org that answered"
        [remedy!("Use your own My Domain host as Login URL.", MyDomain),
         remedy!("Check that key and secret come from the connected app in this org, not from an External Client App or another org.", AppManager)];
    AppNotApproved, "app_not_approved", AfterChange, blocks true:
        "The app is not approved for this user"
        [remedy!("On the app’s Manage page, add the user’s profile or a permission set, or let all users self-authorise.", AppManager)];
    AuthenticationFailure, "authentication_failure", AfterEdit, blocks true:
        "Salesforce refused the sign-in and gave no reason"
        [remedy!("Open Login History and look at the newest line for this user: its Status names the cause.", LoginHistory),
         remedy!("Change something before you try again: some orgs lock the user after three wrong attempts."),
         remedy!("Status Username-Password Flow Disabled: switch on Allow OAuth Username-Password Flows.", OAuthSettings, copy "OAuth and OpenID Connect Settings"),
         remedy!("The same status also appears when key and secret belong to an External Client App: this sign-in needs those of a connected app."),
         remedy!("Status Invalid Password, or API security token required: the password or the security token is wrong or out of date. A new password always makes a new token."),
         remedy!("Status Password Lockout, User is Frozen or User is Inactive: open the user and unlock, unfreeze or activate it.", Users),
         remedy!("Status Restricted IP, Restricted time or Restricted domain: review the profile’s Login IP Ranges and Login Hours, and use your My Domain host as Login URL.", Profiles),
         remedy!("No new line at all: the Username or the Login URL belongs to another org. A sandbox Username ends in the sandbox’s name.")];
    IpRestricted, "ip_restricted", AfterChange, blocks true:
        "The user may not sign in from this address or at this hour"
        [remedy!("Review Login IP Ranges and Login Hours on the user’s profile. GCIS signs in from other addresses than yours: ask Gentrack for its ranges.", Profiles)];
    InactiveUser, "inactive_user", AfterChange, blocks true:
        "The service user is not active"
        [remedy!("Open the user and tick Active.", Users)];
    InactiveOrg, "inactive_org", AfterChange, blocks true:
        "The org is locked, closed or suspended"
        [remedy!("Contact Salesforce: a trial may have ended, or a sandbox may be refreshing.")];
    TooManySignIns, "too_many_sign_ins", Later, blocks true:
        "This user signed in too often within the hour"
        [remedy!("Wait an hour. Salesforce allows 3,600 sign-ins per user and hour; find out what else signs in as this user.", LoginHistory)];
    FlowNotSupported, "flow_not_supported", AfterEdit, blocks true:
        "This host does not offer the username-password sign-in"
        [remedy!("Use login.salesforce.com, test.salesforce.com or your My Domain host as Login URL."),
         remedy!("Once Salesforce has ended it, no host offers it: then the connector needs an External Client App.")];
    SignInRefused, "sign_in_refused", AfterChange, blocks true:
        "Salesforce refused the sign-in"
        [remedy!("Its own words stand under Details. Login History may say more.", LoginHistory)];

    // After signing in.
    PasswordExpired, "password_expired", AfterChange, blocks true:
        "The service user’s password has expired or was never set"
        [remedy!("Sign in as the service user and set a password; Salesforce then mails a new security token. Enter both on the Credentials page."),
         remedy!("Give the user a permission set with Password Never Expires.", PermissionSets, copy "Password Never Expires")];
    ApiDisabled, "api_disabled", AfterChange, blocks true:
        "This user or this edition may not use the API"
        [remedy!("Give the user a permission set with API Enabled.", PermissionSets, copy "API Enabled"),
         remedy!("Check the edition: Enterprise Edition includes the API.", CompanyInformation)];
    ApiLimitUsedUp, "api_limit_used_up", Later, blocks true:
        "The org’s daily API calls are used up"
        [remedy!("Wait until the 24-hour window moves on, or find out what uses them.", CompanyInformation)];
    SessionRefused, "session_refused", AfterChange, blocks true:
        "Salesforce signed the user in and then refused the session"
        [remedy!("Check that the app has the scope Full access, and that API access is not limited to approved apps.", AppManager)];
    ApiVersionRetired, "api_version_retired", AfterChange, blocks true:
        "The org does not speak an API version that this program knows"
        [remedy!("Install the current version of Connector Setup.")];
    PolicyBlocks, "policy_blocks", AfterChange, blocks true:
        "A transaction security policy of the org stops this user"
        [remedy!("Ask your Salesforce admin to exempt the service user from the policy.")];
    ReadRefused, "read_refused", AfterChange, blocks false:
        "Salesforce did not let the service user read this"
        [remedy!("Its own words stand under Details. It need not stop the connector.")];
    IdentityConfirmed, "identity_confirmed", Never, blocks false:
        "Salesforce named the user" [];
    IdentityUnread, "identity_unread", AfterChange, blocks false:
        "Salesforce signed the user in and did not name it; the org is known from the sign-in"
        [remedy!("It need not stop the connector. Check that the app has the scope Full access.", AppManager)];
    OtherUser, "other_user", AfterEdit, blocks false:
        "Salesforce signed in a user with another name than the one entered"
        [remedy!("Compare the Username on the Credentials page with the one in Salesforce.", Users)];
    OrgPinned, "org_pinned", Never, blocks false:
        "The same org as before" [];
    OrgFirstSeen, "org_first_seen", Never, blocks false:
        "First sign-in: this org is now the one for this onboarding" [];
    OrgDiffers, "org_differs", AfterEdit, blocks true:
        "This is another org than the one verified before"
        [remedy!("If the Login URL or the Username points to the wrong org, correct it on the Credentials page."),
         remedy!("If the sandbox was refreshed, it is a new org: start a new onboarding for it, so that nothing of the old one is mixed in.")];
    EnvironmentAsExpected, "environment_as_expected", Never, blocks false:
        "Matches this onboarding" [];
    EnvironmentDiffers, "environment_differs", AfterEdit, blocks true:
        "Salesforce says production where this onboarding says sandbox, or the reverse"
        [remedy!("Check the Login URL and the Username. If they are right, start a new onboarding for the other environment.")];
    EditionSupported, "edition_supported", Never, blocks false:
        "The edition has what the connector needs" [];
    EditionOther, "edition_other", AfterChange, blocks false:
        "The page asks for Enterprise Edition, and this org has another"
        [remedy!("Ask your Gentrack contact whether this edition will do before you register.", CompanyInformation)];
    CannotTell, "cannot_tell", Now, blocks false:
        "Cannot tell"
        [remedy!("Salesforce did not say. Look it up under Company Information.", CompanyInformation)];
    NotAsked, "not_asked", Now, blocks false:
        "Not asked, because an earlier check failed" [];

    // GCIS.
    GcisNotConfigured, "gcis_not_configured", AfterEdit, blocks false:
        "No GCIS API address is set"
        [remedy!("Enter the addresses and the credentials that Gentrack gave you in Settings, or register through the portal.")];
    GcisAddressInvalid, "gcis_address_invalid", AfterEdit, blocks false:
        "This is not an https address"
        [remedy!("Enter the whole address as Gentrack gave it to you, beginning with https://.")];
    ProxyInvalid, "proxy_invalid", AfterEdit, blocks false:
        "This is not a proxy address"
        [remedy!("Enter it with scheme, host and port, for example http://proxy.example:8080, without user name and password: they would be kept in clear.")];
    ConnectionSettings, "connection_settings", AfterEdit, blocks true:
        "The connection settings of this computer could not be used"
        [remedy!("Open Settings and check the proxy address and the certificate file.")];
    TrustInvalid, "trust_invalid", AfterEdit, blocks false:
        "The certificate file could not be read"
        [remedy!("Name a PEM file that holds the root certificate; it begins with -----BEGIN CERTIFICATE-----.")];
    GcisUnreachable, "gcis_unreachable", Now, blocks false:
        "GCIS could not be reached"
        [remedy!("Check the GCIS address in Settings and that this computer is online, then try again. Nothing you entered is lost."),
         remedy!("Or register through the portal.", GcisPortal)];
    GcisDown, "gcis_down", Later, blocks false:
        "GCIS is not available right now"
        [remedy!("Try again in a few minutes. Nothing you entered is lost.")];
    GcisSignInRefused, "gcis_sign_in_refused", AfterEdit, blocks false:
        "GCIS did not accept the API credentials"
        [remedy!("Check client ID and client secret in Settings with your Gentrack contact.")];
    GcisRefused, "gcis_refused", AfterChange, blocks false:
        "GCIS did not accept the request"
        [remedy!("Its own words stand under Details. Show them to your Gentrack contact.")];
    VerificationRefused, "verification_refused", AfterEdit, blocks true:
        "GCIS could not sign in to Salesforce with these credentials"
        [remedy!("Verify the sign-in here again. If it passes here, GCIS’s own addresses may be shut out: ask Gentrack for its IP ranges and review Login IP Ranges.", Profiles),
         remedy!("Nothing was registered.")];
    NoTenants, "no_tenants", AfterChange, blocks false:
        "GCIS has no tenant for this account"
        [remedy!("In the portal, add and connect a tenant under Manage Access ▸ Tenants, then refresh.", GcisPortal)];
    AlreadyConnected, "already_connected", AfterChange, blocks false:
        "This org is already connected to this tenant"
        [remedy!("Look at the instance in the portal under My Connectors before you do anything else; its id stands under Details.", GcisPortal)];
    OutcomeUnknown, "outcome_unknown", Now, blocks false:
        "GCIS did not answer, so it is not known whether the connector was registered"
        [remedy!("Choose Look again: the wizard asks GCIS what exists before anything is sent a second time.")];
    VerifyFirst, "verify_first", AfterChange, blocks false:
        "The sign-in has to be verified first"
        [remedy!("Go to Verify sign-in. Something it rests on changed, or it was never run.")];
    AlreadyRegistered, "already_registered", Never, blocks false:
        "This onboarding is registered already"
        [remedy!("Nothing was sent. To register another tenant, start another onboarding.")];
    NotRegistered, "not_registered", AfterChange, blocks false:
        "The connector is not registered yet"
        [remedy!("Register it first; the named credential belongs to its instance.")];
    CredentialBusy, "credential_busy", AfterChange, blocks false:
        "The named credential is not in a state that allows this"
        [remedy!("Refresh to see where it stands: it may be changing, or somebody changed it in the portal.")];
    CredentialFailed, "credential_failed", AfterChange, blocks false:
        "GCIS could not change the named credential in Salesforce"
        [remedy!("Give the service user Manage Named Credentials by a permission set, or ask your Gentrack contact which permission it needs, then try again.", PermissionSets, copy "Manage Named Credentials")];
    CredentialUnchanged, "credential_unchanged", Now, blocks false:
        "GCIS shows no change: the request did not arrive, or nothing came of it"
        [remedy!("If you still want it, start it again.")];
    CredentialUnsettled, "credential_unsettled", Now, blocks false:
        "The operation has not ended yet"
        [remedy!("It goes on at GCIS. Choose Refresh to see where it stands.")];

    // This computer.
    RecordMissing, "record_missing", Never, blocks false:
        "This onboarding is no longer on this computer"
        [remedy!("Go back to the list; it may have been removed in another window.")];
    RecordDamaged, "record_damaged", Never, blocks false:
        "The file of this onboarding cannot be read"
        [remedy!("It was left as it is. Restore it from a backup, or begin a new onboarding.")];
    RecordNewer, "record_newer", AfterChange, blocks false:
        "This onboarding was saved by a newer version of Connector Setup"
        [remedy!("Install the newer version to open it. Nothing was changed.")];
    DiskFailed, "disk_failed", AfterChange, blocks false:
        "The change could not be saved on this computer"
        [remedy!("Check free space and permissions of the folder named under Details, then try again.")];
    PracticeOff, "practice_off", Now, blocks false:
        "The practice services are not running"
        [remedy!("Close the onboarding and open it again.")];
    AlreadyRunning, "already_running", Later, blocks false:
        "This is already running"
        [remedy!("Wait until it has ended.")];
    NothingToOpen, "nothing_to_open", AfterEdit, blocks false:
        "This page cannot be opened from here"
        [remedy!("Use the words for Quick Find beside it. Links work once your My Domain host is the Login URL; practice has no Setup pages.")];
    ClipboardFailed, "clipboard_failed", Now, blocks false:
        "The clipboard did not take the value"
        [remedy!("Select the text and copy it by hand.")];
    Internal, "internal", Now, blocks false:
        "Something went wrong inside Connector Setup"
        [remedy!("Try again. What you entered is kept.")];
}
