//! What holds for every Login URL and every URL of a service, whatever stands in it.

use proptest::prelude::*;
use proptest::sample::select;
use regex::Regex;
use url::Url;

use super::{Rewritten, SalesforceHost};
use crate::Environment;
use crate::unseen::trimmed;

/// The grammar, written a second time.
const GRAMMAR: &str = r"(?x-u)^(
      login | test | [a-z]{2,3}[0-9]{1,4}
    | [a-z0-9]([a-z0-9-]{0,61}[a-z0-9])? (\.(sandbox|develop|scratch|demo|patch|trailblaze))? \.my
    ) \.salesforce\.";

const REAL: [&str; 11] = [
    "login.salesforce.com",
    "test.salesforce.com",
    "na139.salesforce.com",
    "acme.my.salesforce.com",
    "ACME--uat.sandbox.my.salesforce.com",
    "acme-dev-ed.develop.my.salesforce.com",
    "acme.lightning.force.com",
    "acme--uat.sandbox.lightning.force.com",
    "acme.my.salesforce-setup.com",
    "login.salesforce.practice",
    "northwind.my.salesforce.practice",
];

const BEFORE: [&str; 16] = [
    "http://",
    "HTTPS://",
    "ftp://",
    "//",
    "https:",
    "https:/",
    "https:\\\\",
    "javascript://",
    "user@",
    "https://user:word@",
    "https://evil.example\\@",
    "https://evil.example#@",
    "https://evil.example%2f@",
    " ",
    "\u{feff}",
    "evil",
];

const BEHIND: [&str; 21] = [
    "/",
    ".",
    "..",
    ":443",
    ":8443",
    ":",
    ".evil.example",
    "@evil.example",
    ":443@evil.example",
    "\\evil.example",
    "\\@evil.example",
    "/@evil.example",
    "?@evil.example",
    "#@evil.example",
    "/?u=https://evil.example",
    "%00.evil.example",
    "\u{ff0f}evil.example",
    "\u{200b}",
    "\r\n",
    "\0",
    "/lightning/setup/SetupOneHome/home?x=%2F",
];

const PARTS: [&str; 34] = [
    "login",
    "test",
    "acme",
    "acme--uat",
    "sandbox",
    "develop",
    "my",
    "salesforce",
    "force",
    "lightning",
    "salesforce-setup",
    "site",
    "com",
    "com",
    "practice",
    "na139",
    "evil",
    "example",
    "xn--lesforce-x1a",
    "salesfor\u{441}e",
    "\u{ff43}om",
    "LOGIN",
    "a_b",
    "-a",
    "b-",
    "",
    "127",
    "0",
    "1",
    "0x7f",
    "[::1]",
    "localhost",
    "%2e",
    "a\u{ad}b",
];

fn assembled() -> impl Strategy<Value = String> {
    let dot = select(vec![
        ".",
        ".",
        ".",
        ".",
        ".",
        "",
        "-",
        "\u{3002}",
        "%2e",
        "\u{200b}.",
    ]);
    let label =
        prop_oneof![8 => select(PARTS.to_vec()).prop_map(str::to_owned), 1 => "[a-z0-9-]{1,70}"];
    let host = proptest::collection::vec((label, dot), 1..6).prop_map(|parts| {
        parts
            .into_iter()
            .flat_map(|(label, dot)| [label, dot.to_owned()])
            .collect()
    });
    prop_oneof![
        3 => select(REAL.to_vec()).prop_map(str::to_owned),
        2 => "[a-z0-9-]{1,66}".prop_map(|org| format!("{org}.my.salesforce.com")),
        2 => host,
    ]
}

