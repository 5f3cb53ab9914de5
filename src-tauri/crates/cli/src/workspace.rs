//! The onboardings of this computer.

use onboarding::workflow::Workspace;
use uuid::Uuid;

use crate::problem::told;

/// The workspace that the window uses as well.
pub(crate) fn workspace() -> Result<Workspace, String> {
    onboarding::records::data_folder()
        .map(Workspace::new)
        .ok_or_else(|| "There is no home folder to keep records in.".to_owned())
}

/// The one onboarding of that name.
pub(crate) fn find(workspace: &Workspace, name: &str) -> Result<Uuid, String> {
    let home = workspace.home().map_err(|problem| told(&problem))?;
    let mut found = home
        .onboardings
        .iter()
        .filter(|onboarding| onboarding.name == name);
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one.id),
        (None, _) => Err(format!(
            "There is no onboarding named {name}. See: connectorctl list"
        )),
        (Some(_), Some(_)) => Err(format!("More than one onboarding is named {name}.")),
    }
}
