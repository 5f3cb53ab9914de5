//! The project: every file with its text.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::MetadataError;
use super::kind::KINDS;
use super::particulars::{App, Particulars};
use super::readme::readme;
use super::table;
use super::xml::Tree;

/// What makes a folder a project of the Salesforce CLI.
pub(super) const PROJECT_FILE: &str = "sfdx-project.json";

/// What the Salesforce CLI passes over.
const FORCEIGNORE: &str = "# What is not metadata\n**/README.md\n**/.DS_Store\n";

/// What the types demand beside the guide's settings. Without the last two, a project that is
/// deployed onto a live app could leave it open whether key and secret are made anew.
const ALWAYS: [(&str, &str); 3] = [
    ("ExtlClntAppConfigurablePolicies/isEnabled", "true"),
    (
        "ExtlClntAppGlobalOauthSettings/shouldRotateConsumerKey",
        "false",
    ),
    (
        "ExtlClntAppGlobalOauthSettings/shouldRotateConsumerSecret",
        "false",
    ),
];

/// A ready project for the Salesforce CLI.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    files: Vec<(PathBuf, String)>,
}

impl Project {
    /// Makes it.
    pub fn new(from: &Particulars) -> Result<Self, MetadataError> {
        if from.app.run_as().is_some_and(|name| name.trim().is_empty()) {
            return Err(MetadataError::NoRunAs);
        }
        let app = from.api_name();
        let mut files = vec![
            (".forceignore".into(), FORCEIGNORE.to_owned()),
            ("README.md".into(), readme(from)),
        ];
        for (kind, tree) in trees(from) {
            if let Some(kind) = KINDS.iter().find(|known| known.name == kind) {
                let text = tree.to_xml(kind.name).map_err(MetadataError::Text)?;
                files.push((kind.path(&app), text));
            }
        }
        files.push((PROJECT_FILE.into(), project_file(from)));
        Ok(Self { files })
    }

    /// Its files: the place in the project, and the text.
    pub fn files(&self) -> impl Iterator<Item = (&Path, &str)> {
        let files = self.files.iter();
        files.map(|(path, text)| (path.as_path(), text.as_str()))
    }
}

fn project_file(from: &Particulars) -> String {
    let content = serde_json::json!({
        "name": from.api_name(),
        "namespace": "",
        "packageDirectories": [{ "path": "force-app", "default": true }],
        "sourceApiVersion": from.api_version,
    });
    format!("{content:#}\n")
}

