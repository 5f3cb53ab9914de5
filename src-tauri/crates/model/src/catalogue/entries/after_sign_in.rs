//! What is found once signed in.

use crate::Route::{ConnectedApp, ExternalClientApp};
use crate::catalogue::{Entry, Remedy, Retry};
use crate::guide::link::Link;

const PASSWORD_NEVER_EXPIRES: Remedy =
    Remedy::new("Give the user a permission set with Password Never Expires.")
        .at(Link::PermissionSets)
        .copy("Password Never Expires");

const NEW_PASSWORD: Remedy = Remedy::new(
    "Sign in as the service user and set a password; a new security token comes by mail. Enter \
     both on the Credentials page.",
)
.on(ConnectedApp)
.disturbs();

const NEW_PASSWORD_FOR_RUN_AS: Remedy =
    Remedy::new("Sign in once as the app’s Run As user and set a password that lasts.")
        .on(ExternalClientApp)
        .disturbs();

pub(in crate::catalogue) const PASSWORD_EXPIRED: Entry = Entry::new(
    "password_expired",
    Retry::AfterChange,
    "The service user’s password has expired or was never set",
    &[
        NEW_PASSWORD,
        NEW_PASSWORD_FOR_RUN_AS,
        PASSWORD_NEVER_EXPIRES,
    ],
)
.blocking();

/// Apex REST's words for the same (Apex Developer Guide, *Apex REST Methods*).
pub(in crate::catalogue) const MUTUAL_AUTHENTICATION: Entry = Entry::new(
    "mutual_authentication_failed",
    Retry::AfterChange,
    "Apex REST turned the user away: its password is temporary or has expired",
    &[
        NEW_PASSWORD,
        NEW_PASSWORD_FOR_RUN_AS,
        PASSWORD_NEVER_EXPIRES,
    ],
)
.blocking();

const API_ENABLED: Remedy = Remedy::new("Give the user a permission set with API Enabled.")
    .at(Link::PermissionSets)
    .copy("API Enabled");

pub(in crate::catalogue) const API_DISABLED: Entry = Entry::new(
    "api_disabled",
    Retry::AfterChange,
    "This user or this edition may not use the API",
    &[
        API_ENABLED,
        Remedy::new("Check the edition: Enterprise Edition includes the API.")
            .at(Link::CompanyInformation),
    ],
)
.blocking();

pub(in crate::catalogue) const API_DISABLED_FOR_USER: Entry = Entry::new(
    "api_disabled_for_user",
    Retry::AfterChange,
    "This user may not use the API",
    &[API_ENABLED],
)
.blocking();

pub(in crate::catalogue) const REST_API_DISABLED: Entry = Entry::new(
    "rest_api_disabled",
    Retry::AfterChange,
    "The REST API is not available in this org",
    &[
        Remedy::new("Check the edition: Enterprise Edition includes the API, Group does not.")
            .at(Link::CompanyInformation),
        Remedy::new("If the edition includes it, give the user a permission set with API Enabled.")
            .at(Link::PermissionSets)
            .copy("API Enabled"),
    ],
)
.blocking();

pub(in crate::catalogue) const API_LIMIT_USED_UP: Entry = Entry::new(
    "api_limit_used_up",
    Retry::Later,
    "The org’s daily API calls are used up",
    &[
        Remedy::new("Wait until the 24-hour window moves on, or find out what uses them.")
            .at(Link::CompanyInformation),
    ],
)
.blocking();

pub(in crate::catalogue) const SESSION_REFUSED: Entry = Entry::new(
    "session_refused",
    Retry::Now,
    "Salesforce signed the user in and then refused the session",
    &[
        Remedy::new("Verify once more: a session can end early."),
        Remedy::new("If it happens again, see whether sessions are locked to an IP address.")
            .at(Link::SessionSettings)
            .copy(LOCK_TO_ADDRESS),
    ],
)
.blocking();

const LOCK_TO_ADDRESS: &str = "Lock sessions to the IP address from which they originated";

pub(in crate::catalogue) const API_ACCESS_CONTROLLED: Entry = Entry::new(
    "api_access_controlled",
    Retry::AfterChange,
    "The session may not use the REST API",
    &[
        Remedy::new("If only approved apps may use the API, approve this one.")
            .at(Link::ApiAccessControl),
        Remedy::new("Check that the app has the scope Full access.")
            .at(Link::AppManager)
            .copy("Full access (full)")
            .on(ConnectedApp),
        Remedy::new(
            "Check that the app has the scope Manage user data via APIs (api), or Full access.",
        )
        .at(Link::ExternalClientAppManager)
        .copy("Manage user data via APIs (api)")
        .on(ExternalClientApp),
        Remedy::new("If both are so, see whether sessions are locked to an IP address.")
            .at(Link::SessionSettings)
            .copy(LOCK_TO_ADDRESS),
    ],
)
.blocking();

