use proptest::prelude::*;

use super::*;
use crate::catalogue::login_history;
use crate::catalogue::salesforce::{AFTER_SIGN_IN, SOAP, TOKEN_ENDPOINT};

fn first(text: &str) -> Option<Code> {
    explain(text).first().map(|hit| hit.code)
}

#[test]
fn an_error_is_found_in_any_shape_it_is_pasted_in() {
    for (text, code) in [
        ("authentication_failure", Code::AuthenticationFailure),
        (
            "invalid_grant: authentication failure",
            Code::AuthenticationFailure,
        ),
        (
            "INVALID_GRANT - Authentication Failure!",
            Code::AuthenticationFailure,
        ),
        (
            r#"{"error":"invalid_grant","error_description":"authentication failure"}"#,
            Code::AuthenticationFailure,
        ),
        (
            "HTTP 400\n{\n  \"error_description\" : \"user hasn\\u0027t approved this consumer\",\n  \
             \"error\" : \"invalid_grant\"\n}",
            Code::ConsumerNotApproved,
        ),
        (
            "callback?error=OAUTH_APP_BLOCKED&error_description=this+app+is+blocked+by+admin",
            Code::AppBlocked,
        ),
        (
            "error=invalid_grant&error_description=request%20not%20supported%20on%20this%20domain",
            Code::DomainNotSupported,
        ),
        (
            "Error: invalid_client: app must be installed into org at OAuth2.authenticate",
            Code::AppNotInstalled,
        ),
        (
            r#"[{"message":"This session is not valid for use with the REST API","errorCode":"INVALID_SESSION_ID"}]"#,
            Code::ApiAccessControlled,
        ),
        (
            r#"[{"errorCode":"INVALID_SESSION_ID","message":"Session expired or invalid"}]"#,
            Code::SessionRefused,
        ),
        (
            "invalid_grant: ip restricted or invalid login hours",
            Code::IpOrHoursRestricted,
        ),
        ("Bad_OAuth_Token", Code::IdentityUnread),
    ] {
        assert_eq!(first(text), Some(code), "{text}");
    }
}

#[test]
fn words_of_the_older_sign_in_lead_to_the_same_entries() {
    for (text, code) in [
        (
            "INVALID_LOGIN: Invalid username, password, security token; or user locked out.",
            Code::AuthenticationFailure,
        ),
        ("LOGIN_MUST_USE_SECURITY_TOKEN", Code::TokenRequired),
        (
            "<sf:exceptionCode>LOGIN_MUST_USE_SECURITY_TOKEN</sf:exceptionCode><sf:exceptionMessage>\
             LOGIN_MUST_USE_SECURITY_TOKEN: Invalid username, password, security token; or user \
             locked out. Are you at a new location? When accessing Salesforce--either via a desktop \
             client or the API--from outside of your company’s trusted networks, you must add a \
             security token to your password to log in.</sf:exceptionMessage>",
            Code::TokenRequired,
        ),
        ("PASSWORD_LOCKOUT", Code::UserLocked),
        ("INSUFFICIENT_ACCESS", Code::SoapNeedsPermission),
        (
            "INVALID_OPERATION: SOAP API login() is disabled by default in this org.",
            Code::SoapLoginOff,
        ),
    ] {
        assert_eq!(first(text), Some(code), "{text}");
    }
}

#[test]
fn statuses_of_login_history_are_found_by_words_and_codes() {
    for status in login_history::ALL {
        assert_eq!(first(status.words), Some(status.code), "{}", status.words);
        for code in status.codes {
            assert_eq!(first(code), Some(status.code), "{code}");
            let line = format!("11/23/2026 Remote Access 2.0 {code} 203.0.113.7");
            assert_eq!(first(&line), Some(status.code), "{line}");
        }
    }
    assert_eq!(first("Failed: Password lockout"), Some(Code::UserLocked));
}

#[test]
fn every_row_and_every_name_finds_its_entry() {
    for row in [TOKEN_ENDPOINT, AFTER_SIGN_IN, SOAP].into_iter().flatten() {
        let text = format!("{}: {}", row.error, row.begins);
        assert_eq!(first(&text), Some(row.code), "{text}");
    }
    for code in Code::ALL {
        assert_eq!(first(code.entry().name), Some(*code), "{code:?}");
    }
}

#[test]
fn an_error_alone_shows_all_that_it_can_mean() {
    let hits = explain("invalid_grant");
    assert_eq!(hits.len(), MOST_HITS);
    assert_eq!(hits[0].code, Code::AuthenticationFailure);
    assert!(hits.iter().any(|hit| hit.code == Code::RunAsMissing));
    let certain = explain("invalid_grant: authentication failure");
    assert_eq!(certain.len(), 1, "the description leaves one meaning");
    assert_eq!(
        certain[0].found,
        Found::Error {
            error: "invalid_grant",
            begins: "authentication failure"
        }
    );
}

#[test]
fn plain_words_find_entries_too() {
    assert_eq!(first("my user is locked"), Some(Code::UserLocked));
    assert_eq!(first("frozen user"), Some(Code::UserFrozen));
    assert_eq!(
        first("the password has expired"),
        Some(Code::PasswordExpired)
    );
    assert!(
        explain("").is_empty() && explain("  \n ").is_empty() && explain("the and for").is_empty()
    );
    assert!(explain("zebra").is_empty());
}

proptest! {
    #[test]
    fn any_text_has_an_answer_of_bounded_length(text in any::<String>()) {
        let hits = explain(&text);
        prop_assert!(hits.len() <= MOST_HITS);
    }

    #[test]
    fn pieces_of_salesforces_words_in_any_order_have_one_too(
        pieces in proptest::collection::vec(prop_oneof![
            proptest::sample::select(TOKEN_ENDPOINT).prop_map(|row| row.begins.to_owned()),
            proptest::sample::select(SOAP).prop_map(|row| row.error.to_owned()),
            proptest::sample::select(login_history::ALL).prop_map(|status| status.words.to_owned()),
            "[%+&=\"'{}\\\\u0-9é’ ]{0,6}",
        ], 0..12),
        between in proptest::sample::select(&[" ", "", "%", "+", ": ", "\u{200B}", "’"][..]),
    ) {
        let hits = explain(&pieces.join(between));
        prop_assert!(hits.len() <= MOST_HITS);
        let codes: std::collections::HashSet<_> = hits.iter().map(|hit| hit.code).collect();
        prop_assert_eq!(codes.len(), hits.len(), "no entry stands twice");
    }
}
