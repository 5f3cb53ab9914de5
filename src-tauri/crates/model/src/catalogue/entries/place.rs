//! From where and when a user may sign in.

use crate::Route::{ConnectedApp, ExternalClientApp};
use crate::catalogue::{Entry, Remedy, Retry};
use crate::guide::link::Link;

const ASK_FOR_ADDRESSES: Remedy = Remedy::new(
    "Ask Gentrack which addresses GCIS signs in from, and add those too: this computer’s alone \
     does not help the connector.",
);

pub(in crate::catalogue) const IP_RESTRICTED: Entry = Entry::new(
    "ip_restricted",
    Retry::AfterChange,
    "The user may not sign in from this address",
    &[
        Remedy::new("Review Login IP Ranges on the user’s profile: this address is not in them.")
            .at(Link::Profiles),
        ASK_FOR_ADDRESSES,
        Remedy::new(
            "If the profile has no ranges, look at IP Relaxation on the app’s Manage page: it may \
             enforce IP restrictions.",
        )
        .at(Link::AppManager)
        .on(ConnectedApp),
        Remedy::new(
            "If the profile has no ranges, look at IP Relaxation on the app’s Policies tab: it \
             may enforce IP restrictions.",
        )
        .at(Link::ExternalClientAppManager)
        .on(ExternalClientApp),
    ],
)
.blocking();

pub(in crate::catalogue) const IP_OR_HOURS_RESTRICTED: Entry = Entry::new(
    "ip_or_hours_restricted",
    Retry::AfterChange,
    "The user may not sign in from this address or at this hour; Salesforce does not say which",
    &[
        Remedy::new("Review Login Hours and Login IP Ranges on the user’s profile.")
            .at(Link::Profiles),
        Remedy::new(
            "Open Login History: Restricted time means the hour, Restricted IP the address.",
        )
        .at(Link::LoginHistory),
        ASK_FOR_ADDRESSES,
    ],
)
.blocking();

pub(in crate::catalogue) const LOGIN_IP_RANGE: Entry = Entry::new(
    "login_ip_range",
    Retry::AfterChange,
    "The address is outside the Login IP Ranges of the user’s profile",
    &[
        Remedy::new(
            "Open the user’s profile and add the Source IP of the line to Login IP Ranges.",
        )
        .at(Link::Profiles),
        ASK_FOR_ADDRESSES,
    ],
)
.blocking();

/// The status covers the hour too (help.salesforce.com, `remoteaccess_errorcodes`, 1708).
pub(in crate::catalogue) const APP_IP_NOT_ALLOWED: Entry = Entry::new(
    "app_ip_not_allowed",
    Retry::AfterChange,
    "The app is not allowed from this address, or not at this hour",
    &[
        Remedy::new("Choose Relax IP restrictions under IP Relaxation on the app’s Manage page.")
            .at(Link::AppManager)
            .copy(RELAX)
            .on(ConnectedApp),
        Remedy::new("Choose Relax IP restrictions under IP Relaxation on the app’s Policies tab.")
            .at(Link::ExternalClientAppManager)
            .copy(RELAX)
            .on(ExternalClientApp),
        Remedy::new(
            "If the org must enforce them, review Login IP Ranges and Login Hours on the user’s \
             profile instead.",
        )
        .at(Link::Profiles),
    ],
)
.blocking();

const RELAX: &str = "Relax IP restrictions";

pub(in crate::catalogue) const LOGIN_HOURS: Entry = Entry::new(
    "login_hours",
    Retry::AfterChange,
    "The attempt was outside the Login Hours of the user’s profile",
    &[Remedy::new(
        "Open the user’s profile and widen Login Hours: a connector works day and night.",
    )
    .at(Link::Profiles)],
)
.blocking();

pub(in crate::catalogue) const MY_DOMAIN_ONLY: Entry = Entry::new(
    "my_domain_only",
    Retry::AfterEdit,
    "The org accepts sign-ins at its own My Domain host alone",
    &[Remedy::new(
        "Enter your My Domain host as Login URL, here and in the portal: it ends in \
         .my.salesforce.com.",
    )
    .at(Link::MyDomain)],
)
.blocking();

pub(in crate::catalogue) const RESTRICTED_COUNTRY: Entry = Entry::new(
    "restricted_country",
    Retry::AfterChange,
    "Salesforce accepts no sign-in from the country of that address",
    &[
        Remedy::new("Look at Source IP and Location of the line: a VPN or proxy may lead abroad.")
            .at(Link::LoginHistory),
        Remedy::new("If the place is right, contact Salesforce.").copy("help.salesforce.com"),
    ],
)
.blocking();
