//! How a sign-in of a known user ends, and what *Login History* says of it.
//!
//! Source of the words: developer.salesforce.com object reference, `eventlogfile_login_status` (264).

use std::net::Ipv4Addr;

use jiff::Timestamp;

use super::errors::OAuthError;
use crate::app::Common;
use crate::route::Route;
use crate::settings::Settings;
use crate::user::User;

/// Who comes, by which app, to which org, from where.
pub(super) struct Arrival<'a> {
    pub(super) user: &'a User,
    pub(super) app: &'a Common,
    pub(super) settings: &'a Settings,
    pub(super) from: Ipv4Addr,
}

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
    const INACTIVE: &str = "User is inactive";
    const FROZEN: Self = Self::refused("User is frozen", OAuthError::AUTHENTICATION_FAILURE);
    const RESTRICTED_IP: Self = Self::refused("Restricted IP", OAuthError::IP_RESTRICTED);
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

    /// What keeps a user out whichever way it comes: its own state, and where it comes from. The password flow says
    /// nothing of an inactive user; other flows do.
    pub(super) fn of_standing(arrival: &Arrival<'_>, route: Route) -> Option<Self> {
        let Arrival { user, app, .. } = arrival;
        if !user.active {
            let words = match route {
                Route::ConnectedApp => OAuthError::AUTHENTICATION_FAILURE,
                Route::ExternalClientApp => OAuthError::USER_INACTIVE,
            };
            return Some(Self::refused(Self::INACTIVE, words));
        }
        if user.frozen {
            return Some(Self::FROZEN);
        }
        let let_in =
            app.policies.relax_ip || arrival.settings.let_in(user.about.profile, arrival.from);
        (!let_in).then_some(Self::RESTRICTED_IP)
    }

    /// What a password with its token appended leads to.
    pub(super) fn of_password(arrival: &Arrival<'_>, given: &str, now: Timestamp) -> Self {
        let user = arrival.user;
        if user.is_locked(now) {
            return Self::LOCKED;
        }
        if user.password.is_empty() {
            return Self::INVALID_PASSWORD;
        }
        match given.strip_prefix(&user.password) {
            Some("") if arrival.settings.trust(arrival.from) => Self::SUCCESS,
            Some("") => Self::TOKEN_REQUIRED,
            Some(token) if token == user.security_token => Self::SUCCESS,
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
