//! What the questions after sign-in find, beside the errors that Salesforce may give.
//!
//! Sources: REST API Developer Guide and Object Reference for what each question can tell; the
//! vendor's page for what is wanted.

use crate::catalogue::{Entry, Remedy, Retry};
use crate::guide::link::Link;

pub(in crate::catalogue) const SIGNATURE_GOOD: Entry = Entry::new(
    "signature_good",
    Retry::Never,
    "The answer carries Salesforce’s signature",
    &[],
);

pub(in crate::catalogue) const SIGNATURE_DIFFERS: Entry = Entry::new(
    "signature_differs",
    Retry::AfterEdit,
    "The answer’s signature does not fit the Consumer Secret",
    &[
        Remedy::new(
            "If a new secret was generated and not applied yet, copy the one that is \
             in use now and verify again.",
        ),
        Remedy::new(
            "If it stays so, ask your IT team whether a proxy changes the traffic to \
             Salesforce.",
        ),
    ],
);

pub(in crate::catalogue) const SIGNATURE_MISSING: Entry = Entry::new(
    "signature_missing",
    Retry::Never,
    "The answer carries no signature, so it cannot be checked",
    &[],
);

pub(in crate::catalogue) const REST_ANSWERS: Entry =
    Entry::new("rest_answers", Retry::Never, "The REST API answers", &[]);

pub(in crate::catalogue) const USER_AS_EXPECTED: Entry = Entry::new(
    "user_as_expected",
    Retry::Never,
    "Active, with a licence that the page asks for",
    &[],
);

pub(in crate::catalogue) const USER_INACTIVE: Entry = Entry::new(
    "user_inactive",
    Retry::AfterChange,
    "Salesforce says that this user is not active",
    &[Remedy::new("Open the user and tick Active.").at(Link::Users)],
);

pub(in crate::catalogue) const USER_UNREAD: Entry = Entry::new(
    "user_unread",
    Retry::Now,
    "Cannot tell: Salesforce did not say this of the service user",
    &[
        Remedy::new("Open the user, and look at its profile, licence and permission sets.")
            .at(Link::Users),
    ],
);

pub(in crate::catalogue) const LICENCE_OTHER: Entry = Entry::new(
    "licence_other",
    Retry::AfterChange,
    "The page asks for the licence Salesforce, and this user has another",
    &[
        Remedy::new("Ask your Gentrack contact whether their package works with this licence."),
        Remedy::new("Or change the user’s User License to Salesforce.").at(Link::Users),
    ],
);

pub(in crate::catalogue) const API_PERMITTED: Entry = Entry::new(
    "api_permitted",
    Retry::Never,
    "The user may use the API",
    &[],
);

pub(in crate::catalogue) const PASSWORD_STAYS: Entry = Entry::new(
    "password_stays",
    Retry::Never,
    "The password never expires",
    &[],
);

pub(in crate::catalogue) const PASSWORD_WILL_EXPIRE: Entry = Entry::new(
    "password_will_expire",
    Retry::AfterChange,
    "The password expires by the org’s policy, and the connector stops on that day",
    &[
        Remedy::new("Give the user a permission set with Password Never Expires.")
            .at(Link::PermissionSets)
            .copy("Password Never Expires"),
    ],
);

pub(in crate::catalogue) const NOT_ON_THIS_ROUTE: Entry = Entry::new(
    "not_on_this_route",
    Retry::Never,
    "Not needed: this sign-in uses no password",
    &[],
);

pub(in crate::catalogue) const PERMISSIONS_FIT: Entry = Entry::new(
    "permissions_fit",
    Retry::Never,
    "No more rights than the connector should have",
    &[],
);

pub(in crate::catalogue) const MORE_RIGHTS: Entry = Entry::new(
    "more_rights",
    Retry::AfterChange,
    "The user may change all data of the org, more than the page asks for",
    &[
        Remedy::new(
            "Use the profile Standard User or an equivalent that can edit data, \
             without Modify All Data.",
        )
        .at(Link::Users),
        Remedy::new("Check the user’s permission sets for Modify All Data.")
            .at(Link::PermissionSets),
    ],
);

pub(in crate::catalogue) const API_ONLY_USER: Entry = Entry::new(
    "api_only_user",
    Retry::AfterChange,
    "This user is API Only: it cannot open Settings to get a new security token",
    &[Remedy::new(
        "If a new token is ever needed, take API Only User away before it is \
             reset, and put it back afterwards.",
    )
    .at(Link::PermissionSets)],
);

pub(in crate::catalogue) const CREDENTIAL_RIGHT: Entry = Entry::new(
    "credential_right",
    Retry::Never,
    "The user may create named credentials",
    &[],
);

pub(in crate::catalogue) const NO_CREDENTIAL_RIGHT: Entry = Entry::new(
    "no_credential_right",
    Retry::AfterChange,
    "The user may not create named credentials",
    &[
        Remedy::new(
            "Ask your Gentrack contact whether it is needed: only for API calls to \
             Gentrack, and only if GCIS writes the credential as this user.",
        ),
        Remedy::new("If so, give the user a permission set with Manage Named Credentials.")
            .at(Link::PermissionSets)
            .copy("Manage Named Credentials"),
    ],
);

pub(in crate::catalogue) const NOT_WANTED: Entry = Entry::new(
    "not_wanted",
    Retry::Never,
    "Not asked: API calls to Gentrack are not wanted",
    &[],
);

pub(in crate::catalogue) const API_CALLS_LEFT: Entry = Entry::new(
    "api_calls_left",
    Retry::Never,
    "The org has API calls left today",
    &[],
);

