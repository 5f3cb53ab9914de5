//! The service account: a Salesforce user for the connector alone.
//!
//! On the external client app route the same user is made, but nobody ever signs in as it.

use super::{Setting, Task, Value, link::Link};

/// The page's name for the user, with the sandbox's suffix where it is one.
pub const USERNAME: &str = "gcis-salesforce-sales-cloud-connector@[your domain][sandbox suffix]";

/// The page's *Name*.
const NAME: &str = "gcis-salesforce-sales-cloud-connector";

const ALIAS: &str = "gcis";

/// The page's *Email Address*.
const EMAIL: &str = "gcis-salesforce-sales-cloud-connector@[your domain]";

/// Why the first question is asked.
pub const IN_USE: &str = "A new password or a new security token takes effect at once for \
     everything that signs in as this user. If a connector already uses it, that connector stops.";

/// Before the user is created.
pub const BEFORE: &[Task] = &[Task {
    id: "user.mailbox",
    title: "Make sure the mailbox exists and you can read it",
    detail: "The welcome mail and the security token go to this address, and nowhere else.",
    link: None,
}];

/// The New User form, with Salesforce's own labels.
///
/// The page gives *Name* and *Email Address*; Salesforce's form splits the name and asks for a
/// Username, which has to be unique in all of Salesforce.
pub const SETTINGS: &[Setting] = &[
    Setting {
        id: "user.first_name",
        label: "First Name",
        value: Value::Blank,
        note: "",
    },
    Setting {
        id: "user.last_name",
        label: "Last Name",
        value: Value::Text(NAME),
        note: "The page’s Name; Salesforce’s form asks for a Last Name.",
    },
    Setting {
        id: "user.alias",
        label: "Alias",
        value: Value::Text(ALIAS),
        note: "Eight characters at most.",
    },
    Setting {
        id: "user.email",
        label: "Email",
        value: Value::Text(EMAIL),
        note: "",
    },
    Setting {
        id: "user.username",
        label: "Username",
        value: Value::Text(USERNAME),
        note: "Looks like an address and has to be unique in all of Salesforce.",
    },
    Setting {
        id: "user.nickname",
        label: "Nickname",
        value: Value::Text(NAME),
        note: "",
    },
    Setting {
        id: "user.role",
        label: "Role",
        value: Value::Default,
        note: "Follow your org’s own rules; Gentrack’s page names none.",
    },
    Setting {
        id: "user.licence",
        label: "User License",
        value: Value::Choose("Salesforce"),
        note: "",
    },
    Setting {
        id: "user.profile",
        label: "Profile",
        value: Value::Choose("Standard User"),
        note: "Or an equivalent that can edit data.",
    },
];

/// What else decides whether GCIS can sign in tomorrow as it did today.
pub const REVIEW: &[Task] = &[
    Task {
        id: "user.password_never_expires",
        title: "Password never expires",
        detail: "Give the user a permission set with Password Never Expires. An expired password \
                 stops the connector, and a new one makes a new security token.",
        link: Some(Link::PermissionSets),
    },
    Task {
        id: "user.ip_ranges",
        title: "No login IP ranges that shut GCIS out",
        detail: "GCIS signs in from its own addresses. Login IP Ranges on the profile have to \
                 include them, or be empty; Gentrack can name them. With ranges set, Salesforce \
                 also hides the reset of the security token.",
        link: Some(Link::Profiles),
    },
    Task {
        id: "user.not_sso_only",
        title: "Not limited to single sign-on",
        detail: "Is Single Sign-On Enabled would make the password useless for the connector.",
        link: Some(Link::Profiles),
    },
];

