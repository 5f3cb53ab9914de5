//! `connectorctl check`: the verification, for scripts.

mod practice;
mod remarks;
mod report;
mod secrets;
mod silence;
mod stopped;

use std::process::ExitCode;

use model::catalogue::Code;
use model::{Environment, Route};
use onboarding::workflow::snapshot::VerifyEvent;
use onboarding::workflow::{CheckRequest, VerifyRequest, Workspace};

use crate::arguments::CheckOptions;
use crate::workspace::{find, workspace};
use crate::{FAILED, USAGE};
use report::{Org, Report};
use stopped::Stopped;

/// Runs the checks and prints what was found; with `--json`, one object in every case.
pub(crate) async fn run(options: &CheckOptions) -> Result<ExitCode, String> {
    // Watched from the start: a prompt that is interrupted gives the terminal its echo back first.
    let report = tokio::select! {
        biased;
        _ = tokio::signal::ctrl_c() => Err(Stopped::new(Code::Cancelled, "")),
        report = Box::pin(verify(options)) => report,
    };
    let report = report.unwrap_or_else(Report::of_stop);
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

/// The same object for a command line that could not be read: a script that asked for JSON gets it
/// in every case.
pub(crate) fn misused(words: &str) -> Result<String, String> {
    Report::of_stop(Stopped::misused(words)).json()
}

async fn verify(options: &CheckOptions) -> Result<Report, Stopped> {
    let workspace = workspace()
        .map_err(|words| Stopped::new(Code::DiskFailed, words))?
        .trusting(options.ca_file.clone());
    match (&options.onboarding, options.route, options.environment) {
        (Some(name), _, _) => Box::pin(saved(&workspace, name, options)).await,
        (None, Some(route), Some(environment)) => {
            let (route, environment) = (route.into(), environment.into());
            given(&workspace, route, environment, options)
                .await
                .map_err(|stopped| stopped.on(route))
        }
        (None, _, _) => Err(Stopped::misused(
            "give --route, --environment and --login-url, or --onboarding",
        )),
    }
}

/// What the command line itself says.
async fn given(
    workspace: &Workspace,
    route: Route,
    environment: Environment,
    options: &CheckOptions,
) -> Result<Report, Stopped> {
    let typed = options.login_url.as_deref().unwrap_or_default();
    let login_url = practice::prepare(workspace, environment, typed)?;
    let username = options.username.clone().unwrap_or_default();
    if username.is_empty() && route == Route::ConnectedApp {
        return Err(Stopped::usage(Code::UsernameMissing, "give --username"));
    }
    if options.probe_endpoint && options.event_endpoint.is_none() {
        let words = "--probe-endpoint asks the path that --event-endpoint names";
        return Err(Stopped::usage(Code::EndpointMissing, words));
    }
    let credentials = secrets::gather(route, &username)?;
    let org = Org::new(environment, &login_url);
    remarks::tell(&credentials, environment, org.host(), &username);
    let request = CheckRequest {
        environment,
        route,
        login_url,
        username,
        credentials: credentials.into_credentials(),
        event_endpoint: options.event_endpoint.clone().unwrap_or_default(),
        probe_endpoint: options.probe_endpoint,
        user_unlocked: options.user_unlocked,
    };
    match workspace.check(request, &|event| tell(&event)).await {
        Ok(found) => Ok(Report::new(route, &org, found.connection, found.findings)),
        Err(problem) => Err(Stopped::of(problem).at(org)),
    }
}

/// A saved onboarding, with the secrets in the keychain; what is found is kept.
async fn saved(
    workspace: &Workspace,
    name: &str,
    options: &CheckOptions,
) -> Result<Report, Stopped> {
    let id = find(workspace, name).map_err(|words| Stopped::misused(&words))?;
    let before = workspace.open(id)?;
    let (route, environment) = (before.route, before.environment);
    match (&options.login_url, environment) {
        (Some(login_url), Environment::Practice) => {
            practice::prepare(workspace, environment, login_url)?;
        }
        // A record never holds the practice services' port, so it has to be told.
        (None, Environment::Practice) => return Err(practice::port_missing().on(route)),
        (Some(_), _) => {
            let words = "the onboarding has a Login URL of its own: leave --login-url out";
            return Err(Stopped::misused(words).on(route));
        }
        (None, _) => {}
    }
    let org = Org::new(environment, before.verify.host.as_deref().unwrap_or(""));
    let request = VerifyRequest {
        only: None,
        endpoint: options.probe_endpoint,
        user_unlocked: options.user_unlocked,
    };
    match workspace.verify(id, &request, &|event| tell(&event)).await {
        Ok(after) => {
            let verify = after.verify;
            let (connection, findings) = (verify.connected_as, verify.findings);
            Ok(Report::new(route, &org, connection, findings))
        }
        Err(problem) => Err(Stopped::of(problem).on(route).at(org)),
    }
}

/// Only a wait is told while the checks run: nobody should think that the program hangs.
pub(crate) fn tell(event: &VerifyEvent) {
    if let VerifyEvent::Waiting { next_try, until } = event {
        eprintln!(
            "Salesforce does not know this Consumer Key yet. A new connected app takes 2 to 10 \
             minutes; a mistyped key looks the same. Next try at {}, until {} at the longest.",
            next_try.strftime("%H:%M:%S UTC"),
            until.strftime("%H:%M UTC")
        );
    }
}
