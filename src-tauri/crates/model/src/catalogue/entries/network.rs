//! The network.

use crate::catalogue::{Entry, Remedy, Retry};
use crate::guide::link::Link;

pub(in crate::catalogue) const HOST_NOT_FOUND: Entry = Entry::new(
    "host_not_found",
    Retry::AfterEdit,
    "No server of that name was found",
    &[Remedy::new(
        "Check the spelling of the host, and that this computer is online.",
    )],
)
.blocking();

pub(in crate::catalogue) const CONNECTION_FAILED: Entry = Entry::new(
    "connection_failed",
    Retry::Now,
    "The server could not be reached",
    &[Remedy::new(
        "Check that this computer is online and that a firewall or proxy lets it \
             reach the host, then try again.",
    )],
)
.blocking();

pub(in crate::catalogue) const TIMED_OUT: Entry = Entry::new(
    "timed_out",
    Retry::Now,
    "The server did not answer in time",
    &[Remedy::new(
        "Try again in a moment. If it stays so, ask whether a proxy stands \
             between.",
    )],
)
.blocking();

pub(in crate::catalogue) const TLS_FAILED: Entry = Entry::new(
    "tls_failed",
    Retry::AfterChange,
    "The server’s certificate is not trusted",
    &[Remedy::new(
        "Ask your IT team whether a proxy reads the traffic; if so, name its root \
             certificate in Settings. Nothing secret was sent.",
    )],
)
.blocking();

pub(in crate::catalogue) const FOREIGN_ADDRESS: Entry = Entry::new(
    "foreign_address",
    Retry::Never,
    "The service pointed to an address outside Salesforce or GCIS",
    &[Remedy::new(
        "Check the Login URL, then tell your IT team: something may be answering in \
             Salesforce’s place. Nothing secret was sent there.",
    )],
)
.blocking();

pub(in crate::catalogue) const REDIRECTED: Entry = Entry::new(
    "redirected",
    Retry::AfterEdit,
    "The host answered with a redirect",
    &[Remedy::new(
        "Use your My Domain host as Login URL: it ends in .my.salesforce.com. The \
             redirect was not followed.",
    )
    .at(Link::MyDomain)],
)
.blocking();

pub(in crate::catalogue) const NOT_SALESFORCE: Entry = Entry::new(
    "not_salesforce",
    Retry::AfterChange,
    "What answered is not Salesforce",
    &[
        Remedy::new(
            "Open a browser, sign in to your network, and try again: its sign-in page, \
             or a proxy, may have answered instead.",
        ),
        Remedy::new("Check the Login URL."),
    ],
)
.blocking();

pub(in crate::catalogue) const SERVICE_DOWN: Entry = Entry::new(
    "service_down",
    Retry::Later,
    "Salesforce is not available right now",
    &[Remedy::new(
        "Look at status.salesforce.com, and try again in a few minutes. What you \
             entered is kept.",
    )
    .copy("status.salesforce.com")],
)
.blocking();

pub(in crate::catalogue) const TOO_MANY_REQUESTS: Entry = Entry::new(
    "too_many_requests",
    Retry::Later,
    "Salesforce asks to slow down",
    &[
        Remedy::new("Wait a few minutes, then try once."),
        Remedy::new("If it stays so, look at Salesforce’s status page.")
            .copy("status.salesforce.com"),
    ],
)
.blocking();

pub(in crate::catalogue) const UNREADABLE_ANSWER: Entry = Entry::new(
    "unreadable_answer",
    Retry::Now,
    "The answer could not be read",
    &[Remedy::new(
        "Try again. If it stays so, something between here and the service \
             changes the answers.",
    )],
)
.blocking();
