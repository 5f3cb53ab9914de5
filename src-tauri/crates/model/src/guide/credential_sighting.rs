//! What Salesforce showed of a named credential, in words.

use crate::onboarding::{CredentialAction, CredentialState, Seen, Unclear};

/// What a look is and is not.
pub const WHAT: &str = "Connector Setup signs in to Salesforce as the service user and lists the \
     named credentials before and after. Only a change that cannot be anything else counts as \
     verified.";

/// What was seen, of which operation.
pub fn seen(action: CredentialAction, seen: Seen) -> &'static str {
    match (action, seen) {
        (_, Seen::Appeared) => "A named credential is there now that was not there before.",
        (CredentialAction::Revoke, Seen::Changed) => {
            "The service user changed the named credential while it was being revoked."
        }
        (_, Seen::Changed) => "The service user changed the named credential in that time.",
    }
}

/// Why nobody can tell, and what that can come from.
pub fn why(unclear: Unclear) -> &'static str {
    match unclear {
        Unclear::NoLookBefore => {
            "Salesforce was not looked at before, so there is nothing to compare with."
        }
        Unclear::NotAllowed => {
            "Salesforce does not show named credentials to the service user. It may need View Setup \
             and Configuration."
        }
        Unclear::NotSignedIn => "The sign-in to look did not succeed.",
        Unclear::Unreadable => "Salesforce’s answer could not be read.",
        Unclear::OtherOrg => "The sign-in led to another org than the one that was verified.",
        Unclear::OtherUser => {
            "Another user looked than before, and each may see other credentials."
        }
        Unclear::NothingYet => {
            "No change was seen. It may still come, or the package keeps the credential where the \
             service user cannot see it."
        }
        Unclear::Several => "Several named credentials changed in that time.",
        Unclear::SomebodyElse => {
            "The change was made by somebody else, so it may have nothing to do with GCIS."
        }
        Unclear::ThereBefore => {
            "No new one appeared: a named credential that was there before was changed."
        }
        Unclear::WhoUnknown => "Salesforce does not tell who changed it, or when.",
        Unclear::OtherTime => "It was made or changed at another time.",
        Unclear::WhichUnknown => {
            "One named credential is gone, and it is not known whether it was Gentrack’s."
        }
        Unclear::Gone => "It is gone from Salesforce. Who removed it cannot be told.",
    }
}

/// What to do about it.
pub fn what_to_do(unclear: Unclear) -> &'static str {
    match unclear {
        Unclear::NotAllowed => {
            "Ask a Salesforce admin to open Named Credentials in Setup and look at Last Modified."
        }
        Unclear::NotSignedIn => "Verify the sign-in, then look again.",
        Unclear::OtherOrg => "Check the Login URL and the credentials, then verify the sign-in.",
        Unclear::NothingYet | Unclear::Unreadable => {
            "Look again in a few minutes, or open Named Credentials in Setup."
        }
        Unclear::SomebodyElse => {
            "Ask the person named whether it was they; then open Named Credentials in Setup."
        }
        Unclear::Gone => {
            "A revoke may well look like this. If somebody else may have deleted it, ask your \
             Salesforce admins."
        }
        Unclear::NoLookBefore
        | Unclear::OtherUser
        | Unclear::Several
        | Unclear::ThereBefore
        | Unclear::WhoUnknown
        | Unclear::OtherTime
        | Unclear::WhichUnknown => "Open Named Credentials in Setup and look at Last Modified.",
    }
}

/// Why GCIS did not take an operation on, from the state it names; and what to do.
pub fn wrong_state(action: CredentialAction, state: CredentialState) -> String {
    use CredentialState as S;
    let (is, then) = match state {
        S::NotEnabled => ("there is none yet", "Add it first."),
        S::Revoked => ("it is revoked", "Add a new one if you need it."),
        S::Active => (
            "it is active",
            "It is in place already; rotate or revoke it if that is what you want.",
        ),
        S::Failed => ("adding it failed", "Add it again."),
        S::Adding | S::Rotating | S::Revoking => (
            "another operation is on its way",
            "Somebody may have started it in the portal. Wait a minute, then refresh.",
        ),
    };
    let verb = action.label();
    format!("{verb} was not started: GCIS says that {is}. {then}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_says_why_and_what_to_do_in_whole_sentences() {
        for unclear in Unclear::ALL {
            for words in [why(unclear), what_to_do(unclear)] {
                assert!(words.ends_with('.') && words.len() < 160, "{unclear:?}");
            }
        }
    }

    #[test]
    fn a_state_that_forbids_an_operation_is_named_with_what_to_do() {
        let words = wrong_state(CredentialAction::Rotate, CredentialState::Revoked);
        assert_eq!(
            words,
            "Rotate was not started: GCIS says that it is revoked. Add a new one if you need it."
        );
    }
}
