//! The Login URL.

use crate::Route;
use crate::catalogue::{Entry, Remedy, Retry};
use crate::guide::link::Link;

pub(in crate::catalogue) const LOGIN_URL_MISSING: Entry = Entry::new(
    "login_url_missing",
    Retry::AfterEdit,
    "The Login URL is empty",
    &[
        Remedy::new("Enter your My Domain host, for example yourcompany.my.salesforce.com.")
            .at(Link::MyDomain),
    ],
);

pub(in crate::catalogue) const LOGIN_URL_USER_NAME: Entry = Entry::new(
    "login_url_user_name",
    Retry::AfterEdit,
    "The Login URL has a user name in it",
    &[Remedy::new(
        "Leave out the @ and what stands before it. The Username has a field of its \
             own.",
    )],
);

pub(in crate::catalogue) const LOGIN_URL_PORT: Entry = Entry::new(
    "login_url_port",
    Retry::AfterEdit,
    "The Login URL names a port",
    &[Remedy::new(
        "Leave out the colon and what follows it: Salesforce answers at its usual \
             port alone.",
    )],
);

pub(in crate::catalogue) const LOGIN_URL_IP_ADDRESS: Entry = Entry::new(
    "login_url_ip_address",
    Retry::AfterEdit,
    "The Login URL is an IP address",
    &[Remedy::new(
        "Enter the host by name, for example yourcompany.my.salesforce.com: whose an \
             IP address is cannot be told.",
    )
    .at(Link::MyDomain)],
);

pub(in crate::catalogue) const LOGIN_URL_CHARACTERS: Entry = Entry::new(
    "login_url_characters",
    Retry::AfterEdit,
    "The Login URL holds a character that no host name has",
    &[Remedy::new(
        "Use letters, digits, hyphens and dots; no spaces, no \\ % _ or other \
             signs. If all looks right, type it by hand: a copied text can hide \
             characters.",
    )],
);

pub(in crate::catalogue) const LOGIN_URL_OTHER_ALPHABET: Entry = Entry::new(
    "login_url_other_alphabet",
    Retry::AfterEdit,
    "The Login URL holds letters of another alphabet",
    &[Remedy::new(
        "Type it by hand: letters of another alphabet, or a part that begins with \
             xn--, can look the same and lead to another host. Nothing was sent.",
    )],
);

pub(in crate::catalogue) const LOGIN_URL_SCHEME: Entry = Entry::new(
    "login_url_scheme",
    Retry::AfterEdit,
    "The Login URL is not a web address",
    &[Remedy::new(
        "Leave out what stands before the host, or begin with https://.",
    )],
);

pub(in crate::catalogue) const LOGIN_URL_NOT_A_HOST: Entry = Entry::new(
    "login_url_not_a_host",
    Retry::AfterEdit,
    "The Login URL has not the form of a host name",
    &[Remedy::new(
        "Enter the host alone, its parts joined by single dots, for example \
             yourcompany.my.salesforce.com.",
    )],
);

pub(in crate::catalogue) const LOGIN_URL_USERS_CONTENT: Entry = Entry::new(
    "login_url_users_content",
    Retry::AfterEdit,
    "This host carries an org’s sites, pages or files, not its sign-in",
    &[
        Remedy::new("Use your My Domain host, which ends in .my.salesforce.com. Nothing was sent.")
            .at(Link::MyDomain),
    ],
);

pub(in crate::catalogue) const LOGIN_URL_NOT_SALESFORCE: Entry = Entry::new(
    "login_url_not_salesforce",
    Retry::AfterEdit,
    "This host does not belong to a Salesforce org",
    &[
        Remedy::new(
            "Use login.salesforce.com, test.salesforce.com, or your My Domain host \
             ending in .my.salesforce.com. Nothing was sent.",
        )
        .at(Link::MyDomain)
        .on(Route::ConnectedApp),
        Remedy::new(
            "Use your My Domain host, which ends in .my.salesforce.com. Nothing was \
             sent.",
        )
        .at(Link::MyDomain)
        .on(Route::ExternalClientApp),
    ],
);

pub(in crate::catalogue) const LOGIN_URL_OTHER_ENVIRONMENT: Entry = Entry::new(
    "login_url_other_environment",
    Retry::AfterEdit,
    "Practice and real hosts do not mix",
    &[Remedy::new(
        "In practice the Login URL ends in salesforce.practice; in a real \
             onboarding in salesforce.com. To change over, start a new onboarding.",
    )],
);

pub(in crate::catalogue) const LOGIN_URL_NEEDS_MY_DOMAIN: Entry = Entry::new(
    "login_url_needs_my_domain",
    Retry::AfterEdit,
    "This sign-in works only on your own My Domain host",
    &[Remedy::new(
        "Enter the host under Setup ▸ My Domain, for example \
             yourcompany.my.salesforce.com. Hosts that many orgs share, like \
             login.salesforce.com, do not take it.",
    )
    .at(Link::MyDomain)],
);
