//! The Event Endpoint: the Apex REST path that GCIS publishes events to.

use crate::catalogue::Code;
use crate::host::SalesforceHost;
use crate::path::stays_below;
use crate::unseen::trimmed;

/// Where Salesforce serves Apex REST classes (Apex Developer Guide, *Apex REST*).
const APEX_REST: &str = "/services/apexrest/";

/// Why an Event Endpoint was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing was typed.
    Empty,
    /// A whole address was typed: the host comes from the org, the endpoint is its path.
    NotAPath,
    /// The path holds something that could lead elsewhere, or a character that is none of a path's.
    Unsafe,
    /// The path ends where that of the Apex class should begin.
    Incomplete,
}

impl Refusal {
    /// The catalogue's code.
    pub fn code(self) -> Code {
        match self {
            Self::Empty => Code::EndpointMissing,
            Self::NotAPath => Code::EndpointNotAPath,
            Self::Unsafe => Code::EndpointUnsafe,
            Self::Incomplete => Code::EndpointIncomplete,
        }
    }
}

/// Checks an Event Endpoint and returns it as typed, but for the white space and the unseen
/// characters around it.
///
/// Nothing else is changed: Apex REST paths are case-sensitive, and whether GCIS wants the
/// `/services/apexrest` part is not public.
pub fn check(typed: &str) -> Result<&str, Refusal> {
    let endpoint = trimmed(typed);
    if endpoint.is_empty() {
        return Err(Refusal::Empty);
    }
    if endpoint.contains("://") || endpoint.starts_with("//") {
        return Err(Refusal::NotAPath);
    }
    if !stays_below(endpoint) {
        return Err(Refusal::Unsafe);
    }
    let bare = APEX_REST.trim_matches('/');
    if ["", bare].contains(&endpoint.trim_matches('/')) {
        return Err(Refusal::Incomplete);
    }
    Ok(endpoint)
}

/// The rooted path that an accepted endpoint means in an org.
pub fn path(endpoint: &str) -> String {
    let rooted = format!("/{}", endpoint.trim_start_matches('/'));
    if rooted.starts_with(APEX_REST) {
        rooted
    } else {
        format!("{APEX_REST}{}", rooted.trim_start_matches('/'))
    }
}

/// The full address that an accepted endpoint means in an org.
pub fn full_url(host: &SalesforceHost, endpoint: &str) -> String {
    format!("https://{host}{}", path(endpoint))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use url::Url;

    use super::*;
    use crate::Environment;

    #[test]
    fn an_endpoint_is_kept_as_typed() {
        for typed in [
            "/services/apexrest/Gentrack/Events",
            "gentrack/events",
            "/Events/v2/",
        ] {
            assert_eq!(check(typed), Ok(typed));
        }
        assert_eq!(check(" \u{feff}/events\u{200b} "), Ok("/events"));
    }

    #[test]
    fn what_could_lead_elsewhere_is_refused() {
        for (typed, why) in [
            ("", Refusal::Empty),
            (
                "https://acme.my.salesforce.com/services/apexrest/x",
                Refusal::NotAPath,
            ),
            ("//evil.example/x", Refusal::NotAPath),
            ("/services/apexrest/../data", Refusal::Unsafe),
            ("/a//b", Refusal::Unsafe),
            ("/a\\b", Refusal::Unsafe),
            ("/a b", Refusal::Unsafe),
            ("/a%2e%2e/b", Refusal::Unsafe),
            ("/a/..;x/b", Refusal::Unsafe),
            ("/a\u{200b}b", Refusal::Unsafe),
            ("/\u{435}vents", Refusal::Unsafe),
            ("user@evil", Refusal::Unsafe),
            ("javascript:x", Refusal::Unsafe),
            ("/", Refusal::Incomplete),
            ("/services/apexrest", Refusal::Incomplete),
            ("services/apexrest/", Refusal::Incomplete),
        ] {
            assert_eq!(check(typed), Err(why), "{typed}");
        }
    }

    #[test]
    fn both_forms_mean_the_same_address() {
        let host =
            SalesforceHost::parse("acme.my.salesforce.com", Environment::Production).unwrap();
        let full = "https://acme.my.salesforce.com/services/apexrest/gentrack/Events";
        assert_eq!(full_url(&host, "gentrack/Events"), full);
        assert_eq!(full_url(&host, "/services/apexrest/gentrack/Events"), full);
    }

    /// Paths that are fine, pieces of ways out, anything at all.
    fn typed() -> impl Strategy<Value = String> {
        let piece = proptest::sample::select(vec![
            "/",
            "/",
            "services",
            "apexrest",
            "data",
            "gentrack",
            "Events",
            "v2",
            "-",
            ".",
            "..",
            "//",
            "\\",
            "%2e%2e",
            "%2E.",
            "%252e%252e",
            "%2f",
            "%5c",
            "..;",
            ";x=1",
            "?",
            "#",
            "@",
            ":",
            "https://",
            "evil.example",
            "javascript:",
            " ",
            "\t",
            "\r\n",
            "\0",
            "\u{200b}",
            "\u{2024}\u{2024}",
            "\u{2215}",
            "\u{ff0f}",
            "\u{435}",
            "<",
            "'",
            "|",
            "~",
        ]);
        prop_oneof![
            6 => proptest::collection::vec(piece, 0..10).prop_map(|pieces| pieces.concat()),
            2 => "(/?services/apexrest)?/[a-zA-Z0-9_./-]{0,40}",
            1 => any::<String>(),
            1 => "[/.]{0,12}",
            1 => "/[a-z]{3000,4000}",
        ]
    }

    /// What a path becomes for those who decode it, however often.
    fn decoded(path: &str) -> String {
        let mut path = path.to_owned();
        for (code, character) in [("%25", "%"), ("%2e", "."), ("%2f", "/"), ("%5c", "\\")] {
            while path.to_lowercase().contains(code) {
                path = path.to_lowercase().replace(code, character);
            }
        }
        path
    }

    proptest! {
        #[test]
        fn an_accepted_endpoint_stays_below_apex_rest_on_the_orgs_own_host(typed in typed()) {
            let host = SalesforceHost::exact("acme.my.salesforce.com", Environment::Production);
            let host = host.unwrap();
            let Ok(endpoint) = check(&typed) else { return Ok(()) };
            prop_assert_eq!(check(endpoint), Ok(endpoint));
            let full = full_url(&host, endpoint);
            let url = Url::parse(&full).unwrap();
            prop_assert_eq!(url.as_str(), full.as_str(), "a URL parser has nothing to repair");
            prop_assert_eq!(url.origin().ascii_serialization(), "https://acme.my.salesforce.com");
            prop_assert!(url.username().is_empty() && url.password().is_none());
            prop_assert_eq!(url.path(), path(endpoint));
            prop_assert!(url.query().is_none() && url.fragment().is_none());
            let below = decoded(url.path());
            let below = below.strip_prefix(APEX_REST).unwrap_or_default();
            prop_assert!(!below.is_empty(), "{}", full);
            let climbs = |part: &str| matches!(part.split(';').next(), Some("." | ".."));
            prop_assert!(!below.split(['/', '\\']).any(climbs), "{}", full);
        }
    }
}
