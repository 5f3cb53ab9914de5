//! What documents are called on disk.

use model::Onboarding;

/// The name of a document of an onboarding: whose, for which environment, what.
pub(super) fn of_onboarding(onboarding: &Onboarding, what: &str) -> String {
    let environment = onboarding.environment.title().to_lowercase();
    format!("{}-{environment}-{what}", file_name(&onboarding.name))
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
