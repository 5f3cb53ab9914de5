//! Where each page is found.

use super::door::Own;
use super::session::ticket;
use crate::cloud::Cloud;

/// Makes the enum, its list and its paths of one table, so that none can be without the others.
macro_rules! pages {
    ($($(#[doc = $words:literal])+ $page:ident $path:literal;)+) => {
        /// A page that a program can open.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Page {$($(#[doc = $words])+ $page,)+}

        impl Page {
            /// All pages: those of Salesforce first, then the portal's.
            pub const ALL: [Self; [$($path),+].len()] = [$(Self::$page),+];

            /// The path below the org's own.
            const fn path(self) -> &'static str {
                match self {$(Self::$page => $path,)+}
            }
        }
    };
}

pages! {
    /// Setup's first page, which leads to all others.
    Setup "setup";
    /// *App Manager*.
    AppManager "setup/apps";
    /// *New Connected App*.
    NewConnectedApp "setup/connected-apps/new";
    /// *External Client App Manager*.
    ExternalClientAppManager "setup/external-apps";
    /// *New External Client App*.
    NewExternalClientApp "setup/external-apps/new";
    /// *Users*.
    Users "setup/users";
    /// *New User*.
    NewUser "setup/users/new";
    /// The page of the user whose username the org was opened with.
    ServiceUser "setup/service-user";
    /// That user's mailbox, with welcome mail and security tokens.
    Mailbox "setup/service-user/mailbox";
    /// *Reset My Security Token*, as that user.
    ResetSecurityToken "setup/service-user/reset-token";
    /// The mailbox of the admin who practises, with verification codes.
    AdminMailbox "setup/admin-mailbox";
    /// *Login History*.
    LoginHistory "setup/login-history";
    /// *OAuth and `OpenID` Connect Settings*.
    OAuthSettings "setup/oauth-settings";
    /// *Network Access*.
    NetworkAccess "setup/network-access";
    /// *Profiles*, with their *Login IP Ranges*.
    Profiles "setup/profiles";
    /// *Named Credentials*.
    NamedCredentials "setup/named-credentials";
    /// *Installed Packages*.
    InstalledPackages "setup/packages";
    /// *Company Information*.
    CompanyInformation "setup/company";
    /// The GCIS portal's first page.
    Portal "portal";
    /// *Connectors ▸ Connector Store*.
    ConnectorStore "portal/connector-store";
    /// *Setup New Instance*, with the fields of the connected app.
    SetupNewInstance "portal/connector-store/connected-app";
    /// *Setup New Instance*, with the fields of the external client app.
    SetupNewInstanceExternal "portal/connector-store/external-client-app";
    /// *Connectors ▸ My Connectors*.
    MyConnectors "portal/connectors";
    /// *Manage Access ▸ Tenants*.
    Tenants "portal/tenants";
}

/// Where the pages are. Cheap to clone.
#[derive(Clone)]
pub struct PagesAddress {
    cloud: Cloud,
    own: Own,
}

impl PagesAddress {
    pub(crate) fn new(cloud: Cloud, own: Own) -> Self {
        Self { cloud, own }
    }

    /// The origin of the pages, `http://127.0.0.1:PORT`. By itself it opens nothing.
    pub fn origin(&self) -> &str {
        self.own.origin()
    }

    /// The address of a page of the org that was opened under `org_key`, if there is one.
    ///
    /// It holds a secret and opens the page in one browser, once; that browser then goes on by a cookie. Ask for a new
    /// one each time a person wants to go there: of all that were asked for, the newest 64 are good.
    pub fn open(&self, org_key: &str, page: Page) -> Option<String> {
        self.cloud.stir(|saved, live, random| {
            let org = saved.orgs.get(org_key)?;
            let ticket = ticket(live, random, org_key, page.path());
            Some(format!("{}/{}/enter/{ticket}", self.origin(), org.id))
        })
    }
}
