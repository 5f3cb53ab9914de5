//! `connectorctl list`

use crate::arguments::ListOptions;
use crate::problem::told;
use crate::workspace::workspace;

/// Prints the onboardings of this computer.
pub(crate) fn run(options: &ListOptions) -> Result<(), String> {
    let home = workspace()?.home().map_err(|problem| told(&problem))?;
    if options.json {
        let text = serde_json::to_string_pretty(&home).map_err(|error| error.to_string())?;
        println!("{text}");
        return Ok(());
    }
    for onboarding in &home.onboardings {
        println!(
            "{}  {}  {} of {} steps done{}",
            onboarding.name,
            onboarding.environment.title(),
            onboarding.completed,
            onboarding.total,
            onboarding
                .next
                .map_or_else(String::new, |next| format!("  next: {next}")),
        );
    }
    for unreadable in &home.unreadable {
        println!("{}  {}", unreadable.file, unreadable.why);
    }
    if home.onboardings.is_empty() && home.unreadable.is_empty() {
        println!("There are no onboardings on this computer yet.");
    }
    Ok(())
}
