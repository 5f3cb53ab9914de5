//! Links into Salesforce Setup, each with the words that find the page without the link.
//!
//! Links are not contractual, so the words always stand beside them. Paths: Lightning Experience
//! as used by Salesforce Inspector Reloaded (`addon/links.js`).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::host::SalesforceHost;

/// A page this program can open. The window names one; it never supplies an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum Link {
    /// Where connected apps are listed and edited.
    AppManager,
    /// Where creation of connected apps is allowed, if it can be.
    ExternalClientAppSettings,
    /// The list of users, with New User.
    Users,
    /// Permission sets.
    PermissionSets,
    /// Profiles, with their Login IP Ranges.
    Profiles,
    /// The signed-in user's own page that mails a new token.
    ResetSecurityToken,
    /// The org-wide switch of the username-password flow.
    OAuthSettings,
    /// Every sign-in with its status: the one place that tells why a sign-in failed.
    LoginHistory,
    /// Apps blocked or approved for the org.
    ConnectedAppsUsage,
    /// Edition, org id, licences.
    CompanyInformation,
    /// The org's own host name and its sign-in policy.
    MyDomain,
    /// Named credentials.
    NamedCredentials,
    /// The GCIS Developer Portal.
    GcisPortal,
}

impl Link {
    /// The page's own name.
    pub fn title(self) -> &'static str {
        match self {
            Self::AppManager => "App Manager",
            Self::ExternalClientAppSettings => "External Client App Settings",
            Self::Users => "Users",
            Self::PermissionSets => "Permission Sets",
            Self::Profiles => "Profiles",
            Self::ResetSecurityToken => "Reset My Security Token",
            Self::OAuthSettings => "OAuth and OpenID Connect Settings",
            Self::LoginHistory => "Login History",
            Self::ConnectedAppsUsage => "Connected Apps OAuth Usage",
            Self::CompanyInformation => "Company Information",
            Self::MyDomain => "My Domain",
            Self::NamedCredentials => "Named Credentials",
            Self::GcisPortal => super::portal::NAME,
        }
    }

    /// What to type into Quick Find in Setup, or nothing for a page that is not in Setup.
    pub fn quick_find(self) -> Option<&'static str> {
        match self {
            Self::ResetSecurityToken | Self::GcisPortal => None,
            Self::ExternalClientAppSettings => Some("External Client Apps"),
            other => Some(other.title()),
        }
    }

    /// The address in a live org, when its own host is known: `login.salesforce.com` is not enough.
    pub fn address(self, host: Option<&SalesforceHost>) -> Option<String> {
        let path = match self {
            Self::GcisPortal => return Some(super::portal::ADDRESS.to_owned()),
            Self::AppManager => "setup/NavigationMenus/home",
            Self::ExternalClientAppSettings => "setup/ExternalClientApplicationSettings/home",
            Self::Users => "setup/ManageUsers/home",
            Self::PermissionSets => "setup/PermSets/home",
            Self::Profiles => "setup/EnhancedProfiles/home",
            Self::ResetSecurityToken => "settings/personal/ResetApiToken/home",
            Self::OAuthSettings => "setup/OauthOidcSettings/home",
            Self::LoginHistory => "setup/OrgLoginHistory/home",
            Self::ConnectedAppsUsage => "setup/ConnectedAppsUsage/home",
            Self::CompanyInformation => "setup/CompanyProfileInfo/home",
            Self::MyDomain => "setup/OrgDomain/home",
            Self::NamedCredentials => "setup/NamedCredential/home",
        };
        host.filter(|host| host.is_my_domain())
            .map(|host| format!("https://{host}/lightning/{path}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Environment;

    #[test]
    fn a_setup_page_is_linked_on_the_orgs_own_host_only() {
        let host = |name| SalesforceHost::parse(name, Environment::Production).unwrap();
        assert_eq!(
            Link::Users
                .address(Some(&host("acme.my.salesforce.com")))
                .as_deref(),
            Some("https://acme.my.salesforce.com/lightning/setup/ManageUsers/home")
        );
        assert_eq!(
            Link::Users.address(Some(&host("login.salesforce.com"))),
            None
        );
        assert_eq!(Link::Users.address(None), None);
    }
}
