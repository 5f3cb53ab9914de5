//! A user's mailbox, and where the links of its mails lead.

use axum::Extension;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::time::moment;
use super::{OfId, on_to};
use crate::mail::{Letter, Mail};
use crate::pages::entered::Entered;
use crate::pages::form::{Amiss, Field, Kind, check, form, section, summary};
use crate::pages::look::{Area, page};
use crate::pages::visitor::Visitor;
use crate::pages::{Gone, Pages, Shown};
use crate::user::User;

/// The shortest password that Salesforce's usual policy takes (help.salesforce.com, *Set Password Policies*).
const SHORTEST: usize = 8;

fn fields() -> Vec<Field> {
    vec![
        Field::new("password", "New Password", Kind::Password)
            .required()
            .note("At least 8 characters, with a letter and a digit. Choose an invented one."),
        Field::new("again", "Confirm New Password", Kind::Password).required(),
    ]
}

/// The mailbox of the user that the org was opened with.
pub(super) async fn of_service_user(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
) -> Shown {
    let id = pages.org(&visitor, |org, _| org.user.id.clone())?;
    Ok(on_to(&visitor, &format!("setup/users/{id}/mailbox")))
}

/// `GET setup/users/{id}/mailbox`.
pub(super) async fn read(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Path(OfId { id }): Path<OfId>,
) -> Shown {
    pages.org(&visitor, |org, _| {
        let user = org.user(&id).ok_or(Gone)?;
        let body = html! {
            p { "Mail for " (user.about.email) ", newest first." }
            @if user.mails.is_empty() { p { "No mail yet." } }
            @for mail in user.mails.iter().rev() { (letter(&visitor, user, mail)) }
        };
        Ok(page(&visitor, Area::Setup, "Mailbox", &body).into_response())
    })?
}

fn letter(visitor: &Visitor, user: &User, mail: &Mail) -> Markup {
    let open = user.open_link().is_some_and(|open| open.id == mail.id);
    html! {
        div.mail {
            h2 { (mail.letter.subject()) }
            p.hint { (moment(mail.time)) }
            @match &mail.letter {
                Letter::Welcome => p { "Your username is " code { (user.username) } ". Verify your account and set a password." },
                Letter::PasswordReset => p { "An admin has reset your password. The one before no longer works." },
                Letter::SecurityToken { token } => {
                    p { "Security token (case-sensitive): " code { (token) } }
                    @if *token != user.security_token { p.hint { "A newer token has replaced this one." } }
                }
            }
            @if mail.letter.sets_password() {
                @if open {
                    p {
                        a href=(visitor.path(&format!("setup/users/{}/password", user.id))) {
                            @if mail.letter == Letter::Welcome { "Verify Account" } @else { "Reset Password" }
                        }
                    }
                } @else { p.hint { "This link was used, or a newer mail has replaced it." } }
            }
        }
    }
}

/// `GET setup/users/{id}/password`.
pub(super) async fn password(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Path(OfId { id }): Path<OfId>,
) -> Shown {
    pages.org(&visitor, |org, _| {
        let user = org.user(&id).ok_or(Gone)?;
        user.open_link().ok_or(Gone)?;
        Ok(asked(&visitor, user, &Entered::default(), &Amiss::new()))
    })?
}

/// `POST setup/users/{id}/password`.
pub(super) async fn set_password(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Path(OfId { id }): Path<OfId>,
    Extension(entered): Extension<Entered>,
) -> Shown {
    let amiss = amiss(&entered);
    if !amiss.is_empty() {
        return pages.org(&visitor, |org, _| {
            let user = org.user(&id).ok_or(Gone)?;
            Ok(asked(&visitor, user, &entered, &amiss))
        })?;
    }
    pages.change(&visitor, |org, random, now| {
        let user = org.user_mut(&id).ok_or(Gone)?;
        user.open_link().ok_or(Gone)?;
        user.set_password(entered.as_typed("password"), random, now);
        Ok(())
    })?;
    let links = |below: &str| visitor.path(&format!("setup/users/{id}/{below}"));
    let body = html! {
        div.told { p { "The password is set." } }
        p { "The connector also needs this user’s security token." }
        ul {
            li { a href=(links("reset-token")) { "Reset My Security Token" } }
            li { a href=(links("mailbox")) { "Mailbox" } }
        }
    };
    Ok(page(&visitor, Area::Setup, "Change Your Password", &body).into_response())
}

fn amiss(entered: &Entered) -> Amiss {
    let mut amiss = check(&fields(), entered);
    let password = entered.as_typed("password");
    let has = |what: fn(&char) -> bool| password.chars().any(|letter| what(&letter));
    let strong = password.chars().count() >= SHORTEST
        && has(|letter| letter.is_alphabetic())
        && has(char::is_ascii_digit);
    if !password.is_empty() && !strong {
        let words =
            "Your password is too easy to guess. Choose a longer one, with letters and digits.";
        amiss.insert("password", words.to_owned());
    }
    if password != entered.as_typed("again") {
        let words = || "The two passwords differ.".to_owned();
        amiss.entry("again").or_insert_with(words);
    }
    amiss
}

fn asked(visitor: &Visitor, user: &User, entered: &Entered, amiss: &Amiss) -> Response {
    let path = format!("setup/users/{}/password", user.id);
    let body = html! {
        p { "You are now signed in as " code { (user.username) } "." }
        (summary(amiss))
        (form(visitor, &path, "Change Password", &section("New password", &fields(), entered, amiss)))
    };
    page(visitor, Area::Setup, "Change Your Password", &body).into_response()
}
