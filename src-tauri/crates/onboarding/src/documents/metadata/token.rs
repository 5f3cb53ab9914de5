//! Words on Salesforce's forms, and the same in its Metadata API.

/// What an app may do (`ConnectedAppOauthAccessScope` in the Metadata API).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Manage user data via APIs.
    Api,
    /// Full access.
    Full,
}

impl Scope {
    /// The scope that a form words so.
    pub fn from_words(words: &str) -> Option<Self> {
        match words {
            "Manage user data via APIs (api)" => Some(Self::Api),
            "Full access" | "Full access (full)" => Some(Self::Full),
            _ => None,
        }
    }

    /// The Metadata API's word for it.
    pub(super) fn token(self) -> &'static str {
        match self {
            Self::Api => "Api",
            Self::Full => "Full",
        }
    }
}

/// The Metadata API's word for *Relax IP restrictions*.
pub(super) const RELAXED: &str = "Bypass";

/// What a list of a form offers, and the Metadata API's word for it (`ExternalClientApplication`
/// and `ExtlClntAppOauthConfigurablePolicies`).
const CHOICES: &[(&str, &str)] = &[
    ("Local", "Local"),
    ("All users can self-authorize", "AllSelfAuthorized"),
    (
        "Admin approved users are pre-authorized",
        "AdminApprovedPreAuthorized",
    ),
    ("Enforce IP restrictions", "Enforce"),
    ("Relax IP restrictions", RELAXED),
];

/// The Metadata API's word for an entry of a list.
pub(super) fn choice(words: &str) -> Option<&'static str> {
    let found = CHOICES.iter().find(|(on_screen, _)| *on_screen == words);
    found.map(|(_, token)| *token)
}
