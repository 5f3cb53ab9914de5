//! A Login URL as a person types or pastes it.

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
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

/// What became of the words typed. It can be kept beside the host in place of the words, which may
/// hold more than a host: the address of a page can carry a session.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rewritten {
    /// Nothing: the host was typed to the letter.
    #[default]
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
