//! An org's My Domain: what stands before `.my.` in the host that is its own.
//!
//! Source: help.salesforce.com, *My Domain hostnames* (enhanced domains): `NAME.my.salesforce.com` and, for a sandbox,
//! `NAME--SANDBOX.sandbox.my.salesforce.com`.

/// The partition of sandboxes.
const SANDBOX: &str = ".sandbox";
/// The longest name that Salesforce takes (help.salesforce.com, *Choose a My Domain name*).
const LONGEST_NAME: usize = 34;
/// The longest name of a sandbox (help.salesforce.com, *Create a Sandbox*).
const LONGEST_SANDBOX: usize = 10;
/// The longest label of a host name (RFC 1035 §2.3.4).
const LONGEST_LABEL: usize = 63;

/// A My Domain for an org of this name: `northwind-energy`, or `northwind-energy--uat.sandbox` where `sandbox` is the
/// name of a sandbox rather than empty.
pub fn my_domain_of(name: &str, sandbox: &str) -> String {
    let name = hyphenated(name, LONGEST_NAME, "practice");
    if sandbox.trim().is_empty() {
        return name;
    }
    let sandbox = hyphenated(sandbox, usize::MAX, "sandbox").replace('-', "");
    let sandbox: String = sandbox.chars().take(LONGEST_SANDBOX).collect();
    format!("{name}--{sandbox}{SANDBOX}")
}

/// Lower-case words joined by single hyphens, or `otherwise` where nothing usable is left.
fn hyphenated(text: &str, longest: usize, otherwise: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let words = lower
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    let joined = words.collect::<Vec<_>>().join("-");
    let cut: String = joined.chars().take(longest).collect();
    match cut.trim_end_matches('-') {
        "" => otherwise.to_owned(),
        usable => usable.to_owned(),
    }
}

/// Whether this can stand before `.my.`: one label, or one label and `.sandbox`.
pub(crate) fn is_my_domain(text: &str) -> bool {
    is_label(text.strip_suffix(SANDBOX).unwrap_or(text))
}

fn is_label(text: &str) -> bool {
    (1..=LONGEST_LABEL).contains(&text.len())
        && !text.starts_with('-')
        && !text.ends_with('-')
        && text
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

/// The My Domain that an org gets which wishes for `wish` and has `present`: no two orgs share one, so a number is
/// added where the wish is taken. What was given once for the same wish stays.
pub(crate) fn granted(wish: &str, present: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let (label, partition) = match wish.strip_suffix(SANDBOX) {
        Some(label) => (label, SANDBOX),
        None => (wish, ""),
    };
    let number = present
        .strip_suffix(partition)
        .and_then(|present| present.strip_prefix(label));
    if number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit())) {
        return present.to_owned();
    }
    if !is_taken(wish) {
        return wish.to_owned();
    }
    let mut numbered = (2..).map(|number: u32| format!("{label}{number}{partition}"));
    numbered
        .find(|candidate| !is_taken(candidate))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_lower_case_words_joined_by_hyphens() {
        for (name, sandbox, expected) in [
            ("Northwind Energy", "", "northwind-energy"),
            ("Northwind Energy", "UAT", "northwind-energy--uat.sandbox"),
            ("  Acme & Söhne (2) ", " ", "acme-s-hne-2"),
            ("電力", "", "practice"),
            ("acme", "!", "acme--sandbox.sandbox"),
            ("acme", "full copy east", "acme--fullcopyea.sandbox"),
            (
                "The Extraordinarily Long Energy Com Pany",
                "",
                "the-extraordinarily-long-energy-co",
            ),
            (
                "The Extraordinarily Long Energy Co -",
                "",
                "the-extraordinarily-long-energy-co",
            ),
        ] {
            let made = my_domain_of(name, sandbox);
            assert_eq!(made, expected);
            assert!(is_my_domain(&made), "{made}");
        }
    }

    #[test]
    fn only_one_label_and_the_partition_of_sandboxes_make_a_my_domain() {
        for fine in ["acme", "a", "acme-2", "acme--uat.sandbox"] {
            assert!(is_my_domain(fine), "{fine}");
        }
        let long = "a".repeat(64);
        for wrong in [
            "",
            "-acme",
            "acme-",
            "Acme",
            "acme.uat",
            "acme.sandbox.sandbox",
            ".sandbox",
            "acme_1",
            long.as_str(),
        ] {
            assert!(!is_my_domain(wrong), "{wrong}");
        }
    }

    #[test]
    fn a_taken_wish_gets_a_number_that_stays() {
        let taken = |name: &str| ["acme", "acme2", "acme--uat.sandbox"].contains(&name);
        assert_eq!(granted("acme", "", taken), "acme3");
        assert_eq!(granted("acme", "acme3", taken), "acme3");
        assert_eq!(granted("acme", "other", taken), "acme3");
        assert_eq!(granted("free", "", taken), "free");
        assert_eq!(
            granted("acme--uat.sandbox", "acme", taken),
            "acme--uat2.sandbox"
        );
        assert_eq!(
            granted("acme--uat.sandbox", "acme--uat2.sandbox", taken),
            "acme--uat2.sandbox"
        );
    }
}
