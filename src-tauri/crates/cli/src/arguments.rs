//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use model::{Environment, Route};
use serde::Serialize;

use crate::gcis::{MigrateOptions, NamedCredentialOptions, RegisterOptions};

/// Connector Setup without a window.
#[derive(Debug, Parser)]
#[command(name = "connectorctl", version)]
pub(crate) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Verify a sign-in to Salesforce and all that the connector will need
    Check(CheckOptions),
    /// Write the checklist as HTML and Markdown; without an onboarding, the blank one
    Checklist(ChecklistOptions),
    /// Say what a code or a text of Salesforce means, and what to do
    Explain(ExplainOptions),
    /// List the onboardings of this computer
    List(ListOptions),
    /// Write the app of one way of signing in as a project for the Salesforce CLI
    Metadata(MetadataOptions),
    /// Move a live connector from the connected app to the external client app, or go on with it
    Migrate(MigrateOptions),
    /// Add, rotate or revoke the named credential of a registered connector, or ask where it stands
    NamedCredential(NamedCredentialOptions),
    /// Serve the practice Salesforce and the practice GCIS until Ctrl-C or SIGTERM
    Practice(PracticeOptions),
    /// Register the connector at GCIS, once
    Register(RegisterOptions),
    /// List what the practice services can be made to do wrong
    Scenarios,
}

/// What `check --help` says of secrets.
const SECRETS: &str = "\
Secrets are never arguments. They come from the environment (CONNECTOR_CONSUMER_KEY, CONNECTOR_CONSUMER_SECRET and, for a
connected app, CONNECTOR_PASSWORD and CONNECTOR_SECURITY_TOKEN, which may be empty), from a prompt without echo where
they are not set, or from the keychain of a saved onboarding.

Ends with 0 if all passed or warned, 1 if something failed, 2 if the command is not complete.";

/// For the verification.
#[derive(Debug, Args)]
#[command(after_help = SECRETS)]
pub(crate) struct CheckOptions {
    /// How GCIS will sign in
    #[arg(long, required_unless_present = "onboarding")]
    pub(crate) route: Option<RouteName>,
    /// Which hosts may be talked to
    #[arg(long, required_unless_present = "onboarding")]
    pub(crate) environment: Option<EnvironmentName>,
    /// The Login URL; in practice with the port that `connectorctl practice` prints
    #[arg(long, value_name = "URL", required_unless_present = "onboarding")]
    pub(crate) login_url: Option<String>,
    /// The service user's Username
    #[arg(long, value_name = "NAME")]
    pub(crate) username: Option<String>,
    /// The Event Endpoint's path
    #[arg(long, value_name = "PATH")]
    pub(crate) event_endpoint: Option<String>,
    /// Ask the Event Endpoint too, by a GET, which may run code of the package there
    #[arg(long)]
    pub(crate) probe_endpoint: bool,
    /// Verify this saved onboarding, with the secrets in the keychain, and keep what is found
    #[arg(long, value_name = "NAME", conflicts_with_all = ["route", "environment", "username", "event_endpoint"])]
    pub(crate) onboarding: Option<String>,
    /// Trust the root certificates in this file as well
    #[arg(long, value_name = "PEM")]
    pub(crate) ca_file: Option<PathBuf>,
    /// The service user is known to be unlocked: do not wait after two refusals
    #[arg(long)]
    pub(crate) user_unlocked: bool,
    /// Print one JSON object
    #[arg(long)]
    pub(crate) json: bool,
}

/// A route, by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RouteName {
    /// Username, password and security token
    ConnectedApp,
    /// Client credentials
    ExternalClientApp,
}

impl From<Route> for RouteName {
    fn from(route: Route) -> Self {
        match route {
            Route::ConnectedApp => Self::ConnectedApp,
            Route::ExternalClientApp => Self::ExternalClientApp,
        }
    }
}

impl From<RouteName> for Route {
    fn from(name: RouteName) -> Self {
        match name {
            RouteName::ConnectedApp => Self::ConnectedApp,
            RouteName::ExternalClientApp => Self::ExternalClientApp,
        }
    }
}

/// An environment, by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum EnvironmentName {
    /// The customer's production org
    Production,
    /// A sandbox
    Sandbox,
    /// The practice services on this computer
    Practice,
}

impl From<EnvironmentName> for Environment {
    fn from(name: EnvironmentName) -> Self {
        match name {
            EnvironmentName::Production => Self::Production,
            EnvironmentName::Sandbox => Self::Sandbox,
            EnvironmentName::Practice => Self::Practice,
        }
    }
}

/// For the checklist.
#[derive(Debug, Args)]
pub(crate) struct ChecklistOptions {
    /// The onboarding's name, as the list shows it
    #[arg(long, value_name = "NAME", conflicts_with = "route")]
    pub(crate) onboarding: Option<String>,
    /// Of the blank one, this way of signing in alone
    #[arg(long)]
    pub(crate) route: Option<RouteName>,
    /// The folder to write to
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
}

/// For an explanation.
#[derive(Debug, Args)]
pub(crate) struct ExplainOptions {
    /// A code, an error as it was shown, or a status of Login History
    #[arg(value_name = "CODE-OR-TEXT", required = true)]
    pub(crate) text: Vec<String>,
    /// Only fixes of this route
    #[arg(long)]
    pub(crate) route: Option<RouteName>,
    /// Print one JSON object
    #[arg(long)]
    pub(crate) json: bool,
}

/// For the list.
#[derive(Debug, Args)]
pub(crate) struct ListOptions {
    /// Print one JSON object
    #[arg(long)]
    pub(crate) json: bool,
}

/// For the project.
#[derive(Debug, Args)]
pub(crate) struct MetadataOptions {
    /// Which app
    #[arg(long)]
    pub(crate) route: RouteName,
    /// The project's folder, empty or not there yet
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// The onboarding whose user an external client app runs as, by its name in the list
    #[arg(long, value_name = "NAME", conflicts_with = "run_as")]
    pub(crate) onboarding: Option<String>,
    /// The Username that an external client app runs as
    #[arg(long, value_name = "USERNAME")]
    pub(crate) run_as: Option<String>,
}

/// For the practice services.
#[derive(Debug, Args)]
pub(crate) struct PracticeOptions {
    /// The practice Salesforce's port; 0 for any, 443 for the usual https one where the system allows it
    #[arg(long, default_value_t = 0)]
    pub(crate) salesforce_port: u16,
    /// The practice GCIS's port; 0 for any
    #[arg(long, default_value_t = 0)]
    pub(crate) gcis_port: u16,
    /// The practice pages' port, for a browser that comes by a forwarded one of the same number; 0 for any
    #[arg(long, default_value_t = 0)]
    pub(crate) pages_port: u16,
    /// Serve https, as login.salesforce.com and the like, and put the certificate to trust into this folder
    #[arg(long, value_name = "DIR")]
    pub(crate) tls: Option<PathBuf>,
    /// Let every byte come over a link with this round trip, in milliseconds; 0 for none
    #[arg(long, default_value_t = 0, value_name = "N")]
    pub(crate) latency_ms: u64,
    /// What should go wrong, by name; see `connectorctl scenarios`
    #[arg(long, default_value = "smooth", value_name = "NAME")]
    pub(crate) scenario: String,
    /// Keep the state in this file, to go on with it later
    #[arg(long, value_name = "FILE")]
    pub(crate) state: Option<PathBuf>,
    /// Print the addresses and values as one JSON object on one line
    #[arg(long)]
    pub(crate) json: bool,
}