pub(in crate::catalogue) const API_CALLS_LOW: Entry = Entry::new(
    "api_calls_low",
    Retry::Later,
    "Less than a tenth of the org’s API calls is left today",
    &[
        Remedy::new("Find out what uses them before the connector adds its own.")
            .at(Link::CompanyInformation),
    ],
);

pub(in crate::catalogue) const PACKAGE_THERE: Entry = Entry::new(
    "package_there",
    Retry::Never,
    "Gentrack’s package is installed",
    &[],
);

pub(in crate::catalogue) const PACKAGE_NOT_SEEN: Entry = Entry::new(
    "package_not_seen",
    Retry::AfterChange,
    "No installed package of Gentrack was seen",
    &[
        Remedy::new("Look at Installed Packages. The install link comes from Gentrack.")
            .at(Link::InstalledPackages),
        Remedy::new(
            "If it is there under another name, ask Gentrack for its namespace and \
             enter that in Settings.",
        ),
    ],
);

pub(in crate::catalogue) const PACKAGE_UNKNOWN: Entry = Entry::new(
    "package_unknown",
    Retry::Now,
    "Cannot tell whether Gentrack’s package is installed",
    &[Remedy::new(
        "Look at Installed Packages yourself: the service user may not list \
             packages.",
    )
    .at(Link::InstalledPackages)],
);

pub(in crate::catalogue) const CREDENTIALS_LISTED: Entry = Entry::new(
    "credentials_listed",
    Retry::Never,
    "The named credentials could be listed",
    &[],
);

pub(in crate::catalogue) const CREDENTIALS_UNREAD: Entry = Entry::new(
    "credentials_unread",
    Retry::Now,
    "Cannot tell which named credentials there are",
    &[
        Remedy::new("Look at Named Credentials yourself: the service user may not list them.")
            .at(Link::NamedCredentials),
    ],
);

pub(in crate::catalogue) const SIGN_INS_READ: Entry = Entry::new(
    "sign_ins_read",
    Retry::Never,
    "The user’s own Login History can be read here",
    &[],
);

pub(in crate::catalogue) const SIGN_INS_UNREAD: Entry = Entry::new(
    "sign_ins_unread",
    Retry::Now,
    "Cannot tell who else signed in as this user",
    &[Remedy::new("Look at Login History yourself.").at(Link::LoginHistory)],
);

pub(in crate::catalogue) const ENDPOINT_THERE: Entry = Entry::new(
    "endpoint_there",
    Retry::Never,
    "The Event Endpoint exists and takes events",
    &[],
);

pub(in crate::catalogue) const ENDPOINT_NO_POST: Entry = Entry::new(
    "endpoint_no_post",
    Retry::AfterEdit,
    "Something answers at the Event Endpoint, and it takes no events",
    &[Remedy::new(
        "Compare the path with the one that your Gentrack contact gave you.",
    )],
);

pub(in crate::catalogue) const ENDPOINT_ANSWERS_GET: Entry = Entry::new(
    "endpoint_answers_get",
    Retry::Never,
    "Something answers at the Event Endpoint; whether it takes events cannot be told",
    &[Remedy::new(
        "Compare the path with the one that your Gentrack contact gave you.",
    )],
);

pub(in crate::catalogue) const ENDPOINT_NO_ACCESS: Entry = Entry::new(
    "endpoint_no_access",
    Retry::AfterChange,
    "The Event Endpoint exists, and the user may not call its Apex class",
    &[
        Remedy::new("Give the user the permission set of Gentrack’s package.")
            .at(Link::PermissionSets),
        Remedy::new("Or add the class named under Details to a permission set of the user.")
            .at(Link::ApexClasses),
    ],
);

pub(in crate::catalogue) const ENDPOINT_NOT_FOUND: Entry = Entry::new(
    "endpoint_not_found",
    Retry::AfterEdit,
    "Nothing answers at the Event Endpoint",
    &[
        Remedy::new(
            "Compare it letter by letter with what your Gentrack contact gave you: upper \
             and lower case count, and a package puts its namespace in front.",
        ),
        Remedy::new("Check that Gentrack’s package is installed.").at(Link::InstalledPackages),
    ],
);

pub(in crate::catalogue) const ENDPOINT_UNKNOWN: Entry = Entry::new(
    "endpoint_unknown",
    Retry::Now,
    "Cannot tell whether the Event Endpoint exists",
    &[Remedy::new(
        "Look under Details: Salesforce’s own words stand there.",
    )],
);

pub(in crate::catalogue) const ENDPOINT_NOT_ASKED: Entry = Entry::new(
    "endpoint_not_asked",
    Retry::Now,
    "Not asked: a GET may run code of the package, so it waits for your click",
    &[Remedy::new(
        "Ask the endpoint once you know that a GET does no harm there.",
    )],
);

pub(in crate::catalogue) const DESK_ONLY: Entry = Entry::new(
    "desk_only",
    Retry::Never,
    "Cannot tell from here: this sign-in came from this computer, and the connector’s will come \
     from Gentrack’s addresses",
    &[
        Remedy::new(
            "If the profile has Login IP Ranges, ask Gentrack for GCIS’s addresses and \
             add those. Adding only this computer’s mends nothing.",
        )
        .at(Link::Profiles),
        Remedy::new(
            "If this computer’s address is among the org’s trusted ranges, the security token \
             was not checked here: make sure that it is the latest one.",
        )
        .at(Link::NetworkAccess)
        .on(crate::Route::ConnectedApp),
    ],
);
