//! What a person typed.

use crate::catalogue::{Entry, Remedy, Retry};
use crate::guide::link::Link;

pub(in crate::catalogue) const NAME_MISSING: Entry = Entry::new(
    "name_missing",
    Retry::AfterEdit,
    "The onboarding needs a name",
    &[Remedy::new(
        "Enter the customer’s name, as your team calls it.",
    )],
);

pub(in crate::catalogue) const NAME_TOO_LONG: Entry = Entry::new(
    "name_too_long",
    Retry::AfterEdit,
    "The name is longer than 80 characters",
    &[Remedy::new("Shorten it; it only has to be recognised.")],
);

pub(in crate::catalogue) const DOMAIN_INVALID: Entry = Entry::new(
    "domain_invalid",
    Retry::AfterEdit,
    "This is not an e-mail domain",
    &[Remedy::new(
        "Enter the part after the @ of your addresses, for example \
             northwind.example.",
    )],
);

pub(in crate::catalogue) const SANDBOX_NAME_INVALID: Entry = Entry::new(
    "sandbox_name_invalid",
    Retry::AfterEdit,
    "This is not a sandbox name",
    &[Remedy::new(
        "Enter the short name under Setup ▸ Sandboxes, letters and digits only, \
             for example uat.",
    )],
);

pub(in crate::catalogue) const USERNAME_MISSING: Entry = Entry::new(
    "username_missing",
    Retry::AfterEdit,
    "The Username is empty",
    &[Remedy::new(
        "Enter the service user’s Username, as Salesforce shows it under Users.",
    )],
);

pub(in crate::catalogue) const USERNAME_TOO_LONG: Entry = Entry::new(
    "username_too_long",
    Retry::AfterEdit,
    "The Username is longer than 80 characters, more than Salesforce takes",
    &[
        Remedy::new("Create the user with a shorter name before the @, and enter that.")
            .at(Link::Users),
    ],
);

pub(in crate::catalogue) const USERNAME_INVALID: Entry = Entry::new(
    "username_invalid",
    Retry::AfterEdit,
    "A Salesforce Username has the form of an e-mail address",
    &[
        Remedy::new("Copy the Username from the user’s page in Salesforce; it contains an @.")
            .at(Link::Users),
    ],
);

pub(in crate::catalogue) const LOGIN_URL_MISSING: Entry = Entry::new(
    "login_url_missing",
    Retry::AfterEdit,
    "The Login URL is empty",
    &[
        Remedy::new("Enter your My Domain host, for example yourcompany.my.salesforce.com.")
            .at(Link::MyDomain),
    ],
);

pub(in crate::catalogue) const LOGIN_URL_NOT_A_HOST: Entry = Entry::new(
    "login_url_not_a_host",
    Retry::AfterEdit,
    "The Login URL is not a plain host name",
    &[Remedy::new(
        "Enter the host alone: no user name, no port, no IP address, no special \
             characters. For example yourcompany.my.salesforce.com.",
    )],
);

pub(in crate::catalogue) const LOGIN_URL_NOT_SALESFORCE: Entry = Entry::new(
    "login_url_not_salesforce",
    Retry::AfterEdit,
    "This host does not belong to a Salesforce org",
    &[Remedy::new(
        "Use login.salesforce.com, test.salesforce.com, or your My Domain host \
             ending in .my.salesforce.com. Nothing was sent.",
    )
    .at(Link::MyDomain)],
);

pub(in crate::catalogue) const LOGIN_URL_OTHER_ENVIRONMENT: Entry = Entry::new(
    "login_url_other_environment",
    Retry::AfterEdit,
    "Practice and real hosts do not mix",
    &[Remedy::new(
        "In practice the Login URL ends in salesforce.practice; in a real \
             onboarding in salesforce.com. To change over, start a new onboarding.",
    )],
);

pub(in crate::catalogue) const ENDPOINT_MISSING: Entry = Entry::new(
    "endpoint_missing",
    Retry::AfterEdit,
    "The Event Endpoint is empty",
    &[Remedy::new(
        "Enter the Apex REST path that your Gentrack contact gave you. It has no \
             default.",
    )],
);

pub(in crate::catalogue) const ENDPOINT_NOT_A_PATH: Entry = Entry::new(
    "endpoint_not_a_path",
    Retry::AfterEdit,
    "The Event Endpoint is a path, not a whole address",
    &[Remedy::new(
        "Leave out https:// and the host; begin with /services/apexrest/ or with \
             what follows it.",
    )],
);

pub(in crate::catalogue) const ENDPOINT_UNSAFE: Entry = Entry::new(
    "endpoint_unsafe",
    Retry::AfterEdit,
    "The Event Endpoint holds a character that a path cannot have",
    &[Remedy::new(
        "Use letters, digits, / - _ and single dots. No spaces, no .., no \\ ? # \
             @ : %.",
    )],
);

pub(in crate::catalogue) const SECRET_EMPTY: Entry = Entry::new(
    "secret_empty",
    Retry::AfterEdit,
    "Nothing was entered",
    &[Remedy::new(
        "Paste the value again. What was stored before is still stored.",
    )],
);

pub(in crate::catalogue) const CREDENTIALS_INCOMPLETE: Entry = Entry::new(
    "credentials_incomplete",
    Retry::AfterEdit,
    "Some of the credentials are still empty",
    &[Remedy::new(
        "Fill in the fields named under Details on the Credentials page.",
    )],
);

pub(in crate::catalogue) const TENANT_MISSING: Entry = Entry::new(
    "tenant_missing",
    Retry::AfterEdit,
    "No tenant is chosen",
    &[Remedy::new(
        "Choose or enter the tenant that this connector will serve.",
    )],
);

pub(in crate::catalogue) const UNKNOWN_ITEM: Entry = Entry::new(
    "unknown_item",
    Retry::Never,
    "This version does not know that item",
    &[Remedy::new("Open the onboarding again.")],
);