/// The content of every file of metadata, by type.
pub(super) fn trees(from: &Particulars) -> BTreeMap<&'static str, Tree> {
    let mut trees = BTreeMap::<_, Tree>::new();
    let mut put = |path: &'static str, texts: Vec<String>| {
        if let Some((kind, path)) = path.split_once('/') {
            trees.entry(kind).or_default().put(path, texts);
        }
    };
    for setting in from.app.forms().iter().flat_map(|form| form.settings) {
        if let Some(counterpart) = table::of(&from.app, setting) {
            for (path, texts) in counterpart.elements(setting, from) {
                put(path, texts);
            }
        }
    }
    if matches!(from.app, App::ExternalClientApp { .. }) {
        for (path, text) in ALWAYS {
            put(path, vec![text.to_owned()]);
        }
    }
    let app = from.api_name();
    for kind in KINDS.iter().filter(|kind| kind.is_part_of_an_app()) {
        if let Some(tree) = trees.get_mut(kind.name) {
            tree.put("externalClientApplication", vec![app.clone()]);
            tree.put("label", vec![kind.member(&app)]);
        }
    }
    trees
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project(app: App) -> Project {
        Project::new(&Particulars::of_guide(app)).unwrap()
    }

    fn external() -> App {
        App::ExternalClientApp {
            run_as: "connector@northwind.example".to_owned(),
        }
    }

    fn text<'a>(project: &'a Project, end: &str) -> &'a str {
        let mut found = project.files().filter(|(path, _)| path.ends_with(end));
        let (_, text) = found.next().unwrap();
        assert!(found.next().is_none(), "{end} stands twice");
        text
    }

    #[test]
    fn a_connected_app_is_one_file() {
        let project = project(App::ConnectedApp);
        assert_eq!(
            text(
                &project,
                "force-app/main/default/connectedApps/Gentrack_Salesforce_Sales_Cloud_Connector.connectedApp-meta.xml"
            ),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <ConnectedApp xmlns=\"http://soap.sforce.com/2006/04/metadata\">\n    \
                 <contactEmail>ops-gcis@gentrack.com</contactEmail>\n    \
                 <infoUrl>https://go.gentrackcloud.com/docs/gcis/salesforce-sales-cloud-connector</infoUrl>\n    \
                 <label>Gentrack Salesforce Sales Cloud Connector</label>\n    \
                 <oauthConfig>\n        \
                     <callbackUrl>http://localhost</callbackUrl>\n        \
                     <isConsumerSecretOptional>false</isConsumerSecretOptional>\n        \
                     <isIntrospectAllTokens>false</isIntrospectAllTokens>\n        \
                     <scopes>Full</scopes>\n    \
                 </oauthConfig>\n\
             </ConnectedApp>\n"
        );
        assert_eq!(project.files().count(), 4);
    }

    #[test]
    fn an_external_client_app_is_five_files_that_name_one_another() {
        let project = project(external());
        let base = "Gentrack_Salesforce_Sales_Cloud_Connector";
        let app = text(&project, &format!("{base}.eca-meta.xml"));
        assert!(app.contains("<distributionState>Local</distributionState>"));
        let parts = [
            ("extlClntAppOauthSettings", "", "ecaOauth"),
            ("extlClntAppGlobalOauthSets", "", "ecaGlblOauth"),
            ("extlClntAppPolicies", "_defaultPolicy", "ecaPlcy"),
            ("extlClntAppOauthPolicies", "_defaultPolicy", "ecaOauthPlcy"),
        ];
        for (folder, ending, suffix) in parts {
            let part = text(
                &project,
                &format!("{folder}/{base}{ending}.{suffix}-meta.xml"),
            );
            let name = format!("<externalClientApplication>{base}</externalClientApplication>");
            assert!(part.contains(&name), "{part}");
        }
        let policies = text(
            &project,
            &format!("{base}_defaultPolicy.ecaOauthPlcy-meta.xml"),
        );
        for line in [
            "<clientCredentialsFlowUser>connector@northwind.example</clientCredentialsFlowUser>",
            "<ipRelaxationPolicyType>Enforce</ipRelaxationPolicyType>",
            "<isClientCredentialsFlowEnabled>true</isClientCredentialsFlowEnabled>",
            "<permittedUsersPolicyType>AllSelfAuthorized</permittedUsersPolicyType>",
        ] {
            assert!(policies.contains(line), "{line}");
        }
    }

    #[test]
    fn no_file_has_a_place_for_a_key_or_a_secret() {
        for app in [App::ConnectedApp, external()] {
            for (path, text) in project(app).files() {
                for element in ["<consumerKey", "<consumerSecret", "<certificate"] {
                    assert!(!text.contains(element), "{} in {}", element, path.display());
                }
            }
        }
    }

    #[test]
    fn nobody_to_run_as_is_an_error_and_not_a_broken_policy() {
        let run_as = " ".to_owned();
        let project = Project::new(&Particulars::of_guide(App::ExternalClientApp { run_as }));
        assert!(matches!(project, Err(MetadataError::NoRunAs)));
    }

    #[test]
    fn the_project_file_says_which_version_it_is_written_for() {
        let project = project(App::ConnectedApp);
        let json: serde_json::Value = serde_json::from_str(text(&project, PROJECT_FILE)).unwrap();
        assert_eq!(json["sourceApiVersion"], "66.0");
        assert_eq!(json["packageDirectories"][0]["path"], "force-app");
    }
}
