//! What documents are called on disk.

use std::iter;

use model::{Environment, Onboarding};

/// How many documents of one name stand side by side.
const MOST: u32 = 99;

/// The name of a document of an onboarding: whose, for which environment, what.
pub(super) fn of_onboarding(onboarding: &Onboarding, what: &str) -> String {
    let mut environment = onboarding.environment.title().to_lowercase();
    let sandbox = onboarding.fields.sandbox_name.trim();
    if onboarding.environment == Environment::Sandbox && !sandbox.is_empty() {
        environment = format!("{environment}-{}", file_name(sandbox));
    }
    format!("{}-{environment}-{what}", file_name(&onboarding.name))
}

/// A name, and the same with a number for as many as may stand beside it.
pub(super) fn numbered(name: &str) -> impl Iterator<Item = String> {
    let further = (2..=MOST).map(move |number| format!("{name}-{number}"));
    iter::once(name.to_owned()).chain(further)
}

/// A file name of a customer's name: letters and digits, nothing that leads to another folder.
pub(super) fn file_name(name: &str) -> String {
    let words: String = name
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    let joined = words
        .to_lowercase()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join("-");
    let short: String = joined.chars().take(60).collect();
    if short.is_empty() {
        "onboarding".to_owned()
    } else {
        short
    }
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_customers_name_cannot_lead_to_another_folder() {
        assert_eq!(file_name("Northwind Energy"), "northwind-energy");
        assert_eq!(file_name("../../etc/passwd"), "etc-passwd");
        assert_eq!(file_name("CON.:|?*"), "con");
        assert_eq!(file_name("///"), "onboarding");
    }
}
