//! What the token endpoint says of the app: its key, its secret, who may use it.
//!
//! Key and secret are shown at different places: a connected app has *Manage Consumer Details*, an
//! external client app has *Consumer Key and Secret* on its Settings tab (help.salesforce.com, KB
//! 000886201).

use crate::Route::{ConnectedApp, ExternalClientApp};
use crate::catalogue::{Entry, Remedy, Retry};
use crate::guide::link::Link;

pub(in crate::catalogue) const INVALID_CLIENT_ID: Entry = Entry::new(
    "invalid_client_id",
    Retry::Later,
    "Salesforce does not know this Consumer Key here",
    &[
        Remedy::new(
            "If the connected app was saved less than ten minutes ago, wait and \
             verify again: it takes 2 to 10 minutes to work.",
        )
        .on(ConnectedApp),
        Remedy::new("Copy the Consumer Key again: open the app and click Manage Consumer Details.")
            .at(Link::AppManager)
            .on(ConnectedApp),
        Remedy::new(
            "Copy the Consumer Key again: open the app, then Settings ▸ OAuth Settings ▸ \
             Consumer Key and Secret.",
        )
        .at(Link::ExternalClientAppManager)
        .on(ExternalClientApp),
        Remedy::new(
            "Check the Login URL: a key works only where its app was made, production \
             or that sandbox.",
        ),
    ],
)
.blocking();

pub(in crate::catalogue) const INVALID_CLIENT_SECRET: Entry = Entry::new(
    "invalid_client_secret",
    Retry::AfterEdit,
    "The Consumer Secret does not fit the Consumer Key",
    &[
        Remedy::new(
            "Copy the Consumer Secret again from Manage Consumer Details, whole and \
             without spaces.",
        )
        .at(Link::AppManager)
        .on(ConnectedApp),
        Remedy::new(
            "Copy the Consumer Secret again from Settings ▸ OAuth Settings ▸ Consumer Key and \
             Secret, whole and without spaces.",
        )
        .at(Link::ExternalClientAppManager)
        .on(ExternalClientApp),
        Remedy::new("If the app’s key or secret was renewed, copy both again, together."),
    ],
)
.blocking();

pub(in crate::catalogue) const APP_BLOCKED: Entry = Entry::new(
    "app_blocked",
    Retry::AfterChange,
    "The org blocks this app",
    &[
        Remedy::new("Find the app in the list and click Unblock.")
            .at(Link::ConnectedAppsUsage)
            .on(ConnectedApp),
        Remedy::new("Find the app in the list and click Unblock.")
            .at(Link::ExternalClientAppUsage)
            .on(ExternalClientApp),
        Remedy::new("If it is not blocked there, see whether only approved apps may use the API.")
            .at(Link::ApiAccessControl),
    ],
)
.blocking();

pub(in crate::catalogue) const APP_NOT_INSTALLED: Entry = Entry::new(
    "app_not_installed",
    Retry::AfterChange,
    "The app was made in another org and is not installed in this one",
    &[
        Remedy::new("Find the app in the list and click Install.").at(Link::ConnectedAppsUsage),
        Remedy::new(
            "If it cannot be installed, give the user a permission set with Approve Uninstalled \
             Connected Apps.",
        )
        .at(Link::PermissionSets)
        .copy("Approve Uninstalled Connected Apps"),
        Remedy::new(
            "If this org has an app of its own for the connector, enter that app’s key and \
             secret: it needs no installing.",
        ),
    ],
)
.blocking();

pub(in crate::catalogue) const APP_NOT_IN_ORG: Entry = Entry::new(
    "app_not_in_org",
    Retry::AfterEdit,
    "The app behind this Consumer Key is not in the org that answered",
    &[
        Remedy::new("Use your own My Domain host as Login URL.").at(Link::MyDomain),
        Remedy::new(
            "Check that key and secret come from the connected app in this org, not \
             from an External Client App or another org.",
        )
        .at(Link::AppManager)
        .on(ConnectedApp),
        Remedy::new(
            "Check that key and secret come from an External Client App of this org: it works \
             only where it was made or is installed.",
        )
        .at(Link::ExternalClientAppManager)
        .on(ExternalClientApp),
    ],
)
.blocking();

