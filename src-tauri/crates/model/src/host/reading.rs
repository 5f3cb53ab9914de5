//! A Login URL as a person types or pastes it.

use url::Host;

use super::grammar::is_label;
use super::{Refusal, SalesforceHost};
use crate::Environment;
use crate::unseen::trimmed;

/// The longest host name (RFC 1035).
const LONGEST_NAME: usize = 253;

/// Pages of an org that live on sister hosts of its My Domain host, and what became of them.
/// Source: help.salesforce.com, *My Domain URL Formats*.
const SISTERS: [(&str, Rewritten); 2] = [
    (".lightning.force.com", Rewritten::FromLightning),
    (".my.salesforce-setup.com", Rewritten::FromSetup),
];

/// Salesforce's domains for what an org's users publish: sites, Visualforce pages, files.
/// Source: help.salesforce.com, *My Domain URL Formats*.
const USERS_CONTENT: [&str; 7] = [
    ".force.com",
    ".site.com",
    ".salesforce-sites.com",
    ".salesforce-experience.com",
    ".documentforce.com",
    ".visualforce.com",
    ".salesforceusercontent.com",
];

/// What was understood of a Login URL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The host.
    pub host: SalesforceHost,
    /// What became of the words typed.
    pub rewritten: Rewritten,
}

/// What became of the words typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rewritten {
    /// Nothing: the host was typed to the letter.
    AsTyped,
    /// Case, scheme, path, a last dot, or white space around it were dropped.
    Tidied,
    /// The address of a Lightning page became the org's My Domain host.
    FromLightning,
    /// The address of a Setup page became the org's My Domain host.
    FromSetup,
}

impl Reading {
    /// What to tell the person, as one sentence; nothing where the host was typed to the letter.
    pub fn words(&self) -> Option<String> {
        let host = &self.host;
        match self.rewritten {
            Rewritten::AsTyped => None,
            Rewritten::Tidied => Some(format!("Understood as {host}.")),
            Rewritten::FromLightning => Some(format!(
                "Understood as {host}, the My Domain host of the Lightning address you entered."
            )),
            Rewritten::FromSetup => Some(format!(
                "Understood as {host}, the My Domain host of the Setup address you entered."
            )),
        }
    }
}

/// Reads a Login URL.
pub(super) fn read(typed: &str, environment: Environment) -> Result<Reading, Refusal> {
    let text = trimmed(typed);
    if text.is_empty() {
        return Err(Refusal::Empty);
    }
    // A URL parser repairs these silently; what a person did not mean must not be repaired into a
    // host.
    if text.contains(|c: char| c == '\\' || c.is_whitespace() || c.is_control()) {
        return Err(Refusal::Characters);
    }
    let name = name_in(authority(text)?)?;
    for (sister, rewritten) in SISTERS {
        if let Some(org) = name.strip_suffix(sister) {
            let own = format!("{org}.my.salesforce.com");
            let host = SalesforceHost::exact(&own, environment)?;
            return Ok(Reading { host, rewritten });
        }
    }
    if USERS_CONTENT.iter().any(|domain| name.ends_with(domain)) {
        return Err(Refusal::UsersContent);
    }
    let host = SalesforceHost::exact(&name, environment)?;
    let rewritten = if host.as_str() == typed {
        Rewritten::AsTyped
    } else {
        Rewritten::Tidied
    };
    Ok(Reading { host, rewritten })
}

/// What stands between the scheme, if there is one, and the path.
fn authority(text: &str) -> Result<&str, Refusal> {
    let ends = ['/', '?', '#'];
    let rest = match text.split_once("://") {
        Some((scheme, rest)) if !scheme.contains(ends) => {
            let web = ["https", "http"];
            if !web.iter().any(|known| scheme.eq_ignore_ascii_case(known)) {
                return Err(Refusal::Scheme);
            }
            rest
        }
        _ => text,
    };
    Ok(rest.split(ends).next().unwrap_or_default())
}

