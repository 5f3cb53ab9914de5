//! `connectorctl checklist`

use onboarding::workflow::ChecklistOf;

use crate::arguments::ChecklistOptions;
use crate::problem::told;
use crate::workspace::{find, workspace};

/// Writes the checklist and says where.
pub(crate) fn run(options: &ChecklistOptions) -> Result<(), String> {
    let workspace = workspace()?;
    let of = match &options.onboarding {
        Some(name) => ChecklistOf::Onboarding(find(&workspace, name)?),
        None => ChecklistOf::Blank(options.route.map(Into::into)),
    };
    let saved = workspace
        .save_checklist(of, options.out.clone())
        .map_err(|problem| told(&problem))?;
    println!("{}", saved.html.display());
    println!("{}", saved.markdown.display());
    Ok(())
}
