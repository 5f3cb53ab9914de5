//! The page that chooses how GCIS will sign in: its questions, and what each route means.

use jiff::civil::Date;

use super::dates;

/// What decides: the vendor's dialog asks for one set of fields or the other.
pub const QUESTION: &str = "Which fields does Setup New Instance show you?";

/// What the dialog's fields tell, in the words of [`Route::of_dialog`](crate::Route::of_dialog).
pub const WHAT_THE_FIELDS_TELL: &[&str] = &[
    "Password or Security Token is there: connected app.",
    "Consumer Key and Consumer Secret are there, and neither of the two above: external client app.",
    "Anything else does not tell: ask your Gentrack contact.",
];

/// What is asked where the dialog has not been seen.
pub const SECOND_QUESTION: &str = "Is there a connected app for this connector in this org, or can \
     one be created?";

/// How to find out (help.salesforce.com, KB 005228017).
pub const SECOND_QUESTION_HELP: &str = "Setup ▸ App Manager lists the connected apps there are. Since \
     Spring ’26 most orgs cannot create one, unless Salesforce Support has allowed it: then Setup ▸ \
     External Client Apps ▸ Settings shows New Connected App.";

/// What only Gentrack can say.
pub const WHAT_TO_ASK: &[&str] = &[
    "Which fields does our Setup New Instance dialog ask for: username, password and security token, \
     or only a key and a secret?",
    "Do you expect a connected app or an External Client App, and with which OAuth scopes?",
    "From which IP addresses does GCIS sign in to Salesforce?",
    "Does a user with the Salesforce Integration licence suffice for your managed package?",
];

/// What stops, and on which day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ending {
    /// The day.
    pub on: Date,
    /// What stops then.
    pub what: &'static str,
}

/// What a person has to know of a route before choosing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RouteWords {
    /// Its name.
    pub title: &'static str,
    /// What it is, in one sentence.
    pub summary: &'static str,
    /// What has to be at hand.
    pub needs: &'static [&'static str],
    /// When it stops working, if that is known.
    pub ends: Option<Ending>,
    /// What nobody can look up.
    pub unknown: &'static [&'static str],
}

/// The way of the page that Gentrack published first.
///
/// The end of support in Summer ’27 is from Salesforce's release update *Migrate All Connected
/// Apps to External Client Apps*, which names no day.
pub const CONNECTED_APP: RouteWords = RouteWords {
    title: "Connected app",
    summary: "GCIS signs in with the service user’s username, password and security token, through a \
              connected app.",
    needs: &[
        "A connected app in this org, or the right to create one",
        "A service user with a password, and a mailbox that receives its security token",
    ],
    ends: Some(Ending {
        on: dates::PASSWORD_FLOW_ENDS,
        what: "Salesforce ends this way of signing in. Connected apps themselves lose support in \
               Summer ’27.",
    }),
    unknown: &["When Gentrack moves existing connectors to the other way"],
};

/// The way of Gentrack's current page.
pub const EXTERNAL_CLIENT_APP: RouteWords = RouteWords {
    title: "External client app",
    summary: "GCIS signs in with the app’s key and secret alone, and acts as the service user that \
              the app names.",
    needs: &[
        "The org’s My Domain address: login.salesforce.com does not serve this sign-in",
        "The permission to create External Client Apps",
        "A service user; neither its password nor a security token",
    ],
    ends: None,
    unknown: &[
        "The exact fields of Gentrack’s newer Setup New Instance dialog",
        "Which OAuth scope Gentrack needs: api is Salesforce’s minimum, the older page asks for Full \
         access",
        "Whether the free Salesforce Integration licence suffices for Gentrack’s package",
    ],
};
