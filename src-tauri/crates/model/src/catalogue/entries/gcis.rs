//! GCIS: registration and named credentials.

use crate::catalogue::{Entry, Remedy, Retry};
use crate::guide::link::Link;

pub(in crate::catalogue) const GCIS_NOT_CONFIGURED: Entry = Entry::new(
    "gcis_not_configured",
    Retry::AfterEdit,
    "No GCIS API address is set",
    &[Remedy::new(
        "Enter the addresses and the credentials that Gentrack gave you in \
             Settings, or register through the portal.",
    )],
);

pub(in crate::catalogue) const GCIS_ADDRESS_INVALID: Entry = Entry::new(
    "gcis_address_invalid",
    Retry::AfterEdit,
    "This is not an https address",
    &[Remedy::new(
        "Enter the whole address as Gentrack gave it to you, beginning with \
             https://.",
    )],
);

pub(in crate::catalogue) const PROXY_INVALID: Entry = Entry::new(
    "proxy_invalid",
    Retry::AfterEdit,
    "This is not a proxy address",
    &[Remedy::new(
        "Enter it with scheme, host and port, for example \
             http://proxy.example:8080, without user name and password: they would be \
             kept in clear.",
    )],
);

pub(in crate::catalogue) const CONNECTION_SETTINGS: Entry = Entry::new(
    "connection_settings",
    Retry::AfterEdit,
    "The connection settings of this computer could not be used",
    &[Remedy::new(
        "Open Settings and check the proxy address and the certificate file.",
    )],
)
.blocking();

pub(in crate::catalogue) const TRUST_INVALID: Entry = Entry::new(
    "trust_invalid",
    Retry::AfterEdit,
    "The certificate file could not be read",
    &[Remedy::new(
        "Name a PEM file that holds the root certificate; it begins with \
             -----BEGIN CERTIFICATE-----.",
    )],
);

pub(in crate::catalogue) const DESTINATION_NEW: Entry = Entry::new(
    "destination_new",
    Retry::AfterEdit,
    "Secrets would be sent through, to or by the word of something new",
    &[Remedy::new(
        "Compare what is named under Details with what you were given, then confirm it.",
    )],
);

pub(in crate::catalogue) const GCIS_UNREACHABLE: Entry = Entry::new(
    "gcis_unreachable",
    Retry::Now,
    "GCIS could not be reached",
    &[
        Remedy::new(
            "Check the GCIS address in Settings and that this computer is online, \
             then try again. Nothing you entered is lost.",
        ),
        Remedy::new("Or register through the portal.").at(Link::GcisPortal),
    ],
);

pub(in crate::catalogue) const GCIS_DOWN: Entry = Entry::new(
    "gcis_down",
    Retry::Later,
    "GCIS is not available right now",
    &[Remedy::new(
        "Try again in a few minutes. Nothing you entered is lost.",
    )],
);

pub(in crate::catalogue) const GCIS_SIGN_IN_REFUSED: Entry = Entry::new(
    "gcis_sign_in_refused",
    Retry::AfterEdit,
    "GCIS did not accept the API credentials",
    &[Remedy::new(
        "Check client ID and client secret in Settings with your Gentrack \
             contact.",
    )],
);

pub(in crate::catalogue) const GCIS_REFUSED: Entry = Entry::new(
    "gcis_refused",
    Retry::AfterChange,
    "GCIS did not accept the request",
    &[Remedy::new(
        "Show its own words, which stand under Details, to your Gentrack contact.",
    )],
);

pub(in crate::catalogue) const VERIFICATION_REFUSED: Entry = Entry::new(
    "verification_refused",
    Retry::AfterEdit,
    "GCIS verified the connector and did not accept it",
    &[
        Remedy::new("Look at what GCIS found: what failed there stands with its fix."),
        Remedy::new(
            "If the sign-in passes here and fails there, GCIS’s own addresses may be shut out: ask \
             Gentrack for them and review Login IP Ranges.",
        )
        .at(Link::Profiles),
        Remedy::new("Then try again: nothing was changed at GCIS."),
    ],
)
.blocking();

