//! `connectorctl metadata`

use model::Route;
use model::field::Field;

use super::{Home, Run};

const RUN_AS: &str = "connector@northwind.example";
const POLICIES: &str = "project/force-app/main/default/extlClntAppOauthPolicies/\
                        Gentrack_Salesforce_Sales_Cloud_Connector_defaultPolicy.ecaOauthPlcy-meta.xml";

fn metadata(home: &Home, arguments: &[&str]) -> Run {
    home.run(&[&["metadata", "--out", "project"], arguments].concat())
}

fn runs_as(home: &Home, name: &str) -> bool {
    let line = format!("<clientCredentialsFlowUser>{name}</clientCredentialsFlowUser>");
    home.read(POLICIES).contains(&line)
}

#[test]
fn writes_the_project_and_prints_every_path() {
    for (arguments, count) in [
        (&["--route", "connected-app"][..], 4),
        (
            &["--route", "external-client-app", "--run-as", RUN_AS][..],
            8,
        ),
    ] {
        let home = Home::new();
        let run = metadata(&home, arguments);
        assert_eq!((run.code, run.errors.as_str()), (0, ""));
        assert_eq!(run.out.lines().count(), count);
        for path in run.out.lines() {
            assert!(path.starts_with("project/"), "{path}");
            assert!(!home.read(path).is_empty(), "{path}");
        }
        assert!(run.out.contains("project/sfdx-project.json\n"));
        assert!(!home.folder().join("data").exists(), "nothing else is kept");
    }
}

#[test]
fn the_user_to_run_as_is_named_or_is_the_onboardings() {
    let home = Home::new();
    let named = ["--route", "external-client-app", "--run-as", RUN_AS];
    assert_eq!(metadata(&home, &named).code, 0);
    assert!(runs_as(&home, RUN_AS));

    let home = Home::new();
    let id = home.begin("Northwind Energy");
    let of = [
        "--route",
        "external-client-app",
        "--onboarding",
        "Northwind Energy",
    ];
    assert_eq!(metadata(&home, &of).code, 0);
    assert!(runs_as(
        &home,
        "gcis-salesforce-sales-cloud-connector@northwind.example"
    ));

    std::fs::remove_dir_all(home.folder().join("project")).unwrap();
    let entered = "other@northwind.example";
    let workspace = home.workspace();
    workspace.save_field(id, Field::Username, entered).unwrap();
    assert_eq!(metadata(&home, &of).code, 0);
    assert!(runs_as(&home, entered));
    assert_eq!(workspace.load(id).unwrap().route, Route::ConnectedApp);
}

#[test]
fn what_goes_wrong_is_told_and_changes_nothing() {
    let home = Home::new();
    assert_eq!(metadata(&home, &["--route", "connected-app"]).code, 0);
    let before = home.read("project/README.md");
    let full = ["--route", "external-client-app", "--run-as", RUN_AS];
    let again = metadata(&home, &full);
    assert_eq!((again.code, again.out.as_str()), (1, ""));
    assert!(
        again.errors.contains("project is not empty"),
        "{}",
        again.errors
    );
    assert_eq!(home.read("project/README.md"), before);

    let home = Home::new();
    let no_name = metadata(&home, &["--route", "external-client-app", "--run-as", "Jo"]);
    assert_eq!(no_name.code, 1);
    assert!(no_name.errors.contains("form of an e-mail address"));
    let nobody = metadata(
        &home,
        &["--route", "connected-app", "--onboarding", "Nobody"],
    );
    assert_eq!(nobody.code, 1);
    assert!(nobody.errors.contains("no onboarding named Nobody"));
    assert!(!home.folder().join("project").exists());
}

#[test]
fn a_wrong_command_line_is_told_apart_from_a_failure() {
    for (arguments, word) in [
        (&[][..], "--route"),
        (&["--route", "carrier-pigeon"], "external-client-app"),
        (&["--route", "external-client-app"], "--run-as USERNAME"),
        (
            &["--route", "connected-app", "--run-as", RUN_AS],
            "leave --run-as out",
        ),
        (
            &[
                "--route",
                "external-client-app",
                "--run-as",
                RUN_AS,
                "--onboarding",
                "Northwind Energy",
            ],
            "cannot be used with",
        ),
    ] {
        let home = Home::new();
        let run = metadata(&home, arguments);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(run.errors.contains(word), "{arguments:?}: {}", run.errors);
        assert!(!home.folder().join("project").exists());
    }
}
