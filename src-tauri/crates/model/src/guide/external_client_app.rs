//! The external client app: the route on which GCIS signs in with key and secret alone.
//!
//! Gentrack's newer page asks for such an app and its settings are not public, so the rows are
//! Salesforce's own minimum for this sign-in (help.salesforce.com, KB 000886201; developer.salesforce.com,
//! *Create an External Client App*), and name, contact and addresses are those of the connected app.

use super::connected_app::{CALLBACK_URL, CONTACT_EMAIL, INFO_URL, NAME};
use super::link::Link;
use super::service_user::USERNAME;
use super::{Form, Setting, Value};

/// Why the app is made at all.
pub const WHY: &str = "The app lets GCIS sign in as the service user with a key and a secret. It \
     lets Salesforce track what the connector does, and limits it to what this app allows.";

/// What the route does without.
pub const NO_PASSWORD: &str = "This way needs no password and no security token, so no \
     password expires, nothing has to be reset, and no failed try can lock the user.";

/// What is not known of the vendor's side: Gentrack's page is public only in part.
pub const UNKNOWN_DIALOG: &str = "Gentrack’s own settings for this app, and the fields of its newer \
     Setup New Instance dialog, are not public: if yours show something else, follow them.";

/// Who may do this (help.salesforce.com, *External Client Apps*).
pub const PERMISSIONS: &str = "You need two permissions in Salesforce: Create, Edit, and Delete External \
     Client Apps; and View all External Client Apps, view their settings, and edit their policies.";

/// How soon a change counts (developer.salesforce.com, blog on external client apps).
pub const TAKES_EFFECT: &str = "Changes take effect at once. There is no wait of 2 to 10 minutes, as \
     with a connected app.";

/// Where key and secret are (help.salesforce.com, KB 000886201).
pub const KEY_AND_SECRET: &str = "Open the app in External Client App Manager: Settings ▸ OAuth \
     Settings ▸ Consumer Key and Secret. Salesforce mails a code to you, the admin; enter it, and \
     both values are shown. Keep that page open for the Credentials step.";

/// The forms, in the order of the clicks.
pub const FORMS: &[Form] = &[
    Form {
        id: "eca.create",
        title: "New External Client App",
        detail: "Setup ▸ External Client App Manager ▸ New External Client App. These rows stand \
                 under Basic Information.",
        link: Some(Link::ExternalClientAppManager),
        settings: BASIC_INFORMATION,
    },
    Form {
        id: "eca.api",
        title: "API (Enable OAuth Settings)",
        detail: "Further down on the same page. At the end, click Create.",
        link: None,
        settings: API,
    },
    Form {
        id: "eca.policies",
        title: "Policies",
        detail: "Open the app you just created, go to its Policies tab and click Edit. Save at \
                 the end.",
        link: Some(Link::ExternalClientAppManager),
        settings: POLICIES,
    },
];

const BASIC_INFORMATION: &[Setting] = &[
    Setting {
        id: "eca.name",
        label: "External Client App Name",
        value: Value::Text(NAME),
        note: "",
    },
    Setting {
        id: "eca.api_name",
        label: "API Name",
        value: Value::Generated,
        note: "",
    },
    Setting {
        id: "eca.contact_email",
        label: "Contact Email",
        value: Value::Text(CONTACT_EMAIL),
        note: "",
    },
    Setting {
        id: "eca.distribution",
        label: "Distribution State",
        value: Value::Choose("Local"),
        note: "The app stays in this org.",
    },
    Setting {
        id: "eca.info_url",
        label: "Info URL",
        value: Value::Text(INFO_URL),
        note: "",
    },
    Setting {
        id: "eca.other_fields",
        label: "All other fields",
        value: Value::Blank,
        note: "Contact Phone, Logo Image URL, Icon URL, Description",
    },
];

const API: &[Setting] = &[
    Setting {
        id: "eca.enable_oauth",
        label: "Enable OAuth",
        value: Value::Checked,
        note: "The rows below appear once this is checked.",
    },
    Setting {
        id: "eca.callback",
        label: "Callback URL",
        value: Value::Text(CALLBACK_URL),
        note: "The form wants one; the connector never uses it.",
    },
    Setting {
        id: "eca.scopes",
        label: "OAuth Scopes",
        value: Value::Choose("Manage user data via APIs (api)"),
        note: "Salesforce’s minimum for this sign-in. Gentrack’s older page asks for Full access \
               (full): ask Gentrack which it needs.",
    },
    Setting {
        id: "eca.flow",
        label: "Enable Client Credentials Flow",
        value: Value::Checked,
        note: "Under Flow Enablement. Salesforce asks you to confirm: click OK.",
    },
    Setting {
        id: "eca.security",
        label: "Security",
        value: Value::Default,
        note: "Require secret for Web Server Flow, Require secret for Refresh Token Flow and \
               Require Proof Key for Code Exchange (PKCE) stay checked.",
    },
];

const POLICIES: &[Setting] = &[
    Setting {
        id: "eca.permitted_users",
        label: "Permitted Users",
        value: Value::Choose("All users can self-authorize"),
        note: "With Admin approved users are pre-authorized, also add the service user’s profile or \
               permission set to this app.",
    },
    Setting {
        id: "eca.policy_flow",
        label: "Enable Client Credentials Flow",
        value: Value::Checked,
        note: "Under OAuth Flows and External Client App Enhancements.",
    },
    Setting {
        id: "eca.run_as",
        label: "Run As (Username)",
        value: Value::Text(USERNAME),
        note: "The username, not the name. The service user has to exist first.",
    },
    Setting {
        id: "eca.ip_relaxation",
        label: "IP Relaxation",
        value: Value::Choose("Enforce IP restrictions"),
        note: "GCIS signs in from its own addresses. If the user’s profile has Login IP Ranges \
               without them, this shuts GCIS out: add them, or choose Relax IP restrictions.",
    },
];
