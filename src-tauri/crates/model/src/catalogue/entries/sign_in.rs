//! Signing in to Salesforce.

use crate::catalogue::{Entry, Remedy, Retry};
use crate::guide::link::Link;

pub(in crate::catalogue) const SALESFORCE_ANSWERS: Entry = Entry::new(
    "salesforce_answers",
    Retry::Never,
    "Salesforce answers",
    &[],
);

pub(in crate::catalogue) const SIGNED_IN: Entry =
    Entry::new("signed_in", Retry::Never, "Signed in", &[]);

pub(in crate::catalogue) const INVALID_CLIENT_ID: Entry = Entry::new(
    "invalid_client_id",
    Retry::Later,
    "Salesforce does not know this Consumer Key here",
    &[
        Remedy::new(
            "If the connected app was saved less than ten minutes ago, wait and \
             verify again: it takes 2 to 10 minutes to work.",
        ),
        Remedy::new("Copy the Consumer Key again from Manage Consumer Details.")
            .at(Link::AppManager),
        Remedy::new(
            "Check the Login URL: a key works only where its app was made, production \
             or that sandbox.",
        ),
    ],
)
.blocking();

pub(in crate::catalogue) const INVALID_CLIENT_SECRET: Entry = Entry::new(
    "invalid_client_secret",
    Retry::AfterEdit,
    "The Consumer Secret does not fit the Consumer Key",
    &[Remedy::new(
        "Copy the Consumer Secret again from Manage Consumer Details, whole and \
             without spaces.",
    )
    .at(Link::AppManager)],
)
.blocking();

pub(in crate::catalogue) const APP_BLOCKED: Entry = Entry::new(
    "app_blocked",
    Retry::AfterChange,
    "The org blocks this app",
    &[
        Remedy::new("Find the app in the list and unblock or install it.")
            .at(Link::ConnectedAppsUsage),
    ],
)
.blocking();

pub(in crate::catalogue) const APP_NOT_IN_ORG: Entry = Entry::new(
    "app_not_in_org",
    Retry::AfterEdit,
    "The app behind this Consumer Key is not in the org that answered",
    &[
        Remedy::new("Use your own My Domain host as Login URL.").at(Link::MyDomain),
        Remedy::new(
            "Check that key and secret come from the connected app in this org, not \
             from an External Client App or another org.",
        )
        .at(Link::AppManager),
    ],
)
.blocking();

pub(in crate::catalogue) const APP_NOT_APPROVED: Entry = Entry::new(
    "app_not_approved",
    Retry::AfterChange,
    "The app is not approved for this user",
    &[Remedy::new(
        "On the app’s Manage page, add the user’s profile or a permission set, or \
             let all users self-authorise.",
    )
    .at(Link::AppManager)],
)
.blocking();

pub(in crate::catalogue) const AUTHENTICATION_FAILURE: Entry = Entry::new(
    "authentication_failure",
    Retry::AfterEdit,
    "Salesforce refused the sign-in and gave no reason",
    &[
        Remedy::new(
            "Open Login History and look at the newest line for this user: its Status \
             names the cause.",
        )
        .at(Link::LoginHistory),
        Remedy::new(
            "Change something before you try again: some orgs lock the user after \
             three wrong attempts.",
        ),
        Remedy::new(
            "Status Username-Password Flow Disabled: switch on Allow OAuth \
             Username-Password Flows.",
        )
        .at(Link::OAuthSettings)
        .copy("OAuth and OpenID Connect Settings"),
        Remedy::new(
            "The same status also appears when key and secret belong to an External \
             Client App: this sign-in needs those of a connected app.",
        ),
        Remedy::new(
            "Status Invalid Password, or API security token required: the password or \
             the security token is wrong or out of date. A new password always makes \
             a new token.",
        ),
        Remedy::new(
            "Status Password Lockout, User is Frozen or User is Inactive: open the \
             user and unlock, unfreeze or activate it.",
        )
        .at(Link::Users),
        Remedy::new(
            "Status Restricted IP, Restricted time or Restricted domain: review the \
             profile’s Login IP Ranges and Login Hours, and use your My Domain host \
             as Login URL.",
        )
        .at(Link::Profiles),
        Remedy::new(
            "No new line at all: the Username or the Login URL belongs to another \
             org. A sandbox Username ends in the sandbox’s name.",
        ),
    ],
)
.blocking();

pub(in crate::catalogue) const IP_RESTRICTED: Entry = Entry::new(
    "ip_restricted",
    Retry::AfterChange,
    "The user may not sign in from this address or at this hour",
    &[Remedy::new(
        "Review Login IP Ranges and Login Hours on the user’s profile. GCIS signs \
             in from other addresses than yours: ask Gentrack for its ranges.",
    )
    .at(Link::Profiles)],
)
.blocking();

pub(in crate::catalogue) const INACTIVE_USER: Entry = Entry::new(
    "inactive_user",
    Retry::AfterChange,
    "The service user is not active",
    &[Remedy::new("Open the user and tick Active.").at(Link::Users)],
)
.blocking();

pub(in crate::catalogue) const INACTIVE_ORG: Entry = Entry::new(
    "inactive_org",
    Retry::AfterChange,
    "The org is locked, closed or suspended",
    &[Remedy::new(
        "Contact Salesforce: a trial may have ended, or a sandbox may be \
             refreshing.",
    )],
)
.blocking();

pub(in crate::catalogue) const TOO_MANY_SIGN_INS: Entry = Entry::new(
    "too_many_sign_ins",
    Retry::Later,
    "This user signed in too often within the hour",
    &[Remedy::new(
        "Wait an hour. Salesforce allows 3,600 sign-ins per user and hour; find \
             out what else signs in as this user.",
    )
    .at(Link::LoginHistory)],
)
.blocking();

pub(in crate::catalogue) const FLOW_NOT_SUPPORTED: Entry = Entry::new(
    "flow_not_supported",
    Retry::AfterEdit,
    "This host does not offer the username-password sign-in",
    &[
        Remedy::new(
            "Use login.salesforce.com, test.salesforce.com or your My Domain host as \
             Login URL.",
        ),
        Remedy::new(
            "Once Salesforce has ended it, no host offers it: then the connector \
             needs an External Client App.",
        ),
    ],
)
.blocking();

pub(in crate::catalogue) const SIGN_IN_REFUSED: Entry = Entry::new(
    "sign_in_refused",
    Retry::AfterChange,
    "Salesforce refused the sign-in",
    &[
        Remedy::new("Its own words stand under Details. Login History may say more.")
            .at(Link::LoginHistory),
    ],
)
.blocking();

pub(in crate::catalogue) const SIGN_IN_PAUSED: Entry = Entry::new(
    "sign_in_paused",
    Retry::Later,
    "Salesforce refused this user twice, so the next try waits",
    &[
        Remedy::new(
            "Find the cause first: some orgs lock a user after three wrong tries, and \
             those of the portal count too.",
        )
        .at(Link::LoginHistory),
        Remedy::new("If the user is unlocked and the cause is mended, say so and try at once.")
            .at(Link::Users),
    ],
);

pub(in crate::catalogue) const CANCELLED: Entry = Entry::new(
    "cancelled",
    Retry::Now,
    "Stopped. Nothing was changed",
    &[Remedy::new("Verify again when you are ready.")],
);

pub(in crate::catalogue) const ROUTE_CLOSED: Entry = Entry::new(
    "route_closed",
    Retry::Never,
    "Salesforce has ended the username-password sign-in",
    &[Remedy::new(
        "Choose the external client app: it is the way that Gentrack’s current page \
         describes.",
    )],
);
