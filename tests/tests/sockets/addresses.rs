//! Addresses: whatever a service sends or a person types, nobody else receives a request.

use std::cell::Cell;

use model::Environment;
use model::field::Field;
use model::host::SalesforceHost;
use onboarding::net::{PracticeOrigins, Reach};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, TestRunner};
use serde_json::json;
use tokio::runtime::Runtime;
use url::Url;
use wiremock::matchers::{any, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::desk::Desk;
use crate::fake::client;
use crate::wire::{self, VERSIONS};

/// The practice Salesforce and a stranger that answers everything with success.
struct Places {
    runtime: Runtime,
    salesforce: MockServer,
    stranger: MockServer,
}

impl Places {
    fn new() -> Self {
        let runtime = Runtime::new().unwrap();
        let (salesforce, stranger) = runtime.block_on(async {
            let stranger = MockServer::start().await;
            Mock::given(any())
                .respond_with(ResponseTemplate::new(200))
                .mount(&stranger)
                .await;
            (MockServer::start().await, stranger)
        });
        Self {
            runtime,
            salesforce,
            stranger,
        }
    }

    /// Addresses that name the practice Salesforce, the stranger, or one in the other's clothes.
    fn addresses(&self) -> impl Strategy<Value = String> + use<> {
        let (own, other) = (*self.salesforce.address(), *self.stranger.address());
        let (o, s) = (own.port(), other.port());
        let good = select(vec![
            format!("http://{own}"),
            format!("http://{own}/"),
            format!("http://{own}/id/00D000000000001/005"),
            format!("http://login.salesforce.practice:{o}"),
            format!("http://acme.my.salesforce.practice:{o}/id/00D000000000001/005"),
        ]);
        let bad = select(vec![
            format!("http://{other}"),
            format!("http://{other}/id/00D000000000001/005"),
            format!("http://login.salesforce.practice:{s}"),
            format!("http://acme.my.salesforce.practice:{s}/id/00D000000000001/005"),
            format!("http://user@{other}"),
            format!("http://{own}@{other}"),
            format!("http://login.salesforce.practice:{o}@{other}"),
            format!("http://{other}\\@{own}"),
            format!("http://{other}#@{own}"),
            format!("http://{own}/\\{other}"),
            format!("http://{own}//{other}"),
            format!("http:{other}"),
            format!("http:\\\\{other}"),
            format!("//{other}"),
            format!("HTTP://{other}"),
            format!(" http://{other}"),
            format!("http://localhost:{s}"),
            format!("http://2130706433:{s}"),
            format!("http://127.1:{s}"),
            format!("http://0x7f.0.0.1:{s}"),
            format!("http://%31%32%37.0.0.1:{s}"),
            format!("http://127。0。0。1:{s}"),
            format!("https://{other}"),
            format!("https://login.salesforce.com:{s}"),
            "https://acme.my.salesforce.com".to_owned(),
        ]);
        let spoilt = (good.clone(), any_index(), any_char()).prop_map(|(address, at, c)| {
            let mut chars: Vec<char> = address.chars().collect();
            chars.insert(at.index(chars.len() + 1), c);
            String::from_iter(chars)
        });
        prop_oneof![4 => good, 5 => bad, 1 => spoilt]
    }

    fn received_by_the_stranger(&self) -> usize {
        let received = self.runtime.block_on(self.stranger.received_requests());
        received.unwrap().len()
    }

    /// Signs in where Salesforce answers with these addresses, and goes on to the end.
    fn verify(&self, instance_url: &str, id: &str) {
        self.runtime.block_on(async {
            self.salesforce.reset().await;
            let granted =
                json!({"access_token": "00D!token", "instance_url": instance_url, "id": id});
            let versions = ResponseTemplate::new(200).set_body_raw(VERSIONS, "application/json");
            for (at, answer) in [
                ("/services/data", versions),
                (
                    "/services/oauth2/token",
                    ResponseTemplate::new(200).set_body_json(granted),
                ),
            ] {
                let mock = Mock::given(path(at)).respond_with(answer);
                mock.mount(&self.salesforce).await;
            }
            wire::run(&self.salesforce).await;
        });
    }

    /// Whether the practice Salesforce was sent the token that it gave.
    fn salesforce_saw_the_token(&self) -> bool {
        let received = self.runtime.block_on(self.salesforce.received_requests());
        let mut received = received.unwrap().into_iter();
        received.any(|request| request.headers.contains_key("authorization"))
    }
}

fn any_index() -> impl Strategy<Value = Index> {
    proptest::arbitrary::any::<Index>()
}

fn any_char() -> impl Strategy<Value = char> {
    prop_oneof![
        proptest::arbitrary::any::<char>(),
        select(vec!['@', ':', '\\', '/', '.', '%', '\t', '\u{200b}']),
    ]
}

fn cases(cases: u32) -> TestRunner {
    TestRunner::new(Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    })
}

