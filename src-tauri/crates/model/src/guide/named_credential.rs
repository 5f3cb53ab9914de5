//! API calls to Gentrack: what adding, rotating and revoking the named credential means.

/// What it is for.
pub const WHAT: &str = "An optional extra: Salesforce applications can call Gentrack’s APIs \
     directly. GCIS puts a Named Credential into your org for that.";

/// Where the calls themselves are explained.
pub const HOW_TO_CALL: &str = "Gentrack’s page How to call Gentrack APIs explains the calls. Its \
     address is not public: ask your Gentrack contact for it.";

/// What can stand in the way of Add. Inferred: the page's profile lacks the permission, and
/// whether GCIS writes as this user is not public.
pub const PERMISSION: &str = "Creating a named credential in Salesforce needs the permission \
     Manage Named Credentials or Customize Application. A Standard User has neither. If adding \
     fails, ask your Gentrack contact which permission the service user needs.";

/// The page's note on Add.
pub const ADD_NOTES: &[&str] = &[
    "GCIS puts the credential into Salesforce. For security reasons, Gentrack keeps no copy of it.",
    "You can rotate or revoke it later, here under Manage.",
];

/// The page's notes on Rotate.
pub const ROTATE_NOTES: &[&str] = &[
    "Rotate at any time you believe the named credential is lost or compromised.",
    "Once rotated, the old credential becomes invalid and can no longer request new access tokens.",
    "Access tokens made before the rotation stay valid until they expire.",
    "Rotating does not break the integration. It may take a few seconds until Gentrack has updated \
     the credential in Salesforce; in that time, requests for new access tokens may fail.",
    "For security reasons, Gentrack keeps no copy of the new one either.",
];

/// The page's notes on Revoke.
pub const REVOKE_NOTES: &[&str] = &[
    "Once revoked, the credential becomes invalid and can no longer request new access tokens.",
    "Access tokens made before the revocation stay valid until they expire, so API calls to \
     Gentrack may go on until then.",
    "The connector itself goes on working. You can add a new named credential at any time.",
];
