//! What a caller of the practice cloud meets.

use std::fmt;
use std::str::FromStr;

/// One thing that can go wrong at the real services, or nothing at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Scenario {
    /// Both services answer as they should.
    #[default]
    Smooth,
    /// Salesforce is in maintenance.
    SalesforceDown,
    /// GCIS is in maintenance.
    GcisDown,
    /// The connected app was saved minutes ago.
    AppTooYoung,
    /// The org blocks the username-password flow.
    FlowBlocked,
    /// The service user's password has expired.
    PasswordExpired,
    /// The service user is locked out.
    UserLocked,
    /// The sign-in lands in another org.
    OtherOrg,
    /// The org is not Enterprise Edition.
    WrongEdition,
    /// The org has no API.
    ApiDisabled,
    /// Too many sign-ins.
    RateLimited,
    /// Something between answers with a web page.
    HtmlInsteadOfJson,
    /// No core system is connected to GCIS.
    NoTenants,
    /// GCIS cannot sign in although the desk can.
    GcisRefuses,
    /// GCIS creates the instance and the answer is lost.
    GcisNoAnswer,
    /// GCIS cannot change the named credential.
    NamedCredentialFails,
}

impl Scenario {
    /// All scenarios, in the order in which a walk meets them.
    pub const ALL: [Self; 16] = [
        Self::Smooth,
        Self::SalesforceDown,
        Self::GcisDown,
        Self::AppTooYoung,
        Self::FlowBlocked,
        Self::PasswordExpired,
        Self::UserLocked,
        Self::OtherOrg,
        Self::WrongEdition,
        Self::ApiDisabled,
        Self::RateLimited,
        Self::HtmlInsteadOfJson,
        Self::NoTenants,
        Self::GcisRefuses,
        Self::GcisNoAnswer,
        Self::NamedCredentialFails,
    ];

    /// A stable name for settings and command lines.
    pub const fn name(self) -> &'static str {
        self.words().0
    }

    /// What a person will meet, in a sentence.
    pub const fn description(self) -> &'static str {
        self.words().1
    }

    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Smooth => ("smooth", "Everything answers as it should."),
            Self::SalesforceDown => (
                "salesforce_down",
                "Salesforce answers every request with a maintenance page.",
            ),
            Self::GcisDown => ("gcis_down", "GCIS answers every request with 503."),
            Self::AppTooYoung => (
                "app_too_young",
                "Salesforce does not know the consumer key yet, as in the first minutes of an app.",
            ),
            Self::FlowBlocked => (
                "flow_blocked",
                "The org blocks the username-password flow, which looks like a wrong password.",
            ),
            Self::PasswordExpired => (
                "password_expired",
                "The sign-in succeeds, then every request is refused because the password has expired.",
            ),
            Self::UserLocked => (
                "user_locked",
                "The service user is locked out, which looks like a wrong password.",
            ),
            Self::OtherOrg => (
                "other_org",
                "The sign-in lands in an org with another id, as after the refresh of a sandbox.",
            ),
            Self::WrongEdition => (
                "wrong_edition",
                "The org turns out to be Professional Edition.",
            ),
            Self::ApiDisabled => (
                "api_disabled",
                "The sign-in succeeds, then every request is refused because the org has no API.",
            ),
            Self::RateLimited => (
                "rate_limited",
                "Salesforce refuses the sign-in with 429 and asks to wait five seconds.",
            ),
            Self::HtmlInsteadOfJson => (
                "html_instead_of_json",
                "The sign-in is answered by a web page, as behind a hotel's network login.",
            ),
            Self::NoTenants => ("no_tenants", "GCIS has no tenant to connect to."),
            Self::GcisRefuses => (
                "gcis_refuses",
                "GCIS cannot save the connector: Salesforce shuts it out by its IP address.",
            ),
            Self::GcisNoAnswer => (
                "gcis_no_answer",
                "GCIS saves the connector, and the connection breaks before its answer arrives.",
            ),
            Self::NamedCredentialFails => (
                "named_credential_fails",
                "GCIS may not change the named credential in Salesforce, so the operation fails.",
            ),
        }
    }
}

impl fmt::Display for Scenario {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// A name that no scenario has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no practice scenario named {0:?}")]
pub struct UnknownScenario(String);

impl FromStr for Scenario {
    type Err = UnknownScenario;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|scenario| scenario.name() == name)
            .ok_or_else(|| UnknownScenario(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scenario_is_found_by_its_own_name() {
        for scenario in Scenario::ALL {
            assert_eq!(scenario.name().parse(), Ok(scenario));
            assert!(scenario.description().ends_with('.'));
        }
    }

    #[test]
    fn another_name_is_refused() {
        assert!("sunny".parse::<Scenario>().is_err());
    }
}