pub(in crate::catalogue) const NO_TENANTS: Entry = Entry::new(
    "no_tenants",
    Retry::AfterChange,
    "GCIS has no tenant for this account",
    &[Remedy::new(
        "Add and connect a tenant in the portal under Manage Access ▸ Tenants, \
             then refresh.",
    )
    .at(Link::GcisPortal)],
);

pub(in crate::catalogue) const ALREADY_CONNECTED: Entry = Entry::new(
    "already_connected",
    Retry::AfterChange,
    "This org is already connected to this tenant",
    &[
        Remedy::new(
            "Choose whether to adopt the instance as it is or to replace its credentials as well; \
             its id stands under Details.",
        ),
        Remedy::new(
            "If you do not know whose it is, look at it in the portal under My Connectors.",
        )
        .at(Link::GcisPortal),
    ],
);

pub(in crate::catalogue) const LIST_FIRST: Entry = Entry::new(
    "list_first",
    Retry::AfterEdit,
    "It is not said yet whether the portal already has a connector for this org and tenant",
    &[Remedy::new(
        "Look at the Connectors list in the portal, then answer the first question. What two \
         instances of one org and tenant would do is not public.",
    )
    .at(Link::GcisPortal)],
);

pub(in crate::catalogue) const OUTCOME_UNKNOWN: Entry = Entry::new(
    "outcome_unknown",
    Retry::Now,
    "GCIS gave no clear answer, so it is not known whether the connector was \
             registered",
    &[Remedy::new(
        "Choose Look again: the wizard asks GCIS what exists before anything is \
             sent a second time.",
    )],
);

pub(in crate::catalogue) const VERIFY_FIRST: Entry = Entry::new(
    "verify_first",
    Retry::AfterChange,
    "The sign-in has to be verified first",
    &[Remedy::new(
        "Go to Verify sign-in. It was never run, something it rests on changed, or it \
             did not pass the last time.",
    )],
);

pub(in crate::catalogue) const ALREADY_REGISTERED: Entry = Entry::new(
    "already_registered",
    Retry::Never,
    "This onboarding is registered already",
    &[Remedy::new(
        "Start another onboarding to register another tenant. Nothing was sent.",
    )],
);

pub(in crate::catalogue) const NOT_REGISTERED: Entry = Entry::new(
    "not_registered",
    Retry::AfterChange,
    "The connector is not registered yet",
    &[Remedy::new(
        "Register it first; the named credential belongs to its instance.",
    )],
);

pub(in crate::catalogue) const CREDENTIAL_BUSY: Entry = Entry::new(
    "credential_busy",
    Retry::AfterChange,
    "The named credential is not in a state that allows this",
    &[Remedy::new(
        "Refresh to see where it stands: it may be changing, or somebody changed \
             it in the portal.",
    )],
);

pub(in crate::catalogue) const CREDENTIAL_FAILED: Entry = Entry::new(
    "credential_failed",
    Retry::AfterChange,
    "GCIS could not change the named credential in Salesforce",
    &[Remedy::new(
        "Give the service user Manage Named Credentials by a permission set, or \
             ask your Gentrack contact which permission it needs, then try again.",
    )
    .at(Link::PermissionSets)
    .copy("Manage Named Credentials")],
);

pub(in crate::catalogue) const CREDENTIAL_UNCHANGED: Entry = Entry::new(
    "credential_unchanged",
    Retry::Now,
    "GCIS shows no change: the request did not arrive, or nothing came of it",
    &[Remedy::new("If you still want it, start it again.")],
);

pub(in crate::catalogue) const CREDENTIAL_UNSETTLED: Entry = Entry::new(
    "credential_unsettled",
    Retry::Now,
    "The operation has not ended yet",
    &[Remedy::new(
        "Choose Refresh to see where it stands: it goes on at GCIS.",
    )],
);

pub(in crate::catalogue) const ONLY_IN_THE_PORTAL: Entry = Entry::new(
    "only_in_the_portal",
    Retry::AfterChange,
    "The API replaces credentials alone; the Event Endpoint and the tenant stay as they are",
    &[Remedy::new(
        "Open the instance in the portal under My Connectors, enter what changed there, and say \
         so here.",
    )
    .at(Link::GcisPortal)],
);
