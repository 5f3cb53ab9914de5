//! The codes, each with its one entry.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Entry;
use super::entries::{
    after_sign_in, app, computer, gcis, keychain, login_history, moving, named_credential, network,
    org, place, preflight, registration, sign_in, soap, typed,
};

/// Writes the enum and the way to its entries in one place: a code without an entry, or with two,
/// cannot be written.
macro_rules! codes {
    ($($code:ident => $part:ident::$entry:ident,)*) => {
        /// The stable name of a finding or a problem.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Code {
            $(#[doc = concat!("The entry `", stringify!($entry), "`.")] $code,)*
        }

        impl Code {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$code),*];

            /// What the catalogue says about this code.
            pub const fn entry(self) -> Entry {
                match self {
                    $(Self::$code => $part::$entry,)*
                }
            }
        }
    };
}

codes! {
    NameMissing => typed::NAME_MISSING,
    NameTooLong => typed::NAME_TOO_LONG,
    DomainInvalid => typed::DOMAIN_INVALID,
    SandboxNameInvalid => typed::SANDBOX_NAME_INVALID,
    UsernameMissing => typed::USERNAME_MISSING,
    UsernameTooLong => typed::USERNAME_TOO_LONG,
    UsernameInvalid => typed::USERNAME_INVALID,
    LoginUrlMissing => typed::LOGIN_URL_MISSING,
    LoginUrlUserName => typed::LOGIN_URL_USER_NAME,
    LoginUrlPort => typed::LOGIN_URL_PORT,
    LoginUrlIpAddress => typed::LOGIN_URL_IP_ADDRESS,
    LoginUrlCharacters => typed::LOGIN_URL_CHARACTERS,
    LoginUrlOtherAlphabet => typed::LOGIN_URL_OTHER_ALPHABET,
    LoginUrlScheme => typed::LOGIN_URL_SCHEME,
    LoginUrlNotAHost => typed::LOGIN_URL_NOT_A_HOST,
    LoginUrlUsersContent => typed::LOGIN_URL_USERS_CONTENT,
    LoginUrlNotSalesforce => typed::LOGIN_URL_NOT_SALESFORCE,
    LoginUrlOtherEnvironment => typed::LOGIN_URL_OTHER_ENVIRONMENT,
    LoginUrlNeedsMyDomain => typed::LOGIN_URL_NEEDS_MY_DOMAIN,
    EndpointMissing => typed::ENDPOINT_MISSING,
    EndpointNotAPath => typed::ENDPOINT_NOT_A_PATH,
    EndpointUnsafe => typed::ENDPOINT_UNSAFE,
    EndpointIncomplete => typed::ENDPOINT_INCOMPLETE,
    SecretEmpty => typed::SECRET_EMPTY,
    CredentialsIncomplete => typed::CREDENTIALS_INCOMPLETE,
    TenantMissing => typed::TENANT_MISSING,
    UnknownItem => typed::UNKNOWN_ITEM,
    SandboxHost => typed::SANDBOX_HOST,
    ProductionHost => typed::PRODUCTION_HOST,
    SandboxUsername => typed::SANDBOX_USERNAME,
    ProductionUsername => typed::PRODUCTION_USERNAME,
    SandboxNameAbsent => typed::SANDBOX_NAME_ABSENT,
    WhiteSpaceRemoved => typed::WHITE_SPACE_REMOVED,
    LineBreakRemoved => typed::LINE_BREAK_REMOVED,
    InvisibleRemoved => typed::INVISIBLE_REMOVED,
    PasswordInvisible => typed::PASSWORD_INVISIBLE,
    TokenInPassword => typed::TOKEN_IN_PASSWORD,
    KeyLooksLikeSecret => typed::KEY_LOOKS_LIKE_SECRET,
    SecretLooksLikeKey => typed::SECRET_LOOKS_LIKE_KEY,
    KeyAndSecretSwapped => typed::KEY_AND_SECRET_SWAPPED,
    KeyAndSecretAlike => typed::KEY_AND_SECRET_ALIKE,
    KeyUnusual => typed::KEY_UNUSUAL,
    SecretUnusual => typed::SECRET_UNUSUAL,
    TokenUnusual => typed::TOKEN_UNUSUAL,

    KeychainMissing => keychain::KEYCHAIN_MISSING,
    KeychainLocked => keychain::KEYCHAIN_LOCKED,
    KeychainFailed => keychain::KEYCHAIN_FAILED,
    SecretGone => keychain::SECRET_GONE,
    LeftInKeychain => keychain::LEFT_IN_KEYCHAIN,

    HostNotFound => network::HOST_NOT_FOUND,
    ConnectionFailed => network::CONNECTION_FAILED,
    TimedOut => network::TIMED_OUT,
    TlsFailed => network::TLS_FAILED,
    ForeignAddress => network::FOREIGN_ADDRESS,
    Redirected => network::REDIRECTED,
    NotSalesforce => network::NOT_SALESFORCE,
    ServiceDown => network::SERVICE_DOWN,
    TooManyRequests => network::TOO_MANY_REQUESTS,
    UnreadableAnswer => network::UNREADABLE_ANSWER,

    SalesforceAnswers => sign_in::SALESFORCE_ANSWERS,
    SignedIn => sign_in::SIGNED_IN,
    AuthenticationFailure => sign_in::AUTHENTICATION_FAILURE,
    IpRestricted => place::IP_RESTRICTED,
    IpOrHoursRestricted => place::IP_OR_HOURS_RESTRICTED,
    InactiveUser => sign_in::INACTIVE_USER,
    InactiveOrg => sign_in::INACTIVE_ORG,
    TooManySignIns => sign_in::TOO_MANY_SIGN_INS,
    FlowNotSupported => sign_in::FLOW_NOT_SUPPORTED,
    PasswordFlowEnded => sign_in::PASSWORD_FLOW_ENDED,
    DomainNotSupported => sign_in::DOMAIN_NOT_SUPPORTED,
    RequestMalformed => sign_in::REQUEST_MALFORMED,
    OtherFlow => sign_in::OTHER_FLOW,
    TokenExpired => sign_in::TOKEN_EXPIRED,
    SignInRefused => sign_in::SIGN_IN_REFUSED,
    SignInPaused => sign_in::SIGN_IN_PAUSED,
    Cancelled => sign_in::CANCELLED,
    RouteClosed => sign_in::ROUTE_CLOSED,

    InvalidClientId => app::INVALID_CLIENT_ID,
    InvalidClientSecret => app::INVALID_CLIENT_SECRET,
    AppBlocked => app::APP_BLOCKED,
    AppNotInstalled => app::APP_NOT_INSTALLED,
    AppNotInOrg => app::APP_NOT_IN_ORG,
    AppNotApproved => app::APP_NOT_APPROVED,
    ConsumerNotApproved => app::CONSUMER_NOT_APPROVED,
    AppApprovalRefused => app::APP_APPROVAL_REFUSED,
    RunAsMissing => app::RUN_AS_MISSING,
    ClientCredentialsOff => app::CLIENT_CREDENTIALS_OFF,
    NoValidScopes => app::NO_VALID_SCOPES,

    PasswordFlowOff => login_history::PASSWORD_FLOW_OFF,
    PasswordOrTokenWrong => login_history::PASSWORD_OR_TOKEN_WRONG,
    TokenRequired => login_history::TOKEN_REQUIRED,
    NoNewLine => login_history::NO_NEW_LINE,
    UsernameUnknown => login_history::USERNAME_UNKNOWN,
    UserLocked => login_history::USER_LOCKED,
    UserFrozen => login_history::USER_FROZEN,
    LoginIpRange => place::LOGIN_IP_RANGE,
    AppIpNotAllowed => place::APP_IP_NOT_ALLOWED,
    LoginHours => place::LOGIN_HOURS,
    MyDomainOnly => place::MY_DOMAIN_ONLY,
    RestrictedCountry => place::RESTRICTED_COUNTRY,
    ActivationRequired => login_history::ACTIVATION_REQUIRED,
    MfaRequired => login_history::MFA_REQUIRED,
    LightningLogin => login_history::LIGHTNING_LOGIN,
    SingleSignOn => login_history::SINGLE_SIGN_ON,
    ApiOnlySignIn => login_history::API_ONLY_SIGN_IN,
    OauthApiOff => org::OAUTH_API_OFF,
    AppDeleted => app::APP_DELETED,
    LoginApiTooOld => org::LOGIN_API_TOO_OLD,
    OrgInMaintenance => org::ORG_IN_MAINTENANCE,
    TrialExpired => org::TRIAL_EXPIRED,
    OtherSignIn => org::OTHER_SIGN_IN,
    OtherStatus => org::OTHER_STATUS,

    SoapLoginOff => soap::SOAP_LOGIN_OFF,
    SoapNeedsPermission => soap::SOAP_NEEDS_PERMISSION,

    PasswordExpired => after_sign_in::PASSWORD_EXPIRED,
    MutualAuthentication => after_sign_in::MUTUAL_AUTHENTICATION,
    ApiDisabled => after_sign_in::API_DISABLED,
    ApiDisabledForUser => after_sign_in::API_DISABLED_FOR_USER,
    RestApiDisabled => after_sign_in::REST_API_DISABLED,
    ApiLimitUsedUp => after_sign_in::API_LIMIT_USED_UP,
    SessionRefused => after_sign_in::SESSION_REFUSED,
    ApiAccessControlled => after_sign_in::API_ACCESS_CONTROLLED,
    ApiVersionRetired => after_sign_in::API_VERSION_RETIRED,
    PolicyBlocks => after_sign_in::POLICY_BLOCKS,
    ReadRefused => after_sign_in::READ_REFUSED,
    IdentityConfirmed => after_sign_in::IDENTITY_CONFIRMED,
    IdentityUnread => after_sign_in::IDENTITY_UNREAD,
    OtherUser => after_sign_in::OTHER_USER,
    OrgPinned => after_sign_in::ORG_PINNED,
    OrgFirstSeen => after_sign_in::ORG_FIRST_SEEN,
    OrgDiffers => after_sign_in::ORG_DIFFERS,
    EnvironmentAsExpected => after_sign_in::ENVIRONMENT_AS_EXPECTED,
    EnvironmentDiffers => after_sign_in::ENVIRONMENT_DIFFERS,
    EditionSupported => after_sign_in::EDITION_SUPPORTED,
    EditionOther => after_sign_in::EDITION_OTHER,
    CannotTell => after_sign_in::CANNOT_TELL,
    NotAsked => after_sign_in::NOT_ASKED,

    SignatureGood => preflight::SIGNATURE_GOOD,
    SignatureDiffers => preflight::SIGNATURE_DIFFERS,
    SignatureMissing => preflight::SIGNATURE_MISSING,
    RestAnswers => preflight::REST_ANSWERS,
    UserAsExpected => preflight::USER_AS_EXPECTED,
    UserInactive => preflight::USER_INACTIVE,
    UserUnread => preflight::USER_UNREAD,
    LicenceOther => preflight::LICENCE_OTHER,
    ApiPermitted => preflight::API_PERMITTED,
    PasswordStays => preflight::PASSWORD_STAYS,
    PasswordWillExpire => preflight::PASSWORD_WILL_EXPIRE,
    NotOnThisRoute => preflight::NOT_ON_THIS_ROUTE,
    PermissionsFit => preflight::PERMISSIONS_FIT,
    MoreRights => preflight::MORE_RIGHTS,
    ApiOnlyUser => preflight::API_ONLY_USER,
    CredentialRight => preflight::CREDENTIAL_RIGHT,
    NoCredentialRight => preflight::NO_CREDENTIAL_RIGHT,
    NotWanted => preflight::NOT_WANTED,
    ApiCallsLeft => preflight::API_CALLS_LEFT,
    ApiCallsLow => preflight::API_CALLS_LOW,
    PackageThere => preflight::PACKAGE_THERE,
    PackageNotSeen => preflight::PACKAGE_NOT_SEEN,
    PackageUnknown => preflight::PACKAGE_UNKNOWN,
    CredentialsListed => preflight::CREDENTIALS_LISTED,
    CredentialsUnread => preflight::CREDENTIALS_UNREAD,
    SignInsRead => preflight::SIGN_INS_READ,
    SignInsUnread => preflight::SIGN_INS_UNREAD,
    EndpointThere => preflight::ENDPOINT_THERE,
    EndpointNoPost => preflight::ENDPOINT_NO_POST,
    EndpointAnswersGet => preflight::ENDPOINT_ANSWERS_GET,
    EndpointNoAccess => preflight::ENDPOINT_NO_ACCESS,
    EndpointNotFound => preflight::ENDPOINT_NOT_FOUND,
    EndpointUnknown => preflight::ENDPOINT_UNKNOWN,
    EndpointNotAsked => preflight::ENDPOINT_NOT_ASKED,
    DeskOnly => preflight::DESK_ONLY,

    GcisNotConfigured => gcis::GCIS_NOT_CONFIGURED,
    GcisAddressInvalid => gcis::GCIS_ADDRESS_INVALID,
    NamespaceInvalid => typed::NAMESPACE_INVALID,
    ProxyInvalid => gcis::PROXY_INVALID,
    ConnectionSettings => gcis::CONNECTION_SETTINGS,
    TrustInvalid => gcis::TRUST_INVALID,
    DestinationNew => gcis::DESTINATION_NEW,
    GcisUnreachable => gcis::GCIS_UNREACHABLE,
    GcisDown => gcis::GCIS_DOWN,
    GcisSignInRefused => gcis::GCIS_SIGN_IN_REFUSED,
    GcisRefused => gcis::GCIS_REFUSED,
    VerificationRefused => gcis::VERIFICATION_REFUSED,
    NoTenants => gcis::NO_TENANTS,
    AlreadyConnected => gcis::ALREADY_CONNECTED,
    ListFirst => gcis::LIST_FIRST,
    OutcomeUnknown => gcis::OUTCOME_UNKNOWN,
    VerifyFirst => gcis::VERIFY_FIRST,
    OnlyInThePortal => gcis::ONLY_IN_THE_PORTAL,
    AlreadyRegistered => gcis::ALREADY_REGISTERED,
    RegisteredInPortal => registration::REGISTERED_IN_PORTAL,
    NotRegistered => gcis::NOT_REGISTERED,
    CredentialBusy => gcis::CREDENTIAL_BUSY,
    CredentialOtherState => named_credential::CREDENTIAL_OTHER_STATE,
    OrgNameDiffers => named_credential::ORG_NAME_DIFFERS,
    ReminderOutOfBounds => named_credential::REMINDER_OUT_OF_BOUNDS,
    NothingToRemind => named_credential::NOTHING_TO_REMIND,
    CredentialFailed => gcis::CREDENTIAL_FAILED,
    CredentialUnchanged => gcis::CREDENTIAL_UNCHANGED,
    CredentialUnsettled => gcis::CREDENTIAL_UNSETTLED,

    TenantNotConfirmed => registration::TENANT_NOT_CONFIRMED,
    TenantNotListed => registration::TENANT_NOT_LISTED,
    InstanceDiffers => registration::INSTANCE_DIFFERS,
    InstanceNotShown => registration::INSTANCE_NOT_SHOWN,
    ConflictUnnamed => registration::CONFLICT_UNNAMED,
    InstanceGone => registration::INSTANCE_GONE,
    ReplacementUnknown => registration::REPLACEMENT_UNKNOWN,
    GcisSays => registration::GCIS_SAYS,

    NothingToMove => moving::NOTHING_TO_MOVE,
    MoveIsOn => moving::MOVE_IS_ON,
    RouteInUse => moving::ROUTE_IN_USE,
    MoveKeepsBoth => moving::MOVE_KEEPS_BOTH,
    MoveOutcomeUnknown => moving::MOVE_OUTCOME_UNKNOWN,
    MoveNotReady => moving::MOVE_NOT_READY,
    MoveNotSeen => moving::MOVE_NOT_SEEN,
    MoveEnded => moving::MOVE_ENDED,

    RecordMissing => computer::RECORD_MISSING,
    RecordDamaged => computer::RECORD_DAMAGED,
    RecordNewer => computer::RECORD_NEWER,
    SettingsDamaged => computer::SETTINGS_DAMAGED,
    RefusalsDamaged => computer::REFUSALS_DAMAGED,
    ComputerFileNewer => computer::COMPUTER_FILE_NEWER,
    DiskFailed => computer::DISK_FAILED,
    FolderNotEmpty => computer::FOLDER_NOT_EMPTY,
    PracticeOff => computer::PRACTICE_OFF,
    PracticeRun => computer::PRACTICE_RUN,
    CommandIncomplete => computer::COMMAND_INCOMPLETE,
    RunningElsewhere => computer::RUNNING_ELSEWHERE,
    AlreadyRunning => computer::ALREADY_RUNNING,
    NothingToOpen => computer::NOTHING_TO_OPEN,
    ClipboardFailed => computer::CLIPBOARD_FAILED,
    Internal => computer::INTERNAL,
}

impl Code {
    /// The code of a stable name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|code| code.entry().name == name)
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.entry().name)
    }
}

/// A name of another version is read as *cannot tell*.
impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let name = String::deserialize(from)?;
        Ok(Self::of_name(&name).unwrap_or(Self::CannotTell))
    }
}
