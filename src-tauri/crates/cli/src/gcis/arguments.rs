//! The arguments.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use onboarding::workflow::Adoption;

/// What `--help` says of secrets and of practice.
const NOTES: &str = "\
Secrets come from the keychain of the saved onboarding, the client secret for GCIS from the keychain of this computer.
For an onboarding in practice, serve the practice services first: connectorctl practice --json > FILE

Ends with 0 if it is done, 1 if not, 2 if the command is not complete.";

/// Which onboarding, and how the answer is printed.
#[derive(Debug, Args)]
pub(crate) struct SavedOptions {
    /// The onboarding's name, as the list shows it
    #[arg(long, value_name = "NAME")]
    pub(crate) onboarding: String,
    /// In practice, what `connectorctl practice --json` printed
    #[arg(long, value_name = "FILE")]
    pub(crate) practice: Option<PathBuf>,
    /// Print one JSON object
    #[arg(long)]
    pub(crate) json: bool,
}

/// For the registration.
#[derive(Debug, Args)]
#[command(after_help = NOTES)]
pub(crate) struct RegisterOptions {
    #[command(flatten)]
    pub(crate) saved: SavedOptions,
    /// The tenant's id; without one, the tenant that was chosen before
    #[arg(long, value_name = "ID")]
    pub(crate) tenant: Option<String>,
    /// The words that confirm a tenant which is not of the org's kind; asked for on a terminal
    #[arg(long, value_name = "WORDS")]
    pub(crate) confirm_tenant: Option<String>,
    /// Take over the instance that GCIS runs for this org and tenant already, and make none
    #[arg(long, value_name = "HOW")]
    pub(crate) adopt: Option<Adopt>,
    /// Send what is shown without asking
    #[arg(long)]
    pub(crate) yes: bool,
}

/// What becomes of the credentials of an instance that is taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Adopt {
    /// It keeps those it has
    Keep,
    /// It is given those that were verified here
    Replace,
}

impl From<Adopt> for Adoption {
    fn from(adopt: Adopt) -> Self {
        match adopt {
            Adopt::Keep => Self::KeepCredentials,
            Adopt::Replace => Self::ReplaceCredentials,
        }
    }
}

/// For the named credential.
#[derive(Debug, Args)]
#[command(after_help = NOTES)]
pub(crate) struct NamedCredentialOptions {
    #[command(subcommand)]
    pub(crate) action: Action,
}

/// What to do with the named credential.
#[derive(Debug, Subcommand)]
pub(crate) enum Action {
    /// Put it in place
    Add(SavedOptions),
    /// Replace it; for a few seconds no new access token may be had
    Rotate(GuardedOptions),
    /// Take it away
    Revoke(GuardedOptions),
    /// Ask GCIS where it stands
    Status(SavedOptions),
}

/// For what a slip of the hand must not do.
#[derive(Debug, Args)]
pub(crate) struct GuardedOptions {
    #[command(flatten)]
    pub(crate) saved: SavedOptions,
    /// The Salesforce org's name, in full; asked for on a terminal
    #[arg(long, value_name = "NAME")]
    pub(crate) org_name: Option<String>,
}
