//! Paths that may be joined to an address.

/// Whether a path leads nowhere but below the place it is joined to, whoever reads it: plain
/// characters, no empty part, no part that climbs.
///
/// A percent sign is refused, since what it stands for is decided by whoever decodes it, and how
/// often; so is whatever delimits (`..;x` climbs where a server strips parameters first).
pub fn stays_below(path: &str) -> bool {
    let climbs = |part: &str| matches!(part, "." | "..");
    !path.contains("//") && !path.split('/').any(climbs) && path.bytes().all(is_plain)
}

/// What RFC 3986 calls *unreserved*, and the slash.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::stays_below;

    #[test]
    fn the_paths_of_the_services_stay_below() {
        for path in [
            "/",
            "/services/data/v68.0/query/01g000000000001-2000",
            "/id/00D000000000001/005000000000001",
            "gentrack/Events_v2/",
            "/a/...b/.c",
        ] {
            assert!(stays_below(path), "{path}");
        }
    }

    #[test]
    fn a_path_that_could_lead_elsewhere_does_not() {
        for path in [
            "//evil.example",
            "/a//b",
            "/a/../b",
            "/..",
            "./a",
            "/a/..;x=1/b",
            "/a\\b",
            "/a/%2e%2e/b",
            "/a/%252e%252e/b",
            "/a%2fb",
            "/a?b",
            "/a#b",
            "/a b",
            "/a\tb",
            "/user@evil",
            "/id/00D/005'",
            "https:/evil",
            "/straße",
        ] {
            assert!(!stays_below(path), "{path}");
        }
    }
}
