//! A user's own page: what it may do, what keeps it out, and how to change that.

use axum::Extension;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use maud::{Markup, html};

use super::new_user::{check_rights, rights};
use super::{OfId, on_to};
use crate::pages::entered::Entered;
use crate::pages::form::{Amiss, Field, button, check, form, section, summary};
use crate::pages::look::{Area, page};
use crate::pages::visitor::Visitor;
use crate::pages::{Gone, Pages, Shown};
use crate::profile::Profile;
use crate::random::Random;
use crate::user::User;

fn standing() -> Vec<Field> {
    vec![
        Field::tick("active", "Active"),
        Field::tick("never_expires", "Password Never Expires")
            .note("By a permission set that this practice org has for it."),
    ]
}

/// The page of the user that the org was opened with.
pub(super) async fn service_user(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
) -> Shown {
    let id = pages.org(&visitor, |org, _| org.user.id.clone())?;
    Ok(on_to(&visitor, &format!("setup/users/{id}")))
}

/// `GET setup/users/{id}`.
pub(super) async fn read(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Path(OfId { id }): Path<OfId>,
) -> Shown {
    pages.org(&visitor, |org, _| {
        let user = org.user(&id).ok_or(Gone)?;
        let body = html! { (buttons(&visitor, user)) (details(user)) (links(&visitor, user)) };
        Ok(page(&visitor, Area::Setup, &user.name(), &body).into_response())
    })?
}

fn buttons(visitor: &Visitor, user: &User) -> Markup {
    let path = |below: &str| format!("setup/users/{}/{below}", user.id);
    html! {
        div.buttons {
            a.button href=(visitor.path(&path("edit"))) { "Edit" }
            (button(visitor, &path("reset-password"), "Reset Password"))
            @if user.frozen { (button(visitor, &path("unfreeze"), "Unfreeze")) }
            @else { (button(visitor, &path("freeze"), "Freeze")) }
            @if user.is_locked(Timestamp::now()) { (button(visitor, &path("unlock"), "Unlock")) }
        }
    }
}

fn details(user: &User) -> Markup {
    let (about, profile) = (&user.about, user.about.profile);
    let yes_or_no = |yes: bool| if yes { "Yes" } else { "No" };
    html! {
        dl {
            dt { "Name" } dd { (user.name()) }
            dt { "Alias" } dd { (about.alias) }
            dt { "Email" } dd { (about.email) }
            dt { "Username" } dd { (user.username) }
            dt { "Nickname" } dd { (about.nickname) }
            dt { "Role" } dd { (about.role) }
            dt { "User License" } dd { (profile.licence()) }
            dt { "Profile" } dd { (profile.name()) }
            dt { "Active" } dd { (yes_or_no(user.active)) }
            dt { "Frozen" } dd { (yes_or_no(user.frozen)) }
            dt { "Locked" } dd { (yes_or_no(user.is_locked(Timestamp::now()))) }
            dt { "Password" } dd { @if user.password.is_empty() { "Not set" } @else { "Set" } }
            dt { "API Enabled" } dd { (yes_or_no(profile.api_enabled())) }
            dt { "API Only User" } dd { (yes_or_no(profile.api_only())) }
            dt { "Password Never Expires" } dd { (yes_or_no(user.password_never_expires)) }
        }
    }
}

fn links(visitor: &Visitor, user: &User) -> Markup {
    let path = |below: &str| visitor.path(&format!("setup/users/{}/{below}", user.id));
    html! {
        h2 { "As this user" }
        ul {
            li { a href=(path("mailbox")) { "Mailbox" } }
            li { a href=(path("reset-token")) { "Reset My Security Token" } }
        }
        h2 { "Sign-ins" }
        ul {
            li { a href=(visitor.path("setup/login-history")) { "Login History" } }
            li {
                a href=(visitor.path(&format!("setup/profiles/{}", user.about.profile.number()))) {
                    "Login IP Ranges of the profile"
                }
            }
        }
    }
}

/// `GET setup/users/{id}/edit`.
pub(super) async fn edit(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Path(OfId { id }): Path<OfId>,
) -> Shown {
    let entered = pages.org(&visitor, |org, _| {
        let user = org.user(&id).ok_or(Gone)?;
        let profile = user.about.profile;
        let mut values = vec![("licence", profile.licence()), ("profile", profile.name())];
        values.extend(user.active.then_some(("active", "on")));
        values.extend(
            user.password_never_expires
                .then_some(("never_expires", "on")),
        );
        Ok(Entered::of(values))
    })??;
    Ok(editing(&visitor, &id, &entered, &Amiss::new()))
}

/// `POST setup/users/{id}/edit`.
pub(super) async fn save(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Path(OfId { id }): Path<OfId>,
    Extension(entered): Extension<Entered>,
) -> Shown {
    let mut amiss = check(&rights(), &entered);
    check_rights(&entered, &mut amiss);
    if !amiss.is_empty() {
        return Ok(editing(&visitor, &id, &entered, &amiss));
    }
    alter(&pages, &visitor, &id, |user, _, _| {
        user.about.profile = Profile::by_name(entered.text("profile")).unwrap_or_default();
        user.active = entered.ticked("active");
        user.password_never_expires = entered.ticked("never_expires");
    })
}

fn editing(visitor: &Visitor, id: &str, entered: &Entered, amiss: &Amiss) -> Response {
    let fields = html! {
        (section("General Information", &rights(), entered, amiss))
        (section("Standing", &standing(), entered, amiss))
    };
    let path = format!("setup/users/{id}/edit");
    let body = html! { (summary(amiss)) (form(visitor, &path, "Save", &fields)) };
    page(visitor, Area::Setup, "User Edit", &body).into_response()
}

/// `POST setup/users/{id}/unlock`.
pub(super) async fn unlock(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Path(OfId { id }): Path<OfId>,
) -> Shown {
    alter(&pages, &visitor, &id, |user, _, _| user.note_success())
}

/// `POST setup/users/{id}/freeze`.
pub(super) async fn freeze(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Path(OfId { id }): Path<OfId>,
) -> Shown {
    alter(&pages, &visitor, &id, |user, _, _| user.frozen = true)
}

/// `POST setup/users/{id}/unfreeze`.
pub(super) async fn unfreeze(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Path(OfId { id }): Path<OfId>,
) -> Shown {
    alter(&pages, &visitor, &id, |user, _, _| user.frozen = false)
}

/// `POST setup/users/{id}/reset-password`.
pub(super) async fn reset_password(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Path(OfId { id }): Path<OfId>,
) -> Shown {
    alter(&pages, &visitor, &id, User::reset_password)
}

/// Alters a user and goes back to its page.
fn alter(
    pages: &Pages,
    visitor: &Visitor,
    id: &str,
    alter: impl FnOnce(&mut User, &mut Random, Timestamp),
) -> Shown {
    pages.change(visitor, |org, random, now| {
        alter(org.user_mut(id).ok_or(Gone)?, random, now);
        Ok(())
    })?;
    Ok(on_to(visitor, &format!("setup/users/{id}")))
}
