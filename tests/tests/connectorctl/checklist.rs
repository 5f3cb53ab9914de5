//! `connectorctl checklist`

use super::Home;

#[test]
fn the_blank_one_has_both_ways_and_can_have_one() {
    let home = Home::new();
    let both = home.run(&["checklist", "--out", "papers"]);
    assert_eq!((both.code, both.errors.as_str()), (0, ""));
    assert_eq!(both.out, "papers/checklist.html\npapers/checklist.md\n");
    let text = home.read("papers/checklist.md");
    let connected = text.find("## Connected app: the app").unwrap();
    assert!(connected < text.find("## External client app: the app").unwrap());

    for (route, own, other) in [
        ("connected-app", "Selected OAuth Scopes", "Run As"),
        ("external-client-app", "Run As", "Selected OAuth Scopes"),
    ] {
        let one = home.run(&["checklist", "--route", route, "--out", "papers"]);
        let files = format!("papers/checklist-{route}.html\npapers/checklist-{route}.md\n");
        assert_eq!((one.code, one.out), (0, files));
        let text = home.read(&format!("papers/checklist-{route}.md"));
        assert!(text.contains(own) && !text.contains(other), "{route}");
    }
}

#[test]
fn an_onboardings_own_way_is_not_overruled() {
    let home = Home::new();
    home.begin("Northwind Energy");
    let onboarding = [
        "checklist",
        "--onboarding",
        "Northwind Energy",
        "--out",
        "papers",
    ];
    let run = home.run(&onboarding);
    assert_eq!(run.code, 0, "{}", run.errors);
    assert!(
        run.out
            .starts_with("papers/northwind-energy-production-checklist.html\n")
    );
    let both = [&onboarding[..], &["--route", "connected-app"]].concat();
    assert_eq!(home.run(&both).code, 2);
}
