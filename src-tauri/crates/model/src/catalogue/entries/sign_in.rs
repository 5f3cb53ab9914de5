//! Signing in to Salesforce: what it says of the user, the org, the host and the request.

use crate::Route::{ConnectedApp, ExternalClientApp};
use crate::catalogue::{Entry, Remedy, Retry};
use crate::guide::connected_app::CALLBACK_URL;
use crate::guide::link::Link;

pub(in crate::catalogue) const SALESFORCE_ANSWERS: Entry = Entry::new(
    "salesforce_answers",
    Retry::Never,
    "Salesforce answers",
    &[],
);

pub(in crate::catalogue) const SIGNED_IN: Entry =
    Entry::new("signed_in", Retry::Never, "Signed in", &[]);

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
            "Change something before you try again: some orgs lock the user after three \
             attempts, and the portal’s count too.",
        )
        .on(ConnectedApp),
        Remedy::new(
            "If the Status is Username-Password Flow Disabled, switch on Allow OAuth \
             Username-Password Flows.",
        )
        .at(Link::OAuthSettings)
        .on(ConnectedApp),
        Remedy::new(
            "If that is on already, key and secret may belong to an External Client App: use \
             those of a connected app.",
        )
        .at(Link::AppManager)
        .on(ConnectedApp),
        Remedy::new(
            "If the Status is Invalid Password or API security token required, enter both anew: \
             a new password always makes a new token.",
        )
        .on(ConnectedApp),
        Remedy::new(
            "If the Status is Password Lockout, User is Frozen or User is Inactive, open the \
             user and unlock, unfreeze or activate it.",
        )
        .at(Link::Users),
        Remedy::new(
            "If the Status is Restricted IP or Restricted time, review Login IP Ranges and Login \
             Hours on the user’s profile.",
        )
        .at(Link::Profiles),
        Remedy::new("If the Status is Restricted domain, use your My Domain host as Login URL.")
            .at(Link::MyDomain)
            .on(ConnectedApp),
        Remedy::new(
            "If there is no new line, the Username or the Login URL belongs to another org. A \
             sandbox Username ends in the sandbox’s name.",
        )
        .on(ConnectedApp),
        Remedy::new("If there is no new line, the Login URL or the key belongs to another org.")
            .at(Link::MyDomain)
            .on(ExternalClientApp),
        Remedy::new("Check on the app’s Policies tab that Run As names the service user.")
            .at(Link::ExternalClientAppManager)
            .on(ExternalClientApp),
    ],
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
    &[
        Remedy::new("Contact Salesforce: a trial may have ended, or the org may be suspended.")
            .copy("help.salesforce.com"),
        Remedy::new("If it is a sandbox, wait: it may be refreshing or moving."),
    ],
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
    "This host does not offer this sign-in",
    &[
        Remedy::new(
            "Use your My Domain host as Login URL, login.salesforce.com for production or \
             test.salesforce.com for a sandbox.",
        )
        .at(Link::MyDomain)
        .on(ConnectedApp),
        Remedy::new("Use your own My Domain host as Login URL: it ends in .my.salesforce.com.")
            .at(Link::MyDomain)
            .on(ExternalClientApp),
        Remedy::new(
            "If Release Updates shows that the username-password flow is retired here, the \
             connector needs an External Client App.",
        )
        .at(Link::ReleaseUpdates)
        .on(ConnectedApp),
    ],
)
.blocking();

/// What `unsupported_grant_type` most likely means from the day of [`crate::guide::dates`] on; what
/// Salesforce really answers then is not known.
pub(in crate::catalogue) const PASSWORD_FLOW_ENDED: Entry = Entry::new(
    "password_flow_ended",
    Retry::AfterChange,
    "Salesforce has most likely ended the username-password sign-in for this org",
    &[
        Remedy::new(
            "Change this onboarding to the External client app route: it needs no password and \
             no security token.",
        )
        .at(Link::ExternalClientAppManager),
        Remedy::new("Ask your Gentrack contact to move a connector that already runs."),
        Remedy::new("Check Release Updates for the end of the username-password flow.")
            .at(Link::ReleaseUpdates),
    ],
)
.blocking();

pub(in crate::catalogue) const DOMAIN_NOT_SUPPORTED: Entry = Entry::new(
    "domain_not_supported",
    Retry::AfterEdit,
    "This host does not serve the client credentials sign-in",
    &[Remedy::new(
        "Enter your own My Domain host as Login URL: it ends in .my.salesforce.com. login, test \
         and Setup hosts do not do.",
    )
    .at(Link::MyDomain)],
)
.blocking();

pub(in crate::catalogue) const REQUEST_MALFORMED: Entry = Entry::new(
    "request_malformed",
    Retry::Never,
    "Salesforce says that the request was not made as it has to be",
    &[
        Remedy::new(
            "Ask your IT team whether a proxy changes requests to Salesforce; the one in use is \
             named under Settings.",
        ),
        Remedy::new("If there is no proxy, install the current version of Connector Setup."),
    ],
)
.blocking();

/// Errors of the sign-ins that pass through a browser, or carry an assertion or a refresh token.
pub(in crate::catalogue) const OTHER_FLOW: Entry = Entry::new(
    "other_flow",
    Retry::Never,
    "These words belong to a kind of sign-in that the connector does not use",
    &[
        Remedy::new("Find the program that showed these words: it is another one.")
            .at(Link::LoginHistory),
        Remedy::new(
            "Leave the app’s Callback URL as it is: the form wants one, this sign-in none.",
        )
        .copy(CALLBACK_URL),
    ],
)
.blocking();

pub(in crate::catalogue) const TOKEN_EXPIRED: Entry = Entry::new(
    "token_expired",
    Retry::AfterChange,
    "The access or refresh token of a program has expired or was revoked",
    &[Remedy::new(
        "Connect that program to Salesforce anew. Neither route here uses refresh tokens, so \
             it is another program.",
    )
    .at(Link::LoginHistory)],
)
.blocking();

pub(in crate::catalogue) const SIGN_IN_REFUSED: Entry = Entry::new(
    "sign_in_refused",
    Retry::AfterChange,
    "Salesforce refused the sign-in",
    &[
        Remedy::new("Read Salesforce’s own words under Details. Login History may say more.")
            .at(Link::LoginHistory),
    ],
)
.blocking();

pub(in crate::catalogue) const SIGN_IN_PAUSED: Entry = Entry::new(
    "sign_in_paused",
    Retry::Later,
    "Two tries for this user were refused or went unanswered, so the next one waits",
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
