//! What is understood of a Login URL, and what is refused.

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
