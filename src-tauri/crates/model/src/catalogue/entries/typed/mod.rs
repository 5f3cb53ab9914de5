//! What a person typed.

mod endpoint;
mod login_url;
mod remarks;

pub(in crate::catalogue) use endpoint::*;
pub(in crate::catalogue) use login_url::*;
pub(in crate::catalogue) use remarks::*;

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
        "Fill in the fields named under Details, then try again.",
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

pub(in crate::catalogue) const NAMESPACE_INVALID: Entry = Entry::new(
    "namespace_invalid",
    Retry::AfterEdit,
    "This is not the namespace of a package",
    &[Remedy::new(
        "Enter the short prefix alone, up to 15 letters, digits or underscores, as Installed \
         Packages shows it.",
    )
    .at(Link::InstalledPackages)],
);
