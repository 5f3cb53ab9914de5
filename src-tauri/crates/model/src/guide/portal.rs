//! The GCIS Developer Portal: its address, its words, its clicks.

/// The portal's address in public samples. Gentrack may give you another.
pub const ADDRESS: &str = "https://portal.integration.gentrack.cloud/";

/// The portal's name on the page.
pub const NAME: &str = "GCIS Developer Portal";

/// What can differ from these words.
pub const WORDS_MAY_DIFFER: &str = "These are the words of Gentrack’s page, and the last address \
     that was public. Newer copies call it the Integration Portal, and menus may be worded a little \
     differently. If yours differs, ask your Gentrack contact.";

/// From sign-in to the list of what is connected already.
pub const LOOK: &[&str] = &[
    "Sign in to the GCIS Developer Portal.",
    "Under Connectors open My Connectors.",
    "Look for a Salesforce connector of this org and tenant.",
];

/// How to tell whether an instance in the list is of this org and tenant. What the list shows of
/// each is not public.
pub const HOW_TO_TELL: &[&str] = &[
    "Click each Salesforce connector in the table and compare what its page shows with the org and \
     the tenant here.",
    "A role may see some tenants only: ask your organisation’s administrator in the portal whether \
     there are others.",
    "If it is still not clear, ask your Gentrack contact before you set one up.",
];

/// From the list to the dialog.
pub const OPEN_DIALOG: &[&str] = &[
    "Under Connectors click Connector Store.",
    "Choose Salesforce Connector by clicking Setup new instance.",
];

/// From the list to an instance that is there already. Inferred from how the page opens an
/// instance; what can be changed there is not public.
pub const OPEN_INSTANCE: &[&str] = &[
    "In the table of My Connectors click the instance of this org and tenant.",
    "Open it for editing. What can be changed there is not public: if a value below cannot be, ask \
     your Gentrack contact, and do not set up a second instance.",
];

/// After the fields of a new instance are filled in.
pub const SAVE: &[&str] = &[
    "Click Save. GCIS verifies that the credentials are valid.",
    "Look for the new connector instance in the Connectors list.",
];

/// After the values of an instance that was there are entered.
pub const SAVE_INSTANCE: &[&str] = &[
    "Click Save. GCIS verifies that the credentials are valid.",
    "Look at the instance once more: it shows the values you entered.",
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
