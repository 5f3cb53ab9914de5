//! `connectorctl checklist`

use onboarding::workflow::Workspace;

use crate::arguments::ChecklistOptions;

/// Writes the checklist and says where.
pub(crate) fn run(options: &ChecklistOptions) -> Result<(), String> {
    let workspace = workspace()?;
    let id = options
        .onboarding
        .as_deref()
        .map(|name| find(&workspace, name))
        .transpose()?;
    let saved = workspace
        .save_checklist(id, options.out.clone())
        .map_err(|problem| format!("{}. {}", problem.message, problem.detail))?;
    println!("{}", saved.html.display());
    println!("{}", saved.markdown.display());
    Ok(())
}

/// The workspace that the window uses as well.
pub(crate) fn workspace() -> Result<Workspace, String> {
    onboarding::records::data_folder()
        .map(Workspace::new)
        .ok_or_else(|| "There is no home folder to keep records in.".to_owned())
}

fn find(workspace: &Workspace, name: &str) -> Result<uuid::Uuid, String> {
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
