//! What a registration through the API can meet beside GCIS itself: tenants of the other kind,
//! instances that are there already, and what GCIS found.

use crate::catalogue::{Entry, Remedy, Retry};
use crate::guide::link::Link;

pub(in crate::catalogue) const TENANT_NOT_CONFIRMED: Entry = Entry::new(
    "tenant_not_confirmed",
    Retry::AfterEdit,
    "Org and tenant are not of the same kind, and this was not confirmed",
    &[
        Remedy::new("Type the words that stand beside the tenant, if it is meant so."),
        Remedy::new("Or choose another tenant. Nothing was sent."),
    ],
);

pub(in crate::catalogue) const TENANT_NOT_LISTED: Entry = Entry::new(
    "tenant_not_listed",
    Retry::AfterEdit,
    "GCIS could not use this tenant",
    &[
        Remedy::new("Refresh the list of tenants and choose it again."),
        Remedy::new(
            "If it is not in the list, look under Manage Access ▸ Tenants whether it is connected.",
        )
        .at(Link::GcisPortal),
    ],
);

pub(in crate::catalogue) const INSTANCE_DIFFERS: Entry = Entry::new(
    "instance_differs",
    Retry::AfterChange,
    "GCIS does not show this instance for this org and this tenant",
    &[Remedy::new(
        "Look at the instance in the portal under My Connectors. Nothing was recorded or changed.",
    )
    .at(Link::GcisPortal)],
);

pub(in crate::catalogue) const INSTANCE_GONE: Entry = Entry::new(
    "instance_gone",
    Retry::Now,
    "GCIS no longer shows this instance",
    &[Remedy::new(
        "Register the connector: GCIS is asked once more what exists before anything is sent.",
    )],
);

pub(in crate::catalogue) const REPLACEMENT_UNKNOWN: Entry = Entry::new(
    "replacement_unknown",
    Retry::Now,
    "GCIS did not answer, so it is not known which credentials it has",
    &[
        Remedy::new("Choose Look again: the wizard asks GCIS what it shows, and sends nothing."),
        Remedy::new(
            "Then replace them once more. The same request is not done twice, and once it is \
             answered it is known.",
        ),
    ],
);

pub(in crate::catalogue) const REGISTERED_IN_PORTAL: Entry = Entry::new(
    "registered_in_portal",
    Retry::AfterChange,
    "The connector was registered in the portal, so the API cannot do this here",
    &[Remedy::new(
        "Open it in the portal under My Connectors and do it there, then say so in the window on the \
         named credential’s page. Nothing was sent.",
    )
    .at(Link::GcisPortal)],
);

pub(in crate::catalogue) const INSTANCE_NOT_SHOWN: Entry = Entry::new(
    "instance_not_shown",
    Retry::AfterChange,
    "GCIS names an instance for this org and tenant that it does not show to this account",
    &[
        Remedy::new(
            "Ask your Gentrack contact whose it is, and to let this account see it or to remove it. \
             Copy the instance’s id for them. Nothing was created.",
        ),
        Remedy::new("Then register the connector again: GCIS is asked once more what exists."),
    ],
);

pub(in crate::catalogue) const CONFLICT_UNNAMED: Entry = Entry::new(
    "conflict_unnamed",
    Retry::Now,
    "GCIS says that something stands in the way, and names no instance",
    &[
        Remedy::new(
            "Choose Look again: GCIS is asked what exists before anything is sent a second time.",
        ),
        Remedy::new(
            "Ask your Gentrack contact, if nothing is shown, whether this org is connected to this \
             tenant already.",
        ),
    ],
);

pub(in crate::catalogue) const GCIS_SAYS: Entry = Entry::new(
    "gcis_says",
    Retry::AfterChange,
    "GCIS found something that this program does not know",
    &[Remedy::new(
        "Show GCIS’s own words to your Gentrack contact.",
    )],
);
