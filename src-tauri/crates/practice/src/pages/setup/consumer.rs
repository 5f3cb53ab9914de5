//! *Manage Consumer Details* and *Consumer Key and Secret*: shown once a code from the admin's mailbox was entered.

use axum::Extension;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use maud::{Markup, html};

use super::time::moment;
use super::{OfId, on_to};
use crate::pages::entered::Entered;
use crate::pages::form::{Amiss, Field, button, form, section, summary};
use crate::pages::look::{Area, page};
use crate::pages::visitor::Visitor;
use crate::pages::{Gone, Pages, Shown};

/// A code that was mailed to the admin.
pub(crate) struct Code {
    org_key: String,
    app_id: String,
    digits: String,
    sent: Timestamp,
    /// It was entered, so that key and secret are shown for the rest of this run.
    entered: bool,
}

/// `GET setup/apps/{id}/consumer`.
pub(super) async fn show(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Path(OfId { id }): Path<OfId>,
) -> Shown {
    shown(&pages, &visitor, &id, &Entered::default(), &Amiss::new())
}

/// `POST setup/apps/{id}/consumer/code`.
pub(super) async fn send_code(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Path(OfId { id }): Path<OfId>,
) -> Shown {
    pages.cloud.stir(|_, live, random| {
        let code = u32::from_be_bytes(random.bytes().first_chunk().copied().unwrap_or_default());
        live.codes.retain(|one| one.app_id != id);
        live.codes.push(Code {
            org_key: visitor.org_key.clone(),
            app_id: id.clone(),
            digits: format!("{:06}", code % 1_000_000),
            sent: Timestamp::now(),
            entered: false,
        });
    });
    Ok(on_to(&visitor, &format!("setup/apps/{id}/consumer")))
}

/// `POST setup/apps/{id}/consumer/verify`.
pub(super) async fn verify(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Path(OfId { id }): Path<OfId>,
    Extension(entered): Extension<Entered>,
) -> Shown {
    let right = pages.org(&visitor, |_, live| {
        let mut codes = live.codes.iter_mut();
        let code = codes.find(|one| one.app_id == id && one.org_key == visitor.org_key);
        let code = code.filter(|one| one.digits == entered.text("code"));
        code.map(|code| code.entered = true).is_some()
    })?;
    if right {
        return Ok(on_to(&visitor, &format!("setup/apps/{id}/consumer")));
    }
    let words = "This is not the code of the newest mail. Check the mailbox and enter it again.";
    let amiss = Amiss::from([("code", words.to_owned())]);
    shown(&pages, &visitor, &id, &entered, &amiss)
}

fn shown(pages: &Pages, visitor: &Visitor, id: &str, entered: &Entered, amiss: &Amiss) -> Shown {
    pages.org(visitor, |org, live| {
        let mut apps = org.apps();
        let app = apps.find(|app| app.common().id == *id).ok_or(Gone)?;
        let app = Some(app.common()).filter(|app| app.oauth).ok_or(Gone)?;
        let code = live.codes.iter().find(|one| one.app_id == *id);
        let body = match code {
            Some(code) if code.entered => html! {
                p { (app.name) }
                dl {
                    dt { "Consumer Key" } dd { code { (app.consumer_key) } }
                    dt { "Consumer Secret" } dd { code { (app.consumer_secret) } }
                }
            },
            sent => verification(visitor, id, sent.is_some(), entered, amiss),
        };
        let title = if code.is_some_and(|code| code.entered) {
            "Consumer Key and Secret"
        } else {
            "Verify Your Identity"
        };
        Ok(page(visitor, Area::Setup, title, &body).into_response())
    })?
}

fn verification(
    visitor: &Visitor,
    id: &str,
    sent: bool,
    entered: &Entered,
    amiss: &Amiss,
) -> Markup {
    let fields = [Field::text("code", "Verification Code").required()];
    let fields = section("Verification", &fields, entered, amiss);
    let path = format!("setup/apps/{id}/consumer/code");
    let request = button(visitor, &path, "Send a verification code");
    html! {
        p { "Salesforce shows key and secret once you have entered a code, which it mails to you, the admin." }
        @if sent {
            p { a href=(visitor.path("setup/admin-mailbox")) { "Your mailbox (admin)" } }
            (summary(amiss))
            (form(visitor, &format!("setup/apps/{id}/consumer/verify"), "Verify", &fields))
        }
        @if sent { div.buttons { (request) } } @else { (request) }
    }
}

/// `GET setup/admin-mailbox`.
pub(super) async fn mailbox(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
) -> Result<Response, Gone> {
    let body = pages.org(&visitor, |org, live| {
        let codes = live.codes.iter().rev();
        let mut codes = codes.filter(|code| code.org_key == visitor.org_key).peekable();
        html! {
            @if codes.peek().is_none() { p { "No mail yet." } }
            @for code in codes {
                div.mail {
                    h2 { "Verify your identity in Salesforce" }
                    p.hint { (moment(code.sent)) }
                    p { "Verification Code: " code { (code.digits) } }
                    p {
                        a href=(visitor.path(&format!("setup/apps/{}/consumer", code.app_id))) {
                            "Back to "
                            @for app in org.apps().filter(|app| app.common().id == code.app_id) { (app.common().name) }
                        }
                    }
                }
            }
        }
    })?;
    Ok(page(&visitor, Area::Setup, "Your mailbox (admin)", &body).into_response())
}
