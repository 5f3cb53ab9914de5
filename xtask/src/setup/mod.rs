//! What has to be there before anything can be built: system packages, Node, npm packages, the window's files.

mod debian;
mod node;
mod window;

pub(crate) use window::{packages, window_files};

use crate::project::Project;
use crate::stop::Stop;

/// What the system is needed for; each takes what those before it take.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Need {
    /// Only the window's sources: Node.
    Window,
    /// To build the wizard.
    Build,
    /// To build it, to open it on a private desktop, and to lead Salesforce's own names to this computer.
    Desktop,
    /// To run other people's Salesforce clients as well.
    Clients,
    /// To open the practice pages in other people's browser as well.
    Browser,
}

/// Installs what the system lacks.
pub(crate) fn install(project: &Project, need: Need) -> Result<(), Stop> {
    if need != Need::Window && cfg!(target_os = "linux") {
        debian::install(need)?;
    }
    node::check()?;
    packages(project)
}
