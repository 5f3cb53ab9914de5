//! The Event Endpoint.

use crate::catalogue::{Entry, Remedy, Retry};

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

pub(in crate::catalogue) const ENDPOINT_INCOMPLETE: Entry = Entry::new(
    "endpoint_incomplete",
    Retry::AfterEdit,
    "The Event Endpoint ends before the part that names it",
    &[Remedy::new(
        "Enter the whole path that your Gentrack contact gave you, with what follows \
             /services/apexrest/.",
    )],
);
