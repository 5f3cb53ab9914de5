use proptest::prelude::*;

use super::*;

fn host(name: &str) -> Option<SalesforceHost> {
    SalesforceHost::parse(name, Environment::Production).ok()
}

fn password() -> Known {
    Known {
        host: host("acme.my.salesforce.com"),
        password_flow_days_left: 89,
        ..Known::new(Route::ConnectedApp, Environment::Production)
    }
}

fn key() -> Known {
    Known {
        host: host("acme.my.salesforce.com"),
        ..Known::new(Route::ExternalClientApp, Environment::Production)
    }
}

fn whats(known: &Known) -> Vec<&'static str> {
    look_at(known).into_iter().map(|look| look.what).collect()
}

/// Where in the list something stands that begins with these words.
fn place(known: &Known, begins: &str) -> usize {
    let whats = whats(known);
    whats
        .iter()
        .position(|what| what.starts_with(begins))
        .unwrap_or_else(|| panic!("{begins} is not in {whats:?}"))
}

const FLOW: &str = "Switch on Allow OAuth Username-Password Flows";
const USER: &str = "Open the user";
const OWN_HOST: &str = "Use your own My Domain host";

#[test]
fn with_nothing_special_known_the_usual_causes_stand_in_the_usual_order() {
    let usual = [
        "Compare the security token",
        "Check that the Login URL",
        FLOW,
        "Check that key and secret are those of a connected app",
        "Enter the password again",
        "Compare the Username",
        USER,
        "Check that the password was set",
        "Review Login IP Ranges",
        "Check that the user does not sign in by single sign-on",
        "Check that the user has no Multi-Factor",
        login_history::QUESTION,
    ];
    let places: Vec<_> = usual.map(|begins| place(&password(), begins)).into();
    assert_eq!(places, (0..usual.len()).collect::<Vec<_>>());
    assert_eq!(whats(&password()).len(), usual.len());
}

#[test]
fn a_missing_token_comes_first() {
    let known = Known {
        token: Token::Missing,
        host: host("login.salesforce.com"),
        ..password()
    };
    assert_eq!(place(&known, "Enter the security token"), 0);
    assert!(!whats(&known).contains(&"Compare the security token with the newest mail"));
}

#[test]
fn a_shared_host_comes_early_and_brings_the_policy_of_my_domain() {
    let known = Known {
        host: host("login.salesforce.com"),
        ..password()
    };
    assert_eq!(place(&known, OWN_HOST), 0);
    assert!(place(&known, "Check whether My Domain prevents login") > place(&known, FLOW));
    assert!(
        !whats(&password())
            .iter()
            .any(|what| what.contains("prevents login"))
    );
    let looks = look_at(&known);
    assert!(looks[0].why.contains("login.salesforce.com"));
}

#[test]
fn a_host_or_a_username_of_the_other_environment_comes_first() {
    for (environment, name) in [
        (Environment::Sandbox, "login.salesforce.com"),
        (Environment::Production, "test.salesforce.com"),
    ] {
        let known = Known {
            host: host(name),
            ..Known::new(Route::ConnectedApp, environment)
        };
        assert_eq!(place(&known, OWN_HOST), 0, "{name}");
    }
    let sandbox = Known {
        host: host("acme--uat.sandbox.my.salesforce.com"),
        username_suffix_fits: Some(false),
        ..Known::new(Route::ConnectedApp, Environment::Sandbox)
    };
    assert_eq!(place(&sandbox, "Compare the Username"), 0);
    let older_sandbox = Known {
        host: host("acme--uat.my.salesforce.com"),
        ..Known::new(Route::ConnectedApp, Environment::Sandbox)
    };
    assert!(
        place(&older_sandbox, "Check that the Login URL") > 0,
        "it may well be one"
    );
}

#[test]
fn what_speaks_for_a_cause_brings_it_forward() {
    let stale = Known {
        token: Token::OlderThanPassword,
        ..password()
    };
    assert_eq!(place(&stale, "Compare the security token"), 0);
    assert!(look_at(&stale)[0].why.contains("after the token"));
    let other_app = Known {
        key_may_be_of_other_app: true,
        ..password()
    };
    assert_eq!(place(&other_app, "Check that key and secret"), 0);
    let often = Known {
        refusals_in_a_row: 4,
        ..password()
    };
    assert_eq!(place(&often, USER), 0);
    assert!(look_at(&often)[0].why.contains("4 tries"));
    assert!(look_at(&often)[0].why.ends_with(words::LOCKOUT));
}

