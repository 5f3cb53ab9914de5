//! Links into Salesforce Setup, each with the words that find the page without the link.
//!
//! Links are not contractual, so the words always stand beside them. Paths: Lightning Experience
//! as used by Salesforce Inspector Reloaded (`addon/links.js`). No link fills in a form: such
//! addresses are unsupported, and look like phishing.

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
    /// Where external client apps are made and edited.
    ExternalClientAppManager,
    /// External client apps with tokens in use, and those that are blocked.
    ExternalClientAppUsage,
    /// The list of users, with New User.
    Users,
    /// The form of a new user.
    NewUser,
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
    /// The signed-in user's own sign-ins.
    MyLoginHistory,
    /// Apps blocked or approved for the org.
    ConnectedAppsUsage,
    /// Edition, org id, licences.
    CompanyInformation,
    /// The org's own host name and its sign-in policy.
    MyDomain,
    /// Named credentials.
    NamedCredentials,
    /// Packages from other companies, Gentrack's among them.
    InstalledPackages,
    /// The org's own code, with who may call it.
    ApexClasses,
    /// How long a session lives, and what it is bound to.
    SessionSettings,
    /// The org's trusted IP ranges.
    NetworkAccess,
    /// Whether admins may log in as any user.
    LoginAccessPolicies,
    /// Expiry and lockout.
    PasswordPolicies,
    /// Whether only approved apps may use the API.
    ApiAccessControl,
    /// What Salesforce will enforce, and when.
    ReleaseUpdates,
    /// The GCIS Developer Portal.
    GcisPortal,
}

impl Link {
    /// All of them.
    pub const ALL: [Self; 25] = [
        Self::AppManager,
        Self::ExternalClientAppSettings,
        Self::ExternalClientAppManager,
        Self::ExternalClientAppUsage,
        Self::Users,
        Self::NewUser,
        Self::PermissionSets,
        Self::Profiles,
        Self::ResetSecurityToken,
        Self::OAuthSettings,
        Self::LoginHistory,
        Self::MyLoginHistory,
        Self::ConnectedAppsUsage,
        Self::CompanyInformation,
        Self::MyDomain,
        Self::NamedCredentials,
        Self::InstalledPackages,
        Self::ApexClasses,
        Self::SessionSettings,
        Self::NetworkAccess,
        Self::LoginAccessPolicies,
        Self::PasswordPolicies,
        Self::ApiAccessControl,
        Self::ReleaseUpdates,
        Self::GcisPortal,
    ];

    /// Whether the practice services have this page.
    pub fn is_practised(self) -> bool {
        matches!(
            self,
            Self::AppManager
                | Self::ExternalClientAppManager
                | Self::Users
                | Self::NewUser
                | Self::Profiles
                | Self::ResetSecurityToken
                | Self::OAuthSettings
                | Self::LoginHistory
                | Self::MyLoginHistory
                | Self::CompanyInformation
                | Self::NamedCredentials
                | Self::InstalledPackages
                | Self::NetworkAccess
                | Self::GcisPortal
        )
    }

