//! `connectorctl metadata`

use clap::CommandFactory;
use clap::error::ErrorKind;
use onboarding::documents::metadata::App;
use onboarding::workflow::write_project;

use crate::arguments::{Arguments, MetadataOptions, RouteName};
use crate::problem::told;
use crate::workspace::{find, workspace};

/// Writes the project and says where.
pub(crate) fn run(options: &MetadataOptions) -> Result<(), String> {
    let saved = match (&options.onboarding, options.route, &options.run_as) {
        (Some(name), route, _) => {
            let workspace = workspace()?;
            let id = find(&workspace, name)?;
            workspace.write_project(id, route.into(), &options.out)
        }
        (None, RouteName::ConnectedApp, None) => write_project(App::ConnectedApp, &options.out),
        (None, RouteName::ExternalClientApp, Some(run_as)) => {
            let run_as = run_as.clone();
            write_project(App::ExternalClientApp { run_as }, &options.out)
        }
        (None, RouteName::ExternalClientApp, None) => usage(
            ErrorKind::MissingRequiredArgument,
            "an external client app runs as a user: name it with --run-as USERNAME, or the \
             onboarding that has it with --onboarding NAME",
        ),
        (None, RouteName::ConnectedApp, Some(_)) => usage(
            ErrorKind::ArgumentConflict,
            "a connected app runs as nobody: leave --run-as out",
        ),
    };
    let saved = saved.map_err(|problem| told(&problem))?;
    for file in &saved.files {
        println!("{}", file.display());
    }
    Ok(())
}

/// Ends the program as a wrong command line does.
fn usage(kind: ErrorKind, sentence: &str) -> ! {
    let mut all = Arguments::command();
    all.build();
    let mut command = all.find_subcommand("metadata").unwrap_or(&all).clone();
    command.error(kind, sentence).exit()
}
