//! The org's name, typed by a person who is about to take something away there.

use super::Onboarding;

/// What a person types to show that they mean this org.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OrgToType<'a> {
    /// The text.
    pub text: &'a str,
    /// Whether it is the org's name; else it is its id, where the name could not be read.
    pub is_name: bool,
}

impl OrgToType<'_> {
    /// Whether this was typed; case and outer spaces do not matter.
    pub fn is_typed_as(&self, typed: &str) -> bool {
        typed.trim().to_lowercase() == self.text.trim().to_lowercase()
    }
}

impl Onboarding {
    /// The org's name as the verified sign-in told it; its id where the service user may not read
    /// the name; nothing before the first verified sign-in.
    pub fn org_to_type(&self) -> Option<OrgToType<'_>> {
        let verification = self.facts.verification.as_ref();
        let connection = verification.and_then(|verification| verification.connection.as_ref());
        let connection = connection.map(|connection| &connection.value);
        let name = connection.map(|org| org.org_name.as_str());
        let id = connection.map(|org| org.org_id.as_str());
        let told = |text: &&str| !text.trim().is_empty();
        let name = name.filter(told).map(|text| (text, true));
        let id = || id.filter(told).or(self.facts.pinned_org.as_deref());
        name.or_else(|| id().map(|text| (text, false)))
            .map(|(text, is_name)| OrgToType { text, is_name })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_outer_spaces_are_forgiven_and_nothing_else() {
        let org = OrgToType {
            text: "Northwind Energy",
            is_name: true,
        };
        for typed in [
            "Northwind Energy",
            " northwind energy\n",
            "NORTHWIND ENERGY",
        ] {
            assert!(org.is_typed_as(typed), "{typed:?}");
        }
        for typed in [
            "",
            "Northwind",
            "NorthwindEnergy",
            "Northwind  Energy",
            "Northwind Energy.",
        ] {
            assert!(!org.is_typed_as(typed), "{typed:?}");
        }
    }
}