#[test]
fn what_worked_once_is_looked_at_late() {
    let known = Known {
        signed_in_before: true,
        ..password()
    };
    assert_eq!(place(&known, USER), 0);
    for begins in [FLOW, "Check that the Login URL", "Compare the Username"] {
        assert!(
            place(&known, begins) > place(&known, "Enter the password again"),
            "{begins}"
        );
    }
}

#[test]
fn a_young_app_is_told_with_its_age() {
    for (age, told) in [
        (Some(0), true),
        (Some(9), true),
        (Some(10), false),
        (None, false),
    ] {
        let known = Known {
            app_age: age,
            ..password()
        };
        let wait = look_at(&known)
            .into_iter()
            .find(|look| look.what.starts_with("Wait"));
        assert_eq!(wait.is_some(), told, "{age:?}");
        if let (Some(look), Some(age)) = (wait, age) {
            assert!(
                look.why.contains(&format!("saved {age} minute")),
                "{}",
                look.why
            );
        }
    }
}

#[test]
fn once_the_sign_in_has_ended_that_is_the_first_thing_to_look_at() {
    for (days, ended) in [(1, false), (0, true), (-7, true)] {
        let known = Known {
            password_flow_days_left: days,
            token: Token::Missing,
            ..password()
        };
        let first = look_at(&known).remove(0);
        assert_eq!(first.link == Some(Link::ReleaseUpdates), ended, "{days}");
        assert!(
            !ended || first.why.contains("20 February 2027"),
            "{}",
            first.why
        );
    }
}

#[test]
fn the_external_client_apps_list_is_about_the_app() {
    let whats = whats(&key());
    for what in &whats {
        assert!(
            !what.to_lowercase().contains("password") && !what.contains("token"),
            "{what}"
        );
    }
    assert!(whats.iter().any(|what| what.contains("Run As")));
    for shared in [None, host("login.salesforce.com")] {
        let known = Known {
            host: shared,
            ..key()
        };
        assert_eq!(place(&known, OWN_HOST), 0);
    }
    let other_app = Known {
        key_may_be_of_other_app: true,
        ..key()
    };
    assert_eq!(place(&other_app, "Check that key and secret"), 0);
    let before = Known {
        signed_in_before: true,
        ..key()
    };
    assert_eq!(place(&before, "Open the Run As user"), 0);
}

const HOSTS: [&str; 5] = [
    "login.salesforce.com",
    "test.salesforce.com",
    "acme.my.salesforce.com",
    "acme--uat.sandbox.my.salesforce.com",
    "na139.salesforce.com",
];

fn any_known() -> impl Strategy<Value = Known> {
    let host = proptest::option::of(
        proptest::sample::select(HOSTS.to_vec()).prop_map(|name| host(name).unwrap()),
    );
    let route = proptest::sample::select(&Route::ALL[..]);
    let token =
        proptest::sample::select(&[Token::Missing, Token::Stored, Token::OlderThanPassword][..]);
    let environment = proptest::sample::select(
        &[
            Environment::Production,
            Environment::Sandbox,
            Environment::Practice,
        ][..],
    );
    (
        (route, environment, host, any::<Option<bool>>(), token),
        any::<[bool; 2]>(),
        (any::<u32>(), any::<Option<u32>>(), -400..400_i32),
    )
        .prop_map(|(place, flags, numbers)| Known {
            route: place.0,
            environment: place.1,
            host: place.2,
            username_suffix_fits: place.3,
            token: place.4,
            key_may_be_of_other_app: flags[0],
            signed_in_before: flags[1],
            refusals_in_a_row: numbers.0,
            app_age: numbers.1,
            password_flow_days_left: numbers.2,
        })
}

proptest! {
    #[test]
    fn whatever_is_known_the_list_is_whole(known in any_known()) {
        let looks = look_at(&known);
        prop_assert!(looks.len() > 5);
        let whats: std::collections::BTreeSet<_> = looks.iter().map(|look| look.what).collect();
        prop_assert_eq!(whats.len(), looks.len(), "nothing stands twice");
        prop_assert_eq!(looks.last(), Some(&question()));
        for look in &looks {
            let says_what_to_do = ["Enter", "Wait", "Compare"]
                .iter()
                .any(|verb| look.what.starts_with(verb));
            prop_assert!(look.link.is_some() || says_what_to_do, "{}", look.what);
            prop_assert_eq!(look.quick_find, look.link.and_then(Link::quick_find));
            prop_assert!(look.why.ends_with('.') && look.why.len() > 20, "{}", look.why);
        }
    }

    #[test]
    fn a_missing_token_stands_before_all_but_the_end(known in any_known()) {
        let known = Known { route: Route::ConnectedApp, token: Token::Missing, ..known };
        let at = place(&known, "Enter the security token");
        prop_assert_eq!(at, usize::from(known.password_flow_days_left <= 0));
    }
}
