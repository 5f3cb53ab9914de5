//! What holds for every address and path, whoever supplied it.

use model::Environment;
use model::host::SalesforceHost;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use url::Url;

use super::{Destination, GcisAddresses, PracticeOrigins, Reach, no_credentials};

const SALESFORCE: &str = "http://127.0.0.1:4001";
const GCIS: &str = "http://127.0.0.1:4002";

const BEFORE: [&str; 14] = [
    "",
    "//",
    "https:",
    "https:/",
    "https:\\\\",
    "HTTPS://",
    "ftp://",
    "https://user:word@",
    "https://@",
    "https://evil.example\\@",
    "https://evil.example#@",
    "http://user@",
    "\u{feff}https://",
    " https://",
];

const HOSTS: [&str; 17] = [
    "login.salesforce.com",
    "na139.salesforce.com",
    "acme.my.salesforce.com",
    "acme--uat.sandbox.my.salesforce.com",
    "acme.lightning.force.com",
    "acme.my.site.com",
    "evil.example",
    "salesfor\u{441}e.com",
    "xn--lesforce-x1a.my.salesforce.com",
    "login.salesforce.practice",
    "northwind.my.salesforce.practice",
    "127.0.0.1",
    "2130706433",
    "[::1]",
    "localhost",
    "login.salesforce%2ecom",
    "api.example",
];

const BEHIND: [&str; 22] = [
    ":443",
    ":4001",
    ":4001/",
    ":4002",
    ":4003",
    ".",
    ".evil.example",
    "@evil.example",
    ":4001@evil.example",
    "\\evil.example",
    "/\\evil.example",
    "//evil.example",
    "/@evil.example",
    "?@evil.example",
    "#@evil.example",
    "%00.evil.example",
    "\u{ff0f}evil.example",
    "\t",
    "\r\nHost: evil.example",
    "/id/../../x",
    "/id/%2e%2e/x",
    "/id/00D000000000001/005000000000001",
];

/// What a service could send, and a person could type as GCIS's address.
fn address() -> impl Strategy<Value = String> {
    let before =
        prop_oneof![4 => Just("https://"), 3 => Just("http://"), 4 => select(BEFORE.to_vec())];
    let host = prop_oneof![
        4 => select(HOSTS.to_vec()).prop_map(str::to_owned),
        1 => "[a-z0-9-]{1,66}".prop_map(|org| format!("{org}.my.salesforce.com")),
    ];
    let behind = prop_oneof![2 => Just(""), 2 => Just("/"), 7 => select(BEHIND.to_vec())];
    let whole =
        (before, host, behind).prop_map(|(before, host, behind)| format!("{before}{host}{behind}"));
    let spoilt = (whole.clone(), any::<Index>(), any::<char>()).prop_map(|(whole, at, c)| {
        let mut chars: Vec<char> = whole.chars().collect();
        chars.insert(at.index(chars.len() + 1), c);
        String::from_iter(chars)
    });
    let long = (whole.clone(), 100..1000_usize).prop_map(|(whole, times)| whole.repeat(times));
    prop_oneof![8 => whole, 2 => spoilt, 1 => long, 1 => any::<String>()]
}

/// Paths, pieces of ways out, anything at all.
fn path() -> impl Strategy<Value = String> {
    let piece = select(vec![
        "/",
        "/",
        "/",
        "v1",
        "services",
        "data",
        "query",
        "-2000",
        ".",
        "..",
        "//",
        "\\",
        "%2e",
        "%2E%2e",
        "%252e",
        "%2f",
        "%5c",
        "..;",
        ";x=1",
        "?",
        "#",
        "@",
        ":",
        "https:",
        "https://",
        "evil.example",
        "127.0.0.1:4003",
        " ",
        "\t",
        "\r\n",
        "\0",
        "\u{ff0f}",
        "\u{200b}",
        "'",
        "~",
    ]);
    prop_oneof![
        6 => proptest::collection::vec(piece, 0..10).prop_map(|pieces| pieces.concat()),
        2 => "/[a-zA-Z0-9_./-]{0,40}(\\?[a-z=&%0-9]{0,10})?",
        1 => address(),
        1 => any::<String>(),
        1 => "/[a-z]{3000,4000}",
    ]
}

fn live_environment() -> impl Strategy<Value = Environment> {
    select(vec![Environment::Production, Environment::Sandbox])
}