/// The host name that an authority consists of, in lower case.
fn name_in(authority: &str) -> Result<String, Refusal> {
    if authority.contains('@') {
        return Err(Refusal::UserName);
    }
    if authority.contains(|c: char| !c.is_ascii() && c.is_alphanumeric()) {
        return Err(Refusal::OtherAlphabet);
    }
    if authority.starts_with('[') || is_ip_address(&format!("[{authority}]")) {
        return Err(Refusal::IpAddress);
    }
    if let Some((name, port)) = authority.split_once(':') {
        let is_port = port.bytes().all(|b| b.is_ascii_digit());
        return Err(match (is_port, is_ip_address(name)) {
            (true, true) => Refusal::IpAddress,
            (true, false) => Refusal::Port,
            (false, _) => Refusal::NotAHost,
        });
    }
    let name = authority
        .strip_suffix('.')
        .unwrap_or(authority)
        .to_ascii_lowercase();
    if !name
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.'))
    {
        return Err(Refusal::Characters);
    }
    if name.split('.').any(|label| label.starts_with("xn--")) {
        return Err(Refusal::OtherAlphabet);
    }
    if is_ip_address(&name) {
        return Err(Refusal::IpAddress);
    }
    if name.len() > LONGEST_NAME || !name.split('.').all(is_label) {
        return Err(Refusal::NotAHost);
    }
    Ok(name)
}

