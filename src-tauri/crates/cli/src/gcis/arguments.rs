//! The arguments.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use onboarding::workflow::Adoption;

/// What `--help` says of secrets and of practice.
const NOTES: &str = "\
Secrets come from the keychain of the saved onboarding, the client secret for GCIS from the keychain of this computer.
For an onboarding in practice, serve the practice services first: connectorctl practice --json > FILE

Ends with 0 if it is done, 1 if not, 2 if the command is not complete.";

/// What `migrate --help` says further.
const MOVE_NOTES: &str = "\
The external client app's key and secret and the org's own Login URL are entered in the window, like all values. Run it
again at any time: it goes on where it stands.

Secrets come from the keychain of the saved onboarding, the client secret for GCIS from the keychain of this computer.
For an onboarding in practice, serve the practice services first: connectorctl practice --json > FILE

Ends with 0 if GCIS has the new key and secret and nothing in Login History speaks against it, or if what was asked for
is done; with 1 if not; with 2 if the command is not complete.";

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

/// For the move to the external client app.
#[derive(Debug, Args)]
#[command(after_help = MOVE_NOTES)]
pub(crate) struct MigrateOptions {
    #[command(flatten)]
    pub(crate) saved: SavedOptions,
    /// Send what is shown without asking
    #[arg(long)]
    pub(crate) yes: bool,
    /// A connector that was made elsewhere runs on the connected app already
    #[arg(long, conflicts_with_all = ["go_on", "go_back", "retire"])]
    pub(crate) runs_already: bool,
    #[command(flatten)]
    pub(crate) turn: MoveTurn,
    /// The words that confirm it where Salesforce has not shown the new sign-in; asked for on a terminal
    #[arg(long, value_name = "WORDS", requires = "retire")]
    pub(crate) confirm_retire: Option<String>,
}

/// What else than to go on where it stands; one of them at most.
#[derive(Debug, Args)]
#[group(multiple = false)]
pub(crate) struct MoveTurn {
    /// Leave the way back that was begun, and go on with the move
    #[arg(long)]
    pub(crate) go_on: bool,
    /// Go back to the connected app; if GCIS has the new key and secret, give it the old credentials again
    #[arg(long)]
    pub(crate) go_back: bool,
    /// Record that the connected app is retired in Salesforce; after that there is no way back
    #[arg(long)]
    pub(crate) retire: bool,
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
