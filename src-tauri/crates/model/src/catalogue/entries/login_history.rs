//! What the statuses of Login History mean: one cause and one clear first fix each.
//!
//! Those of the org and of the place stand in rooms of their own. Source: Object Reference, *Login
//! Event Type: `LOGIN_STATUS` Values*. Where it does not explain a status, the entry says what is
//! likely.

use crate::Route::{ConnectedApp, ExternalClientApp};
use crate::catalogue::{Entry, Remedy, Retry};
use crate::guide::link::Link;

/// For a status that only a sign-in with a password can have.
const NOT_THIS_ROUTE: Remedy = Remedy::new(
    "Look at Application and Source IP of the line: this route sends no password, so another \
     program made it.",
)
.at(Link::LoginHistory)
.on(ExternalClientApp);

pub(in crate::catalogue) const PASSWORD_FLOW_OFF: Entry = Entry::new(
    "password_flow_off",
    Retry::AfterChange,
    "The org does not let this app sign in with a password",
    &[
        Remedy::new(
            "Switch on Allow OAuth Username-Password Flows. It takes effect within a minute or \
             two.",
        )
        .at(Link::OAuthSettings)
        .on(ConnectedApp),
        Remedy::new(
            "If it is on, key and secret may be those of an External Client App, which cannot \
             sign in so: use a connected app’s.",
        )
        .at(Link::AppManager)
        .on(ConnectedApp),
        NOT_THIS_ROUTE,
    ],
)
.blocking();

pub(in crate::catalogue) const PASSWORD_OR_TOKEN_WRONG: Entry = Entry::new(
    "password_or_token_wrong",
    Retry::AfterEdit,
    "The password or the security token is wrong or out of date; the status is the same for both",
    &[
        Remedy::new(
            "Enter both again on the Credentials page, the token from the newest mail: a new \
             password always makes a new token.",
        )
        .on(ConnectedApp),
        Remedy::new("If the newest token is lost, reset it, signed in as the service user.")
            .at(Link::ResetSecurityToken)
            .on(ConnectedApp)
            .disturbs(),
        Remedy::new(
            "If the password is lost, open the user and click Reset Password; a new token comes \
             with it.",
        )
        .at(Link::Users)
        .on(ConnectedApp)
        .disturbs(),
        NOT_THIS_ROUTE,
    ],
)
.blocking();

pub(in crate::catalogue) const TOKEN_REQUIRED: Entry = Entry::new(
    "token_required",
    Retry::AfterEdit,
    "The security token is missing behind the password",
    &[
        Remedy::new("Enter the security token from the newest mail on the Credentials page.")
            .on(ConnectedApp),
        Remedy::new("If there is no such mail, reset the token, signed in as the service user.")
            .at(Link::ResetSecurityToken)
            .on(ConnectedApp)
            .disturbs(),
        Remedy::new(
            "If that page is missing, look for Login IP Ranges, API Only User and MFA for API \
             Logins: each of them hides it.",
        )
        .at(Link::Profiles)
        .on(ConnectedApp),
        NOT_THIS_ROUTE,
    ],
)
.blocking();

pub(in crate::catalogue) const NO_NEW_LINE: Entry = Entry::new(
    "no_new_line",
    Retry::AfterEdit,
    "The attempt did not reach this org, or not this user",
    &[
        Remedy::new(
            "Compare the Username letter by letter with the user’s page; in a sandbox it ends in \
             the sandbox’s name.",
        )
        .at(Link::Users)
        .on(ConnectedApp),
        Remedy::new("Enter this org’s own My Domain host as Login URL.").at(Link::MyDomain),
        Remedy::new("Check that key and secret come from an app of this very org.")
            .at(Link::ExternalClientAppManager)
            .on(ExternalClientApp),
    ],
)
.blocking();

pub(in crate::catalogue) const USERNAME_UNKNOWN: Entry = Entry::new(
    "username_unknown",
    Retry::AfterEdit,
    "This host knows no user of that name",
    &[
        Remedy::new(
            "Copy the Username from the user’s page and enter it again; in a sandbox it ends in \
             the sandbox’s name.",
        )
        .at(Link::Users),
        Remedy::new("Enter this org’s own My Domain host as Login URL.").at(Link::MyDomain),
    ],
)
.blocking();

