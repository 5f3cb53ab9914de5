//! How a sign-in of a known user ends, and what *Login History* says of it.
//!
//! Source of the words: developer.salesforce.com object reference, `eventlogfile_login_status` (264).

use jiff::Timestamp;

use super::errors::OAuthError;
use crate::org::User;

/// How a sign-in ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Verdict {
    /// *Login History*'s words.
    pub(super) status: &'static str,
    /// The token endpoint's words, unless the sign-in went well.
    pub(super) refusal: Option<OAuthError>,
    /// Whether it was a wrong password, of which only so many are allowed.
    counts: bool,
}

impl Verdict {
    pub(super) const SUCCESS: Self = Self {
        status: "Success",
        refusal: None,
        counts: false,
    };
    pub(super) const FLOW_DISABLED: Self = Self::refused(
        "Username-Password Flow Disabled",
        OAuthError::AUTHENTICATION_FAILURE,
    );
    const LOCKED: Self = Self::refused("Password lockout", OAuthError::AUTHENTICATION_FAILURE);
    const INVALID_PASSWORD: Self = Self {
        counts: true,
        ..Self::refused("Invalid password", OAuthError::AUTHENTICATION_FAILURE)
    };
    const TOKEN_REQUIRED: Self = Self {
        counts: true,
        ..Self::refused(
            "Failed: API security token required",
            OAuthError::AUTHENTICATION_FAILURE,
        )
    };

    pub(super) const fn refused(status: &'static str, refusal: OAuthError) -> Self {
        Self {
            status,
            refusal: Some(refusal),
            counts: false,
        }
    }

    /// What a password with its token appended leads to.
    pub(super) fn of_password(user: &User, given: &str, now: Timestamp) -> Self {
        if user.is_locked(now) {
            return Self::LOCKED;
        }
        match given.strip_prefix(&user.password) {
            Some(token) if token == user.security_token => Self::SUCCESS,
            Some("") => Self::TOKEN_REQUIRED,
            _ => Self::INVALID_PASSWORD,
        }
    }

    /// Counts a wrong password, and forgets those before a right one.
    pub(super) fn count(self, user: &mut User, now: Timestamp) {
        if self.counts {
            user.note_failure(now);
        } else if self.refusal.is_none() {
            user.note_success();
        }
    }
}
