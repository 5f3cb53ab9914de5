//! The connected app, called the application profile on the vendor's page.

use super::link::Link;
use super::{Form, Setting, Value};

/// The app's name on the page.
pub const NAME: &str = "Gentrack Salesforce Sales Cloud Connector";

/// Whom Salesforce may write to about the app, on the page.
pub const CONTACT_EMAIL: &str = "ops-gcis@gentrack.com";

/// Where the page says more about the app.
pub const INFO_URL: &str =
    "https://go.gentrackcloud.com/docs/gcis/salesforce-sales-cloud-connector";

/// The address that the form insists on and this connector never uses.
pub const CALLBACK_URL: &str = "http://localhost";

/// Why the app is made at all, in the page's sense.
pub const WHY: &str = "The app lets Salesforce track what the connector does, and limits it: \
     the connector can never do more than this app allows, whatever the service user may do.";

/// What Salesforce says after Save.
pub const WARNING: &str = "Allow from 2-10 minutes for your changes to take effect on the server \
     before using the connected app";

/// Where key and secret are today. The page says *click to reveal*; Salesforce now asks for a
/// code first (help.salesforce.com, `connected_app_rotate_consumer_details`).
pub const KEY_AND_SECRET: &str = "On the app’s detail page, under API (Enable OAuth Settings), \
     click Manage Consumer Details. Salesforce mails a code to you, the admin; enter it, and both \
     values are shown. Keep that page open for the Credentials step.";

/// What to do where the form cannot be opened (help.salesforce.com, KB 005228017).
pub const CREATION_BLOCKED: &str = "Since Spring ’26 most orgs cannot create connected apps. \
     Use one that this org already has for this connector, or ask Salesforce Support to allow \
     creation. Where neither is possible, go the other way: choose the external client app under \
     How GCIS signs in, and ask your Gentrack contact whether they expect one.";

/// The form, in the page's order and words.
pub const SETTINGS: &[Setting] = &[
    Setting {
        id: "app.name",
        label: "Connected App Name",
        value: Value::Text(NAME),
        note: "",
    },
    Setting {
        id: "app.api_name",
        label: "API Name",
        value: Value::Generated,
        note: "",
    },
    Setting {
        id: "app.contact_email",
        label: "Contact Email",
        value: Value::Text(CONTACT_EMAIL),
        note: "",
    },
    Setting {
        id: "app.contact_phone",
        label: "Contact Phone",
        value: Value::Blank,
        note: "",
    },
    Setting {
        id: "app.logo",
        label: "Logo Image URL",
        value: Value::Blank,
        note: "",
    },
    Setting {
        id: "app.icon",
        label: "Icon URL",
        value: Value::Blank,
        note: "",
    },
    Setting {
        id: "app.info_url",
        label: "Info URL",
        value: Value::Text(INFO_URL),
        note: "",
    },
    Setting {
        id: "app.description",
        label: "Description",
        value: Value::Blank,
        note: "",
    },
    Setting {
        id: "app.enable_oauth",
        label: "Enable OAuth Settings",
        value: Value::Checked,
        note: "The rows below appear once this is checked.",
    },
    Setting {
        id: "app.device_flow",
        label: "Enable for Device Flow",
        value: Value::Unchecked,
        note: "",
    },
    Setting {
        id: "app.callback",
        label: "Callback URL",
        value: Value::Text(CALLBACK_URL),
        note: "The form wants one; the connector never uses it.",
    },
    Setting {
        id: "app.digital_signature",
        label: "Use Digital Signature",
        value: Value::Unchecked,
        note: "",
    },
    Setting {
        id: "app.scopes",
        label: "Selected OAuth Scopes",
        value: Value::Choose("Full access"),
        note: "Listed as Full access (full): choose it on the left, then Add.",
    },
    Setting {
        id: "app.web_server_secret",
        label: "Require Secret for Web Server Flow",
        value: Value::Checked,
        note: "",
    },
    Setting {
        id: "app.introspect",
        label: "Introspect All Tokens",
        value: Value::Unchecked,
        note: "",
    },
    Setting {
        id: "app.id_token",
        label: "Configure ID Token",
        value: Value::Unchecked,
        note: "",
    },
    Setting {
        id: "app.asset_tokens",
        label: "Enable Asset Tokens",
        value: Value::Unchecked,
        note: "",
    },
    Setting {
        id: "app.single_logout",
        label: "Enable Single Logout",
        value: Value::Unchecked,
        note: "",
    },
    Setting {
        id: "app.other_sections",
        label: "All other sections",
        value: Value::Default,
        note: "Web App Settings, Custom Connected App Handler, Mobile App Settings, Canvas App \
               Settings",
    },
];

/// The same form, in the shape that both routes share.
pub const FORMS: &[Form] = &[Form {
    id: "app.form",
    title: "New Connected App",
    detail: "Setup ▸ App Manager ▸ New Connected App. Where the button is missing: Setup ▸ \
             External Client Apps ▸ Settings ▸ New Connected App, if your org may create one.",
    link: Some(Link::AppManager),
    settings: SETTINGS,
}];

/// Boxes on today's form that the page does not name; none bears on this sign-in
/// (help.salesforce.com, `connected_app_create_api_integration`).
pub const LEAVE_AS_THEY_ARE: &[&str] = &[
    "Require Secret for Refresh Token Flow",
    "Require Proof Key for Code Exchange (PKCE) extension for Supported Authorization Flows",
    "Enable Client Credentials Flow",
    "Enable Authorization Code and Credentials Flow",
    "Enable Token Exchange Flow",
    "Enable Refresh Token Rotation",
    "Issue JSON Web Token (JWT)-based access tokens for named users",
];