#[test]
fn no_address_in_salesforces_answer_sends_anything_to_a_stranger() {
    let places = Places::new();
    let used = Cell::new(0);
    let addresses = (places.addresses(), places.addresses());
    cases(150)
        .run(&addresses, |(instance_url, id)| {
            places.verify(&instance_url, &id);
            prop_assert_eq!(places.received_by_the_stranger(), 0);
            used.set(used.get() + usize::from(places.salesforce_saw_the_token()));
            Ok(())
        })
        .unwrap();
    assert!(used.get() > 0, "a good address was used");
}

#[test]
fn no_login_url_sends_a_secret_to_a_stranger() {
    let places = Places::new();
    let url = |server: &MockServer| Url::parse(&server.uri()).unwrap();
    let reach = Reach::Practice(PracticeOrigins {
        salesforce: url(&places.salesforce),
        gcis: url(&places.salesforce),
    });
    let client = client();
    let (own, stranger) = (places.salesforce.address(), places.stranger.address());
    let typed = prop_oneof![
        1 => places.addresses(),
        2 => select(vec![
            "login.salesforce.practice".to_owned(),
            "HTTP://ACME.my.salesforce.practice/".to_owned(),
            format!("acme.my.salesforce.practice/?u=http://{stranger}"),
            format!("acme.my.salesforce.practice:{}", stranger.port()),
            format!("acme.my.salesforce.practice@{stranger}"),
            format!("acme.my.salesforce.practice\\@{stranger}"),
            stranger.to_string(),
            own.to_string(),
        ]),
    ];
    let sent = Cell::new(0);
    cases(300)
        .run(&typed, |typed| {
            let Ok(host) = SalesforceHost::parse(&typed, Environment::Practice) else {
                return Ok(());
            };
            let to = reach.salesforce(&host).unwrap();
            let to = to.join("/services/oauth2/token").unwrap();
            let form = [("client_secret", "s=cret")];
            let answered = places.runtime.block_on(client.post_form(&to, &form));
            prop_assert!(answered.is_ok());
            prop_assert_eq!(places.received_by_the_stranger(), 0);
            sent.set(sent.get() + 1);
            Ok(())
        })
        .unwrap();
    let received = places
        .runtime
        .block_on(places.salesforce.received_requests());
    assert_eq!(received.unwrap().len(), sent.get());
    assert!(sent.get() > 0, "a good host was used");
}

#[tokio::test]
async fn in_practice_no_other_name_has_an_address() {
    let client = client();
    let live = Reach::Live {
        environment: Environment::Production,
        gcis: None,
    };
    for name in ["login.salesforce.com", "acme.my.salesforce.com"] {
        let host = SalesforceHost::parse(name, Environment::Production).unwrap();
        let answered = client.get(&live.salesforce(&host).unwrap(), None).await;
        let refused = answered.unwrap_err();
        assert!(
            refused.to_string().contains("is no practice host"),
            "{refused}"
        );
    }
}

#[tokio::test]
async fn practice_hosts_differ_as_real_ones_do() {
    let desk = Desk::with_credentials().await;
    let blocking = async |host: &str| {
        let entered = desk.workspace.save_field(desk.id, Field::LoginUrl, host);
        entered.unwrap();
        let verify = desk.verify().await.unwrap().verify;
        assert_eq!(verify.passed, !verify.findings.iter().any(|f| f.blocks));
        verify
            .findings
            .into_iter()
            .find(|f| f.blocks)
            .map(|f| f.code)
    };
    let own = desk.card.my_domain.clone();
    assert_eq!(blocking(&own).await, None);
    assert_eq!(blocking("login.salesforce.practice").await, None);
    let sandboxes = blocking("test.salesforce.practice").await;
    assert_eq!(sandboxes, Some("authentication_failure"));
    let nobodys = blocking("nobody.my.salesforce.practice").await;
    assert_eq!(nobodys, Some("not_salesforce"));
}
