//! `connectorctl check`: the verification, for scripts.

mod practice;
mod report;
mod secrets;

use std::process::ExitCode;

use model::catalogue::{Check, Problem};
use model::{Environment, Route};
use onboarding::workflow::snapshot::VerifyEvent;
use onboarding::workflow::{CheckRequest, VerifyRequest, Workspace};

use crate::arguments::CheckOptions;
use crate::workspace::{find, workspace};
use crate::{FAILED, USAGE};
use report::Report;

/// Runs the checks and prints what was found; with `--json`, one object in every case.
pub(crate) async fn run(options: &CheckOptions) -> Result<ExitCode, String> {
    let report = match verify(options).await? {
        Ok(report) => report,
        Err(stopped) => Report::of_problem(&stopped.problem, stopped.route, stopped.usage),
    };
    if options.json {
        println!("{}", report.json()?);
    } else {
        print!("{report}");
    }
    Ok(match (report.passed(), report.is_usage()) {
        (true, _) => ExitCode::SUCCESS,
        (false, false) => ExitCode::from(FAILED),
        (false, true) => ExitCode::from(USAGE),
    })
}

/// Why nothing could be asked.
struct Stopped {
    problem: Problem,
    route: Option<Route>,
    /// The command was not complete, so nothing was tried.
    usage: bool,
}

async fn verify(options: &CheckOptions) -> Result<Result<Report, Stopped>, String> {
    let workspace = workspace()?.trusting(options.ca_file.clone());
    if let Some(name) = &options.onboarding {
        let id = find(&workspace, name)?;
        return Ok(saved(&workspace, id, options).await);
    }
    let (Some(route), Some(environment), Some(login_url)) =
        (options.route, options.environment, &options.login_url)
    else {
        return Err("Give --route, --environment and --login-url, or --onboarding.".to_owned());
    };
    let (route, environment) = (Route::from(route), Environment::from(environment));
    let stopped = |problem, usage| Stopped {
        problem,
        route: Some(route),
        usage,
    };
    let login_url = match practice::prepare(&workspace, environment, login_url) {
        Ok(login_url) => login_url,
        Err(problem) => return Ok(Err(stopped(problem, true))),
    };
    let username = options.username.clone().unwrap_or_default();
    let credentials = match secrets::gather(route, &username) {
        Ok(credentials) => credentials,
        Err(problem) => return Ok(Err(stopped(problem, true))),
    };
    let request = CheckRequest {
        environment,
        route,
        login_url,
        username,
        credentials,
        event_endpoint: options.event_endpoint.clone().unwrap_or_default(),
        probe_endpoint: options.probe_endpoint,
        user_unlocked: options.user_unlocked,
    };
    Ok(match workspace.check(request, &quiet).await {
        Ok(found) => Ok(Report::new(
            route,
            Some(found.host),
            found.connection,
            found.findings,
        )),
        Err(problem) => Err(stopped(problem, false)),
    })
}

async fn saved(
    workspace: &Workspace,
    id: uuid::Uuid,
    options: &CheckOptions,
) -> Result<Report, Stopped> {
    let stopped = |problem| Stopped {
        problem,
        route: None,
        usage: false,
    };
    let environment = workspace.environment(id).map_err(stopped)?;
    // A record never holds the practice services' port, so it has to be told.
    let address = options.login_url.as_deref().unwrap_or_default();
    if environment == Environment::Practice || !address.is_empty() {
        practice::prepare(workspace, environment, address).map_err(stopped)?;
    }
    let request = VerifyRequest {
        only: None::<Check>,
        endpoint: options.probe_endpoint,
        user_unlocked: options.user_unlocked,
    };
    let snapshot = workspace
        .verify(id, &request, &quiet)
        .await
        .map_err(stopped)?;
    Ok(Report::new(
        snapshot.route,
        snapshot.verify.host,
        snapshot.verify.connected_as,
        snapshot.verify.findings,
    ))
}

/// Only a wait is told while the checks run: nobody should think that the program hangs.
fn quiet(event: VerifyEvent) {
    if let VerifyEvent::Waiting { next_try, until } = event {
        eprintln!(
            "Salesforce does not know this Consumer Key yet. A new connected app takes 2 to 10 \
             minutes; a mistyped key looks the same. Next try at {}, until {} at the longest.",
            next_try.strftime("%H:%M:%S UTC"),
            until.strftime("%H:%M UTC")
        );
    }
}
