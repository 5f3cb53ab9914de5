//! What a user may do: the profiles that the practice org has, and the licences that they belong to.
//!
//! Source of names and licences: help.salesforce.com *Standard Profiles* and `platform.integration_user`.

use serde::{Deserialize, Serialize};

/// A profile of the practice org.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Profile {
    #[default]
    StandardUser,
    SystemAdministrator,
    MinimumAccess,
    ApiOnlyIntegrations,
}

/// The licences, as *User License* lists them.
pub(crate) const LICENCES: [&str; 2] = [SALESFORCE, INTEGRATION];
const SALESFORCE: &str = "Salesforce";
const INTEGRATION: &str = "Salesforce Integration";

impl Profile {
    pub(crate) const ALL: [Self; 4] = [
        Self::StandardUser,
        Self::SystemAdministrator,
        Self::MinimumAccess,
        Self::ApiOnlyIntegrations,
    ];

    /// Salesforce's own name.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::StandardUser => "Standard User",
            Self::SystemAdministrator => "System Administrator",
            Self::MinimumAccess => "Minimum Access - Salesforce",
            Self::ApiOnlyIntegrations => "Minimum Access - API Only Integrations",
        }
    }

    pub(crate) fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|profile| profile.name() == name)
    }

    /// The last part of its record id.
    pub(crate) const fn number(self) -> &'static str {
        match self {
            Self::StandardUser => "1",
            Self::SystemAdministrator => "2",
            Self::MinimumAccess => "3",
            Self::ApiOnlyIntegrations => "4",
        }
    }

    /// The licence that it belongs to.
    pub(crate) const fn licence(self) -> &'static str {
        match self {
            Self::ApiOnlyIntegrations => INTEGRATION,
            _ => SALESFORCE,
        }
    }

    /// *API Enabled*.
    pub(crate) const fn api_enabled(self) -> bool {
        !matches!(self, Self::MinimumAccess)
    }

    /// *API Only User*: no sign-in by a browser, so no security token.
    pub(crate) const fn api_only(self) -> bool {
        matches!(self, Self::ApiOnlyIntegrations)
    }

    /// *Customize Application*, *Manage Named Credentials* and *Modify All Data*.
    pub(crate) const fn administers(self) -> bool {
        matches!(self, Self::SystemAdministrator)
    }

    /// *View Setup and Configuration*.
    pub(crate) const fn views_setup(self) -> bool {
        matches!(self, Self::StandardUser | Self::SystemAdministrator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_profile_is_found_by_its_name_and_has_a_known_licence() {
        for profile in Profile::ALL {
            assert_eq!(Profile::by_name(profile.name()), Some(profile));
            assert!(LICENCES.contains(&profile.licence()));
        }
        assert_eq!(Profile::by_name("Sales Wizard"), None);
    }
}
