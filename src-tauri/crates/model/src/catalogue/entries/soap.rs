//! Words of the older SOAP sign-in. This program never meets them; people quote them.

use crate::catalogue::{Entry, Remedy, Retry};
use crate::guide::link::Link;

/// Source: developer.salesforce.com, SOAP API Developer Guide, `login()`.
pub(in crate::catalogue) const SOAP_LOGIN_OFF: Entry = Entry::new(
    "soap_login_off",
    Retry::AfterChange,
    "The org has the older SOAP sign-in switched off, which newer orgs do by default",
    &[
        Remedy::new(
            "Find the program that showed these words: neither of the two routes here signs in \
             that way.",
        )
        .at(Link::LoginHistory),
        Remedy::new(
            "If GCIS showed them, ask your Gentrack contact: whether it ever signs in that way is \
             not public.",
        ),
        Remedy::new(
            "If another program cannot do without, switch on Enable SOAP API login() under User \
             Interface; Salesforce ends it in Summer ’27.",
        )
        .copy("Enable SOAP API login()"),
    ],
)
.blocking();

/// Source: as above; since orgs of Winter '26 the permission is enforced.
pub(in crate::catalogue) const SOAP_NEEDS_PERMISSION: Entry = Entry::new(
    "soap_needs_permission",
    Retry::AfterChange,
    "The older SOAP sign-in needs a permission that the user does not have",
    &[
        Remedy::new(
            "Find the program that showed these words: neither of the two routes here signs in \
             that way.",
        )
        .at(Link::LoginHistory),
        Remedy::new("If that program has to go on so, give its user a permission set with Use Any API Auth.")
            .at(Link::PermissionSets)
            .copy("Use Any API Auth"),
    ],
)
.blocking();