pub(in crate::catalogue) const API_VERSION_RETIRED: Entry = Entry::new(
    "api_version_retired",
    Retry::AfterChange,
    "The org does not speak an API version that this program knows",
    &[
        Remedy::new("Install the current version of Connector Setup."),
        Remedy::new("If it is the current one, see what Salesforce says here of API versions.")
            .at(Link::ReleaseUpdates),
    ],
)
.blocking();

pub(in crate::catalogue) const POLICY_BLOCKS: Entry = Entry::new(
    "policy_blocks",
    Retry::AfterChange,
    "A transaction security policy of the org stops this user",
    &[
        Remedy::new("Ask your Salesforce admin to exempt the service user from the policy.")
            .copy("Transaction Security Policies"),
    ],
)
.blocking();

pub(in crate::catalogue) const READ_REFUSED: Entry = Entry::new(
    "read_refused",
    Retry::AfterChange,
    "Salesforce did not let the service user read this",
    &[Remedy::new(
        "Read Salesforce’s own words under Details; it need not stop the connector.",
    )],
);

pub(in crate::catalogue) const IDENTITY_CONFIRMED: Entry = Entry::new(
    "identity_confirmed",
    Retry::Never,
    "Salesforce named the user",
    &[],
);

pub(in crate::catalogue) const IDENTITY_UNREAD: Entry = Entry::new(
    "identity_unread",
    Retry::AfterChange,
    "Salesforce signed the user in and did not name it; the org is known from \
             the sign-in",
    &[
        Remedy::new(
            "Check that the app has the scope Full access; it need not stop the connector.",
        )
        .at(Link::AppManager)
        .on(ConnectedApp),
        Remedy::new(
            "If the org is right, go on. To have the user’s name read too, give the app the scope \
             Access the identity URL service.",
        )
        .at(Link::ExternalClientAppManager)
        .copy("Access the identity URL service")
        .on(ExternalClientApp),
    ],
);

pub(in crate::catalogue) const OTHER_USER: Entry = Entry::new(
    "other_user",
    Retry::AfterEdit,
    "Salesforce signed in a user with another name than the one entered",
    &[
        Remedy::new("Compare the Username on the Credentials page with the one in Salesforce.")
            .at(Link::Users),
    ],
);

pub(in crate::catalogue) const ORG_PINNED: Entry =
    Entry::new("org_pinned", Retry::Never, "The same org as before", &[]);

pub(in crate::catalogue) const ORG_FIRST_SEEN: Entry = Entry::new(
    "org_first_seen",
    Retry::Never,
    "First sign-in: this org is now the one for this onboarding",
    &[],
);

pub(in crate::catalogue) const ORG_DIFFERS: Entry = Entry::new(
    "org_differs",
    Retry::AfterEdit,
    "This is another org than the one verified before",
    &[
        Remedy::new(
            "If the Login URL or the Username points to the wrong org, correct it on \
             the Credentials page.",
        ),
        Remedy::new(
            "If the sandbox was refreshed, it is a new org: start a new onboarding \
             for it, so that nothing of the old one is mixed in.",
        ),
    ],
)
.blocking();

pub(in crate::catalogue) const ENVIRONMENT_AS_EXPECTED: Entry = Entry::new(
    "environment_as_expected",
    Retry::Never,
    "Matches this onboarding",
    &[],
);

pub(in crate::catalogue) const ENVIRONMENT_DIFFERS: Entry = Entry::new(
    "environment_differs",
    Retry::AfterEdit,
    "Salesforce says production where this onboarding says sandbox, or the \
             reverse",
    &[Remedy::new(
        "Check the Login URL and the Username. If they are right, start a new \
             onboarding for the other environment.",
    )],
)
.blocking();

pub(in crate::catalogue) const EDITION_SUPPORTED: Entry = Entry::new(
    "edition_supported",
    Retry::Never,
    "The edition has what the connector needs",
    &[],
);

pub(in crate::catalogue) const EDITION_OTHER: Entry = Entry::new(
    "edition_other",
    Retry::AfterChange,
    "The page asks for Enterprise Edition, and this org has another",
    &[Remedy::new(
        "Ask your Gentrack contact whether this edition will do before you \
             register.",
    )
    .at(Link::CompanyInformation)],
);

pub(in crate::catalogue) const CANNOT_TELL: Entry = Entry::new(
    "cannot_tell",
    Retry::Now,
    "Cannot tell",
    &[
        Remedy::new("Look it up under Company Information; Salesforce did not say.")
            .at(Link::CompanyInformation),
    ],
);

pub(in crate::catalogue) const NOT_ASKED: Entry = Entry::new(
    "not_asked",
    Retry::Now,
    "Not asked, because an earlier check failed",
    &[],
);
