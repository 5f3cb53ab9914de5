//! The projects for the Salesforce CLI, in the real Salesforce CLI: no org, and no network once it
//! is installed.
#![allow(clippy::unwrap_used, reason = "a test ends at what it did not expect")]

mod cli;
mod types;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use cli::CLI;
use onboarding::documents::metadata::{App, Particulars, Project};
use quick_xml::Reader;
use quick_xml::events::Event;

const APP: &str = "Gentrack_Salesforce_Sales_Cloud_Connector";

fn project(app: App) -> Project {
    Project::new(&Particulars::of_guide(app)).unwrap()
}

fn external_client_app() -> App {
    App::ExternalClientApp {
        run_as: "gcis-salesforce-sales-cloud-connector@northwind.example".to_owned(),
    }
}

/// The members of a `package.xml`, with the version it is written for.
fn manifest(out: &Path) -> (Vec<(String, String)>, String) {
    let text = fs::read_to_string(out.join("package.xml")).unwrap();
    let mut reader = Reader::from_str(&text);
    let (mut listed, mut members, mut version) = (Vec::new(), Vec::new(), String::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                let mut inside = || reader.read_text(start.name()).unwrap().to_string();
                match start.name().as_ref() {
                    "members" => members.push(inside()),
                    "name" => {
                        let name = inside();
                        listed.extend(members.drain(..).map(|member| (name.clone(), member)));
                    }
                    "version" => version = inside(),
                    _ => {}
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    listed.sort();
    (listed, version)
}

fn converts_to(app: App, expected: &[(&str, &str)]) {
    let folder = tempfile::tempdir().unwrap();
    let project = project(app);
    project.write(folder.path()).unwrap();
    let convert = ["project", "convert", "source", "--output-dir", "out"];
    CLI.run(folder.path(), &convert);
    let out = folder.path().join("out");
    let (listed, version) = manifest(&out);
    let expected: Vec<_> = expected
        .iter()
        .map(|(kind, member)| ((*kind).to_owned(), (*member).to_owned()))
        .collect();
    assert_eq!(listed, expected);
    assert_eq!(version, "66.0");
    for (path, text) in metadata(&project) {
        let converted: PathBuf = path.iter().skip(3).collect();
        let converted = converted.to_str().unwrap().replace("-meta.xml", "");
        let converted = fs::read_to_string(out.join(converted)).unwrap();
        assert_eq!(converted.trim(), text.trim());
    }
}

/// The project's files of metadata.
fn metadata(project: &Project) -> impl Iterator<Item = (&Path, &str)> {
    let is_metadata = |path: &Path| path.extension().is_some_and(|ending| ending == "xml");
    project.files().filter(move |(path, _)| is_metadata(path))
}

#[test]
#[ignore = "long: installs the Salesforce CLI"]
fn the_salesforce_cli_converts_the_connected_app() {
    converts_to(App::ConnectedApp, &[("ConnectedApp", APP)]);
}

#[test]
#[ignore = "long: installs the Salesforce CLI"]
fn the_salesforce_cli_converts_the_external_client_app() {
    let policy = format!("{APP}_defaultPolicy");
    converts_to(
        external_client_app(),
        &[
            ("ExternalClientApplication", APP),
            ("ExtlClntAppConfigurablePolicies", &policy),
            ("ExtlClntAppGlobalOauthSettings", APP),
            ("ExtlClntAppOauthConfigurablePolicies", &policy),
            ("ExtlClntAppOauthSettings", APP),
        ],
    );
}

#[test]
#[ignore = "long: installs the Salesforce CLI"]
fn the_readmes_commands_are_ones_that_the_salesforce_cli_knows() {
    let folder = tempfile::tempdir().unwrap();
    let mut known = BTreeMap::new();
    for app in [App::ConnectedApp, external_client_app()] {
        let project = project(app);
        let (_, readme) = project
            .files()
            .find(|(path, _)| path.ends_with("README.md"))
            .unwrap();
        let pieces = readme.split(['`', '\n']);
        let commands: Vec<&str> = pieces.filter(|piece| piece.starts_with("sf ")).collect();
        assert!(commands.len() > 5, "{readme}");
        for command in commands {
            let words: Vec<&str> = command.split_whitespace().skip(1).collect();
            let is_flag = |word: &&&str| word.starts_with("--");
            let name: Vec<&str> = words.iter().take_while(|w| !is_flag(w)).copied().collect();
            let help = known.entry(name.join(" ")).or_insert_with(|| {
                let asked = [name.as_slice(), &["--help"]].concat();
                CLI.run(folder.path(), &asked)
            });
            for flag in words.iter().filter(is_flag) {
                let is_known = help.split([' ', '=', '\n', ']']).any(|word| word == *flag);
                assert!(is_known, "{command}: no {flag}");
            }
        }
    }
}

#[test]
#[ignore = "long: installs the Salesforce CLI"]
fn every_element_is_one_that_salesforce_names() {
    let types = CLI.types();
    for app in [App::ConnectedApp, external_client_app()] {
        for (path, text) in metadata(&project(app)) {
            let checked = types.check(text);
            assert!(checked > 2, "{}: {checked} elements", path.display());
        }
    }
}

#[test]
#[ignore = "long: installs the Salesforce CLI"]
fn an_element_that_salesforce_does_not_name_would_be_noticed() {
    let types = CLI.types();
    let misspelt = [
        "<ConnectedApp><lable>x</lable></ConnectedApp>",
        "<NoSuchType/>",
    ];
    let wrong = [
        "<ConnectedApp><oauthConfig><scopes>Fully</scopes></oauthConfig></ConnectedApp>",
        "<ExtlClntAppConfigurablePolicies><isEnabled>yes</isEnabled></ExtlClntAppConfigurablePolicies>",
    ];
    for xml in misspelt.into_iter().chain(wrong) {
        assert!(
            std::panic::catch_unwind(|| types.check(xml)).is_err(),
            "{xml}"
        );
    }
}
