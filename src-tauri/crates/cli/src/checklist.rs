//! `connectorctl checklist`

use crate::arguments::ChecklistOptions;
use crate::workspace::{find, workspace};

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
