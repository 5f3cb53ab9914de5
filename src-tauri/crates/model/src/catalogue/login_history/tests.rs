use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

/// What Login History and event logs have been seen to say, and the entry that explains it.
const SEEN: &[(&str, Code)] = &[
    ("Username-Password Flow Disabled", Code::PasswordFlowOff),
    ("Invalid Password", Code::PasswordOrTokenWrong),
    ("LOGIN_ERROR_INVALID_PASSWORD", Code::PasswordOrTokenWrong),
    ("LOGIN_ERROR_SSO_PWD_INVALID", Code::PasswordOrTokenWrong),
    ("Failed: API security token required", Code::TokenRequired),
    ("LOGIN_ERROR_MUST_USE_API_TOKEN", Code::TokenRequired),
    ("Invalid login", Code::UsernameUnknown),
    ("LOGIN_ERROR_INVALID_USERNAME", Code::UsernameUnknown),
    ("Password lockout", Code::UserLocked),
    ("LOGIN_ERROR_PASSWORD_LOCKOUT", Code::UserLocked),
    ("Restricted IP", Code::LoginIpRange),
    ("LOGIN_ERROR_RESTRICTED_DOMAIN", Code::LoginIpRange),
    ("Restricted time", Code::LoginHours),
    ("LOGIN_ERROR_RESTRICTED_TIME", Code::LoginHours),
    ("Restricted domain", Code::MyDomainOnly),
    ("LOGIN_ERROR_ORG_DOMAIN_ONLY", Code::MyDomainOnly),
    ("LOGIN_ERROR_GLOBAL_BLOCK_DOMAIN", Code::MyDomainOnly),
    ("Restricted country", Code::RestrictedCountry),
    ("LOGIN_ERROR_EXPORT_RESTRICTED", Code::RestrictedCountry),
    ("User is inactive", Code::InactiveUser),
    ("User is Frozen", Code::UserFrozen),
    ("Login rate exceeded", Code::TooManySignIns),
    ("LOGIN_ERROR_RATE_EXCEEDED", Code::TooManySignIns),
    ("Maximum logins exceeded", Code::TooManySignIns),
    ("LOGIN_ERROR_LOGINS_EXCEEDED", Code::TooManySignIns),
    ("Organization locked", Code::InactiveOrg),
    ("LOGIN_ERROR_ORG_LOCKOUT", Code::InactiveOrg),
    ("Organization suspended", Code::InactiveOrg),
    ("LOGIN_ERROR_ORG_SUSPENDED", Code::InactiveOrg),
    ("Organization is inactive", Code::InactiveOrg),
    ("LOGIN_ERROR_ORG_INACTIVE", Code::InactiveOrg),
    ("Organization closed", Code::InactiveOrg),
    ("LOGIN_ERROR_ORG_CLOSED", Code::InactiveOrg),
    ("Organization is in maintenance", Code::OrgInMaintenance),
    ("LOGIN_ERROR_ORG_IN_MAINTENANCE", Code::OrgInMaintenance),
    (
        "Failed: Computer activation required",
        Code::ActivationRequired,
    ),
    ("LOGIN_CHALLENGE_ISSUED", Code::ActivationRequired),
    (
        "Failed: Computer activation pending",
        Code::ActivationRequired,
    ),
    ("LOGIN_CHALLENGE_PENDING", Code::ActivationRequired),
    (
        "Failed: API Version Removed. The API version specified for login is below the minimum",
        Code::LoginApiTooOld,
    ),
    ("LOGIN_ERROR_API_TOO_OLD", Code::LoginApiTooOld),
    ("Failed: OAuth API access disabled", Code::OauthApiOff),
    ("Failed: Consumer Deleted", Code::AppDeleted),
    ("Failed: IP Address Not Allowed", Code::AppIpNotAllowed),
    ("Failed: API-only user", Code::ApiOnlySignIn),
    ("Two-factor required", Code::MfaRequired),
    ("Multi-factor required", Code::MfaRequired),
    ("Trial Expired", Code::TrialExpired),
    ("Lightning Login required", Code::LightningLogin),
    ("Success", Code::OtherSignIn),
];

#[test]
fn every_status_that_has_been_seen_leads_to_its_entry() {
    for (said, code) in SEEN {
        assert_eq!(
            of_words(said).map(|status| status.code),
            Some(*code),
            "{said}"
        );
    }
    for status in ALL {
        let seen = SEEN.iter().any(|(_, code)| *code == status.code);
        let not_a_status = [NO_NEW_LINE, ANOTHER].contains(status);
        let from_documents_alone = ["sso_", "package_"]
            .iter()
            .any(|beginning| status.id.starts_with(beginning));
        assert!(
            seen || not_a_status || from_documents_alone,
            "{}",
            status.id
        );
    }
}

#[test]
fn every_status_is_found_by_its_words_and_by_its_codes() {
    for status in ALL {
        for words in [status.words].iter().chain(status.also) {
            for written in [
                (*words).to_owned(),
                words.to_uppercase(),
                format!("Failed: {}", words.trim_start_matches("Failed: ")),
                format!("  {words}. "),
                format!("{words} (see the user’s page)"),
            ] {
                assert_eq!(of_words(&written), Some(status), "{written}");
            }
        }
        for code in status.codes {
            assert_eq!(of_words(code), Some(status), "{code}");
            let short = code.trim_start_matches("LOGIN_ERROR_").to_lowercase();
            assert_eq!(of_words(&short), Some(status), "{short}");
        }
    }
}

#[test]
fn words_of_no_status_are_nobodys() {
    for text in [
        "",
        "  ",
        "Failed:",
        "Invalid passwords",
        "It said no",
        "failed",
    ] {
        assert_eq!(of_words(text), None, "{text}");
    }
}

#[test]
fn names_words_and_codes_stand_once() {
    let mut ids = BTreeSet::new();
    let mut said = BTreeSet::new();
    for status in ALL {
        assert!(ids.insert(status.id), "{}", status.id);
        for wording in status.wordings() {
            assert!(said.insert(wording), "{}", status.words);
        }
        for code in status.codes {
            assert!(said.insert((*code).to_owned()), "{code}");
        }
        assert_eq!(of_id(status.id), Some(status));
    }
    assert_eq!(of_id("unheard_of"), None);
}

#[test]
fn the_list_begins_with_the_likeliest_and_ends_with_another() {
    assert_eq!(ALL[0].words, "Username-Password Flow Disabled");
    assert_eq!(ALL.last(), Some(&ANOTHER));
    assert!(ALL.iter().take(6).any(|status| *status == NO_NEW_LINE));
}

proptest! {
    #[test]
    fn any_text_can_be_looked_up(text in any::<String>()) {
        if let Some(status) = of_words(&text) {
            prop_assert!(!status.words.is_empty());
        }
    }
}
