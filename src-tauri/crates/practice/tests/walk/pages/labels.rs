//! Each page bears the labels of the page that it stands for, and says that it is practice.

use practice::Page;

use super::browser::Browser;
use crate::setting::Setting;

fn labels(page: Page) -> &'static [&'static str] {
    match page {
        Page::Setup => &["Setup", "Let two minutes pass"],
        Page::AppManager => &[
            "App Manager",
            "New Connected App",
            "New External Client App",
            "Developer Name",
            "App Type",
            "Gentrack_Salesforce_Sales_Cloud_Connector",
        ],
        Page::NewConnectedApp => &[
            "New Connected App",
            "Basic Information",
            "Connected App Name",
            "API Name",
            "Contact Email",
            "Contact Phone",
            "Logo Image URL",
            "Icon URL",
            "Info URL",
            "Description",
            "API (Enable OAuth Settings)",
            "Enable OAuth Settings",
            "Enable for Device Flow",
            "Callback URL",
            "Use digital signatures",
            "Selected OAuth Scopes",
            "Full access (full)",
            "Manage user data via APIs (api)",
            "Require Proof Key for Code Exchange (PKCE) extension for Supported Authorization Flows",
            "Require Secret for Web Server Flow",
            "Require Secret for Refresh Token Flow",
            "Enable Client Credentials Flow",
            "Enable Authorization Code and Credentials Flow",
            "Enable Token Exchange Flow",
            "Enable Refresh Token Rotation",
            "Issue JSON Web Token (JWT)-based access tokens for named users",
            "Introspect All Tokens",
            "Configure ID Token",
            "Enable Asset Tokens",
            "Enable Single Logout",
            "Save",
        ],
        Page::ExternalClientAppManager => {
            &["External Client App Manager", "New External Client App"]
        }
        Page::NewExternalClientApp => &[
            "New External Client App",
            "External Client App Name",
            "API Name",
            "Contact Email",
            "Distribution State",
            "Local",
            "Info URL",
            "API (Enable OAuth Settings)",
            "Enable OAuth",
            "Callback URL",
            "OAuth Scopes",
            "Manage user data via APIs (api)",
            "Flow Enablement",
            "Enable Client Credentials Flow",
            "Security",
            "Require secret for Web Server Flow",
            "Require secret for Refresh Token Flow",
            "Create",
        ],
        Page::Users => &[
            "Users",
            "New User",
            "Full Name",
            "Alias",
            "Username",
            "Active",
            "Profile",
        ],
        Page::NewUser => &[
            "New User",
            "First Name",
            "Last Name",
            "Alias",
            "Email",
            "Username",
            "Nickname",
            "Role",
            "User License",
            "Salesforce Integration",
            "Profile",
            "Standard User",
            "Generate new password and notify user immediately",
            "Save",
        ],
        Page::ServiceUser => &[
            "Edit",
            "Reset Password",
            "Freeze",
            "Mailbox",
            "Reset My Security Token",
            "Login History",
            "User License",
            "Profile",
            "Active",
            "Password Never Expires",
        ],
        Page::Mailbox => &["Mailbox", "Your new Salesforce security token"],
        Page::ResetSecurityToken => &["Reset My Security Token", "Reset Security Token"],
        Page::AdminMailbox => &["Your mailbox (admin)", "No mail yet."],
        Page::LoginHistory => &["Login History", "No sign-ins yet."],
        Page::OAuthSettings => &[
            "OAuth and OpenID Connect Settings",
            "Allow OAuth Username-Password Flows",
            "Save",
        ],
        Page::NetworkAccess => &[
            "Network Access",
            "Trusted IP Ranges",
            "Start IP Address",
            "End IP Address",
            "203.0.113.25",
        ],
        Page::Profiles => &[
            "Profiles",
            "Profile Name",
            "Login IP Ranges",
            "Minimum Access - Salesforce",
        ],
        Page::NamedCredentials => &["Named Credentials", "None."],
        Page::InstalledPackages => &[
            "Installed Packages",
            "gtx_practice",
            "/services/apexrest/gtx_practice/events",
        ],
        Page::CompanyInformation => &[
            "Company Information",
            "Organization Edition",
            "Enterprise Edition",
            "Salesforce.com Organization ID",
            "acme-energy.my.salesforce.practice",
            "User Licenses",
        ],
        Page::Portal => &[
            "GCIS Developer Portal",
            "Connector Store",
            "My Connectors",
            "Tenants",
        ],
        Page::ConnectorStore => &[
            "Connector Store",
            "Salesforce Connector",
            "Setup new instance",
        ],
        Page::SetupNewInstance => &[
            "Setup New Instance",
            "Username",
            "Password",
            "Security Token",
            "Consumer Key",
            "Consumer Secret",
            "Login URL",
            "Event Endpoint",
            "Tenant",
            "Velocity Production",
            "Save",
        ],
        Page::SetupNewInstanceExternal => &[
            "Setup New Instance",
            "Consumer Key",
            "Consumer Secret",
            "Login URL",
            "Event Endpoint",
            "Tenant",
            "Save",
        ],
        Page::MyConnectors => &["My Connectors", "No connectors yet."],
        Page::Tenants => &["Tenants", "Tenant Id", "Velocity Test", "Junifer Test"],
    }
}

#[tokio::test]
async fn each_page_has_its_labels_and_says_practice() {
    let setting = Setting::new().await;
    for page in Page::ALL {
        let browser = Browser::open(&setting, page).await;
        assert_eq!(browser.shown.status, 200, "{page:?}: {:?}", browser.shown);
        let text = browser.text();
        assert!(text.contains("PRACTICE Invented values"), "{page:?}");
        for label in labels(page) {
            assert!(text.contains(label), "{page:?} lacks {label}: {text}");
        }
    }
}

#[tokio::test]
async fn every_link_and_every_field_of_every_page_leads_somewhere() {
    let setting = Setting::new().await;
    let mut seen = std::collections::BTreeSet::new();
    let mut browser = Browser::open(&setting, Page::Setup).await;
    let mut open = vec!["setup".to_owned()];
    while let Some(path) = open.pop() {
        if !seen.insert(path.clone()) {
            continue;
        }
        browser.go(&path).await;
        assert_eq!(browser.shown.status, 200, "{path}");
        let html = &browser.shown.body;
        for id in html.split(" for=\"").skip(1) {
            let id = id.split('"').next().unwrap();
            assert!(
                html.contains(&format!(" id=\"{id}\"")),
                "{path}: no field {id}"
            );
        }
        let links = html.split(" href=\"/").skip(1);
        let links = links.map(|link| link.split('"').next().unwrap());
        let own = format!("{}/", setting.card.org_id);
        open.extend(
            links
                .filter_map(|link| link.strip_prefix(&own))
                .map(str::to_owned),
        );
    }
    assert!(seen.len() > 20, "{seen:?}");
}

#[tokio::test]
async fn what_was_entered_is_shown_as_text_and_never_as_markup() {
    let setting = Setting::new().await;
    let mut browser = Browser::open(&setting, Page::NewConnectedApp).await;
    let evil = "\"><script>alert(1)</script>";
    browser.send("Save", &[("name", evil)]).await;
    assert!(!browser.shown.body.contains("<script"));
    assert_eq!(browser.field("name"), [evil]);
    browser
        .send("Save", &[("contact_email", "ops@acme.example")])
        .await;
    browser.follow("Continue").await;
    assert!(!browser.shown.body.contains("<script"));
    assert_eq!(browser.beside("Connected App Name"), evil);
}
