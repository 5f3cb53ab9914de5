//! The kinds of files: type, folder, ending.
//!
//! Folders and endings are those of the Salesforce CLI's registry
//! (forcedotcom/source-deploy-retrieve, `metadataRegistry.json`).

use std::path::PathBuf;

/// One type of the Metadata API, and where its files stand.
pub(super) struct Kind {
    /// The type, and the file's root element.
    pub(super) name: &'static str,
    folder: &'static str,
    suffix: &'static str,
    /// What follows the app's name in the member's name.
    ending: &'static str,
}

/// Salesforce makes the policies of an app by itself when the app is deployed, and calls them so
/// (seen in public projects; hardisgroupcom/sfdx-hardis): under another name they would be second
/// ones.
const DEFAULT_POLICY: &str = "_defaultPolicy";

pub(super) const KINDS: [Kind; 6] = [
    Kind::new("ConnectedApp", "connectedApps", "connectedApp", ""),
    Kind::new("ExternalClientApplication", "externalClientApps", "eca", ""),
    Kind::new(
        "ExtlClntAppOauthSettings",
        "extlClntAppOauthSettings",
        "ecaOauth",
        "",
    ),
    Kind::new(
        "ExtlClntAppGlobalOauthSettings",
        "extlClntAppGlobalOauthSets",
        "ecaGlblOauth",
        "",
    ),
    Kind::new(
        "ExtlClntAppConfigurablePolicies",
        "extlClntAppPolicies",
        "ecaPlcy",
        DEFAULT_POLICY,
    ),
    Kind::new(
        "ExtlClntAppOauthConfigurablePolicies",
        "extlClntAppOauthPolicies",
        "ecaOauthPlcy",
        DEFAULT_POLICY,
    ),
];

impl Kind {
    const fn new(
        name: &'static str,
        folder: &'static str,
        suffix: &'static str,
        ending: &'static str,
    ) -> Self {
        Self {
            name,
            folder,
            suffix,
            ending,
        }
    }

    /// The member's name in the org.
    pub(super) fn member(&self, app: &str) -> String {
        format!("{app}{}", self.ending)
    }

    /// The file's place in the project.
    pub(super) fn path(&self, app: &str) -> PathBuf {
        let file = format!("{}.{}-meta.xml", self.member(app), self.suffix);
        self.place().join(file)
    }

    /// The folder's place in the project.
    pub(super) fn place(&self) -> PathBuf {
        ["force-app", "main", "default", self.folder]
            .iter()
            .collect()
    }

    /// Whether it belongs to another file, which it then names.
    pub(super) fn is_part_of_an_app(&self) -> bool {
        self.name.starts_with("ExtlClntApp")
    }
}
