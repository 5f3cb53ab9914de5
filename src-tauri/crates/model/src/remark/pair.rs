//! Values that do not go together.

use super::Remark;
use super::shape::{looks_like_key, looks_like_secret};
use crate::Environment;
use crate::host::{SalesforceHost, Side};

/// A shorter end could be a password's own by chance.
const SHORTEST_TOKEN: usize = 16;

/// A host that speaks of the other kind of org than the onboarding is for. Practice is neither.
pub fn about_host(host: &SalesforceHost, environment: Environment) -> Option<Remark> {
    match (environment, host.side()?) {
        (Environment::Production, Side::Sandbox) => Some(Remark::SandboxHost),
        (Environment::Sandbox, Side::Production) => Some(Remark::ProductionHost),
        _ => None,
    }
}

/// A Consumer Key and a Consumer Secret that were entered in each other's place, or one in both.
pub fn about_key_and_secret(key: &str, secret: &str) -> Option<Remark> {
    if key.is_empty() || secret.is_empty() {
        None
    } else if key == secret {
        Some(Remark::KeyAndSecretAlike)
    } else if looks_like_secret(key) && looks_like_key(secret) {
        Some(Remark::KeyAndSecretSwapped)
    } else {
        None
    }
}

/// A password with the security token already behind it: signing in would append it again.
pub fn about_password_and_token(password: &str, token: &str) -> Option<Remark> {
    let ends_with_it = token.len() >= SHORTEST_TOKEN && password.ends_with(token);
    ends_with_it.then_some(Remark::TokenInPassword)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKEN: &str = "aB3dE5fG7hI9jK1lM2nO4pQ6";

    #[test]
    fn a_host_of_the_other_kind_is_remarked() {
        use Environment::{Practice, Production, Sandbox};
        for (name, environment, remark) in [
            ("login.salesforce.com", Production, None),
            ("acme.my.salesforce.com", Production, None),
            ("na139.salesforce.com", Production, None),
            ("test.salesforce.com", Production, Some(Remark::SandboxHost)),
            (
                "acme--uat.sandbox.my.salesforce.com",
                Production,
                Some(Remark::SandboxHost),
            ),
            (
                "acme--uat.my.salesforce.com",
                Production,
                Some(Remark::SandboxHost),
            ),
            ("test.salesforce.com", Sandbox, None),
            ("acme--uat.sandbox.my.salesforce.com", Sandbox, None),
            ("acme--uat.my.salesforce.com", Sandbox, None),
            ("cs12.salesforce.com", Sandbox, None),
            (
                "login.salesforce.com",
                Sandbox,
                Some(Remark::ProductionHost),
            ),
            (
                "acme.my.salesforce.com",
                Sandbox,
                Some(Remark::ProductionHost),
            ),
            (
                "acme-dev-ed.develop.my.salesforce.com",
                Sandbox,
                Some(Remark::ProductionHost),
            ),
            ("login.salesforce.practice", Practice, None),
            ("acme--uat.sandbox.my.salesforce.practice", Practice, None),
        ] {
            let host = SalesforceHost::exact(name, environment).unwrap();
            assert_eq!(about_host(&host, environment), remark, "{name}");
        }
    }

    #[test]
    fn key_and_secret_in_each_others_place_are_remarked() {
        let key = format!("3MVG9{}", "a1".repeat(40));
        let secret = "0F".repeat(32);
        for (first, second, remark) in [
            (key.as_str(), secret.as_str(), None),
            (&secret, &key, Some(Remark::KeyAndSecretSwapped)),
            ("1234567890123456", &key, Some(Remark::KeyAndSecretSwapped)),
            (&key, &key, Some(Remark::KeyAndSecretAlike)),
            (&secret, &secret, Some(Remark::KeyAndSecretAlike)),
            (&secret, "something else", None),
            ("something else", &key, None),
            ("", "", None),
        ] {
            assert_eq!(about_key_and_secret(first, second), remark, "{first}");
        }
    }

    #[test]
    fn a_token_behind_the_password_is_remarked() {
        for (password, token, remark) in [
            ("word".to_owned(), TOKEN, None),
            (format!("word{TOKEN}"), TOKEN, Some(Remark::TokenInPassword)),
            (TOKEN.to_owned(), TOKEN, Some(Remark::TokenInPassword)),
            (format!("{TOKEN}word"), TOKEN, None),
            (format!("word{}", TOKEN.to_lowercase()), TOKEN, None),
            ("word".to_owned(), "rd", None),
            ("word".to_owned(), "", None),
        ] {
            assert_eq!(
                about_password_and_token(&password, token),
                remark,
                "{password}"
            );
        }
    }
}
