//! The GCIS Developer Portal: its address, its words, its clicks.

/// The portal's address in public samples. Gentrack may give you another.
pub const ADDRESS: &str = "https://portal.integration.gentrack.cloud/";

/// The portal's name on the page.
pub const NAME: &str = "GCIS Developer Portal";

/// What can differ from these words.
pub const WORDS_MAY_DIFFER: &str = "These are the words of Gentrack’s page, and the last address \
     that was public. Newer copies call it the Integration Portal, and menus may be worded a little \
     differently. If yours differs, ask your Gentrack contact.";

/// From sign-in to the dialog.
pub const OPEN_DIALOG: &[&str] = &[
    "Sign in to the GCIS Developer Portal.",
    "Under Connectors click Connector Store.",
    "Choose Salesforce Connector by clicking Setup new instance.",
];

/// After the fields are filled in.
pub const SAVE: &[&str] = &[
    "Click Save. GCIS verifies that the credentials are valid.",
    "From the Connectors list select the new connector instance, then go to the Salesforce Basic \
     Information page.",
];

/// What makes events flow, which the vendor's set-up page leaves out (help.gentrack.com,
/// integration-services, *event-configuration*).
pub const AFTER_REGISTRATION: &[&str] = &[
    "On the instance’s page in the portal, choose which events the connector sends: Event \
     Subscription.",
    "Give every subscribed event a mapping. Without one, the connector fails to send it.",
];

/// From the portal's start to the Named Credentials section.
pub const OPEN_NAMED_CREDENTIALS: &[&str] = &[
    "Under Connectors open My Connectors, find your connector instance in the table and click it.",
    "On the Salesforce Basic Information page, go to the Named Credentials section.",
];

/// The last field of the dialog, which the wizard asks for on the Register step.
pub const TENANT_NOTE: &str = "The drop-down in the portal. You choose it when you register.";

/// How a tenant comes to be in the drop-down (help.gentrack.com, integration-services,
/// *connecting-a-core-system*).
pub const CONNECT_TENANT: &[&str] = &[
    "In the portal open Manage Access ▸ Tenants and click Add Tenant. Give it a name of its own, for \
     example Production.",
    "Wait until its Tenant Id is shown: the keys are made, which can take several seconds.",
    "Click Connect tenant: choose Velocity or Junifer and enter the Core Product URL with its user.",
];
