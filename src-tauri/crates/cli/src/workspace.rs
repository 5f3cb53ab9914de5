//! The workspace of this computer, which the window uses as well.

use onboarding::workflow::Workspace;

/// The records of this computer.
pub(crate) fn workspace() -> Result<Workspace, String> {
    onboarding::records::data_folder()
        .map(Workspace::new)
        .ok_or_else(|| "There is no home folder to keep records in.".to_owned())
}

/// The onboarding of a name, as the list shows it.
pub(crate) fn find(workspace: &Workspace, name: &str) -> Result<uuid::Uuid, String> {
    let home = workspace
        .home()
        .map_err(|problem| problem.message.to_owned())?;
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
