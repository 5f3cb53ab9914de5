//! *Login History*.

use axum::Extension;
use axum::extract::State;
use axum::response::IntoResponse;
use maud::html;

use super::time::moment;
use crate::pages::look::{Area, page};
use crate::pages::visitor::Visitor;
use crate::pages::{Pages, Shown};

/// `GET setup/login-history`.
pub(super) async fn read(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
) -> Shown {
    let body = pages.org(&visitor, |org, _| {
        html! {
            p { "Newest first. Who signs in with a username or an app that this org does not know leaves no line." }
            @if org.login_history.is_empty() { p { "No sign-ins yet." } }
            @else {
                table {
                    thead { tr { th scope="col" { "Username" } th scope="col" { "Login Time" } th scope="col" { "Source IP" }
                        th scope="col" { "Login Type" } th scope="col" { "Status" } th scope="col" { "Application" } } }
                    tbody {
                        @for login in org.login_history.iter().rev() {
                            tr {
                                td { @if let Some(user) = org.user(&login.user_id) { (user.username) } }
                                td { (moment(login.time)) }
                                td { (login.source_ip) }
                                td { "Remote Access 2.0" }
                                td { (login.status) }
                                td { (login.application) }
                            }
                        }
                    }
                }
            }
        }
    })?;
    Ok(page(&visitor, Area::Setup, "Login History", &body).into_response())
}
