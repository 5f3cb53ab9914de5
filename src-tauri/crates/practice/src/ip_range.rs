//! Ranges of IP addresses, as *Login IP Ranges* and *Network Access* take them.

use std::net::Ipv4Addr;

use serde::{Deserialize, Serialize};

/// From the first address to the last, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct IpRange {
    pub(crate) start: Ipv4Addr,
    pub(crate) end: Ipv4Addr,
}

impl IpRange {
    /// Reads a range as typed, in Salesforce's order; nothing where it is none.
    pub(crate) fn read(start: &str, end: &str) -> Option<Self> {
        let range = Self {
            start: start.parse().ok()?,
            end: end.parse().ok()?,
        };
        (range.start <= range.end).then_some(range)
    }

    pub(crate) fn includes(self, address: Ipv4Addr) -> bool {
        (self.start..=self.end).contains(&address)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_includes_both_its_ends() {
        let range = IpRange::read("203.0.113.24", "203.0.113.25").unwrap();
        for (last, inside) in [(23, false), (24, true), (25, true), (26, false)] {
            assert_eq!(range.includes(Ipv4Addr::new(203, 0, 113, last)), inside);
        }
    }

    #[test]
    fn what_is_no_range_is_not_read() {
        for (start, end) in [
            ("", ""),
            ("203.0.113.25", "203.0.113.24"),
            ("203.0.113.0/24", "203.0.113.1"),
            ("gcis", "203.0.113.1"),
        ] {
            assert_eq!(IpRange::read(start, end), None, "{start} {end}");
        }
    }
}
