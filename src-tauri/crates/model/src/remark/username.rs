//! The Username beside the org it is for.
//!
//! A user that is copied into a sandbox gets the sandbox's name behind its Username
//! (help.salesforce.com, *Sandbox Setup Considerations*); one that is created there need not have it.

use super::Remark;
use crate::Environment;
use crate::host::{SalesforceHost, Side};

/// What a Username is compared with.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings<'a> {
    /// What the onboarding is for.
    pub environment: Environment,
    /// The host of the Login URL, once it is known.
    pub host: Option<&'a SalesforceHost>,
    /// The customer's e-mail domain; may be empty.
    pub domain: &'a str,
    /// The sandbox's name; empty where it is none or not known.
    pub sandbox_name: &'a str,
}

/// What is remarkable about a Username.
pub fn about_username(username: &str, around: &Surroundings<'_>) -> Vec<Remark> {
    let username = username.to_lowercase();
    if username.is_empty() {
        return Vec::new();
    }
    let side = around.host.and_then(SalesforceHost::side);
    let suffix = suffix(&username, &around.domain.to_lowercase());
    let mut remarks = Vec::new();
    if side == Some(Side::Production) && suffix == Suffix::Present {
        remarks.push(Remark::SandboxUsername);
    }
    let name = around.sandbox_name.to_lowercase();
    if around.environment == Environment::Sandbox && !name.is_empty() {
        if !username.ends_with(&format!(".{name}")) {
            remarks.push(Remark::SandboxNameAbsent);
        }
    } else if side == Some(Side::Sandbox) && suffix == Suffix::Absent {
        remarks.push(Remark::ProductionUsername);
    }
    remarks
}

/// What stands behind the customer's domain in a Username.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Suffix {
    /// Something, as a sandbox's name would.
    Present,
    /// Nothing.
    Absent,
    /// It is another domain, or the customer's is not known.
    Unknown,
}

fn suffix(username: &str, domain: &str) -> Suffix {
    let behind = username
        .rsplit_once('@')
        .filter(|_| !domain.is_empty())
        .and_then(|(_, right)| right.strip_prefix(domain));
    match behind {
        Some("") => Suffix::Absent,
        Some(behind) if behind.starts_with('.') => Suffix::Present,
        _ => Suffix::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Environment::{Practice, Production, Sandbox};

    const SANDBOX: &str = "acme--uat.sandbox.my.salesforce.com";
    const PRODUCTION: &str = "acme.my.salesforce.com";

    fn remarks(
        username: &str,
        environment: Environment,
        host: &str,
        sandbox_name: &str,
    ) -> Vec<Remark> {
        let host = SalesforceHost::exact(host, environment).ok();
        about_username(
            username,
            &Surroundings {
                environment,
                host: host.as_ref(),
                domain: "Acme.example",
                sandbox_name,
            },
        )
    }

    #[test]
    fn a_username_that_fits_its_host_is_not_remarked() {
        for (username, environment, host, name) in [
            ("gcis@acme.example", Production, PRODUCTION, ""),
            ("gcis@acme.example", Production, "login.salesforce.com", ""),
            ("gcis@acme.example", Production, "", ""),
            ("gcis@acme.example.uat", Sandbox, SANDBOX, "uat"),
            ("GCIS@ACME.example.UAT", Sandbox, SANDBOX, "uat"),
            ("gcis@acme.example.uat", Sandbox, "test.salesforce.com", ""),
            ("gcis@other.example", Production, PRODUCTION, ""),
            ("gcis@other.example", Sandbox, SANDBOX, ""),
            ("gcis@acme.examples", Production, PRODUCTION, ""),
            (
                "gcis@acme.example",
                Practice,
                "login.salesforce.practice",
                "",
            ),
            ("", Sandbox, SANDBOX, "uat"),
        ] {
            let found = remarks(username, environment, host, name);
            assert_eq!(found, [], "{username} at {host}");
        }
    }

    #[test]
    fn a_username_of_the_other_kind_of_org_is_remarked() {
        for (username, environment, host, name, remark) in [
            (
                "gcis@acme.example.uat",
                Production,
                PRODUCTION,
                "",
                Remark::SandboxUsername,
            ),
            (
                "gcis@acme.example.uat",
                Sandbox,
                "login.salesforce.com",
                "uat",
                Remark::SandboxUsername,
            ),
            (
                "gcis@acme.example.uat",
                Practice,
                "login.salesforce.practice",
                "",
                Remark::SandboxUsername,
            ),
            (
                "gcis@acme.example",
                Production,
                SANDBOX,
                "",
                Remark::ProductionUsername,
            ),
            (
                "gcis@acme.example",
                Sandbox,
                "test.salesforce.com",
                "",
                Remark::ProductionUsername,
            ),
            (
                "gcis@acme.example",
                Sandbox,
                SANDBOX,
                "uat",
                Remark::SandboxNameAbsent,
            ),
            (
                "gcis@acme.example.dev",
                Sandbox,
                SANDBOX,
                "uat",
                Remark::SandboxNameAbsent,
            ),
            (
                "gcis@other.example",
                Sandbox,
                "",
                "uat",
                Remark::SandboxNameAbsent,
            ),
        ] {
            let found = remarks(username, environment, host, name);
            assert_eq!(found, [remark], "{username} at {host}");
        }
    }

    #[test]
    fn without_the_customers_domain_only_the_sandboxs_name_can_be_missed() {
        let host = SalesforceHost::exact(SANDBOX, Sandbox).unwrap();
        let mut around = Surroundings {
            environment: Sandbox,
            host: Some(&host),
            domain: "",
            sandbox_name: "",
        };
        assert_eq!(about_username("gcis@acme.example", &around), []);
        around.sandbox_name = "uat";
        let absent = [Remark::SandboxNameAbsent];
        assert_eq!(about_username("gcis@acme.example", &around), absent);
    }
}
