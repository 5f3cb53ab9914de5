//! *Users*.

use axum::Extension;
use axum::extract::State;
use axum::response::IntoResponse;
use maud::html;

use crate::pages::look::{Area, page};
use crate::pages::visitor::Visitor;
use crate::pages::{Pages, Shown};

/// `GET setup/users`.
pub(super) async fn list(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
) -> Shown {
    let body = pages.org(&visitor, |org, _| {
        html! {
            div.buttons { a.button href=(visitor.path("setup/users/new")) { "New User" } }
            table {
                thead { tr { th scope="col" { "Full Name" } th scope="col" { "Alias" } th scope="col" { "Username" }
                    th scope="col" { "Role" } th scope="col" { "Active" } th scope="col" { "Profile" } } }
                tbody {
                    @for user in org.users() {
                        tr {
                            th scope="row" {
                                a href=(visitor.path(&format!("setup/users/{}", user.id))) { (user.name()) }
                            }
                            td { (user.about.alias) }
                            td { (user.username) }
                            td { (user.about.role) }
                            td { @if user.active { "Yes" } @else { "No" } }
                            td { (user.about.profile.name()) }
                        }
                    }
                }
            }
        }
    })?;
    Ok(page(&visitor, Area::Setup, "Users", &body).into_response())
}
