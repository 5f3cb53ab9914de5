//! Setup's first page.

use std::time::Duration;

use axum::Extension;
use axum::extract::State;
use axum::response::Redirect;
use maud::{Markup, html};

use crate::pages::Pages;
use crate::pages::form::button;
use crate::pages::look::{Area, page};
use crate::pages::visitor::Visitor;

/// As long as a connected app takes here before it can be used.
const A_WHILE: Duration = Duration::from_mins(2);

/// `GET setup`.
pub(super) async fn home(Extension(visitor): Extension<Visitor>) -> Markup {
    let body = html! {
        p { "This is a place to practise what you will do in Salesforce Setup. What you enter here is what the next \
             sign-in meets." }
        p { "The org comes with a ready app and a ready user. You can make your own beside them." }
        h2 { "Time" }
        p { "A new connected app takes effect after two minutes here, and a locked user is free after fifteen. You can \
             wait, or let the time pass." }
        (button(&visitor, "setup/time", "Let two minutes pass"))
    };
    page(&visitor, Area::Setup, "Setup", &body)
}

/// `POST setup/time`.
pub(super) async fn let_pass(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
) -> Redirect {
    pages.cloud.let_pass(A_WHILE);
    Redirect::to(&visitor.path("setup"))
}