fn environment() -> impl Strategy<Value = Environment> {
    prop_oneof![live_environment(), Just(Environment::Practice)]
}

fn reach(environment: Environment) -> Reach {
    match environment {
        Environment::Practice => Reach::Practice(PracticeOrigins {
            salesforce: Url::parse(SALESFORCE).unwrap(),
            gcis: Url::parse(GCIS).unwrap(),
        }),
        environment => Reach::Live {
            environment,
            gcis: None,
        },
    }
}

/// Whether a request to it would reach Salesforce in this environment, and nobody else.
fn is_salesforce(to: &Destination, environment: Environment) -> bool {
    let url = to.url();
    let in_the_grammar = SalesforceHost::exact(to.host(), environment).is_ok();
    let origin = url.origin().ascii_serialization();
    let reached = match environment {
        Environment::Production | Environment::Sandbox => {
            in_the_grammar && origin == format!("https://{}", to.host())
        }
        Environment::Practice => {
            let by_name = format!("http://{}:4001", to.host());
            origin == SALESFORCE || (in_the_grammar && origin == by_name)
        }
    };
    reached && no_credentials(url) && url.fragment().is_none()
}

/// Whether a path leads upwards for those who decode it, however often.
fn climbs(path: &str) -> bool {
    let mut path = path.to_lowercase();
    for (code, character) in [("%25", "%"), ("%2e", "."), ("%2f", "/"), ("%5c", "/")] {
        while path.contains(code) {
            path = path.replace(code, character);
        }
    }
    path.split('/')
        .any(|part| matches!(part.split(';').next(), Some("." | "..")))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn whatever_host_was_accepted_the_request_goes_to_salesforce(
        typed in address(),
        accepted_in in environment(),
        sent_in in environment(),
    ) {
        let Ok(host) = SalesforceHost::parse(&typed, accepted_in) else { return Ok(()) };
        let Ok(to) = reach(sent_in).salesforce(&host) else { return Ok(()) };
        prop_assert!(is_salesforce(&to, sent_in), "{:?}", to);
    }

    #[test]
    fn whatever_address_salesforce_sends_the_request_goes_to_salesforce(
        sent in address(),
        path in path(),
        environment in environment(),
    ) {
        let Ok(to) = reach(environment).salesforce_sent(&sent) else { return Ok(()) };
        prop_assert!(is_salesforce(&to, environment), "{:?}", to);
        if let Ok(joined) = to.join(&path) {
            prop_assert!(is_salesforce(&joined, environment), "{:?}", joined);
        }
    }

    #[test]
    fn whatever_is_joined_stays_at_its_origin_and_below_its_base(path in path(), deep in any::<bool>()) {
        let base = if deep { "https://api.example/base/v1/" } else { "https://api.example" };
        let base = Destination::new(Url::parse(base).unwrap());
        let origin = "https://api.example";
        if let Ok(joined) = base.join(&path) {
            prop_assert_eq!(joined.url().as_str(), format!("{origin}{path}"));
            prop_assert_eq!(joined.url().origin().ascii_serialization(), origin);
            prop_assert!(no_credentials(joined.url()));
            prop_assert!(!climbs(joined.url().path()), "{:?}", joined);
        }
        if let Ok(joined) = base.below(&path) {
            let prefix = if deep { "/base/v1/" } else { "/" };
            prop_assert!(joined.url().path().starts_with(prefix), "{:?}", joined);
            prop_assert_eq!(joined.url().origin().ascii_serialization(), origin);
            prop_assert!(!climbs(joined.url().path()), "{:?}", joined);
        }
    }

    #[test]
    fn whatever_address_is_entered_for_gcis_it_is_https_with_nothing_hidden_in_it(
        api in address(),
        token in address(),
        environment in live_environment(),
    ) {
        let gcis = GcisAddresses::new(&api, &token).or_else(|| GcisAddresses::new(&api, &api));
        let reach = Reach::Live { environment, gcis };
        for to in [reach.gcis(), reach.gcis_token()].into_iter().flatten() {
            prop_assert_eq!(to.url().scheme(), "https");
            prop_assert!(to.url().has_host() && no_credentials(to.url()));
            prop_assert!(to.below("/v1/tenants").is_ok(), "{:?}", to);
        }
    }
}
