//! The Event Endpoint: the Apex REST path that GCIS publishes events to.

use crate::host::SalesforceHost;

/// Where Salesforce serves Apex REST classes (Apex Developer Guide, *Apex REST*).
const APEX_REST: &str = "/services/apexrest/";

/// Why an Event Endpoint was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing was typed.
    Empty,
    /// A whole address was typed: the host comes from the org, the endpoint is its path.
    NotAPath,
    /// The path holds something that could lead elsewhere, or white space.
    Unsafe,
}

/// Checks an Event Endpoint and returns it as typed, but for the white space around it.
///
/// Nothing else is changed: Apex REST paths are case-sensitive, and whether GCIS wants the
/// `/services/apexrest` part is not public.
pub fn check(typed: &str) -> Result<&str, Refusal> {
    let path = typed.trim();
    if path.is_empty() {
        return Err(Refusal::Empty);
    }
    if path.contains("://") || path.starts_with("//") {
        return Err(Refusal::NotAPath);
    }
    let leads_elsewhere = path.contains("//")
        || path.split('/').any(|part| part == ".." || part == ".")
        || path.contains(['\\', '?', '#', '@', ':', '%']);
    if leads_elsewhere || path.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Err(Refusal::Unsafe);
    }
    Ok(path)
}

/// The full address that an accepted endpoint means in an org.
pub fn full_url(host: &SalesforceHost, endpoint: &str) -> String {
    let rooted = format!("/{}", endpoint.trim_start_matches('/'));
    if rooted.starts_with(APEX_REST) {
        format!("https://{host}{rooted}")
    } else {
        format!(
            "https://{host}{APEX_REST}{}",
            rooted.trim_start_matches('/')
        )
    }
}

#[cfg(test)]
mod tests {
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
        assert_eq!(check(" /events "), Ok("/events"));
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
            ("user@evil", Refusal::Unsafe),
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
}