pub(in crate::catalogue) const APP_NOT_APPROVED: Entry = Entry::new(
    "app_not_approved",
    Retry::AfterChange,
    "The app is not approved for this user",
    &[
        Remedy::new(
            "Add the user’s profile or a permission set on the app’s Manage page, or \
             let all users self-authorise.",
        )
        .at(Link::AppManager)
        .on(ConnectedApp),
        Remedy::new(
            "Add the Run As user’s profile or permission set on the app’s Policies tab, or let \
             all users self-authorise.",
        )
        .at(Link::ExternalClientAppManager)
        .on(ExternalClientApp),
    ],
)
.blocking();

pub(in crate::catalogue) const CONSUMER_NOT_APPROVED: Entry = Entry::new(
    "consumer_not_approved",
    Retry::AfterChange,
    "The user has not approved the app, and no admin did so beforehand",
    &[
        Remedy::new(
            "Choose Admin approved users are pre-authorized on the app’s Manage page, then add the \
             user’s profile or a permission set.",
        )
        .at(Link::AppManager)
        .copy(PRE_AUTHORISED)
        .on(ConnectedApp),
        Remedy::new(
            "Choose Admin approved users are pre-authorized on the app’s Policies tab, then add the \
             Run As user’s profile or permission set.",
        )
        .at(Link::ExternalClientAppManager)
        .copy(PRE_AUTHORISED)
        .on(ExternalClientApp),
    ],
)
.blocking();

const PRE_AUTHORISED: &str = "Admin approved users are pre-authorized";

/// The generic refusal of an app that is not installed or not approved; Salesforce's exact wording
/// is not public.
pub(in crate::catalogue) const APP_APPROVAL_REFUSED: Entry = Entry::new(
    "app_approval_refused",
    Retry::AfterChange,
    "Salesforce did not approve the app for this org or user",
    &[
        Remedy::new("Find the app in the list, and install or unblock it if either is offered.")
            .at(Link::ConnectedAppsUsage)
            .on(ConnectedApp),
        Remedy::new("Find the app in the list, and unblock it if that is offered.")
            .at(Link::ExternalClientAppUsage)
            .on(ExternalClientApp),
        Remedy::new("Check the app’s Permitted Users: with pre-authorised users, add this user’s profile.")
            .at(Link::AppManager)
            .on(ConnectedApp),
        Remedy::new("Check the app’s Permitted Users: with pre-authorised users, add the Run As user’s profile.")
            .at(Link::ExternalClientAppManager)
            .on(ExternalClientApp),
    ],
)
.blocking();

pub(in crate::catalogue) const RUN_AS_MISSING: Entry = Entry::new(
    "run_as_missing",
    Retry::AfterChange,
    "The app names no user to sign in as",
    &[
        Remedy::new(
            "Open the app’s Policies tab, click Edit and enter the service user’s Username under \
             Run As (Username).",
        )
        .at(Link::ExternalClientAppManager),
        Remedy::new("If it is entered there, check that the user is active and has API Enabled.")
            .at(Link::Users),
    ],
)
.blocking();

pub(in crate::catalogue) const CLIENT_CREDENTIALS_OFF: Entry = Entry::new(
    "client_credentials_off",
    Retry::AfterChange,
    "The app does not offer the client credentials sign-in",
    &[
        Remedy::new("Switch on Enable Client Credentials Flow on the app’s Settings tab, under Flow Enablement.")
            .at(Link::ExternalClientAppManager)
            .copy("Enable Client Credentials Flow"),
        Remedy::new(
            "If it is on, check that key and secret come from this External Client App, not from \
             a connected app.",
        )
        .at(Link::ExternalClientAppManager),
    ],
)
.blocking();

pub(in crate::catalogue) const NO_VALID_SCOPES: Entry = Entry::new(
    "no_valid_scopes",
    Retry::AfterChange,
    "The app has no scope that this sign-in can use",
    &[Remedy::new(
        "Add the scope Manage user data via APIs (api) on the app’s Settings tab, or Full access \
         (full) if Gentrack asks for it.",
    )
    .at(Link::ExternalClientAppManager)
    .copy("Manage user data via APIs (api)")],
)
.blocking();

pub(in crate::catalogue) const APP_DELETED: Entry = Entry::new(
    "app_deleted",
    Retry::AfterEdit,
    "The app of this Consumer Key was deleted",
    &[
        Remedy::new("Enter key and secret of a connected app that exists in this org.")
            .at(Link::AppManager)
            .on(ConnectedApp),
        Remedy::new("Enter key and secret of an External Client App that exists in this org.")
            .at(Link::ExternalClientAppManager)
            .on(ExternalClientApp),
    ],
)
.blocking();
