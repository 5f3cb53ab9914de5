//! What has to be in place before anything is typed.

/// Something to have in place, and who can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Prerequisite {
    /// Stable name; records keep the answer under it.
    pub id: &'static str,
    /// What has to be so.
    pub title: &'static str,
    /// What is known of it, and where it is not enough.
    pub detail: &'static str,
    /// Who can tell.
    pub ask: &'static str,
}

/// The list: first what the vendor's page asks for, then what its other pages and Salesforce's
/// make necessary.
pub const ALL: &[Prerequisite] = &[
    Prerequisite {
        id: "billing_version",
        title: "Velocity 4.13 or later with the latest system modules, or Junifer 6 or later",
        detail: "Ask which version runs today, and whether its system modules are current.",
        ask: "Your billing team",
    },
    Prerequisite {
        id: "sales_cloud_edition",
        title: "Salesforce Sales Cloud Enterprise Edition",
        detail: "Setup ▸ Company Information ▸ Organization Edition shows it. Connector Setup \
                 reads it again after sign-in.",
        ask: "Your Salesforce admin",
    },
    Prerequisite {
        id: "user_licence",
        title: "An unused Salesforce licence for the service user",
        detail: "The service account needs a licensed user profile. Setup ▸ Company Information ▸ \
                 User Licenses shows how many are left.",
        ask: "Your Salesforce admin",
    },
    Prerequisite {
        id: "entities_configured",
        title: "Entities configured and event triggers installed",
        detail: "Gentrack’s page names this without steps, and newer copies leave it out. With the V2 \
                 managed package there may be nothing to do: ask your Gentrack contact which \
                 entities and triggers your org needs.",
        ask: "Your Gentrack contact",
    },
    Prerequisite {
        id: "managed_package",
        title: "Gentrack’s managed Salesforce package installed",
        detail: "Events arrive in the format of this package. Its install link comes from \
                 Gentrack; Setup ▸ Installed Packages shows whether it is there.",
        ask: "Your Gentrack contact",
    },
    Prerequisite {
        id: "tenant_connected",
        title: "Your Velocity or Junifer tenant connected in GCIS",
        detail: "In the portal under Manage Access ▸ Tenants. The connector is set up for one \
                 tenant; without one the drop-down stays empty.",
        ask: "Your GCIS organisation administrator",
    },
    Prerequisite {
        id: "portal_account",
        title: "A GCIS portal account with multi-factor authentication",
        detail: "With a role that may set up connectors. An invitation link lasts seven days.",
        ask: "Your GCIS organisation administrator",
    },
    Prerequisite {
        id: "v1_not_in_use",
        title: "The V1 connector is not in use in this org",
        detail: "Version 2 cannot be used together with version 1.",
        ask: "Your Gentrack contact",
    },
    Prerequisite {
        id: "event_endpoint_known",
        title: "The Event Endpoint is known",
        detail: "The Apex REST path that events are published to. It has no public default; it \
                 comes with the on-boarding programme.",
        ask: "Your Gentrack contact",
    },
    Prerequisite {
        id: "gentrack_contact",
        title: "You know your Gentrack contact of the on-boarding programme",
        detail: "Gentrack activates the connector together with you. Have the contact at hand \
                 while you work through these steps.",
        ask: "Your project lead",
    },
];
