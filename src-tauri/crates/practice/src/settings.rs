//! What is set for a whole org, and bears on who is let in.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;

use serde::{Deserialize, Serialize};

use crate::ip_range::IpRange;
use crate::profile::Profile;

/// What is set for the whole org.
#[derive(Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Settings {
    /// *Allow OAuth Username-Password Flows* is off.
    pub(crate) password_flow_blocked: bool,
    /// *Trusted IP Ranges*, from which no security token is needed.
    pub(crate) trusted: Vec<IpRange>,
    /// *Login IP Ranges*, by profile; where there are none, every address is let in.
    pub(crate) login_ranges: BTreeMap<Profile, Vec<IpRange>>,
}

impl Settings {
    /// The Login IP Ranges of a profile.
    pub(crate) fn ranges_of(&self, profile: Profile) -> &[IpRange] {
        self.login_ranges.get(&profile).map_or(&[], Vec::as_slice)
    }

    /// Whether users of a profile are let in from an address.
    pub(crate) fn let_in(&self, profile: Profile, from: Ipv4Addr) -> bool {
        let ranges = self.ranges_of(profile);
        ranges.is_empty() || ranges.iter().any(|range| range.includes(from))
    }

    /// Whether no security token is needed from an address.
    pub(crate) fn trust(&self, from: Ipv4Addr) -> bool {
        self.trusted.iter().any(|range| range.includes(from))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_without_ranges_lets_every_address_in() {
        let mut settings = Settings::default();
        let (desk, gcis) = (
            Ipv4Addr::new(198, 51, 100, 7),
            Ipv4Addr::new(203, 0, 113, 25),
        );
        assert!(settings.let_in(Profile::StandardUser, gcis));
        let desk_only = IpRange::read("198.51.100.7", "198.51.100.7").unwrap();
        settings
            .login_ranges
            .insert(Profile::StandardUser, vec![desk_only]);
        assert!(settings.let_in(Profile::StandardUser, desk));
        assert!(!settings.let_in(Profile::StandardUser, gcis));
        assert!(settings.let_in(Profile::SystemAdministrator, gcis));
        assert!(!settings.trust(desk));
    }
}