    /// The page's own name.
    pub fn title(self) -> &'static str {
        match self {
            Self::AppManager => "App Manager",
            Self::ExternalClientAppSettings => "External Client App Settings",
            Self::ExternalClientAppManager => "External Client App Manager",
            Self::ExternalClientAppUsage => "External Client Apps OAuth Usage",
            Self::Users => "Users",
            Self::NewUser => "New User",
            Self::PermissionSets => "Permission Sets",
            Self::Profiles => "Profiles",
            Self::ResetSecurityToken => "Reset My Security Token",
            Self::OAuthSettings => "OAuth and OpenID Connect Settings",
            Self::LoginHistory => "Login History",
            Self::MyLoginHistory => "My Login History",
            Self::ConnectedAppsUsage => "Connected Apps OAuth Usage",
            Self::CompanyInformation => "Company Information",
            Self::MyDomain => "My Domain",
            Self::NamedCredentials => "Named Credentials",
            Self::InstalledPackages => "Installed Packages",
            Self::ApexClasses => "Apex Classes",
            Self::SessionSettings => "Session Settings",
            Self::NetworkAccess => "Network Access",
            Self::LoginAccessPolicies => "Login Access Policies",
            Self::PasswordPolicies => "Password Policies",
            Self::ApiAccessControl => "API Access Control",
            Self::ReleaseUpdates => "Release Updates",
            Self::GcisPortal => super::portal::NAME,
        }
    }

    /// What to type into Quick Find in Setup, or nothing for a page that is not in Setup.
    pub fn quick_find(self) -> Option<&'static str> {
        match self {
            Self::ResetSecurityToken | Self::MyLoginHistory | Self::GcisPortal => None,
            Self::ExternalClientAppSettings | Self::ExternalClientAppUsage => {
                Some("External Client Apps")
            }
            Self::NewUser => Some("Users"),
            other => Some(other.title()),
        }
    }

    /// The address in a live org, when its own host is known: `login.salesforce.com` is not enough.
    pub fn address(self, host: Option<&SalesforceHost>) -> Option<String> {
        let Some(path) = self.path() else {
            return Some(super::portal::ADDRESS.to_owned());
        };
        host.filter(|host| host.is_my_domain())
            .map(|host| format!("https://{host}/lightning/{path}"))
    }

    /// The page's place in Lightning Experience, or nothing for a page that is not in Salesforce.
    fn path(self) -> Option<&'static str> {
        Some(match self {
            Self::GcisPortal => return None,
            Self::AppManager => "setup/NavigationMenus/home",
            Self::ExternalClientAppSettings => "setup/ExternalClientApplicationSettings/home",
            Self::ExternalClientAppManager => "setup/ManageExternalClientApplication/home",
            Self::ExternalClientAppUsage => "setup/ExternalClientApplicationOauthUsage/home",
            Self::Users => "setup/ManageUsers/home",
            Self::NewUser => "setup/ManageUsers/page?address=%2F005%2Fe",
            Self::PermissionSets => "setup/PermSets/home",
            Self::Profiles => "setup/EnhancedProfiles/home",
            Self::ResetSecurityToken => "settings/personal/ResetApiToken/home",
            Self::OAuthSettings => "setup/OauthOidcSettings/home",
            Self::LoginHistory => "setup/OrgLoginHistory/home",
            Self::MyLoginHistory => "settings/personal/LoginHistory/home",
            Self::ConnectedAppsUsage => "setup/ConnectedAppsUsage/home",
            Self::CompanyInformation => "setup/CompanyProfileInfo/home",
            Self::MyDomain => "setup/OrgDomain/home",
            Self::NamedCredentials => "setup/NamedCredential/home",
            Self::InstalledPackages => "setup/ImportedPackage/home",
            Self::ApexClasses => "setup/ApexClasses/home",
            Self::SessionSettings => "setup/SecuritySession/home",
            Self::NetworkAccess => "setup/NetworkAccess/home",
            Self::LoginAccessPolicies => "setup/LoginAccessPolicies/home",
            Self::PasswordPolicies => "setup/SecurityPolicies/home",
            Self::ApiAccessControl => "setup/ApiAccessControl/home",
            Self::ReleaseUpdates => "setup/ReleaseUpdates/home",
        })
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

    #[test]
    fn every_page_stands_where_lightning_experience_has_it() {
        // The table of public paths, as a person would paste them after the org's own host.
        let table = [
            (
                Link::AppManager,
                "App Manager",
                "/lightning/setup/NavigationMenus/home",
            ),
            (
                Link::ExternalClientAppSettings,
                "External Client Apps",
                "/lightning/setup/ExternalClientApplicationSettings/home",
            ),
            (
                Link::ExternalClientAppManager,
                "External Client App Manager",
                "/lightning/setup/ManageExternalClientApplication/home",
            ),
            (
                Link::ExternalClientAppUsage,
                "External Client Apps",
                "/lightning/setup/ExternalClientApplicationOauthUsage/home",
            ),
            (Link::Users, "Users", "/lightning/setup/ManageUsers/home"),
            (
                Link::NewUser,
                "Users",
                "/lightning/setup/ManageUsers/page?address=%2F005%2Fe",
            ),
            (
                Link::PermissionSets,
                "Permission Sets",
                "/lightning/setup/PermSets/home",
            ),
            (
                Link::Profiles,
                "Profiles",
                "/lightning/setup/EnhancedProfiles/home",
            ),
            (
                Link::ResetSecurityToken,
                "",
                "/lightning/settings/personal/ResetApiToken/home",
            ),
            (
                Link::OAuthSettings,
                "OAuth and OpenID Connect Settings",
                "/lightning/setup/OauthOidcSettings/home",
            ),
            (
                Link::LoginHistory,
                "Login History",
                "/lightning/setup/OrgLoginHistory/home",
            ),
            (
                Link::MyLoginHistory,
                "",
                "/lightning/settings/personal/LoginHistory/home",
            ),
            (
                Link::ConnectedAppsUsage,
                "Connected Apps OAuth Usage",
                "/lightning/setup/ConnectedAppsUsage/home",
            ),
            (
                Link::CompanyInformation,
                "Company Information",
                "/lightning/setup/CompanyProfileInfo/home",
            ),
            (
                Link::MyDomain,
                "My Domain",
                "/lightning/setup/OrgDomain/home",
            ),
            (
                Link::NamedCredentials,
                "Named Credentials",
                "/lightning/setup/NamedCredential/home",
            ),
            (
                Link::InstalledPackages,
                "Installed Packages",
                "/lightning/setup/ImportedPackage/home",
            ),
            (
                Link::ApexClasses,
                "Apex Classes",
                "/lightning/setup/ApexClasses/home",
            ),
            (
                Link::SessionSettings,
                "Session Settings",
                "/lightning/setup/SecuritySession/home",
            ),
            (
                Link::NetworkAccess,
                "Network Access",
                "/lightning/setup/NetworkAccess/home",
            ),
            (
                Link::LoginAccessPolicies,
                "Login Access Policies",
                "/lightning/setup/LoginAccessPolicies/home",
            ),
            (
                Link::PasswordPolicies,
                "Password Policies",
                "/lightning/setup/SecurityPolicies/home",
            ),
            (
                Link::ApiAccessControl,
                "API Access Control",
                "/lightning/setup/ApiAccessControl/home",
            ),
            (
                Link::ReleaseUpdates,
                "Release Updates",
                "/lightning/setup/ReleaseUpdates/home",
            ),
        ];
        let host = SalesforceHost::parse("acme.my.salesforce.com", Environment::Production);
        let host = host.unwrap();
        for (link, quick_find, path) in table {
            let address = format!("https://acme.my.salesforce.com{path}");
            assert_eq!(link.address(Some(&host)), Some(address), "{link:?}");
            assert_eq!(
                link.quick_find().unwrap_or_default(),
                quick_find,
                "{link:?}"
            );
        }
    }
}