/// Whether a browser would take it for an IP address: also one number, octal or hexadecimal.
fn is_ip_address(text: &str) -> bool {
    matches!(Host::parse(text), Ok(Host::Ipv4(_) | Host::Ipv6(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_live(typed: &str) -> Result<(String, Rewritten), Refusal> {
        read(typed, Environment::Production)
            .map(|reading| (reading.host.to_string(), reading.rewritten))
    }

    #[test]
    fn the_ways_people_write_their_org_are_understood() {
        use Rewritten::{AsTyped, FromLightning, FromSetup, Tidied};
        for (typed, host, rewritten) in [
            ("login.salesforce.com", "login.salesforce.com", AsTyped),
            (
                " https://acme.my.salesforce.com/ ",
                "acme.my.salesforce.com",
                Tidied,
            ),
            ("ACME.my.salesforce.com", "acme.my.salesforce.com", Tidied),
            ("acme.my.salesforce.com.", "acme.my.salesforce.com", Tidied),
            (
                "acme.my.salesforce.com#top",
                "acme.my.salesforce.com",
                Tidied,
            ),
            (
                "\u{feff}acme.my.salesforce.com\u{200b}\n",
                "acme.my.salesforce.com",
                Tidied,
            ),
            (
                "http://acme.my.salesforce.com/?un=a@b.example&next=https%3A%2F%2Fx#y",
                "acme.my.salesforce.com",
                Tidied,
            ),
            (
                "acme.my.salesforce.com/?next=https://evil.example",
                "acme.my.salesforce.com",
                Tidied,
            ),
            (
                "acme--uat.sandbox.my.salesforce.com",
                "acme--uat.sandbox.my.salesforce.com",
                AsTyped,
            ),
            (
                "https://acme.lightning.force.com/lightning/setup/NavigationMenus/page?address=%2Fapp",
                "acme.my.salesforce.com",
                FromLightning,
            ),
            (
                "acme--uat.sandbox.lightning.force.com",
                "acme--uat.sandbox.my.salesforce.com",
                FromLightning,
            ),
            (
                "acme.my.salesforce-setup.com",
                "acme.my.salesforce.com",
                FromSetup,
            ),
            (
                "https://acme--uat.sandbox.my.salesforce-setup.com/lightning/setup/Users/home",
                "acme--uat.sandbox.my.salesforce.com",
                FromSetup,
            ),
        ] {
            let read = read_live(typed);
            assert_eq!(read, Ok((host.to_owned(), rewritten)), "{typed}");
        }
    }

    #[test]
    fn anything_else_is_refused_with_the_reason() {
        for (why, all) in [
            (Refusal::Empty, &["", "   ", "\u{200b}"][..]),
            (
                Refusal::UserName,
                &[
                    "user@login.salesforce.com",
                    "https://user:word@login.salesforce.com",
                    "https://login.salesforce.com:443@evil.example",
                ],
            ),
            (
                Refusal::Port,
                &[
                    "login.salesforce.com:8443",
                    "https://login.salesforce.com:443/",
                    "login.salesforce.com:",
                ],
            ),
            (
                Refusal::IpAddress,
                &[
                    "127.0.0.1",
                    "127.0.0.1:443",
                    "https://[::1]/",
                    "[::1]:443",
                    "::1",
                    "0x7f.1",
                    "2130706433",
                ],
            ),
            (
                Refusal::Characters,
                &[
                    "login.salesforce.com\\.evil.example",
                    "login.salesforce.com\\@evil.example",
                    "login.salesforce%2ecom",
                    "login.sales force.com",
                    "login.sales\tforce.com",
                    "login.sales\u{200b}force.com",
                    "login\u{3002}salesforce.com",
                    "login.salesforce.com\u{ff0f}evil.example",
                    "ac_me.my.salesforce.com",
                    "acme.my.salesforce.com,",
                ],
            ),
            (
                Refusal::OtherAlphabet,
                &[
                    "login.salesfor\u{441}e.com",
                    "\u{ff4c}ogin.salesforce.com",
                    "xn--lesforce-x1a.my.salesforce.com",
                    "acme.xn--my-abc.salesforce.com",
                ],
            ),
            (
                Refusal::Scheme,
                &[
                    "ftp://login.salesforce.com",
                    "javascript://login.salesforce.com",
                ],
            ),
            (
                Refusal::NotAHost,
                &[
                    "https://",
                    "/login.salesforce.com",
                    "https:login.salesforce.com",
                    "-acme.my.salesforce.com",
                    "acme..my.salesforce.com",
                    ".my.salesforce.com",
                    "acme.my.salesforce.com..",
                ],
            ),
            (
                Refusal::UsersContent,
                &[
                    "acme.my.site.com",
                    "acme.secure.force.com",
                    "acme.content.force.com",
                    "acme--c.vf.force.com",
                    "acme--c.documentforce.com",
                    "acme.my.salesforce-sites.com",
                    "acme--c.visualforce.com",
                    "acme.salesforceusercontent.com",
                    "acme.builder.salesforce-experience.com",
                ],
            ),
            (
                Refusal::NotSalesforce,
                &[
                    "login.salesforce.com.evil.example",
                    "my-salesforce.com",
                    "evil.salesforce.com",
                    "loginsalesforce.com",
                    "a.b.c.lightning.force.com",
                    "acme.free.my.salesforce.com",
                    "localhost",
                ],
            ),
            (Refusal::OtherEnvironment, &["login.salesforce.practice"]),
        ] {
            for typed in all {
                assert_eq!(read_live(typed), Err(why), "{typed}");
            }
        }
    }

    #[test]
    fn a_name_that_is_too_long_is_no_host() {
        let label = "a".repeat(63);
        assert!(read_live(&format!("{label}.my.salesforce.com")).is_ok());
        let longer = format!("{label}a.my.salesforce.com");
        assert_eq!(read_live(&longer), Err(Refusal::NotAHost));
        let long = format!("{}salesforce.com", format!("{label}.").repeat(4));
        assert_eq!(read_live(&long), Err(Refusal::NotAHost));
    }

    #[test]
    fn practice_accepts_practice_hosts_alone() {
        let practice = |typed| SalesforceHost::parse(typed, Environment::Practice);
        assert!(practice("login.salesforce.practice").is_ok());
        assert!(practice("northwind.my.salesforce.practice").is_ok());
        for live in ["login.salesforce.com", "acme.lightning.force.com"] {
            assert_eq!(practice(live), Err(Refusal::OtherEnvironment), "{live}");
        }
        assert_eq!(practice("evil.example"), Err(Refusal::NotSalesforce));
    }

    #[test]
    fn what_was_understood_is_said_unless_it_was_typed_so() {
        let words = |typed| read(typed, Environment::Sandbox).unwrap().words();
        assert_eq!(words("acme.my.salesforce.com"), None);
        assert_eq!(
            words("HTTPS://ACME.my.salesforce.com").as_deref(),
            Some("Understood as acme.my.salesforce.com.")
        );
        assert_eq!(
            words("acme.lightning.force.com").as_deref(),
            Some(
                "Understood as acme.my.salesforce.com, the My Domain host of the Lightning \
                 address you entered."
            )
        );
    }
}
