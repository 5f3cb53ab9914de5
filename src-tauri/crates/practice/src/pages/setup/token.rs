//! *Reset My Security Token*, as the user.
//!
//! When it is not to be had: help.salesforce.com `xcloud.user_security_token`.

use axum::Extension;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use maud::html;

use super::{OfId, on_to};
use crate::org::Org;
use crate::pages::form::button;
use crate::pages::look::{Area, page};
use crate::pages::visitor::Visitor;
use crate::pages::{Gone, Pages, Shown};
use crate::user::User;

const TITLE: &str = "Reset My Security Token";

/// The page for the user that the org was opened with.
pub(super) async fn of_service_user(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
) -> Shown {
    let id = pages.org(&visitor, |org, _| org.user.id.clone())?;
    Ok(on_to(&visitor, &format!("setup/users/{id}/reset-token")))
}

/// `GET setup/users/{id}/reset-token`.
pub(super) async fn read(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Path(OfId { id }): Path<OfId>,
) -> Shown {
    pages.org(&visitor, |org, _| {
        let user = org.user(&id).ok_or(Gone)?;
        let body = html! {
            @if let Some(why) = why_not(org, user) {
                div.amiss { p { (why) } }
            } @else {
                p { "You are signed in as " code { (user.username) } "." }
                p { "When you reset the token, the one before stops working at once. The new one is mailed to "
                    (user.about.email) "." }
                (button(&visitor, &format!("setup/users/{id}/reset-token"), "Reset Security Token"))
            }
        };
        Ok(page(&visitor, Area::Setup, TITLE, &body).into_response())
    })?
}

/// `POST setup/users/{id}/reset-token`.
pub(super) async fn reset(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Path(OfId { id }): Path<OfId>,
) -> Shown {
    let email = pages.change(&visitor, |org, random, now| {
        let user = org.user(&id).ok_or(Gone)?;
        if why_not(org, user).is_some() {
            return Err(Gone);
        }
        let user = org.user_mut(&id).ok_or(Gone)?;
        user.reset_security_token(random, now);
        Ok(user.about.email.clone())
    })?;
    let body = html! {
        div.told { p { "Your new security token was mailed to " (email) "." } }
        p { a href=(visitor.path(&format!("setup/users/{id}/mailbox"))) { "Mailbox" } }
    };
    Ok(page(&visitor, Area::Setup, TITLE, &body).into_response())
}

/// What keeps a user from this page.
fn why_not(org: &Org, user: &User) -> Option<&'static str> {
    if user.about.profile.api_only() {
        return Some(
            "An API Only user cannot sign in here, so it has no security token. Give it another profile, or use an \
             external client app, which needs no token.",
        );
    }
    if !org.settings.ranges_of(user.about.profile).is_empty() {
        return Some(
            "Reset My Security Token is not shown while the profile has Login IP Ranges. Take them away, reset the \
             token, then decide whether to put them back.",
        );
    }
    if !user.active || user.frozen {
        return Some("This user cannot sign in: it is inactive or frozen.");
    }
    if user.password.is_empty() {
        return Some(
            "Nobody can sign in as this user yet: no password is set. Open the user’s mailbox and follow the link of \
             the newest mail that has one.",
        );
    }
    None
}
