//! Which Salesforce a Login URL names.

/// Hosts that stand for the practice Salesforce.
const LOGIN_HOSTS: [&str; 2] = ["login.salesforce.practice", "test.salesforce.practice"];
const MY_DOMAIN: &str = ".my.salesforce.practice";

/// Whether `login_url` names the practice Salesforce, which listens at `authority`.
///
/// The portal's own default is a bare host, so a scheme is tolerated rather than asked for.
pub(super) fn names_practice(login_url: &str, authority: &str) -> bool {
    let lower = login_url.trim().to_ascii_lowercase();
    let host = lower
        .strip_prefix("https://")
        .or_else(|| lower.strip_prefix("http://"))
        .unwrap_or(&lower);
    let host = host.strip_suffix('/').unwrap_or(host);
    host == authority
        || LOGIN_HOSTS.contains(&host)
        || host.strip_suffix(MY_DOMAIN).is_some_and(is_domain)
}

/// Labels of letters, digits and inner hyphens, as in `acme--uat.sandbox`.
fn is_domain(labels: &str) -> bool {
    labels.split('.').all(|label| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: &str = "127.0.0.1:4100";

    #[test]
    fn service_names_and_the_practice_address_are_known() {
        for url in [
            "login.salesforce.practice",
            "LOGIN.salesforce.practice",
            "https://test.salesforce.practice/",
            "acme.my.salesforce.practice",
            "acme--uat.sandbox.my.salesforce.practice",
            "http://127.0.0.1:4100",
            "127.0.0.1:4100",
        ] {
            assert!(names_practice(url, HERE), "{url}");
        }
    }

    #[test]
    fn any_other_host_is_unknown() {
        for url in [
            "",
            "login.salesforce.com",
            "my.salesforce.practice",
            ".my.salesforce.practice",
            "evil.example/acme.my.salesforce.practice",
            "acme@evil.my.salesforce.practice",
            "login.salesforce.practice.evil.example",
            "127.0.0.1:4101",
        ] {
            assert!(!names_practice(url, HERE), "{url}");
        }
    }
}
