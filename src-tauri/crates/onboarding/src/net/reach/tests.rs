//! What may be reached, and what may not.

use super::*;

fn live() -> Reach {
    Reach::Live {
        environment: Environment::Production,
        gcis: None,
    }
}

fn practice() -> Reach {
    Reach::Practice(PracticeOrigins {
        salesforce: Url::parse("http://127.0.0.1:4001").unwrap(),
        gcis: Url::parse("http://127.0.0.1:4002").unwrap(),
    })
}

#[test]
fn live_reaches_org_hosts_over_https_alone() {
    let host = SalesforceHost::parse("acme.my.salesforce.com", Environment::Production).unwrap();
    assert_eq!(
        live().salesforce(&host).unwrap().url().as_str(),
        "https://acme.my.salesforce.com/"
    );
    assert!(
        live()
            .salesforce_sent("https://acme.my.salesforce.com")
            .is_ok()
    );
    for sent in [
        "http://acme.my.salesforce.com",
        "https://evil.example",
        "https://acme.my.salesforce.com.evil.example",
        "http://127.0.0.1:4001",
        "not an address",
        "https:\\\\acme.my.salesforce.com",
        "https:acme.my.salesforce.com",
        "https://acme.my.sales\tforce.com",
        " https://acme.my.salesforce.com",
        "https://acme.my.salesforce.com:443",
        "https://acme.my.salesforce.com@evil.example",
        "https://acme.my.salesforce.com/id/../x",
        "https://acme.my.salesforce.com/id/%2e%2e/x",
        "https://acme.my.salesforce.com/id?x",
        "https://acme.my.salesforce.com#x",
    ] {
        assert!(live().salesforce_sent(sent).is_err(), "{sent}");
    }
    assert!(live().gcis().is_none());
}

#[test]
fn gcis_is_reached_over_https_alone() {
    let good = "https://api.example/v1";
    assert!(GcisAddresses::new(good, good).is_some());
    for bad in [
        "http://api.example",
        "https://u:p@api.example",
        "api.example",
        "https:api.example",
        "https:\\\\api.example",
        "https://api.exa\tmple",
        "https://api.example\\@evil.example",
        "https://api.example/v1#x",
        "https://api.example/a//b",
        "https://",
        "",
    ] {
        assert!(
            GcisAddresses::new(bad, good).is_none() && https(bad).is_none(),
            "{bad}"
        );
    }
}

#[test]
fn practice_hosts_are_reached_by_name_at_the_practice_port() {
    for name in [
        "login.salesforce.practice",
        "northwind.my.salesforce.practice",
    ] {
        let host = SalesforceHost::parse(name, Environment::Practice).unwrap();
        let to = practice().salesforce(&host).unwrap();
        assert_eq!(to.url().as_str(), format!("http://{name}:4001/"));
        assert_eq!(live().salesforce(&host), Err(NetError::Foreign));
    }
    let real = SalesforceHost::parse("login.salesforce.com", Environment::Production).unwrap();
    assert_eq!(practice().salesforce(&real), Err(NetError::Foreign));
}

#[test]
fn practice_reaches_its_own_two_origins_alone() {
    let reach = practice();
    for sent in [
        "http://127.0.0.1:4001/id/00D/005",
        "http://northwind.my.salesforce.practice:4001",
        "http://login.salesforce.practice:4001/id/00D/005",
    ] {
        assert!(reach.salesforce_sent(sent).is_ok(), "{sent}");
    }
    for sent in [
        "http://login.salesforce.practice",
        "http://login.salesforce.practice:4002",
        "https://login.salesforce.practice:4001",
        "http://login.salesforce.com:4001",
        "http://evil.salesforce.practice:4001",
        "http://login.salesforce.practice.evil.example:4001",
        "http://127.0.0.1:4002",
        "http://127.0.0.1:4003",
        "http:127.0.0.1:4001",
        "http://2130706433:4001",
        "http://user@127.0.0.1:4001",
        "http://localhost:4001",
        "https://login.salesforce.com",
    ] {
        assert!(reach.salesforce_sent(sent).is_err(), "{sent}");
    }
}
