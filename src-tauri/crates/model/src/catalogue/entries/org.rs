//! What Login History says of the org and of other programs, and lines that explain nothing.

use crate::catalogue::{Entry, Remedy, Retry};
use crate::guide::link::Link;

pub(in crate::catalogue) const ORG_IN_MAINTENANCE: Entry = Entry::new(
    "org_in_maintenance",
    Retry::Later,
    "Salesforce is working on the org",
    &[
        Remedy::new("Wait, and look at Salesforce’s status page for the org’s instance.")
            .copy("status.salesforce.com"),
    ],
)
.blocking();

pub(in crate::catalogue) const TRIAL_EXPIRED: Entry = Entry::new(
    "trial_expired",
    Retry::AfterChange,
    "The org’s trial has ended",
    &[
        Remedy::new("Ask your Salesforce account contact to turn the trial into a paid org.")
            .at(Link::CompanyInformation),
        Remedy::new("If this was the wrong org, correct Login URL and Username."),
    ],
)
.blocking();

/// Meaning: help.salesforce.com, `remoteaccess_errorcodes`, 1716.
pub(in crate::catalogue) const OAUTH_API_OFF: Entry = Entry::new(
    "oauth_api_off",
    Retry::AfterChange,
    "The API, or its use by apps, is switched off for this org",
    &[
        Remedy::new("Check the edition: Enterprise Edition includes the API.")
            .at(Link::CompanyInformation),
        Remedy::new("If it does, contact Salesforce: only they can switch it on.")
            .copy("help.salesforce.com"),
    ],
)
.blocking();

pub(in crate::catalogue) const LOGIN_API_TOO_OLD: Entry = Entry::new(
    "login_api_too_old",
    Retry::AfterChange,
    "The program of this line uses an API version that Salesforce has removed",
    &[
        Remedy::new(
            "Look at Application and API Version of the line: Connector Setup uses a current one.",
        )
        .at(Link::LoginHistory),
        Remedy::new("If it is GCIS, show the line to your Gentrack contact."),
    ],
)
.blocking();

pub(in crate::catalogue) const OTHER_SIGN_IN: Entry = Entry::new(
    "other_sign_in",
    Retry::AfterChange,
    "This line is of another sign-in, since this one was refused",
    &[
        Remedy::new("Compare Login Time, Source IP and Application of the line with your attempt.")
            .at(Link::LoginHistory),
        Remedy::new("If no line fits, choose No new line appeared."),
    ],
)
.blocking();

pub(in crate::catalogue) const OTHER_STATUS: Entry = Entry::new(
    "other_status",
    Retry::AfterChange,
    "A status that this program has no words for",
    &[
        Remedy::new("Type the words of the Status to search for them, without the user’s name."),
        Remedy::new(
            "If nothing fits, show the whole line to your Salesforce admin or to Salesforce.",
        )
        .at(Link::LoginHistory),
    ],
)
.blocking();
