//! `connectorctl scenarios`

use model::Route;
use practice::{Group, Scenario};

/// Prints what the practice services can be made to do wrong, group by group: a name for
/// `connectorctl practice --scenario`, its title, and below it what will be met.
pub(crate) fn run() {
    let groups: Vec<String> = Group::ALL.into_iter().map(paragraph).collect();
    println!("{}", groups.join("\n"));
}

fn paragraph(group: Group) -> String {
    let of_group = Scenario::ALL
        .into_iter()
        .filter(|scenario| scenario.group() == group);
    let rows = of_group.map(|scenario| {
        let only = scenario.route().map_or_else(String::new, |route| {
            format!(" ({} only)", title(route).to_lowercase())
        });
        format!(
            "  {:<30} {}{only}\n  {:<30} {}\n",
            scenario.name(),
            scenario.title(),
            "",
            scenario.description()
        )
    });
    format!("{}\n{}", heading(group), rows.collect::<String>())
}

fn heading(group: Group) -> &'static str {
    match group {
        Group::SignIn => "Sign-in: the token endpoint says what is wrong",
        Group::History => "Sign-in: only Login History says why",
        Group::AfterSignIn => "After sign-in",
        Group::Shapes => "Answers in shapes of their own",
        Group::Preflight => "What a look around the org finds",
        Group::Gcis => "GCIS",
    }
}

/// The practice services know nothing of the wizard, and have routes of their own.
fn title(route: practice::Route) -> &'static str {
    match route {
        practice::Route::ConnectedApp => Route::ConnectedApp.title(),
        practice::Route::ExternalClientApp => Route::ExternalClientApp.title(),
    }
}