/// From the welcome mail to the token.
pub const TOKEN: &[Task] = &[
    Task {
        id: "user.welcome",
        title: "Sign in as the new user, in a private window",
        detail: "Open the link of the welcome mail in a private window, so that your own session \
                 stays as it is, and set a password. If Salesforce asks to register a method for \
                 multi-factor authentication, register one that the team can reach later; the \
                 connector itself is not asked.",
        link: None,
    },
    Task {
        id: "user.reset_token",
        title: "Reset the security token",
        detail: "Still as this user: Settings ▸ My Personal Information ▸ Reset My Security Token \
                 ▸ Reset Security Token.",
        link: Some(Link::ResetSecurityToken),
    },
    Task {
        id: "user.token_arrived",
        title: "Take the token from the mail",
        detail: "It goes to the service user’s address, not to yours. Upper and lower case count. \
                 The one before it stops working at once.",
        link: None,
    },
];

/// Why *Reset My Security Token* can be missing (help.salesforce.com, `user_security_token`).
pub const LINK_MISSING: &str = "The link is not shown when the profile has Login IP Ranges, when \
     the user is API Only, or when Multi-Factor Authentication for API Logins applies. Take that \
     setting away, reset the token, then decide whether to put it back.";

/// The New User form on the external client app route.
///
/// Gentrack's newer page asks for *a licensed user profile* and names none. The Salesforce
/// Integration licence: help.salesforce.com, `platform.integration_user`.
pub const ECA_SETTINGS: &[Setting] = &[
    Setting {
        id: "eca_user.first_name",
        label: "First Name",
        value: Value::Blank,
        note: "",
    },
    Setting {
        id: "eca_user.last_name",
        label: "Last Name",
        value: Value::Text(NAME),
        note: "",
    },
    Setting {
        id: "eca_user.alias",
        label: "Alias",
        value: Value::Text(ALIAS),
        note: "Eight characters at most.",
    },
    Setting {
        id: "eca_user.email",
        label: "Email",
        value: Value::Text(EMAIL),
        note: "Salesforce writes here about this user; the sign-in does not need the mailbox.",
    },
    Setting {
        id: "eca_user.username",
        label: "Username",
        value: Value::Text(USERNAME),
        note: "Looks like an address and has to be unique in all of Salesforce. The app’s Run As \
               names it.",
    },
    Setting {
        id: "eca_user.nickname",
        label: "Nickname",
        value: Value::Text(NAME),
        note: "",
    },
    Setting {
        id: "eca_user.role",
        label: "Role",
        value: Value::Default,
        note: "Follow your org’s own rules; Gentrack’s page names none.",
    },
    Setting {
        id: "eca_user.licence",
        label: "User License",
        value: Value::Choose("Salesforce"),
        note: "Gentrack’s page asks for a licensed user. The Salesforce Integration licence is free \
               and made for this, but whether Gentrack’s package accepts it is not known: ask \
               Gentrack.",
    },
    Setting {
        id: "eca_user.profile",
        label: "Profile",
        value: Value::Choose("Standard User"),
        note: "Or an equivalent that can edit data.",
    },
];

/// What else decides whether GCIS can sign in, on the external client app route.
///
/// API Only: the Metadata API's `clientCredentialsFlowUser` says that the user must have it.
pub const ECA_REVIEW: &[Task] = &[
    Task {
        id: "eca_user.api_enabled",
        title: "API Enabled",
        detail: "The profile or a permission set has to grant it: without it Salesforce refuses \
                 every call of the connector.",
        link: Some(Link::PermissionSets),
    },
    Task {
        id: "eca_user.api_only",
        title: "API Only User, if nobody signs in as this user",
        detail: "Salesforce recommends it for Run As. The user can then no longer open Salesforce’s \
                 pages or get a security token, so not for a user that a connected app signs in as.",
        link: Some(Link::PermissionSets),
    },
    Task {
        id: "eca_user.ip_ranges",
        title: "No login IP ranges that shut GCIS out",
        detail: "GCIS signs in from its own addresses. Login IP Ranges on the profile have to \
                 include them, or be empty; Gentrack can name them.",
        link: Some(Link::Profiles),
    },
];

/// What this route does not ask of the user.
pub const ECA_NO_TOKEN: &str = "No password has to be set and no security token is needed: the welcome \
     mail can stay unopened.";
