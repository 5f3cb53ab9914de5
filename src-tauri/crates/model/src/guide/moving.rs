//! Moving a live connector from the connected app to the external client app: what each stage is for,
//! and how to go back from it.
//!
//! Why it has to be: Salesforce release update *Retirement of OAuth 2.0 Username-Password Flow for
//! Connected Apps*, and KB 000886201, which names client credentials as the replacement.

use super::Task;
use super::link::Link;
use crate::onboarding::MoveStage;

/// What the whole of it is, in two sentences.
pub const WHAT: &str = "The external client app is set up beside the connected app, which goes on \
     working. GCIS gets the new key and secret once Salesforce has accepted them here.";

/// The two apps would bear one name, which Login History could not tell apart.
pub const NAME_OF_ITS_OWN: &str = "Give the external client app a name that the connected app does not \
     have, for example with “(External)” at its end. Login History shows a sign-in by the app’s name; \
     with one name for both, nobody can see by which of them GCIS signs in.";

/// What a person types who retires the old app although Salesforce has not shown the new sign-in.
pub const WORDS_TO_RETIRE: &str = "GCIS uses the new app";

/// What to do once nothing depends on the connected app any more, most easily undone first.
///
/// Blocking: help.salesforce.com, KB 005132365 and *Connected Apps OAuth Usage*. That an app which
/// signed in by password alone is listed there is not confirmed; its tokens are not.
pub const RETIRE: &[Task] = &[
    Task {
        id: "move.watch",
        title: "Let a working day pass",
        detail: "Look at Login History for the service user: no more lines of the connected app. \
                 Another program may use it too.",
        link: Some(Link::LoginHistory),
    },
    Task {
        id: "move.block",
        title: "Block the connected app",
        detail: "Setup ▸ Connected Apps OAuth Usage: click Block beside it. Unblock undoes it. If it \
                 is not listed there, open it in App Manager ▸ Manage ▸ Edit Policies and choose \
                 Admin approved users are pre-authorized, with no profile.",
        link: Some(Link::ConnectedAppsUsage),
    },
    Task {
        id: "move.flow",
        title: "Close the username-password sign-in, if nothing else uses it",
        detail: "Setup ▸ OAuth and OpenID Connect Settings: switch off Allow OAuth Username-Password \
                 Flows. It concerns every app of the org.",
        link: Some(Link::OAuthSettings),
    },
    Task {
        id: "move.user",
        title: "Take away what the service user no longer needs",
        detail: "Neither password nor security token is used any more. Take back the permission set \
                 that gave Password Never Expires. API Only suits this way of signing in.",
        link: Some(Link::Users),
    },
    Task {
        id: "move.delete",
        title: "Delete the connected app some weeks later",
        detail: "In App Manager, from its menu. This cannot be undone, and most orgs cannot create a \
                 connected app again.",
        link: Some(Link::AppManager),
    },
];

impl MoveStage {
    /// Its name.
    pub fn title(self) -> &'static str {
        match self {
            Self::Prepare => "Prepare the external client app",
            Self::Verify => "Verify it",
            Self::Replace => "Give it to GCIS",
            Self::Seen => "See GCIS sign in by it",
            Self::Retire => "Retire the connected app",
        }
    }

    /// How to go back from here.
    pub fn way_back(self) -> &'static str {
        match self {
            Self::Prepare | Self::Verify => {
                "Nothing at GCIS was touched. Go back leaves the connector as it is; what you \
                 entered for the new app stays stored."
            }
            Self::Replace => {
                "Until GCIS has taken the new key and secret it signs in with the old credentials. \
                 Once it has, Go back gives it the old ones again."
            }
            Self::Seen => {
                "The connected app still works. Go back verifies the old credentials and gives them \
                 to GCIS again."
            }
            Self::Retire => {
                "Until you say that it is retired, Go back gives GCIS the old credentials again. \
                 After that the connected app would be a new set-up."
            }
        }
    }
}
