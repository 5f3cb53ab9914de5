//! The grammar of org hosts.

/// The partitions that stand between an org's name and `my.salesforce.com`. Those that Salesforce
/// reserves for itself (`free`, `sfdctest`, `sfrestore`) are not in it.
/// Source: Tooling API, `OrgDomainLog`, field `DomainPartition`.
const PARTITIONS: [&str; 6] = [
    "sandbox",
    "develop",
    "scratch",
    "demo",
    "patch",
    "trailblaze",
];

/// Whether a name is that of an org below Salesforce's domain, to the letter.
pub(super) fn is_org_host(name: &str, domain: &str) -> bool {
    let Some(left) = name
        .strip_suffix(domain)
        .and_then(|left| left.strip_suffix('.'))
    else {
        return false;
    };
    let labels: Vec<&str> = left.split('.').collect();
    match labels.as_slice() {
        ["login" | "test"] => true,
        [instance] => is_instance(instance),
        [org, "my"] => is_label(org),
        [org, partition, "my"] => is_label(org) && PARTITIONS.contains(partition),
        _ => false,
    }
}

/// Instance names such as `na139`; they are still answered in `instance_url` until Spring '27
/// (help.salesforce.com, KB 005228941).
fn is_instance(label: &str) -> bool {
    let letters = label.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = label.len() - letters.len();
    (2..=3).contains(&letters.len())
        && (1..=4).contains(&digits)
        && letters.bytes().all(|b| b.is_ascii_lowercase())
}

/// Whether it is a part of a host name: lower-case letters, digits and hyphens, none at its ends
/// (RFC 1123), and no encoding of other letters.
pub(super) fn is_label(label: &str) -> bool {
    !label.is_empty()
        && label.len() <= 63
        && !label.starts_with('-')
        && !label.ends_with('-')
        && !label.starts_with("xn--")
        && label
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