/// What could be typed, pasted or sent: real addresses with something before, behind or inside,
/// addresses put together from parts, anything at all.
fn address() -> impl Strategy<Value = String> {
    let whole = (
        select(BEFORE.to_vec()),
        assembled(),
        select(BEHIND.to_vec()),
    )
        .prop_map(|(before, host, behind)| format!("{before}{host}{behind}"));
    let stray = prop_oneof![
        any::<char>(),
        select(vec!['@', ':', '\\', '%', '/', '.', '\t', '\0'])
    ];
    let spoilt =
        (assembled(), any::<proptest::sample::Index>(), stray).prop_map(|(host, at, c)| {
            let mut chars: Vec<char> = host.chars().collect();
            chars.insert(at.index(chars.len() + 1), c);
            format!("https://{}", String::from_iter(chars))
        });
    let long =
        (assembled(), 1..200_usize).prop_map(|(host, times)| format!("{host}.").repeat(times));
    prop_oneof![6 => whole, 3 => spoilt, 1 => long, 1 => any::<String>()]
}

fn environment() -> impl Strategy<Value = Environment> {
    select(vec![
        Environment::Production,
        Environment::Sandbox,
        Environment::Practice,
    ])
}

fn is_in_the_grammar(host: &str, environment: Environment) -> bool {
    let top = match environment {
        Environment::Production | Environment::Sandbox => "com",
        Environment::Practice => "practice",
    };
    Regex::new(&format!("{GRAMMAR}{top}$"))
        .unwrap()
        .is_match(host)
}

/// What a browser would make of it, typed into its address bar.
fn as_a_browser_reads_it(typed: &str) -> Option<String> {
    let text = trimmed(typed);
    let url = Url::parse(text)
        .ok()
        .filter(Url::has_host)
        .or_else(|| Url::parse(&format!("https://{text}")).ok())?;
    let name = url.host_str()?;
    Some(name.strip_suffix('.').unwrap_or(name).to_owned())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn an_accepted_login_url_leads_to_an_org_host_and_nowhere_else(
        typed in address(),
        environment in environment(),
    ) {
        let Ok(reading) = SalesforceHost::read(&typed, environment) else { return Ok(()) };
        let host = reading.host.as_str();
        prop_assert!(is_in_the_grammar(host, environment), "{}", host);
        let url = Url::parse(&format!("https://{host}/")).unwrap();
        prop_assert_eq!(url.as_str(), format!("https://{host}/"));
        prop_assert_eq!(url.host_str(), Some(host));
    }

    #[test]
    fn an_accepted_login_url_is_what_a_browser_would_have_read(
        typed in address(),
        environment in environment(),
    ) {
        let Ok(reading) = SalesforceHost::read(&typed, environment) else { return Ok(()) };
        let read = as_a_browser_reads_it(&typed);
        let sister = |domain: &str| {
            let host = reading.host.as_str();
            host.strip_suffix(".my.salesforce.com").map(|org| format!("{org}{domain}"))
        };
        let expected = match reading.rewritten {
            Rewritten::AsTyped | Rewritten::Tidied => Some(reading.host.to_string()),
            Rewritten::FromLightning => sister(".lightning.force.com"),
            Rewritten::FromSetup => sister(".my.salesforce-setup.com"),
        };
        prop_assert_eq!(read, expected);
    }

    #[test]
    fn what_was_accepted_once_is_accepted_to_the_letter(
        typed in address(),
        environment in environment(),
    ) {
        let Ok(first) = SalesforceHost::read(&typed, environment) else { return Ok(()) };
        let again = SalesforceHost::read(first.host.as_str(), environment).unwrap();
        prop_assert_eq!(again.rewritten, Rewritten::AsTyped);
        prop_assert_eq!(&again.host, &first.host);
        prop_assert_eq!(first.rewritten == Rewritten::AsTyped, typed == first.host.as_str());
        prop_assert_eq!(SalesforceHost::parse(&typed, environment), Ok(first.host));
    }

    #[test]
    fn an_accepted_url_of_a_service_is_https_to_an_org_host_with_nothing_hidden_in_it(
        sent in address(),
        environment in environment(),
    ) {
        let Ok(url) = Url::parse(&sent) else { return Ok(()) };
        let Ok(host) = SalesforceHost::of_service_url(&url, environment) else { return Ok(()) };
        prop_assert!(is_in_the_grammar(host.as_str(), environment), "{}", host);
        prop_assert_eq!(url.origin().ascii_serialization(), format!("https://{host}"));
        prop_assert!(url.username().is_empty() && url.password().is_none());
    }
}