pub(in crate::catalogue) const USER_LOCKED: Entry = Entry::new(
    "user_locked",
    Retry::AfterChange,
    "The user is locked after too many wrong attempts",
    &[
        Remedy::new("Open the user and click Unlock.").at(Link::Users),
        Remedy::new(
            "Find what else tries an old password, the portal included: its attempts lock the \
             user again.",
        )
        .at(Link::LoginHistory),
        Remedy::new("If you wait instead, Password Policies say how long; it can be forever.")
            .at(Link::PasswordPolicies),
    ],
)
.blocking();

pub(in crate::catalogue) const USER_FROZEN: Entry = Entry::new(
    "user_frozen",
    Retry::AfterChange,
    "An admin has frozen the user",
    &[Remedy::new("Open the user and click Unfreeze.").at(Link::Users)],
)
.blocking();

pub(in crate::catalogue) const ACTIVATION_REQUIRED: Entry = Entry::new(
    "activation_required",
    Retry::AfterEdit,
    "Salesforce does not know the computer, and a program cannot answer its question",
    &[
        Remedy::new(
            "Enter the security token on the Credentials page: from an unknown address it \
             answers in the computer’s place.",
        )
        .on(ConnectedApp),
        Remedy::new(
            "If the token is there, ask Gentrack for GCIS’s addresses and add them to the \
             trusted ranges.",
        )
        .at(Link::NetworkAccess)
        .on(ConnectedApp),
        NOT_THIS_ROUTE,
    ],
)
.blocking();

pub(in crate::catalogue) const MFA_REQUIRED: Entry = Entry::new(
    "mfa_required",
    Retry::AfterChange,
    "The user needs multi-factor authentication, which no program can answer unattended",
    &[
        Remedy::new(
            "Take Multi-Factor Authentication for API Logins out of the service user’s profile and \
             permission sets.",
        )
        .at(Link::PermissionSets)
        .copy("Multi-Factor Authentication for API Logins")
        .on(ConnectedApp),
        Remedy::new(
            "If your company requires it, ask Gentrack for the External client app route: it \
             needs no password.",
        )
        .on(ConnectedApp),
        NOT_THIS_ROUTE,
    ],
)
.blocking();

pub(in crate::catalogue) const LIGHTNING_LOGIN: Entry = Entry::new(
    "lightning_login",
    Retry::AfterChange,
    "The user is set up for Lightning Login, which uses no password",
    &[
        Remedy::new("Open the user and cancel its Lightning Login, so that the password counts.")
            .at(Link::Users)
            .on(ConnectedApp),
        NOT_THIS_ROUTE,
    ],
)
.blocking();

pub(in crate::catalogue) const SINGLE_SIGN_ON: Entry = Entry::new(
    "single_sign_on",
    Retry::AfterChange,
    "The user signs in through your company’s own service, so Salesforce keeps no password for it",
    &[
        Remedy::new(
            "Take Is Single Sign-On Enabled out of the user’s profile and permission sets, then set \
             a password.",
        )
        .at(Link::PermissionSets)
        .copy("Is Single Sign-On Enabled")
        .on(ConnectedApp)
        .disturbs(),
        NOT_THIS_ROUTE,
    ],
)
.blocking();

pub(in crate::catalogue) const API_ONLY_SIGN_IN: Entry = Entry::new(
    "api_only_sign_in",
    Retry::AfterChange,
    "An API Only user tried to sign in through a page",
    &[
        Remedy::new(
            "Take API Only User away while this user sets its password and gets its token; then \
             decide whether to put it back.",
        )
        .at(Link::PermissionSets)
        .copy("API Only User")
        .on(ConnectedApp),
        Remedy::new("Leave it as it is: API Only suits this route, and a browser made this line.")
            .at(Link::LoginHistory)
            .on(ExternalClientApp),
    ],
)
.blocking();
