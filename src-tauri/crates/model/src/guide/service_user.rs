//! The service account: a Salesforce user for the connector alone.

use super::{Setting, Task, Value, link::Link};

/// The page's name for the user, with the sandbox's suffix where it is one.
pub const USERNAME: &str = "gcis-salesforce-sales-cloud-connector@[your domain][sandbox suffix]";

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
        value: Value::Text("gcis-salesforce-sales-cloud-connector"),
        note: "The page’s Name; Salesforce’s form asks for a Last Name.",
    },
    Setting {
        id: "user.alias",
        label: "Alias",
        value: Value::Text("gcis"),
        note: "Eight characters at most.",
    },
    Setting {
        id: "user.email",
        label: "Email",
        value: Value::Text("gcis-salesforce-sales-cloud-connector@[your domain]"),
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
        value: Value::Text("gcis-salesforce-sales-cloud-connector"),
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
